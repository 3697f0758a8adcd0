"""Author plans: the list of authors and translators of one language, and their pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from plugins.bulletin.model.common import other_language
from plugins.bulletin.render import authors
from plugins.bulletin.render.authors import Author
from plugins.bulletin.render.lists import page_count
from plugins.bulletin.render.planning import Plan, list_plan
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.store.digests import digest_of


def author_plans(desk: Desk) -> Iterator[Plan]:
    """Plan the list of authors, and the pages of each."""
    found = authors.find_authors(desk.index.own)
    view = partial(authors.authors_view, desk, found)
    yield list_plan(desk, "authors", page=authors.authors_page, view=view)
    yield from _pages(desk, found)


def _pages(desk: Desk, found: Mapping[str, Author]) -> Iterator[Plan]:
    there = authors.find_authors(authors.own_articles(desk.library, other_language(desk.language)))
    counterparts = authors.find_counterparts(desk.library, desk.language)
    size = desk.library.records.site.page_size
    for slug, author in found.items():
        counterpart = there.get(counterparts.get(slug, ""))
        for number in range(1, page_count(len(author.articles), size) + 1):
            standing = authors.author_standing(desk, author, counterpart, number=number)
            yield Plan(
                "author.html",
                standing,
                partial(authors.author_page, desk, author, standing, number=number),
                partial(authors.author_view, desk, author, number=number),
                own=partial(_own, author, size, number),
                around=partial(digest_of, standing),
            )


def _own(author: Author, size: int, number: int) -> bytes:
    """Return the digest of one page of an author: its rows, and what the head tells of all."""
    shown = author.articles[(number - 1) * size : number * size]
    rows = [(item.row, author.wrote(item)) for item in shown]
    return digest_of(rows, number, author.names, (len(author.articles), author.written))
