"""Dates: days, months and years, and how both languages write them. No time zone but ours."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache, total_ordering
from typing import TypeVar

from babel.dates import format_date

from plugins.bulletin.text import Language

Item = TypeVar("Item")

ZONE = timezone(timedelta(hours=7), "GMT+7")

# Patterns of Unicode LDML for a day, a month and a year.
_LONG = {
    "vi": ("'ngày' d MMMM 'năm' y", "MMMM 'năm' y", "'năm' y"),
    "en": ("d MMMM y", "MMMM y", "y"),
}
_SHORT = {
    "vi": ("d/M/y", "M/y", "y"),
    "en": ("d MMM y", "MMM y", "y"),
}
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year, as exactly as it is known.

    `month` is None when only the year is known, `day` when only the month is. Ordered by time;
    a year comes before its months and a month before its days.

    Raises:
        ValueError: There is no such date, or a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is not in the calendar."""
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, _or_one(self.month), _or_one(self.day))

    def __str__(self) -> str:
        """Return the ISO form: 2013-08-12, 2013-08 or 2013."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: object) -> bool:
        """Tell whether this date comes first."""
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._order() < other._order()

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a whole date of a day or of a moment."""
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> date:
        """Return the first day this date can mean."""
        return date(self.year, _or_one(self.month), _or_one(self.day))

    @property
    def last_day(self) -> date:
        """Return the last day this date can mean."""
        month = 12 if self.month is None else self.month
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def _order(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)


def by_date(
    items: Iterable[Item], date_of: Callable[[Item], PartialDate | None]
) -> tuple[list[Item], list[Item]]:
    """Return the items with a date, oldest first, and those without; else in the order given."""
    dated, undated = [], []
    for item in items:
        when = date_of(item)
        if when is None:
            undated.append(item)
        else:
            dated.append((when, item))
    dated.sort(key=lambda row: row[0])
    return [item for _, item in dated], undated


def parse_partial(text: str) -> PartialDate:
    """Return the date of an ISO text: 2013-08-12, 2013-08 or 2013.

    Raises:
        ValueError: Another form, or a date that is not in the calendar.
    """
    found = _ISO.fullmatch(text)
    if not found:
        raise ValueError(f"not YYYY-MM-DD, YYYY-MM or YYYY: {text!r}")
    year, month, day = (None if part is None else int(part) for part in found.groups())
    return PartialDate(year or 0, month, day)


def format_long(when: PartialDate | date, language: Language) -> str:
    """Return a date in words: "ngày 17 tháng 8 năm 2023" or "17 August 2023".

    Of a month "tháng 8 năm 2013" and "August 2013"; of a year "năm 2013" and "2013".
    """
    return _format(when, _LONG[language], language)


def format_short(when: PartialDate | date, language: Language) -> str:
    """Return a date in little space: 17/8/2023, 8/2013, 2013 or 17 Aug 2023, Aug 2013, 2013."""
    return _format(when, _SHORT[language], language)


def format_stamp(moment: date, *, has_time: bool) -> str:
    """Return the line under a headline: "16:37 | 17/08/2023 GMT+7".

    Args:
        moment: A day, or a datetime; one without a zone is taken as local.
        has_time: Whether the time of day is known; without it the day alone is shown.
    """
    local = _local(moment)
    day = f"{local.day:02d}/{local.month:02d}/{local.year:04d} GMT+7"
    if not has_time or not isinstance(local, datetime):
        return day
    return f"{local.hour:02d}:{local.minute:02d} | {day}"


def month_name(month: int, language: Language) -> str:
    """Return the name of a month (1–12) as a heading: "Tháng 8" or "August"."""
    return format_date(date(2000, month, 1), "LLLL", locale=language)


def _format(when: PartialDate | date, patterns: tuple[str, str, str], language: Language) -> str:
    if not isinstance(when, PartialDate):
        when = PartialDate.of(_local(when))
    precision = (when.day is None) + (when.month is None)
    return _written(when.first_day, patterns[precision], language)


@lru_cache(maxsize=1 << 13)  # lists show the same days again and again
def _written(day: date, pattern: str, language: Language) -> str:
    return format_date(day, pattern, locale=language)


def _local(moment: date) -> date:
    """Return a moment in our time zone; a day stays as it is."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(ZONE)
    return moment


def _or_one(part: int | None) -> int:
    return 1 if part is None else part
