"""Dates: partial dates, their ISO form and both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text import Language
from plugins.bulletin.text.dates import (
    ZONE,
    PartialDate,
    by_date,
    format_long,
    format_short,
    format_stamp,
    month_name,
    parse_partial,
)

NAIVE = datetime.fromisoformat("2023-08-17")  # without a zone, as content may give it


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Return a day, a month or a year of the calendar."""
    day = draw(st.dates())
    parts = (day.year, day.month, day.day)[: draw(st.integers(1, 3))]
    return PartialDate(*parts)


@pytest.mark.parametrize(
    ("iso", "vietnamese", "english"),
    [
        ("2023-08-17", "ngày 17 tháng 8 năm 2023", "17 August 2023"),
        ("2013-08", "tháng 8 năm 2013", "August 2013"),
        ("2013", "năm 2013", "2013"),
    ],
)
def test_long_form(iso: str, vietnamese: str, english: str) -> None:
    """A date in words says no more than is known."""
    assert format_long(parse_partial(iso), "vi") == vietnamese
    assert format_long(parse_partial(iso), "en") == english


@pytest.mark.parametrize(
    ("iso", "vietnamese", "english"),
    [
        ("2023-08-17", "17/8/2023", "17 Aug 2023"),
        ("2013-08", "8/2013", "Aug 2013"),
        ("2013", "2013", "2013"),
    ],
)
def test_short_form(iso: str, vietnamese: str, english: str) -> None:
    """A short date has no zeros in front, and an English month in letters."""
    assert format_short(parse_partial(iso), "vi") == vietnamese
    assert format_short(parse_partial(iso), "en") == english


def test_days_and_moments_are_formatted_too() -> None:
    """A date or datetime of the standard library is a whole date, as seen in Hanoi."""
    assert format_short(date(2023, 8, 17), "vi") == "17/8/2023"
    assert format_long(datetime(2023, 8, 17, 20, tzinfo=UTC), "en") == "18 August 2023"


@pytest.mark.parametrize(
    ("moment", "has_time", "expected"),
    [
        (NAIVE.replace(hour=16, minute=37), True, "16:37 | 17/08/2023 GMT+7"),
        (datetime(2023, 8, 17, 9, 5, tzinfo=ZONE), True, "09:05 | 17/08/2023 GMT+7"),
        (datetime(2023, 8, 17, 9, 37, tzinfo=UTC), True, "16:37 | 17/08/2023 GMT+7"),
        (NAIVE, False, "17/08/2023 GMT+7"),
        (date(2023, 8, 17), True, "17/08/2023 GMT+7"),
    ],
)
def test_stamp(moment: date, has_time: bool, expected: str) -> None:
    """The stamp tells Hanoi's time, or the day alone when the time is not known."""
    assert format_stamp(moment, has_time=has_time) == expected


@pytest.mark.parametrize(
    ("month", "language", "name"),
    [(1, "vi", "Tháng 1"), (8, "vi", "Tháng 8"), (8, "en", "August"), (12, "en", "December")],
)
def test_month_name(month: int, language: Language, name: str) -> None:
    """A month's name as a heading starts with a capital."""
    assert month_name(month, language) == name


@pytest.mark.parametrize(
    "text", ["", "2013-8", "12/08/2013", "2013-13", "2013-02-30", "0000", "2013-08-12 ", "２０１３"]
)
def test_other_forms_are_refused(text: str) -> None:
    """What is not ISO, or not in the calendar, is no date."""
    with pytest.raises(ValueError, match=r"\S"):
        parse_partial(text)


def test_day_without_month_is_refused() -> None:
    """A day of an unknown month is no date."""
    with pytest.raises(ValueError, match="needs its month"):
        PartialDate(2013, None, 12)


def test_order_of_precisions() -> None:
    """A year comes before its months, and a month before its days."""
    ordered = [parse_partial(text) for text in ("2012-12-31", "2013", "2013-08", "2013-08-01")]
    backwards = ordered[::-1]
    assert sorted(backwards) == ordered
    assert ordered[0] <= ordered[1]
    assert (ordered[0].__lt__("2013")) is NotImplemented


@pytest.mark.parametrize(
    ("iso", "first"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-02", date(2024, 2, 1)),
        ("2013", date(2013, 1, 1)),
    ],
)
def test_first_day(iso: str, first: date) -> None:
    """A partial date begins with the first day it can mean."""
    assert parse_partial(iso).first_day == first


@given(partial_dates())
def test_iso_form_round_trips(when: PartialDate) -> None:
    """Reading what was written gives the same date."""
    assert parse_partial(str(when)) == when


@given(partial_dates(), partial_dates())
def test_order_agrees_with_the_calendar(one: PartialDate, other: PartialDate) -> None:
    """A date that begins later never sorts first, and ISO text sorts as the dates do."""
    if one.first_day < other.first_day:
        assert one < other
    assert (one < other) == (str(one) < str(other))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_short_vietnamese_form_reads_back(day: date) -> None:
    """The short Vietnamese form keeps day, month and year."""
    assert format_short(day, "vi").split("/") == [str(day.day), str(day.month), str(day.year)]


@given(st.datetimes(NAIVE.replace(year=1950), NAIVE.replace(year=2100)))
def test_stamp_is_the_same_in_every_zone(moment: datetime) -> None:
    """One moment has one stamp, whichever zone it is written in."""
    local = moment.replace(tzinfo=ZONE)
    assert format_stamp(local.astimezone(UTC), has_time=True) == format_stamp(local, has_time=True)
    assert ZONE.utcoffset(None) == timedelta(hours=7)


def test_items_by_date() -> None:
    """The oldest comes first, a year before its months; those without a date stand apart."""
    given_order = ["2014", "", "2013-08-12", "2013", "2013-08", ""]
    numbered = list(enumerate(given_order))
    dated, undated = by_date(numbered, lambda item: parse_partial(item[1]) if item[1] else None)
    assert [text for _, text in dated] == ["2013", "2013-08", "2013-08-12", "2014"]
    assert undated == [(1, ""), (5, "")]


@given(st.lists(st.tuples(st.none() | partial_dates(), st.integers())))
def test_items_of_one_date_keep_their_order(items: list[tuple[PartialDate | None, int]]) -> None:
    """None is lost, and those of one date, or without one, stay in the order given."""
    dated, undated = by_date(items, lambda item: item[0])
    assert undated == [item for item in items if item[0] is None]
    assert dated == sorted(
        (item for item in items if item[0] is not None),
        key=lambda item: str(item[0]),
    )
