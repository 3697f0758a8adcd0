"""Calendars: the anniversaries of this year and the next as iCalendar, one file a language.

Each is an event of its own, of a whole day; nothing repeats, for each year has another
number. What is known by month or year has no day and stands on the page alone.
Source: RFC 5545, with NAME of RFC 7986.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.link.anniversaries import Anniversary, select, with_partner
from plugins.bulletin.render.anniversaries import address, kind_name, partner_of, title
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import ANNIVERSARIES
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.text.dates import format_long

if TYPE_CHECKING:
    from icalendar import Event

YEARS = 2  # this one and the next
MOST = 1000  # events of a year; with more, the plain ones are left out


class CalendarEvent(Struct, frozen=True):
    """One day of the calendar. `url` is whole, "" where the site's address is not known."""

    uid: str
    day: date
    since: datetime
    summary: str
    description: str
    category: str
    url: str = ""


class CalendarView(Struct, frozen=True):
    """The calendar of one language."""

    language: str
    name: str
    description: str
    events: tuple[CalendarEvent, ...]


def calendar_view(desk: Desk) -> CalendarView:
    """Gather the events of this year and the next."""
    first = desk.almanac.today.year
    site = desk.library.records.site.name.in_language(desk.language)
    about = desk.say(mark("What is known by month or year alone has no day here; see %(page)s"))
    where = desk.settings.absolute(addresses.place("anniversaries", desk.language))
    return CalendarView(
        desk.language,
        f"{desk.say(ANNIVERSARIES)} — {site}",
        about % {"page": where},
        tuple(
            _event(desk, item)
            for year in range(first, first + YEARS)
            for item in select(_with_day(desk, year), MOST)[0]
        ),
    )


def calendar_file(desk: Desk) -> bytes:
    """Write the calendar: CRLF, lines of at most 75 octets, the same bytes for the same facts."""
    from icalendar import Calendar  # late: it costs more than a build that needs none

    view = calendar_view(desk)
    calendar = Calendar()
    calendar.add("prodid", f"-//bulletin//anniversaries//{view.language.upper()}")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):  # the standard's, and the one in use
        calendar.add(name, view.name)
    calendar.add("description", view.description)
    for event in view.events:
        calendar.add_component(_component(event))
    written: bytes = calendar.to_ical()
    return written


def _with_day(desk: Desk, year: int) -> list[Anniversary]:
    return [item for item in desk.almanac.of_year(year) if item.date.day is not None]


def _event(desk: Desk, item: Anniversary) -> CalendarEvent:
    occasion = item.occasion
    host = urlsplit(desk.library.records.site.publisher_url).hostname
    where = address(desk, occasion)
    return CalendarEvent(
        uid=f"{occasion.key}-{item.date.year}-{desk.language}@{host}",
        day=item.date.first_day,
        # The file has no clock's time: an event is as old as the first calendar that has it.
        since=datetime(item.date.year - YEARS + 1, 1, 1, tzinfo=UTC),
        summary=_summary(desk, item),
        description=_description(desk, item),
        category=kind_name(desk, occasion),
        url=desk.settings.absolute(where) if where and desk.settings.base_url else "",
    )


def _summary(desk: Desk, item: Anniversary) -> str:
    words = desk.catalog.ngettext(
        "%(count)d year: %(title)s", "%(count)d years: %(title)s", item.years
    )
    partner = partner_of(desk, item.occasion)
    name = with_partner(title(desk, item.occasion), partner, desk.language)
    return words % {"count": item.years, "title": name}


def _description(desk: Desk, item: Anniversary) -> str:
    began = format_long(item.occasion.began, desk.language)
    lines = [desk.say(mark("Since %(date)s")) % {"date": began}]
    if item.is_moved:
        lines.append(desk.say(mark("29 February falls in leap years only.")))
    for source in item.occasion.sources:
        line = desk.say(mark("Source: %(name)s")) % {"name": source.name}
        lines.append(f"{line} {source.url}".rstrip())
    return "\n".join(lines)


def _component(event: CalendarEvent) -> Event:
    from icalendar import Event

    component = Event()
    component.add("uid", event.uid)
    component.add("dtstamp", event.since)
    component.add("dtstart", event.day)
    component.add("dtend", event.day + timedelta(days=1))  # the first day that is not meant
    component.add("summary", event.summary)
    component.add("description", event.description)
    component.add("categories", [event.category])
    component.add("transp", "TRANSPARENT")  # nobody is busy on it
    if event.url:
        component.add("url", event.url)
    return component
