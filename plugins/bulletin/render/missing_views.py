"""Missing views: what the templates receive where the page that was asked for is not."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.views import Link


class RedirectView(Struct, frozen=True):
    """An old address: template `redirect.html`, with the link to the present one."""

    link: Link


class NotFoundView(Struct, frozen=True):
    """The page for an address that leads nowhere: template `404.html`."""

    sections: tuple[Link, ...]


class OfflineView(Struct, frozen=True):
    """The page for one that was not kept, without a network: template `offline.html`."""

    script_url: str  # lists what was kept
