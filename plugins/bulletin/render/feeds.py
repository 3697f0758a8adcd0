"""Feeds: of a whole language, of each section and of each partner, as Atom and as JSON Feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from plugins.bulletin.link import addresses
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
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import SiteView
from plugins.bulletin.store.digests import digest_of

WORDS = mark(
    "This is a feed: put its address into a feed reader to be told of new articles."
    " To read in the browser:"
)


def feed_outputs(desk: Desk, site: SiteView, frame: bytes) -> Iterator[Output]:
    """Yield every feed of one language, in both forms; `frame` is the digest of the site's."""
    for head, articles in _feeds(desk):
        newest = articles[:LENGTH]
        inputs = partial(_inputs, frame, head, newest)
        make = partial(make_feed, desk, head, newest, icon=site.favicon_url)
        atom = partial(_atom, desk, site.feed_style_url, make)
        yield Output(addresses.file_of(head.atom), desk.language, inputs, atom)
        yield Output(addresses.file_of(head.json), desk.language, inputs, partial(_json, make))


def _inputs(frame: bytes, head: FeedHead, articles: Sequence[Article]) -> Inputs:
    return Inputs(frame=frame, own=digest_of(head, [article.digest for article in articles]))


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
