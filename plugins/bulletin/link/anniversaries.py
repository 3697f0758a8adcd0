"""Anniversaries: which years a dated beginning completes, computed for any year, never stored.

What has anniversaries: the diplomatic relations of a country, an agreement with a partner,
an association, the publisher and, every fifth year, a document. A visit has none: it began
nothing that lasts. A beginning without a source or a date has none either.
"""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.model.common import Language, LocalText, Source
from plugins.bulletin.model.library import Records
from plugins.bulletin.model.records import Partner, Relation
from plugins.bulletin.text.dates import PartialDate

OccasionKind = Literal["diplomatic", "relation", "association", "publisher", "document"]
Rank = Literal["plain", "round", "great"]
Subject = tuple[OccasionKind, str]
RANKS: tuple[Rank, ...] = ("plain", "round", "great")
ROUND, GREAT = 5, 25  # years: their multiples stand out, and stand out more
REVIEW = 5  # years between two anniversaries of a document
VISITS = frozenset({"delegation"})  # kinds of relation that begin nothing


class Occasion(Struct, frozen=True):
    """One beginning that has anniversaries.

    `subject` is the id of the country, partner, association or document; `detail` is a
    relation's kind. `number` tells apart what is otherwise alike.
    """

    kind: OccasionKind
    subject: str
    title: LocalText
    began: PartialDate
    sources: tuple[Source, ...]
    detail: str = ""
    ended: PartialDate | None = None
    note: LocalText | None = None
    number: int = 1

    @property
    def key(self) -> str:
        """Return a name that no other occasion has, and that lasts as long as the facts."""
        parts = [self.kind, self.subject, self.detail, str(self.began)]
        parts += [str(self.number)] if self.number > 1 else []
        return "-".join(part for part in parts if part)


class Anniversary(Struct, frozen=True):
    """One occasion in one year. `date` is as exact as the beginning, and never more."""

    occasion: Occasion
    date: PartialDate

    @property
    def years(self) -> int:
        """Return how many years are complete."""
        return self.date.year - self.occasion.began.year

    @property
    def rank(self) -> Rank:
        """Tell every fifth year from the others, and every twenty-fifth from those."""
        if self.years % ROUND:
            return "plain"
        return "round" if self.years % GREAT else "great"

    @property
    def is_moved(self) -> bool:
        """Tell whether a 29 February is kept on the 28th, for want of one in its year."""
        return self.date.day != self.occasion.began.day


class Almanac(Struct, frozen=True):
    """All occasions of a site, and the day on which it is asked for them.

    `near` has the anniversaries of this year and the next, in order, which are found once a
    build; `subjects` has the same by what they are of.
    """

    today: date = date.min
    occasions: tuple[Occasion, ...] = ()
    near: Mapping[int, Sequence[Anniversary]] = field(default_factory=dict)
    subjects: Mapping[Subject, Sequence[Anniversary]] = field(default_factory=dict)

    @property
    def month(self) -> date:
        """Return the first day of the current month: nothing depends on a smaller step."""
        return self.today.replace(day=1)

    def of_year(self, year: int) -> Sequence[Anniversary]:
        """Return the anniversaries of a year in order: see `in_order`."""
        return self.near[year] if year in self.near else _of_year(self.occasions, year)

    def of_month(self, month: date) -> list[Anniversary]:
        """Return those of a month in order, without those known by their year alone."""
        return [item for item in self.of_year(month.year) if item.date.month == month.month]

    def ahead(self, *subjects: Subject) -> list[Anniversary]:
        """Return in order the first of each occasion that is not past when the month begins.

        Those of this year and the next are sought, so a document may have none.
        """
        first: dict[Occasion, Anniversary] = {}
        for subject in subjects:
            for item in self.subjects.get(subject, ()):
                if item.date.last_day >= self.month:
                    first.setdefault(item.occasion, item)
        return in_order(first.values())


def make_almanac(records: Records, now: datetime) -> Almanac:
    """Gather the occasions of a site; the day is that of the site's own time zone."""
    today = now.astimezone(ZoneInfo(records.site.timezone)).date()
    return almanac_of(_numbered(_occasions(records)), today)


def almanac_of(found: Iterable[Occasion], today: date) -> Almanac:
    """Return the almanac of some occasions on a day."""
    occasions = tuple(found)
    near = {year: _of_year(occasions, year) for year in (today.year, today.year + 1)}
    subjects: dict[Subject, list[Anniversary]] = {}
    for item in chain(*near.values()):
        subjects.setdefault((item.occasion.kind, item.occasion.subject), []).append(item)
    return Almanac(today, occasions, near, subjects)


def _of_year(occasions: Iterable[Occasion], year: int) -> list[Anniversary]:
    found = (anniversary(occasion, year) for occasion in occasions)
    return in_order(item for item in found if item is not None)


