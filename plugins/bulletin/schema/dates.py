"""Dates in fields: ISO only; what an editor may have meant is offered, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plugins.bulletin.model.common import Moment
from plugins.bulletin.problems import Place, Problem, schema_rules as rules
from plugins.bulletin.text.dates import PartialDate, format_long, parse_partial
from plugins.bulletin.text.readings import readings

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2})(?::[0-9]{2})?)?")
# What has the form of a date, though it may name no day.
_DATE_LIKE = re.compile(
    r"[0-9]{4}(?:-[0-9]{2})?|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?:[ T][0-9:]+)?"
)
_CLOCK = re.compile(r"(?<![0-9])([01]?[0-9]|2[0-3])[:h]([0-5][0-9])(?![0-9])")
_FIRST_YEAR = 1000  # before it a year has a digit too few; time zones fail at the year 1


def read_moment(
    text: str, place: Place, *, field: str, zone: str
) -> tuple[Moment | None, list[Problem]]:
    """Read `2023-08-17` or `2023-08-17 09:00` as a moment in the site's time zone."""
    found = _MOMENT.fullmatch(text)
    try:
        if found:
            day, time = found.groups()
            when = datetime.fromisoformat(f"{day}T{time or '00:00'}").replace(tzinfo=ZoneInfo(zone))
            if when.year >= _FIRST_YEAR:
                return Moment(when, has_time=time is not None), []
    except ValueError:
        pass
    return None, [_explain(text, place, field=field, example="2023-08-17 09:00")]


def read_partial(
    text: str, place: Place, *, field: str
) -> tuple[PartialDate | None, list[Problem]]:
    """Read `2013-08-12`, `2013-08` or `2013`, exactly as precise as it is written."""
    value = _partial(text)
    if value is not None and value.year >= _FIRST_YEAR:
        return value, []
    return None, [_explain(text, place, field=field, example="2013-08-12")]


def _partial(text: str) -> PartialDate | None:
    try:
        return parse_partial(text)
    except ValueError:
        return None


def _explain(text: str, place: Place, *, field: str, example: str) -> Problem:
    if _MOMENT.fullmatch(text):
        return rules.DATE_IMPOSSIBLE.at(place, field=field, found=text, example=example)
    meant = tuple(day for day in readings(text[:100]) if day.year >= _FIRST_YEAR)
    if len(meant) > 1:
        return _ambiguous(text, place, field=field, meant=meant)
    if meant:
        clock = _CLOCK.search(text) if " " in example else None
        time = f" {clock[1]:0>2}:{clock[2]}" if clock else ""
        example = f"{meant[0].isoformat()}{time}"
        return rules.DATE_FORMAT.at(place, field=field, found=text, example=example)
    is_whole = (_partial(text) or PartialDate(1)).year >= _FIRST_YEAR
    is_impossible = _DATE_LIKE.fullmatch(text) and not is_whole
    rule = rules.DATE_IMPOSSIBLE if is_impossible else rules.DATE_FORMAT
    return rule.at(place, field=field, found=text, example=example)


def _ambiguous(text: str, place: Place, *, field: str, meant: tuple[date, ...]) -> Problem:
    first, second = meant[:2]
    return rules.DATE_AMBIGUOUS.at(
        place,
        field=field,
        found=text,
        first=first.isoformat(),
        second=second.isoformat(),
        first_en=format_long(first, "en"),
        second_en=format_long(second, "en"),
        first_vi=format_long(first, "vi"),
        second_vi=format_long(second, "vi"),
    )
