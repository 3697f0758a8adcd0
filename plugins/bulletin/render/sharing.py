"""Sharing: plain addresses that pass an article on; nothing is asked of another host."""

from __future__ import annotations

from urllib.parse import quote

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import ShareView


def share_view(desk: Desk, article: Article) -> ShareView:
    """Return the ways to pass an article on, each an ordinary link."""
    address = desk.settings.absolute(addresses.article(article))
    title, whole = quote(article.title, safe=""), quote(address, safe="")
    return ShareView(
        address,
        f"mailto:?subject={title}&body={title}%0A{whole}",
        f"https://www.facebook.com/sharer/sharer.php?u={whole}",
    )
