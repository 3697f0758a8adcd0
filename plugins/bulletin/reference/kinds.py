"""Kinds: type hints of the model in plain words."""

from __future__ import annotations

import dataclasses
import re
import types
from collections.abc import Callable
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, Len, MaxLen, MinLen
from msgspec import Struct

from plugins.bulletin.model.common import Moment, Source
from plugins.bulletin.reference.markup import code
from plugins.bulletin.text.dates import PartialDate

WORDS: dict[object, str] = {
    str: "text",
    bool: "`true` or `false`",
    int: "whole number",
    float: "number",
    Moment: "day, or day and time",
    PartialDate: "day, month or year",
}
Anchor = Callable[[type], str]


class Field(Struct, frozen=True):
    """One field of a record. `limits` and `default` are empty where there are none."""

    name: str
    kind: str
    is_required: bool
    limits: str
    default: str


def fields_of(shape: type, anchor: Anchor) -> list[Field]:
    """Describe the fields of a dataclass; `anchor` returns the link of another one."""
    hints = get_type_hints(shape, include_extras=True)
    return [_field(item, hints[item.name], anchor) for item in dataclasses.fields(shape)]


def plain_name(shape: type) -> str:
    """Return the name of a class in words: `HomeCity` is "home city"."""
    name = re.sub(r"Fields$", "", shape.__name__)
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _field(item: dataclasses.Field[object], hint: object, anchor: Anchor) -> Field:
    bare, limits = unwrap(hint)
    default = item.default
    has_default = default is not dataclasses.MISSING
    shown = code(default) if isinstance(default, (str, int)) and str(default) else ""
    if default is False:
        shown = ""
    return Field(item.name, _words(bare, anchor), not has_default, _limits(bare, limits), shown)


def unwrap(hint: object) -> tuple[object, tuple[object, ...]]:
    """Return the bare type of a hint, without None, and its constraints."""
    if get_origin(hint) is Annotated:
        inner, *own = get_args(hint)
        bare, more = unwrap(inner)
        return bare, (*more, *own)
    if get_origin(hint) in (Union, types.UnionType):
        parts = [part for part in get_args(hint) if part is not type(None)]
        if len(parts) == 1:
            return unwrap(parts[0])
    return hint, ()


def _words(bare: object, anchor: Anchor) -> str:
    if bare in WORDS:
        return WORDS[bare]
    if get_origin(bare) is Literal:
        return "one of the values"
    if get_origin(bare) is tuple:
        item, _ = unwrap(get_args(bare)[0])
        name = _words(item, anchor)
        return f"{name}, or a list of them" if item is Source else f"list of {name}"
    if isinstance(bare, type) and dataclasses.is_dataclass(bare):
        return anchor(bare)
    raise TypeError(f"the reference has no words for {bare!r}")


def _limits(bare: object, constraints: tuple[object, ...]) -> str:
    if get_origin(bare) is Literal:
        return " ".join(code(value) for value in get_args(bare))
    unit = "entries" if get_origin(bare) is tuple else "characters"
    low, high = _bounds(constraints)
    if low is None or (low == 1 and high is None and unit == "characters"):
        return ""
    if any(isinstance(item, Ge) for item in constraints):
        return f"{low} to {high}"
    if low == high:
        return f"{low} {unit}"
    return f"{low}–{high} {unit}" if high is not None else f"at least {low}"


def _bounds(constraints: tuple[object, ...]) -> tuple[object, object]:
    low: object = None
    high: object = None
    for item in constraints:
        if isinstance(item, (Ge, MinLen, Len)):
            low = item.ge if isinstance(item, Ge) else item.min_length
        if isinstance(item, (Le, MaxLen, Len)):
            high = item.le if isinstance(item, Le) else item.max_length
    return low, high
