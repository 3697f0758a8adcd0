"""Feeds: of a whole language, of each section and of each partner, as Atom and as JSON Feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
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


def feed_outputs(
    desk: Desk, site: SiteView, frame: bytes, *, with_bodies: bool = False
) -> Iterator[Output]:
    """Yield the feeds of one language, each in both forms.

    Args:
        desk: Of the language.
        site: Its frame, and
        frame: the digest of that.
        with_bodies: Whether only those are wanted that hold whole articles.
    """
    for head, articles in _feeds(desk):
        if head.has_bodies or not with_bodies:
            newest = articles[:LENGTH]
            inputs = partial(_inputs, frame, head, newest)
            make = partial(make_feed, desk, head, newest, icon=site.favicon_url)
            atom = partial(_atom, desk, site.feed_style_url, make)
            yield Output(addresses.file_of(head.atom), desk.language, inputs, atom)
            yield Output(addresses.file_of(head.json), desk.language, inputs, partial(_json, make))


def _inputs(frame: bytes, head: FeedHead, articles: Sequence[Article]) -> Inputs:
    shown = map(_whole if head.has_bodies else _summed_up, articles)
    return Inputs(frame=frame, own=digest_of(head, list(shown)))


def _whole(article: Article) -> object:
    return article.digest


def _summed_up(article: Article) -> object:
    """Return what an entry without its body says of an article, beside its section's name."""
    people = article.authors, article.translator
    return article.key, article.row, people, article.updated, article.topics


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
    from plugins.bulletin.render.atom import atom_feed

    return atom_feed(make(), style=style, words=desk.say(WORDS))


def _json(make: Callable[[], Feed]) -> bytes:
    return json_feed(make())
