"""Validation: a prepared mapping becomes a record, or problems. Pydantic finds, we explain."""

from __future__ import annotations

from functools import cache
from typing import TypeVar, cast

from pydantic import TypeAdapter, ValidationError

from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.yaml_values import RawValue
from plugins.bulletin.schema.explain import explain
from plugins.bulletin.schema.facts import check_sources
from plugins.bulletin.schema.shapes import prepare

Record = TypeVar("Record")


@cache
def _adapter(shape: type) -> TypeAdapter[object]:
    return TypeAdapter(shape)


def validate(
    shape: type[Record], raw: RawValue, marks: Marks, *, zone: str, at: FieldPath = ()
) -> tuple[Record | None, list[Problem]]:
    """Make one record.

    Args:
        shape: The record's dataclass.
        raw: Its raw fields.
        marks: Places in its file.
        zone: Name of the site's time zone.
        at: Field path of the record in its file.

    Returns:
        The record, or None when any error stands against it, and every problem found.
    """
    prepared, problems = prepare(shape, raw, marks, at=at, zone=zone)
    try:
        # Lax, for strict mode takes no mappings; preparing left nothing that lax mode converts.
        record = cast(
            "Record", _adapter(cast("type", shape)).validate_python(prepared, extra="forbid")
        )
    except ValidationError as error:
        faults = cast("list[dict[str, object]]", error.errors(include_url=False))
        return None, problems + [explain(fault, shape, marks, at=at) for fault in faults]
    problems += check_sources(record, marks, at)
    return (None if any(problem.is_error for problem in problems) else record), problems
