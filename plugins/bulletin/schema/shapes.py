"""Shapes: prepares raw fields for validation, guided by the record's own type hints.

Dates, numbers and truths become values, a lone mapping becomes a list where a list fits, and
an empty field counts as none. What is wrong with a date is said here; everything else is left
to validation.
"""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Hashable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, NamedTuple, Union, get_args, get_origin, get_type_hints

from msgspec import Struct, field

from plugins.bulletin.model.common import Moment, Source
from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.yaml_values import RawValue, Unquoted
from plugins.bulletin.schema.dates import read_moment, read_partial
from plugins.bulletin.schema.words import type_problem
from plugins.bulletin.text.dates import PartialDate

# Stands for a date that was reported already, so that validation reports it no second time.
_ANY_DATE = PartialDate(1)
_LINE_ENDS = re.compile(r"[ \t\n]+")
_ANY_MOMENT = Moment(datetime(1, 1, 2, tzinfo=UTC), has_time=False)


def prepare(
    shape: type, raw: RawValue, marks: Marks, *, at: FieldPath, zone: str
) -> tuple[RawValue, list[Problem]]:
    """Return raw fields with their dates read.

    Args:
        shape: The record's dataclass.
        raw: The raw value at `at` in its file.
        marks: Places in the file.
        at: Field path of the value.
        zone: Name of the site's time zone, for moments.
    """
    preparing = _Preparing(marks, zone)
    return preparing.value(_plan(shape), raw, at), preparing.problems


@cache
def field_types(shape: type) -> Mapping[str, object]:
    """Return a dataclass's fields with their bare types: no Optional, no constraints."""
    hints = get_type_hints(shape)
    return {item.name: _bare(hints[item.name]) for item in dataclasses.fields(shape)}


def _bare(hint: object) -> object:
    if get_origin(hint) is Annotated:
        return _bare(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        inner = [part for part in get_args(hint) if part is not type(None)]
        return _bare(inner[0]) if len(inner) == 1 else hint
    return hint


@cache
def item_type(hint: Hashable) -> object | None:
    """Return the type of a list's items, or None when the hint is no list."""
    return _bare(get_args(hint)[0]) if get_origin(hint) is tuple else None


def path_in_file(path: FieldPath, marks: Marks) -> FieldPath:
    """Drop the index of a lone mapping that was taken as a list of one."""
    parts: list[str | int] = []
    for part in path:
        if part == 0 and (*parts, 0) not in marks.values and tuple(parts) in marks.values:
            continue
        parts.append(part)
    return tuple(parts)


class _Plan(NamedTuple):
    """What a type asks of its value, found out once: a thousand records ask the same."""

    hint: object
    is_date: bool
    is_number: bool  # or a truth
    item: _Plan | None


def _plan(hint: object) -> _Plan:
    item = item_type(hint)
    is_date, is_number = hint in (PartialDate, Moment), hint in (int, float, bool)
    return _Plan(hint, is_date, is_number, None if item is None else _plan(item))


@cache
def _plans(hint: Hashable) -> Mapping[str, _Plan] | None:
    """Return the plans of a dataclass's fields, or None when the hint is none."""
    if not (isinstance(hint, type) and dataclasses.is_dataclass(hint)):
        return None
    return {name: _plan(inner) for name, inner in field_types(hint).items()}


_ANY = _plan(object)


class _Preparing(Struct):
    """One record's preparation; it gathers the problems of dates."""

    marks: Marks
    zone: str
    problems: list[Problem] = field(default_factory=list)

    def value(self, plan: _Plan, raw: RawValue, at: FieldPath) -> RawValue:
        """Prepare whatever stands at a field path, by the type that the field has."""
        if plan.is_date:
            return self.date(plan.hint, raw, at)
        if plan.item is not None:
            return self.items(plan.item, raw, at)
        if not isinstance(raw, str) and isinstance(raw, Mapping):
            return self.fields(plan.hint, raw, at)
        return _scalar(plan.hint, raw) if plan.is_number else _text(raw)

    def fields(self, hint: object, raw: Mapping[str, RawValue], at: FieldPath) -> RawValue:
        """Prepare a group's fields, without the empty ones that the group knows."""
        plans = _plans(hint)
        if plans is None:
            return raw
        return {
            name: self.value(plans.get(name, _ANY), value, (*at, name))
            for name, value in raw.items()
            if value is not None or name not in plans
        }

    def items(self, item: _Plan, raw: RawValue, at: FieldPath) -> RawValue:
        """Prepare a list; one source stands for a list of one."""
        if item.hint is Source and not isinstance(raw, tuple):
            return (self.value(item, raw, at),)
        if not isinstance(raw, tuple):
            return raw
        return tuple(self.value(item, value, (*at, index)) for index, value in enumerate(raw))

    def date(self, hint: object, raw: RawValue, at: FieldPath) -> RawValue:
        """Read a date, or report it and return one that validation lets pass."""
        stand_in = _ANY_MOMENT if hint is Moment else _ANY_DATE
        if not isinstance(raw, (str, Unquoted)):
            self.problems.append(type_problem(at, raw, "date", marks=self.marks))
            return stand_in
        name, place = str(at[-1]), self.marks.place(*at)
        value: PartialDate | Moment | None
        if hint is Moment:
            value, problems = read_moment(str(raw).strip(), place, field=name, zone=self.zone)
        else:
            value, problems = read_partial(str(raw).strip(), place, field=name)
        self.problems += problems
        return value or stand_in


def _text(raw: RawValue) -> RawValue:
    """Return a text without line ends and spaces that say nothing, and anything else as it is."""
    if not isinstance(raw, str):
        return raw
    if "  " in raw or "\n" in raw or "\t" in raw:  # few have; looking is quicker
        raw = _LINE_ENDS.sub(" ", raw)
    return raw.strip()


def _scalar(hint: object, raw: RawValue) -> RawValue:
    """Return the number or truth that the letters mean, where they leave no doubt.

    Validation would read "17.9" as a number and 1 as true, so what does not fit is made
    an `Unquoted` without value, which it refuses.
    """
    fits = (int, float) if hint is float else (hint,)
    value = raw.value if isinstance(raw, Unquoted) else None
    return value if type(value) in fits else Unquoted(str(raw), _reads_as(raw))


def _reads_as(raw: RawValue) -> str:
    if isinstance(raw, Unquoted):
        return raw.reads_as
    return "list" if isinstance(raw, tuple) else "text"
