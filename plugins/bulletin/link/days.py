"""Days: nothing that a record tells of has its day ahead, and what ends began before.

Of a month or a year only its first day must have come.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.bulletin.link.anniversaries import month_around
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.entry import Entry, FieldPath
from plugins.bulletin.model.issues import IssueFields
from plugins.bulletin.model.library import Library
from plugins.bulletin.model.records import Association, Country, Document, Partner, Site
from plugins.bulletin.problems import Problem, link_rules as rules
from plugins.bulletin.text.dates import PartialDate

NEWS = timedelta(days=2)  # how long news search takes an article for new

Dated = tuple[FieldPath, PartialDate | None]


def check_days(entries: Entries, now: datetime) -> list[Problem]:
    """Report dates of records that have not come, in the site's time zone, and false ends."""
    zone = ZoneInfo(entries.site.record.timezone if entries.site else "UTC")
    today = now.astimezone(zone).date()
    problems: list[Problem] = []
    for entry in _dated_entries(entries):
        problems += _check_entry(entry, today)
    for partner in entries.partners.values():
        problems += _check_ends(partner)
    return problems


def _check_entry(entry: Entry[object], today: date) -> list[Problem]:
    """Report what one record has ahead."""
    return [
        rules.DATE_FUTURE.at(entry.marks.place(*path), field=path[-1], found=day, today=today)
        for path, day in dates_of(entry.record)
        if day is not None and day.first_day > today
    ]


def _check_ends(partner: Entry[Partner]) -> list[Problem]:
    """Report relations that ended before they began, however exactly either day is known."""
    return [
        rules.END_BEFORE_START.at(
            partner.marks.place("relations", row, "ended"),
            found=relation.ended,
            start=relation.date,
        )
        for row, relation in enumerate(partner.record.relations)
        if relation.ended is not None
        and relation.date is not None
        and relation.ended.last_day < relation.date.first_day
    ]


def dates_of(record: object) -> Iterator[Dated]:
    """Yield every date of a record with its field path; None where it is not given."""
    match record:
        case Partner():
            for row, relation in enumerate(record.relations):
                yield ("relations", row, "date"), relation.date
                yield ("relations", row, "ended"), relation.ended
        case Association():
            yield ("founded",), record.founded
            for row, fact in enumerate(record.facts):
                yield ("facts", row, "date"), fact.date
        case Country():
            diplomatic = record.diplomatic_relations
            yield ("diplomatic_relations", "date"), diplomatic.date if diplomatic else None
        case Document() | IssueFields():
            yield ("date",), record.date
        case Site():
            yield ("founded",), record.founded


def latest_day(library: Library) -> datetime | None:
    """Return when the last date of any record came: before it that date would be ahead."""
    records = library.records
    zone = ZoneInfo(records.site.timezone)
    all_records = (
        records.site,
        *records.countries.values(),
        *records.documents.values(),
        *records.partners.values(),
        *records.associations.values(),
        *(issue.fields for issue in library.issues.values()),
    )
    days = (day for record in all_records for _, day in dates_of(record) if day is not None)
    last = max((day.first_day for day in days), default=None)
    return datetime.combine(last, time(), zone) if last else None


def _dated_entries(entries: Entries) -> Iterator[Entry[object]]:
    if entries.site is not None:
        yield entries.site
    yield from entries.countries.values()
    yield from entries.documents.values()
    yield from entries.partners.values()
    yield from entries.associations.values()
    yield from entries.issues.values()


def days_around(library: Library, now: datetime) -> tuple[datetime | None, datetime | None]:
    """Return the last moment that changed what a build makes, and the next that will.

    They are days of publishing and of records, the ends of being news, and the turns of months:
    of the year's and the month's anniversaries.
    """
    pairs = (*library.articles.values(), *library.waiting.values())
    days = {day for pair in pairs for article in pair.values() for day in _days_of_news(article)}
    days |= set(month_around(now, library.records.site.timezone))
    come = {day for day in days if day <= now}
    last_of_records = latest_day(library)
    come |= {last_of_records} if last_of_records else set()
    return max(come, default=None), min(days - come, default=None)


def is_news(article: Article, now: datetime) -> bool:
    """Tell whether an article came within the last two days."""
    first, end = _days_of_news(article)
    return first <= now < end


def _days_of_news(article: Article) -> tuple[datetime, datetime]:
    """Return when an article comes, and when it is no news any more."""
    first = article.moment.when
    if article.publish_on is not None:
        first = max(first, article.publish_on.when)
    return first, first + NEWS
