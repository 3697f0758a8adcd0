"""Explanations: one fault that Pydantic found becomes one problem that an editor can mend."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import cast, get_args, get_type_hints

from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.model.common import LocalText
from plugins.bulletin.model.records import PartnerName, Relation
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import schema_rules as rules
from plugins.bulletin.problems.guess import did_you_mean
from plugins.bulletin.read.yaml_values import RawValue
from plugins.bulletin.schema.shapes import field_types, item_type
from plugins.bulletin.schema.words import LANGUAGE_NAMES, describe, wanted

_LENGTHS = ("string_too_short", "string_too_long", "too_short", "too_long")
_RANGES = ("greater_than_equal", "less_than_equal")


def explain(
    fault: Mapping[str, object], shape: type, marks: Marks, at: FieldPath
) -> Problem:
    """Return the problem of one entry of `ValidationError.errors()`.

    Args:
        fault: The entry: `type`, `loc`, `input` and perhaps `ctx`.
        shape: The record's dataclass.
        marks: Places in its file.
        at: Field path of the record in its file.
    """
    inner = cast("FieldPath", fault["loc"])
    path = _path_in_file((*at, *inner), marks)
    kind = str(fault["type"])
    owner = _owner(shape, inner)
    if kind == "missing":
        return _missing(path, owner, marks)
    if kind == "unexpected_keyword_argument":
        return _unknown(path, owner, marks)
    context = cast("Mapping[str, object]", fault.get("ctx", {}))
    found = cast("RawValue", fault["input"])
    if kind == "literal_error":
        return _not_listed(path, found, context, marks)
    if kind in _RANGES:
        return _out_of_range(path, found, owner, marks)
    if kind in _LENGTHS:
        return _wrong_length(path, found, context, marks)
    return _wrong_type(path, found, kind, marks)


def _path_in_file(path: FieldPath, marks: Marks) -> FieldPath:
    """Drop the index of a lone mapping that was taken as a list of one."""
    parts: list[str | int] = []
    for part in path:
        if part == 0 and (*parts, 0) not in marks.values and tuple(parts) in marks.values:
            continue
        parts.append(part)
    return tuple(parts)


def _owner(shape: type, inner: FieldPath) -> type:
    """Return the dataclass that holds the last field of a path."""
    owner: object = shape
    for part in inner[:-1]:
        hint = item_type(owner) if isinstance(part, int) else field_types(cast("type", owner)).get(part)
        owner = hint or owner
    return cast("type", owner)


def _label(path: FieldPath) -> str:
    return ".".join(part for part in path if isinstance(part, str)) or "…"


def _known(owner: type) -> list[str]:
    return [item.name for item in dataclasses.fields(owner)] if dataclasses.is_dataclass(owner) else []


def _missing(path: FieldPath, owner: type, marks: Marks) -> Problem:
    name, place = str(path[-1]), marks.place(*path[:-1])
    if owner in (LocalText, PartnerName):
        names = LANGUAGE_NAMES[name]
        return rules.TRANSLATION_MISSING.at(place, field=_label(path[:-1]), key=name, **names)
    if owner is Relation and name == "source":
        return rules.RELATION_SOURCE_MISSING.at(place)
    return rules.FIELD_MISSING.at(place, field=name)


def _unknown(path: FieldPath, owner: type, marks: Marks) -> Problem:
    name, known = str(path[-1]), _known(owner)
    return rules.FIELD_UNKNOWN.at(
        marks.key_place(*path), field=name, known=", ".join(known), **did_you_mean(name, known)
    )


def _not_listed(
    path: FieldPath, found: RawValue, context: Mapping[str, object], marks: Marks
) -> Problem:
    known = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
    return rules.VALUE_UNKNOWN.at(
        marks.place(*path),
        field=_label(path),
        found=found,
        known=", ".join(known),
        **did_you_mean(str(found), known),
    )


def _out_of_range(path: FieldPath, found: RawValue, owner: type, marks: Marks) -> Problem:
    limits = _limits(owner, str(path[-1]))
    rule = rules.COORDINATES_RANGE if path[-1] in ("lat", "lon") else rules.VALUE_RANGE
    return rule.at(marks.place(*path), field=_label(path), found=found, range=limits)


def _limits(owner: type, name: str) -> str:
    constraints = get_args(get_type_hints(owner, include_extras=True)[name])[1:]
    low = next((item.ge for item in constraints if hasattr(item, "ge")), "")
    high = next((item.le for item in constraints if hasattr(item, "le")), "")
    return f"{low}…{high}"


def _wrong_length(
    path: FieldPath, found: RawValue, context: Mapping[str, object], marks: Marks
) -> Problem:
    length = len(str(found)) if isinstance(found, str) else len(cast("tuple[object, ...]", found))
    place = marks.place(*path)
    if not length:
        return rules.FIELD_MISSING.at(place, field=_label(path))
    is_short = "min_length" in context
    limit = context["min_length"] if is_short else context["max_length"]
    return rules.TEXT_LENGTH.at(
        place,
        field=_label(path),
        length=length,
        range=f"≥ {limit}" if is_short else f"≤ {limit}",
        direction_en="longer" if is_short else "shorter",
        direction_vi="dài hơn" if is_short else "ngắn hơn",
    )


def _wrong_type(path: FieldPath, found: RawValue, kind: str, marks: Marks) -> Problem:
    read_en, read_vi = describe(found)
    want = wanted(kind, found)
    return rules.TYPE_WRONG.at(
        marks.place(*path),
        field=_label(path),
        found="…" if isinstance(found, (tuple, Mapping)) else "" if found is None else found,
        read_en=read_en,
        read_vi=read_vi,
        wanted_en=want.en,
        wanted_vi=want.vi,
        fix_en=want.fix_en,
        fix_vi=want.fix_vi,
    )
