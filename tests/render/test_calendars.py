"""Calendars: what a calendar program reads is what the almanac says, and by RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings, strategies as st
from icalendar import Calendar

from plugins.bulletin.link.anniversaries import make_almanac
from plugins.bulletin.model.common import Language, LocalText, Source
from plugins.bulletin.model.library import Library, Records
from plugins.bulletin.model.records import Country, DiplomaticRelations
from plugins.bulletin.render import calendars
from plugins.bulletin.render.index import make_index
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.text.dates import PartialDate
from tests.link.test_anniversaries import NAME, SITE, SOURCE, partner, relation

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
URL = "https://bulletin.example"
LONG = "Thỏa thuận về tăng cường quan hệ hữu nghị, hợp tác; giữa hai thành phố \\ đường dài"
dates = st.one_of(
    st.dates(date(1940, 1, 1), date(2027, 12, 31)).map(PartialDate.of),
    st.builds(PartialDate, st.integers(1940, 2027), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1940, 2027)),
)
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


def make_desk(records: Records, language: Language = "vi", *, now: datetime = NOW) -> Desk:
    """Return a desk over records at a moment."""
    library = Library(records, {}, {})
    given = RenderSettings(Path(), Path(), URL, now)
    catalog = cast("GNUTranslations", NullTranslations())
    index = make_index(library, language)
    return Desk(library, language, given, catalog, index, make_almanac(records, now))


def countries(begun: Sequence[PartialDate], name: str = LONG) -> Records:
    """Return records in which diplomatic relations began on dates."""
    codes = [f"{first}{second}" for first in "ABCDEFGH" for second in "ABCDEFGH"]
    rows = zip(codes, begun, strict=False)
    source = Source(f"{name}, báo", "https://source.example/" + "a" * 90, "high")
    return Records(
        SITE,
        countries={
            code: Country(code, LocalText(name, name), "asia", DiplomaticRelations(began, source))
            for code, began in rows
        },
    )


def unfolded(raw: bytes) -> list[str]:
    """Return the content lines of a file as RFC 5545 3.1 unfolds them."""
    return raw.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def blocks(lines: Sequence[str]) -> list[list[str]]:
    """Return the lines of each event."""
    text = "\n".join(lines)
    return [
        part.split("\n") for part in re.findall(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", text, re.DOTALL)
    ]


def properties(lines: Sequence[str]) -> list[str]:
    """Return the names of properties, each as often as it stands."""
    return [re.split("[;:]", line, maxsplit=1)[0] for line in lines]


@settings(max_examples=50)
@given(st.lists(dates, max_size=12), words)
def test_required_properties(begun: list[PartialDate], name: str) -> None:
    """PRODID and VERSION once, of each event UID, DTSTAMP and DTSTART once; no event repeats."""
    lines = unfolded(calendars.calendar_file(make_desk(countries(begun, name))))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    head = properties(lines[: lines.index("BEGIN:VEVENT")] if "BEGIN:VEVENT" in lines else lines)
    assert (head.count("PRODID"), head.count("VERSION")) == (1, 1)
    assert "VERSION:2.0" in lines
    assert not {"METHOD", "RRULE", "RDATE"} & set(properties(lines))
    events = blocks(lines)
    for event in events:
        names = properties(event)
        for required in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
            assert names.count(required) == 1
        assert sum(re.fullmatch(r"DTSTART;VALUE=DATE:\d{8}", line) is not None for line in event)
        assert sum(re.fullmatch(r"DTEND;VALUE=DATE:\d{8}", line) is not None for line in event)
        assert sum(re.fullmatch(r"DTSTAMP:\d{8}T\d{6}Z", line) is not None for line in event)
    uids = [line for event in events for line in event if line.startswith("UID:")]
    assert len(set(uids)) == len(uids)


@settings(max_examples=50)
@given(st.lists(dates, max_size=12), words)
def test_lines_are_folded(begun: list[PartialDate], name: str) -> None:
    """Every line ends in CRLF, has at most 75 octets, and no letter is cut in two."""
    raw = calendars.calendar_file(make_desk(countries(begun, name)))
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


@settings(max_examples=50)
@given(st.lists(dates, max_size=12))
def test_reading_back_gives_the_almanac(begun: list[PartialDate]) -> None:
    """A program finds each day-exact anniversary of both years, in order, and nothing else."""
    desk = make_desk(countries(begun))
    read = Calendar.from_ical(calendars.calendar_file(desk))
    found = [
        (event.start, event.end, str(event["SUMMARY"]), str(event["UID"])) for event in read.events
    ]
    expected = [
        (
            item.date.first_day,
            item.date.first_day + timedelta(days=1),
            f"{item.years} year{'s' if item.years > 1 else ''}: Diplomatic relations with {LONG}",
            f"{item.occasion.key}-{item.date.year}-vi@union.example",
        )
        for year in (2026, 2027)
        for item in desk.almanac.of_year(year)
        if item.date.day is not None
    ]
    assert found == expected
    assert read.calendar_name == calendars.calendar_view(desk).name


def test_what_has_no_day_is_not_there() -> None:
    """A month or a year gets no day."""
    records = countries([PartialDate(2000, 5), PartialDate(2001), PartialDate(2002, 3, 4)])
    events = calendars.calendar_view(make_desk(records)).events
    assert [event.day for event in events] == [date(2026, 3, 4), date(2027, 3, 4)]


def test_leap_day_is_kept_on_the_28th() -> None:
    """29 February is an event of the 28th in 2026 and 2027, says why, and ends on 1 March."""
    read = Calendar.from_ical(
        calendars.calendar_file(make_desk(countries([PartialDate(1992, 2, 29)])))
    )
    assert [(event.start, event.end) for event in read.events] == [
        (date(year, 2, 28), date(year, 3, 1)) for year in (2026, 2027)
    ]
    assert all("29 February" in str(event["DESCRIPTION"]) for event in read.events)


def test_clock_leaves_no_mark() -> None:
    """Within a year the same facts give the same bytes; the next year keeps its events' ids."""
    records = countries([PartialDate(1950, 1, 18), PartialDate(1962, 9, 5)])
    desks = [make_desk(records, now=datetime(2026, month, 9, tzinfo=UTC)) for month in (2, 11)]
    first, second = (calendars.calendar_file(desk) for desk in desks)
    assert first == second
    later = calendars.calendar_file(make_desk(records, now=datetime(2027, 3, 1, tzinfo=UTC)))
    kept = [block for block in blocks(unfolded(first)) if "20270118" in str(block)]
    assert kept
    assert all(block in blocks(unfolded(later)) for block in kept)


@pytest.mark.parametrize(
    ("title", "summary"), [("Thỏa thuận", "Thỏa thuận (Phố)"), ("Với Phố", "Với Phố")]
)
def test_agreement_names_its_partner(title: str, summary: str) -> None:
    """An agreement whose title does not name the partner gets its name, and a link to its page."""
    tie = relation("friendship", "1998-07-01")
    named = type(tie)(tie.kind, LocalText(title, title), SOURCE, tie.date)
    records = Records(
        SITE, countries={"LA": Country("LA", NAME, "asia")}, partners={"town": partner(named)}
    )
    event = calendars.calendar_view(make_desk(records)).events[0]
    assert event.summary == f"28 years: {summary}"
    assert event.url == f"{URL}/doi-tac/town/"


def test_languages_have_events_of_their_own() -> None:
    """Who takes both calendars keeps both: no id stands in two."""
    records = countries([PartialDate(1950, 1, 18)])
    both = [calendars.calendar_view(make_desk(records, name)).events for name in ("vi", "en")]
    assert not {event.uid for event in both[0]} & {event.uid for event in both[1]}
