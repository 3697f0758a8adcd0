"""Columns: the one definition of the open data, which files, schema and page are made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from msgspec import Struct

from plugins.bulletin.model.common import LocalText
from plugins.bulletin.model.records import Country, Partner, Relation

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Row = TypeVar("Row")

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
WEB = r"^https?://"


class PartnerRow(Struct, frozen=True):
    """One partner with all that its row tells. `relations` are in the order of time."""

    partner: Partner
    country: Country
    urls: LocalText
    kind_name: LocalText
    relations: tuple[Relation, ...]


class RelationRow(Struct, frozen=True):
    """One relation of a partner; `number` counts the partner's relations from 1."""

    place: PartnerRow
    relation: Relation
    number: int
    kind_name: LocalText
    standing_name: LocalText


class Column(Struct, Generic[Row], frozen=True):
    """One field of the data.

    Args:
        name: In the head of the table and as a key of JSON.
        meaning: One line for people.
        value: Finds the field of a row; None is unknown, and an empty cell.
        shape: JSON Schema of the value.
        is_outer: Whether JSON leaves it out, because the object around it says the same.
    """

    name: str
    meaning: LocalText
    value: Callable[[Row], Json]
    shape: Mapping[str, Json]
    is_outer: bool = False


def text(minimum: int = 0, **more: Json) -> dict[str, Json]:
    """Return the schema of a text."""
    return {"type": "string", **({"minLength": minimum} if minimum else {}), **more}


def whole(minimum: int, maximum: int | None = None) -> dict[str, Json]:
    """Return the schema of a whole number."""
    limits: dict[str, Json] = {"minimum": minimum}
    return {"type": "integer", **limits, **({} if maximum is None else {"maximum": maximum})}


def degrees(limit: int) -> dict[str, Json]:
    """Return the schema of a latitude or longitude."""
    return {"type": "number", "minimum": -limit, "maximum": limit}


def one_of(names: Mapping[str, object]) -> dict[str, Json]:
    """Return the schema of an id out of a list."""
    return {"enum": [*names]}


def several(item: Mapping[str, Json]) -> dict[str, Json]:
    """Return the schema of a list."""
    return {"type": "array", "items": dict(item)}


def maybe(shape: Mapping[str, Json]) -> dict[str, Json]:
    """Return the schema of what may be unknown."""
    if "enum" in shape:
        names = shape["enum"]
        return {"enum": [*names, None]} if isinstance(names, list) else dict(shape)
    return {**shape, "type": [shape["type"], "null"]}


CODE = text(pattern="^[A-Z]{2}$")
CONFIDENCE: dict[str, Json] = {"enum": ["high", "medium"]}
