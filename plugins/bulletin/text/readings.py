"""Readings: the days that a date of another form may mean, to suggest in a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import chain

from babel.dates import get_month_names

from plugins.bulletin.text.folding import fold

# A time of day before or after a date, and the zone; neither tells which day is meant.
_CLOCK = re.compile(
    r"[\st,|-]*(?<!\d)\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s*[ap]m)?[\s,|-]*|\s*gmt\s*\+7"
)
_PARTS = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{1,2})")
_VIETNAMESE = re.compile(r"(?:ngay|mung|mong)?\s*(\d{1,2})\s*thang\s*(\d{1,2})[\s,]*nam\s*(\d{4})")
_VIETNAMESE_BRIEF = re.compile(r"(?:ngay)?\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*,?\s*(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def readings(text: str) -> tuple[date, ...]:
    """Return the days a date may mean, the day-first reading before the month-first one.

    "05/08/2023" may be 5 August or 8 May 2023, so it has two; "17/8/2023", "17 August 2023" and
    "ngày 17 tháng 8 năm 2023" have one; what is no date has none. Two digits of a year are of
    this century.
    """
    plain = _CLOCK.sub("", fold(text)).strip().removeprefix("ngay").strip()
    found = chain(_by_numbers(plain), _by_vietnamese(plain), _by_english(plain))
    return tuple(dict.fromkeys(found))


def _by_numbers(plain: str) -> Iterable[date]:
    match = _PARTS.fullmatch(plain)
    if not match:
        return []
    first, second, third = (int(part) for part in match.groups())
    if len(match[1]) == 4:
        return _days((first, second, third))
    year = third if len(match[3]) == 4 else 2000 + third
    return _days((year, second, first), (year, first, second))


def _by_vietnamese(plain: str) -> Iterable[date]:
    match = _VIETNAMESE.fullmatch(plain) or _VIETNAMESE_BRIEF.fullmatch(plain)
    return _days((int(match[3]), int(match[2]), int(match[1]))) if match else []


def _by_english(plain: str) -> Iterable[date]:
    if match := _DAY_FIRST.fullmatch(plain):
        return _days((int(match[3]), _months().get(match[2], 0), int(match[1])))
    if match := _MONTH_FIRST.fullmatch(plain):
        return _days((int(match[3]), _months().get(match[1], 0), int(match[2])))
    return []


def _days(*candidates: tuple[int, int, int]) -> Iterable[date]:
    """Yield the days that are in the calendar, each given as year, month and day."""
    for year, month, day in candidates:
        try:
            yield date(year, month, day)
        except ValueError:
            continue


@cache
def _months() -> dict[str, int]:
    """Return the numbers of English months by name; Babel reads them from a large file."""
    names = {
        fold(name).rstrip("."): number
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale="en").items()
    }
    return {**names, "sept": 9}
