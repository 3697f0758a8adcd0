"""Validation: a prepared mapping becomes a record, or problems. Pydantic finds, we explain."""

from __future__ import annotations

from typing import TypeVar, cast

from msgspec import Struct
from pydantic_core import ValidationError

from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.yaml_values import RawValue
from plugins.bulletin.schema.explain import explain
from plugins.bulletin.schema.facts import check_sources
from plugins.bulletin.schema.shapes import prepare
from plugins.bulletin.schema.validators import validator_of
from plugins.bulletin.store.shelf import Shelf

Record = TypeVar("Record")


class _Setting(Struct, frozen=True):
    """What one validation needs beside the fields and their places."""

    zone: str = "UTC"
    at: FieldPath = ()
    shelf: Shelf | None = None


def validate(
    shape: type[Record], raw: RawValue, marks: Marks, *, zone: str, shelf: Shelf | None = None
) -> tuple[Record | None, list[Problem]]:
    """Make the one record of a file.

    Args:
        shape: The record's dataclass.
        raw: Its raw fields.
        marks: Places in its file.
        zone: Name of the site's time zone.
        shelf: Keeps what Pydantic makes of the dataclass.

    Returns:
        The record, or None when any error stands against it, and every problem found.
    """
    return _validate(shape, raw, marks, setting=_Setting(zone, shelf=shelf))


def validate_item(
    shape: type[Record],
    raw: RawValue,
    marks: Marks,
    *,
    at: FieldPath,
    shelf: Shelf | None = None,
) -> tuple[Record | None, list[Problem]]:
    """Make one record of a list, which stands at a field path of its file, as `validate` does."""
    return _validate(shape, raw, marks, setting=_Setting(at=at, shelf=shelf))


def _validate(
    shape: type[Record], raw: RawValue, marks: Marks, *, setting: _Setting
) -> tuple[Record | None, list[Problem]]:
    at = setting.at
    prepared, problems = prepare(shape, raw, marks, at=at, zone=setting.zone)
    validator = validator_of(cast("type", shape), setting.shelf)
    try:
        # Lax, for strict mode takes no mappings; preparing left nothing that lax mode converts.
        record = cast("Record", validator.validate_python(prepared, extra="forbid"))
    except ValidationError as error:
        faults = cast("list[dict[str, object]]", error.errors(include_url=False))
        return None, problems + [explain(fault, shape, marks, at=at) for fault in faults]
    problems += check_sources(record, marks, at)
    return (None if any(problem.is_error for problem in problems) else record), problems
