"""The archive: a front with every year and month, and pages of each year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.render.archive_views import (
    ArchiveMonth,
    ArchiveView,
    ArchiveYear,
    MonthRow,
    YearRow,
    YearView,
)
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import (
    ARCHIVE,
    Standing,
    home_link,
    page_view,
    place_link,
    standing_at,
)
from plugins.bulletin.render.lists import numbered, pagination_view
from plugins.bulletin.render.parts import card
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import Link, PageView
from plugins.bulletin.store.digests import digest_of
from plugins.bulletin.text.dates import month_name

NEWEST = 30  # articles on the front of the archive
SIZE = 120  # articles on a page of a year, one line each
TEXT = mark("Every article of the bulletin, by year and month.")
YEAR = mark("Archive of %(year)s")
YEAR_TEXT = mark("Every article of %(year)s in the bulletin, month by month.")
YEAR_ANCHORS = {"vi": "nam-", "en": "year-"}


class Year(Struct, frozen=True):
    """The listed articles of one year, newest first, and how many each month has."""

    number: int
    articles: Sequence[Article]
    counts: Sequence[tuple[int, int]]


class Around(Struct, frozen=True):
    """The years beside one, as far as they have articles."""

    newer: int | None
    older: int | None


def find_years(listed: Iterable[Article]) -> tuple[Year, ...]:
    """Part articles, which come newest first, by their years."""
    years = groupby(listed, key=lambda article: article.moment.when.year)
    return tuple(_year(number, tuple(items)) for number, items in years)


def _year(number: int, articles: Sequence[Article]) -> Year:
    counts = [(month, len(items)) for month, items in by_month(articles)]
    return Year(number, articles, counts)


def by_month(articles: Iterable[Article]) -> list[tuple[int, list[Article]]]:
    """Part articles of one year by their months, in the order given."""
    months = groupby(articles, key=lambda article: article.moment.when.month)
    return [(month, list(items)) for month, items in months]


def archive_view(desk: Desk, years: Sequence[Year]) -> ArchiveView:
    """Show all years with their months, and the newest articles."""
    listed = desk.index.listed
    rest = listed[NEWEST].moment.when.year if len(listed) > NEWEST else None
    return ArchiveView(
        len(listed),
        tuple(
            YearRow(_year_link(desk, year.number), len(year.articles), _calendar(desk, year))
            for year in years
        ),
        tuple(_year_part(desk, year) for year in find_years(listed[:NEWEST])),
        _year_link(desk, rest) if rest else None,
    )


def archive_page(desk: Desk) -> PageView:
    """Make the head of the front."""
    standing = standing_at(desk, "archive")
    return page_view(desk, standing, title=desk.say(ARCHIVE), description=desk.say(TEXT))


def archive_own(listed: Sequence[Article], years: Iterable[Year]) -> bytes:
    """Return the digest of what the front shows."""
    rows = [article.row for article in listed[: NEWEST + 1]]
    return digest_of(rows, [(year.number, year.counts) for year in years])


def year_view(desk: Desk, year: Year, around: Around, *, number: int) -> YearView:
    """Show page `number` of a year."""
    shown = year.articles[(number - 1) * SIZE : number * SIZE]
    first = addresses.year(year.number, desk.language)
    return YearView(
        len(year.articles),
        _calendar(desk, year),
        _months(desk, year.number, shown),
        pagination_view(desk, first, number=number, count=len(year.articles), size=SIZE),
        previous=_year_link(desk, around.older) if around.older else None,
        next=_year_link(desk, around.newer) if around.newer else None,
    )


def year_addresses(year: int, number: int) -> Mapping[Language, str]:
    """Return where page `number` of a year stands."""
    return {
        name: addresses.list_page(addresses.year(year, name), number, name) for name in LANGUAGES
    }


def year_page(desk: Desk, year: Year, *, number: int) -> PageView:
    """Make the head of page `number` of a year."""
    trail = place_link(desk, "archive", ARCHIVE)
    standing = Standing(year_addresses(year.number, number), trail=(home_link(desk), trail))
    names = {"year": str(year.number)}
    title, text = desk.say(YEAR) % names, desk.say(YEAR_TEXT) % names
    page = page_view(desk, standing, title=title, description=text)
    return numbered(desk, page, number)


def year_own(year: Year, around: Around, number: int) -> bytes:
    """Return the digest of what one page of a year shows."""
    shown = year.articles[(number - 1) * SIZE : number * SIZE]
    return digest_of([item.row for item in shown], year.number, year.counts, around, number)


def _year_link(desk: Desk, year: int) -> Link:
    return Link(str(year), desk.path(addresses.year(year, desk.language)))


def _calendar(desk: Desk, year: Year) -> tuple[MonthRow, ...]:
    """Return the months of a year, each with the page of the year on which it begins."""
    rows, before = [], 0
    for month, count in year.counts:
        first = addresses.year(year.number, desk.language)
        page = addresses.list_page(first, before // SIZE + 1, desk.language)
        url = f"{desk.path(page)}#{_month_anchor(year.number, month)}"
        rows.append(MonthRow(Link(month_name(month, desk.language), url), count))
        before += count
    return tuple(rows)


def _year_part(desk: Desk, year: Year) -> ArchiveYear:
    anchor = f"{YEAR_ANCHORS[desk.language]}{year.number}"
    months = _months(desk, year.number, year.articles)
    return ArchiveYear(year.number, anchor, len(year.articles), months)


def _months(desk: Desk, year: int, articles: Iterable[Article]) -> tuple[ArchiveMonth, ...]:
    return tuple(
        ArchiveMonth(
            month_name(month, desk.language),
            _month_anchor(year, month),
            tuple(card(desk, item) for item in items),
        )
        for month, items in by_month(articles)
    )


def _month_anchor(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"
