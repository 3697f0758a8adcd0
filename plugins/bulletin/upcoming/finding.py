"""Finding: the anniversaries of the days ahead, each with the articles planned for it.

An article is planned for an anniversary when it names what the anniversary is of, and its
day — the day of publishing where one is set, else its date — lies at most `REACH` days
before or after. Drafts and articles that wait for their day count as well as published ones;
of a pair the original is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from plugins.bulletin.examining import examine
from plugins.bulletin.link.anniversaries import Anniversary, Occasion, make_almanac
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.library import Library
from plugins.bulletin.model.records import Partner
from plugins.bulletin.problems import Problem
from plugins.bulletin.settings import BuildSettings

REACH = 30  # days between an anniversary and an article about it

Names = Callable[[Article], bool]


class Upcoming(Struct, frozen=True):
    """One anniversary. `planned` are files; None where no field of an article can name it."""

    anniversary: Anniversary
    planned: tuple[str, ...] | None
    partner: Partner | None = None  # whose agreement it is

    @property
    def is_open(self) -> bool:
        """Tell whether an article is missing."""
        return self.planned == ()


class Ahead(Struct, frozen=True):
    """The anniversaries from one day to another, both included; errors of content may hide some."""

    first: date
    last: date
    found: Sequence[Upcoming] = ()
    problems: Sequence[Problem] = ()

    @property
    def errors(self) -> list[Problem]:
        """Return the faults for which something may be missing."""
        return [item for item in self.problems if item.is_error]


def look_ahead(settings: BuildSettings, days: int) -> Ahead:
    """Read the content and find what comes within some days."""
    library, problems = examine(settings)
    if library is None:
        today = settings.now.date()
        return Ahead(today, today + timedelta(days=days), (), problems)
    almanac = make_almanac(library.records, settings.now)
    last = almanac.today + timedelta(days=days)
    years = range(almanac.today.year, last.year + 1)
    near = [
        item
        for year in years
        for item in almanac.of_year(year)
        if item.date.first_day <= last and item.date.last_day >= almanac.today
    ]
    near.sort(key=lambda item: item.date.month is None)  # those without a month come last
    return Ahead(almanac.today, last, [_with_plans(item, library) for item in near], problems)


def _with_plans(item: Anniversary, library: Library) -> Upcoming:
    names = _naming(item.occasion, library)
    planned = None if names is None else tuple(sorted(_planned(item, names, library)))
    is_tie = item.occasion.kind == "relation"
    partner = library.records.partners[item.occasion.subject] if is_tie else None
    return Upcoming(item, planned, partner)


def _planned(item: Anniversary, names: Names, library: Library) -> Iterator[str]:
    first = item.date.first_day - timedelta(days=REACH)
    last = item.date.last_day + timedelta(days=REACH)
    for article in _texts(library):
        if names(article) and first <= _day(article) <= last:
            yield article.path


def _texts(library: Library) -> Iterable[Article]:
    for pairs in (library.articles, library.waiting):
        for pair in pairs.values():
            yield from (article for article in pair.values() if not article.is_translation)


def _day(article: Article) -> date:
    return (article.publish_on or article.moment).when.date()


def _naming(occasion: Occasion, library: Library) -> Names | None:
    """Return what tells whether an article names an occasion, or None where none can."""
    subject = occasion.subject
    naming: dict[str, Names] = {
        "relation": lambda article: subject in article.partners,
        "association": lambda article: subject in article.associations,
        "document": lambda article: subject in article.documents,
        "diplomatic": lambda article: _names_country(article, subject, library),
    }
    return naming.get(occasion.kind)


def _names_country(article: Article, code: str, library: Library) -> bool:
    """Tell whether an article names a partner in a country, or the association for it."""
    records = library.records
    countries = {records.partners[key].country for key in article.partners}
    countries |= {records.associations[key].country for key in article.associations}
    return code in countries
