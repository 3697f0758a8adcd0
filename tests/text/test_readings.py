"""Readings: what a date that is not ISO may mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text.dates import format_long
from plugins.bulletin.text.readings import readings

SEVENTEENTH = date(2023, 8, 17)


def test_ambiguous_date_has_two_readings() -> None:
    """Where day and month may change places both days are named, day first."""
    assert readings("05/08/2023") == (date(2023, 8, 5), date(2023, 5, 8))


@pytest.mark.parametrize(
    "text",
    [
        "17/8/2023",
        "17-08-2023",
        "17.8.2023",
        "17/8/23",
        "8/17/2023",
        "2023/08/17",
        "2023-8-17",
        "17/8/2023 09:00",
        "16:37 | 17/08/2023 GMT+7",
        "ngày 17/8/2023",
        "Ngày 17 tháng 8 năm 2023",
        "17 tháng 08, 2023",
        "17 August 2023",
        "17th of August, 2023",
        "17 Aug. 2023",
        "August 17, 2023",
        "aug 17th 2023 9:00",
        "2023-08-17T09:00:00",
    ],
)
def test_clear_date_has_one_reading(text: str) -> None:
    """Every usual way to write a day in either language is understood."""
    assert readings(text) == (SEVENTEENTH,)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "32/13/2023", "31/2/2023", "17 Foo 2023", "8/2023", "1/2/3/4", "30 Feb 2023"],
)
def test_no_date_has_no_reading(text: str) -> None:
    """What cannot be a day suggests none."""
    assert readings(text) == ()


def test_same_day_both_ways_is_one_reading() -> None:
    """5/5 is 5 May in whichever order."""
    assert readings("5/5/2023") == (date(2023, 5, 5),)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_long_forms_read_back(day: date) -> None:
    """What the site prints is understood when an editor pastes it."""
    assert readings(format_long(day, "vi")) == (day,)
    assert readings(format_long(day, "en")) == (day,)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    """No text makes the reader fail, and no text has more than two readings."""
    assert len(readings(text)) <= 2
