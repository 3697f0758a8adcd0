"""Missing views: what the templates receive where the page that was asked for is not."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.bulletin.render.views import Link


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An old address: template `redirect.html`, with the link to the present one."""

    link: Link


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for an address that leads nowhere: template `404.html`."""

    sections: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OfflineView:
    """The page for one that was not kept, without a network: template `offline.html`."""

    script_url: str  # lists what was kept
