"""Redirect views: what the template of an old address receives."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.bulletin.render.views import Link


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An old address: template `redirect.html`, with the link to the present one."""

    link: Link