def anniversary(occasion: Occasion, year: int) -> Anniversary | None:
    """Return an occasion's anniversary in a year, or None when it has none.

    There is none in the year of the beginning or before it, none that may fall after the
    end, and of a document only every fifth.
    """
    years = year - occasion.began.year
    if years < 1 or (occasion.kind == "document" and years % REVIEW):
        return None
    day = in_year(occasion.began, year)
    if occasion.ended is not None and day.last_day > occasion.ended.first_day:
        return None
    return Anniversary(occasion, day)


def in_year(began: PartialDate, year: int) -> PartialDate:
    """Return a date in another year, as exact as it was.

    29 February falls on the 28th in a year without one, so that it stays in its month.
    """
    is_missing = (began.month, began.day) == (2, 29) and not isleap(year)
    return PartialDate(year, began.month, 28 if is_missing else began.day)


def in_order(found: Iterable[Anniversary]) -> list[Anniversary]:
    """Sort by date; a year comes before its months, a month before its days, the older first."""
    return sorted(found, key=_place)


def _place(item: Anniversary) -> tuple[int | str, ...]:
    day, of = item.date, item.occasion
    when = (day.year, day.month or 0, day.day or 0, of.began.year)
    return (*when, of.kind, of.subject, of.detail, of.number)


def select(found: Sequence[Anniversary], most: int) -> tuple[list[Anniversary], Rank]:
    """Leave out what is least round until few enough are left, and say what was kept.

    A great year is never left out.
    """
    for rank in RANKS:
        kept = [item for item in found if rank in (item.rank, "plain") or item.rank == "great"]
        if len(kept) <= most:
            return kept, rank
    return kept, rank


def month_around(now: datetime, timezone: str) -> tuple[datetime, datetime]:
    """Return the moments at which the month of a moment begins and ends in a time zone."""
    here = now.astimezone(ZoneInfo(timezone))
    begins = here.replace(day=1, hour=0, minute=0, second=0, microsecond=0, fold=0)
    year, month = divmod(here.year * 12 + here.month, 12)
    return begins, begins.replace(year=year, month=month + 1)


def agreements(partner: Partner) -> Iterator[Occasion]:
    """Yield the occasions of one partner: its agreements with a date."""
    for relation in partner.relations:
        if relation.date is not None and _lasts(relation):
            yield Occasion(
                "relation",
                partner.id,
                relation.title,
                relation.date,
                (relation.source, *relation.also),
                relation.kind,
                relation.ended,
                relation.note,
            )


def with_partner(title: str, partner: Partner | None, language: Language) -> str:
    """Return a title that says who the partner is, as one outside the partner's page must."""
    if partner is None:
        return title
    name = LocalText(partner.name.vi, partner.name.en).in_language(language)
    aliases = partner.aliases.in_language(language)
    is_said = any(known in title for known in (name, partner.name.local or name, *aliases))
    return title if is_said else f"{title} ({name})"


def _country(records: Records, code: str) -> Occasion | None:
    """Return the occasion of a country's diplomatic relations, where their date is known."""
    country = records.countries[code]
    relations = country.diplomatic_relations
    if relations is None:
        return None
    sources = (relations.source, *relations.also)
    return Occasion("diplomatic", code, country.name, relations.date, sources, note=relations.note)


def _lasts(relation: Relation) -> bool:
    """Tell whether a relation is no visit, and has not ended on a day that nobody knows."""
    is_lost = relation.standing == "ended" and relation.ended is None
    return relation.kind not in VISITS and not is_lost


def _occasions(records: Records) -> Iterator[Occasion]:
    countries = (_country(records, code) for code in records.countries)
    yield from (occasion for occasion in countries if occasion is not None)
    for partner in records.partners.values():
        yield from agreements(partner)
    yield from _associations(records)
    yield from _publisher(records)
    yield from _documents(records)


def _associations(records: Records) -> Iterator[Occasion]:
    for identity, item in records.associations.items():
        if item.founded is not None and item.source is not None:
            sources = (item.source, *item.also)
            found = item.founded
            yield Occasion("association", identity, item.name, found, sources, note=item.note)


def _publisher(records: Records) -> Iterator[Occasion]:
    site = records.site
    if site.founded is not None and site.founded_source is not None:
        yield Occasion("publisher", "", site.publisher, site.founded, (site.founded_source,))


def _documents(records: Records) -> Iterator[Occasion]:
    for identity, item in records.documents.items():
        if item.date is not None:
            yield Occasion("document", identity, item.title, item.date, (item.source, *item.also))


def _numbered(occasions: Iterable[Occasion]) -> Iterator[Occasion]:
    """Number what is alike, in the order of its file."""
    seen: Counter[tuple[str, str, str, PartialDate]] = Counter()
    for occasion in occasions:
        alike = (occasion.kind, occasion.subject, occasion.detail, occasion.began)
        seen[alike] += 1
        yield replace(occasion, number=seen[alike]) if seen[alike] > 1 else occasion
