"""Dates in fields: ISO only; what an editor may have meant is offered, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plugins.bulletin.model.common import Moment
from plugins.bulletin.problems import Place, Problem
from plugins.bulletin.problems import schema_rules as rules
from plugins.bulletin.text.dates import PartialDate, format_long, parse_partial
from plugins.bulletin.text.readings import readings

_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::\d{2})?)?$")
_ISO_LIKE = re.compile(r"\d{4}(-\d{2}){0,2}([ T][\d:]+)?$")


def read_moment(
    text: str, place: Place, *, field: str, zone: str
) -> tuple[Moment | None, list[Problem]]:
    """Read `2023-08-17` or `2023-08-17 09:00` as a moment in the site's time zone."""
    found = _MOMENT.match(text)
    try:
        if found:
            day, time = found.groups()
            when = datetime.fromisoformat(f"{day}T{time or '00:00'}").replace(tzinfo=ZoneInfo(zone))
            return Moment(when, has_time=time is not None), []
    except ValueError:
        pass
    return None, [_explain(text, place, field, example="2023-08-17 09:00")]


def read_partial(text: str, place: Place, *, field: str) -> tuple[PartialDate | None, list[Problem]]:
    """Read `2013-08-12`, `2013-08` or `2013`, exactly as precise as it is written."""
    try:
        return parse_partial(text), []
    except ValueError:
        return None, [_explain(text, place, field, example="2013-08-12")]


def _explain(text: str, place: Place, field: str, *, example: str) -> Problem:
    meant = readings(text)
    if len(meant) > 1:
        return _ambiguous(text, place, field, meant)
    if meant:
        return rules.DATE_FORMAT.at(place, field=field, found=text, example=meant[0].isoformat())
    rule = rules.DATE_IMPOSSIBLE if _ISO_LIKE.match(text) else rules.DATE_FORMAT
    return rule.at(place, field=field, found=text, example=example)


def _ambiguous(text: str, place: Place, field: str, meant: tuple[date, ...]) -> Problem:
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
