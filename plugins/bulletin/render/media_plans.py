"""Media plans: the front of multimedia of one language, and the lists of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import other_language
from plugins.bulletin.render import gallery
from plugins.bulletin.render.found_media import Gallery, find_media
from plugins.bulletin.render.index import shown_in
from plugins.bulletin.render.lists import page_count
from plugins.bulletin.render.planning import Plan, list_plan
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.store.digests import digest_of


def media_plans(desk: Desk) -> Iterator[Plan]:
    """Plan the front, and as many pages of each kind as it needs."""
    found = desk.index.media
    there = find_media(shown_in(desk.library, other_language(desk.language)))
    yield list_plan(
        desk,
        "multimedia",
        page=gallery.multimedia_page,
        view=partial(gallery.multimedia_view, desk, found),
        own=partial(gallery.multimedia_own, found),
    )
    for kind in addresses.MEDIA_KINDS:
        for number in range(1, _pages(found, kind) + 1):
            standing = gallery.media_addresses(kind, number)
            if number > _pages(there, kind):  # a text may have more of them than its counterpart
                standing = {desk.language: standing[desk.language]}
            yield Plan(
                "media_list.html",
                standing,
                partial(gallery.media_page, desk, kind, standing=standing, number=number),
                partial(gallery.media_view, desk, found, kind, number=number),
                own=partial(gallery.media_own, found, kind, number),
                around=partial(digest_of, standing),
            )


def _pages(found: Gallery, kind: str) -> int:
    return page_count(len(found[kind]), gallery.SIZE)
