"""Facts: every one carries a source that may be published; addresses are whole."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import cast

from plugins.bulletin.model.common import Source
from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.model.records import DiplomaticRelations, Relation
from plugins.bulletin.problems import Problem, schema_rules as rules
from plugins.bulletin.schema.shapes import path_in_file

_FACTS = (Relation, DiplomaticRelations)
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#<>\"\\^`{|}]+\.[^\s<>\"\\^`{|}]+")
_URL_FIELDS = ("url", "publisher_url")


def check_sources(record: object, marks: Marks, at: FieldPath) -> list[Problem]:
    """Report sources that are weak or unrated, and addresses that are not whole."""
    return [
        problem
        for where, value in _walk(record, at)
        for problem in _check(value, marks, path_in_file(where, marks))
    ]


def _check(value: object, marks: Marks, path: FieldPath) -> Iterator[Problem]:
    if isinstance(value, _FACTS) and value.source.confidence is None:
        yield rules.CONFIDENCE_MISSING.at(marks.place(*path, "source"))
    if isinstance(value, Source) and value.confidence == "low":
        yield rules.CONFIDENCE_LOW.at(marks.place(*path, "confidence"))
    if isinstance(value, str) and value and not _WEB_ADDRESS.fullmatch(value):
        yield rules.URL_INVALID.at(marks.place(*path), field=path[-1], found=value)


def _walk(value: object, at: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    """Yield facts, sources and addresses of a record with their field paths, outermost first."""
    if isinstance(value, (str, *_FACTS, Source)):
        yield at, value
    for name, inner in _parts(value):
        is_plain = isinstance(inner, str) and name not in _URL_FIELDS
        if inner and not is_plain:
            yield from _walk(inner, (*at, name))


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, tuple):
        return enumerate(value)
    return [(name, getattr(value, name)) for name in _fields(cast("Hashable", type(value)))]


@cache
def _fields(shape: Hashable) -> tuple[str, ...]:
    if not isinstance(shape, type) or not dataclasses.is_dataclass(shape):
        return ()
    return tuple(item.name for item in dataclasses.fields(shape))
