"""Feeds: of a whole language, of each section and of each partner, as Atom and as JSON Feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from plugins.bulletin.model.article import Article
from plugins.bulletin.render.atom import atom_feed
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.feed_entries import LENGTH, Feed, make_feed
from plugins.bulletin.render.feed_heads import (
    FeedHead,
    partner_head,
    section_head,
    site_head,
)
from plugins.bulletin.render.json_feed import json_feed
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import SiteView
from plugins.bulletin.store.digests import digest_of

WORDS = mark(
    "This is a feed: put its address into a feed reader to be told of new articles."
    " To read in the browser:"
)


class FeedFile(Struct, frozen=True):
    """One feed in one form: where it stands, what it depends on, and how it is made."""

    address: str
    own: Callable[[], bytes]
    make: Callable[[], bytes]


def feed_files(desk: Desk, site: SiteView) -> Iterator[FeedFile]:
    """Yield every feed of one language."""
    for head, articles in _feeds(desk):
        newest = articles[:LENGTH]
        own = partial(digest_of, head, [article.digest for article in newest])
        make = partial(make_feed, desk, head, newest, icon=site.favicon_url)
        yield FeedFile(head.atom, own, partial(_atom, desk, site.feed_style_url, make))
        yield FeedFile(head.json, own, partial(_json, make))


def _feeds(desk: Desk) -> Iterator[tuple[FeedHead, Sequence[Article]]]:
    records, index = desk.library.records, desk.index
    yield site_head(desk), index.own
    for key, section in records.sections.items():
        yield section_head(desk, section), _own(desk, index.sections.get(key, ()))
    for key, partner in records.partners.items():
        yield partner_head(desk, partner), _own(desk, index.partners.get(key, ()))


def _own(desk: Desk, articles: Sequence[Article]) -> list[Article]:
    """Return those that are in the desk's language."""
    return [article for article in articles if article.language == desk.language]


def _atom(desk: Desk, style: str, make: Callable[[], Feed]) -> bytes:
    return atom_feed(make(), style=style, words=desk.say(WORDS))


def _json(make: Callable[[], Feed]) -> bytes:
    return json_feed(make())
