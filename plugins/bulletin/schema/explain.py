"""Explanations: one fault that Pydantic found becomes one problem that an editor can mend."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import cast, get_args, get_type_hints

from plugins.bulletin.model.common import LocalText
from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.model.records import PartnerName, Relation
from plugins.bulletin.problems import Problem, Words, schema_rules as rules
from plugins.bulletin.problems.guess import did_you_mean
from plugins.bulletin.read.yaml_values import RawValue, Unquoted
from plugins.bulletin.schema.shapes import field_types, item_type, path_in_file
from plugins.bulletin.schema.words import LANGUAGE_NAMES, label, type_problem

_LENGTHS = ("string_too_short", "string_too_long", "too_short", "too_long")
_RANGES = ("greater_than_equal", "less_than_equal")
_AT_LEAST = Words("at least", "ít nhất")
_AT_MOST = Words("at most", "nhiều nhất")
_LONGER = Words("longer", "dài hơn")
_SHORTER = Words("shorter", "ngắn gọn hơn")
_CODES = ("code", "country")
_KINDS_OF_TEXT = (str, Unquoted, type(None))


def explain(fault: Mapping[str, object], shape: type, marks: Marks, *, at: FieldPath) -> Problem:
    """Return the problem of one entry of `ValidationError.errors()`.

    Args:
        fault: The entry: `type`, `loc`, `input` and perhaps `ctx`.
        shape: The record's dataclass.
        marks: Places in its file.
        at: Field path of the record in its file.
    """
    inner = cast("FieldPath", fault["loc"])
    path = path_in_file((*at, *inner), marks)
    kind = str(fault["type"])
    owner = _owner(shape, inner)
    context = cast("Mapping[str, object]", fault.get("ctx", {}))
    found: RawValue = fault["input"]
    if kind == "missing":
        return _missing(path, owner, marks)
    if kind == "unexpected_keyword_argument":
        return _unknown(path, owner, marks)
    if kind == "literal_error" and isinstance(found, _KINDS_OF_TEXT):
        return _not_listed(path, found, _known_words(context), marks=marks)
    if kind in _RANGES:
        return _out_of_range(path, found, owner, marks=marks)
    if kind in _LENGTHS:
        return _wrong_length(path, found, context, marks=marks)
    return type_problem(path, found, kind, marks=marks)


def _owner(shape: type, inner: FieldPath) -> type:
    """Return the dataclass that holds the last field of a path."""
    owner: object = shape
    for part in inner[:-1]:
        if isinstance(part, int):
            owner = item_type(owner) or owner
        else:
            owner = field_types(cast("type", owner)).get(part, owner)
    return cast("type", owner)


def _missing(path: FieldPath, owner: type, marks: Marks) -> Problem:
    name = str(path[-1])
    place = marks.key_place(*path) if path in marks.keys else marks.place(*path[:-1])
    if owner in (LocalText, PartnerName):
        language = LANGUAGE_NAMES[name]
        return rules.TRANSLATION_MISSING.at(
            place, field=label(path[:-1]), key=name, language=language
        )
    if owner is Relation and name == "source":
        return rules.RELATION_SOURCE_MISSING.at(place)
    return rules.FIELD_MISSING.at(place, field=name)


def _unknown(path: FieldPath, owner: type, marks: Marks) -> Problem:
    name, known = str(path[-1]), [item.name for item in dataclasses.fields(owner)]
    return rules.FIELD_UNKNOWN.at(
        marks.key_place(*path), field=name, known=", ".join(known), **did_you_mean(name, known)
    )


def _known_words(context: Mapping[str, object]) -> list[str]:
    expected = str(context["expected"]).replace(" or ", ", ")
    return [word.strip("'") for word in expected.split(", ")]


def _not_listed(path: FieldPath, found: RawValue, known: list[str], *, marks: Marks) -> Problem:
    guess = did_you_mean(str(found), known)
    place = marks.place(*path)
    return rules.VALUE_UNKNOWN.at(
        place, field=label(path), found=found, known=", ".join(known), **guess
    )


def _out_of_range(path: FieldPath, found: RawValue, owner: type, *, marks: Marks) -> Problem:
    limits = _limits(owner, str(path[-1]))
    rule = rules.COORDINATES_RANGE if path[-1] in ("lat", "lon") else rules.VALUE_RANGE
    return rule.at(marks.place(*path), field=label(path), found=found, range=limits)


def _limits(owner: type, name: str) -> str:
    constraints = get_args(get_type_hints(owner, include_extras=True)[name])[1:]
    low = next((item.ge for item in constraints if hasattr(item, "ge")), "")
    high = next((item.le for item in constraints if hasattr(item, "le")), "")
    return f"{low}…{high}"


def _wrong_length(
    path: FieldPath, found: RawValue, context: Mapping[str, object], *, marks: Marks
) -> Problem:
    length = len(cast("str | tuple[object, ...]", found))
    place = marks.place(*path)
    if path[-1] in _CODES and length:
        return rules.COUNTRY_CODE_INVALID.at(place, found=found)
    if not length:
        return rules.FIELD_MISSING.at(place, field=label(path))
    is_short = "min_length" in context
    limit = context["min_length"] if is_short else context["max_length"]
    direction = _LONGER if is_short else _SHORTER
    bound = _AT_LEAST if is_short else _AT_MOST
    return rules.TEXT_LENGTH.at(
        place,
        field=label(path),
        length=length,
        range=Words(f"{bound.en} {limit}", f"{bound.vi} {limit}"),
        direction=direction,
    )
