"""Facts: every one carries a source that may be published; addresses are whole."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from plugins.bulletin.model.common import Source
from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.model.records import Association, DatedFact, DiplomaticRelations, Relation
from plugins.bulletin.problems import Problem, schema_rules as rules
from plugins.bulletin.schema.shapes import field_types, item_type, path_in_file

_FACTS = (Relation, DiplomaticRelations, DatedFact)
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#<>\"\\^`{|}]+\.[^\s<>\"\\^`{|}]+")
_URL_FIELDS = ("url", "publisher_url")


def check_sources(record: object, marks: Marks, at: FieldPath) -> list[Problem]:
    """Report facts without a source, sources that are weak or unrated, and broken addresses."""
    problems: list[Problem] = []
    for where, value in _walk(record, at):
        if isinstance(value, _FACTS):
            problems += _check_rated(value.source, marks, (*where, "source"))
        elif isinstance(value, Association):
            problems += _check_founded(value, marks, where)
        elif isinstance(value, Source) and value.confidence == "low":
            place = marks.place(*path_in_file((*where, "confidence"), marks))
            problems.append(rules.CONFIDENCE_LOW.at(place))
        elif isinstance(value, str) and value:
            problems += _check_url(value, marks, where)
    return problems


def _check_founded(value: Association, marks: Marks, at: FieldPath) -> list[Problem]:
    if value.founded is None:
        return []
    if value.source is None:
        return [rules.FOUNDED_SOURCE_MISSING.at(marks.place(*at, "founded"))]
    return _check_rated(value.source, marks, (*at, "source"))


def _check_rated(source: Source, marks: Marks, at: FieldPath) -> list[Problem]:
    if source.confidence is not None:
        return []
    return [rules.CONFIDENCE_MISSING.at(marks.place(*path_in_file(at, marks)))]


def _check_url(value: str, marks: Marks, at: FieldPath) -> list[Problem]:
    if _WEB_ADDRESS.fullmatch(value):
        return []
    place = marks.place(*path_in_file(at, marks))
    return [rules.URL_INVALID.at(place, field=at[-1], found=value)]


def _walk(value: object, at: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    """Yield the facts, sources and addresses of a record with their paths, outermost first."""
    if isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _walk(inner, (*at, index))
        return
    yield at, value
    for name in _fields_to_see(cast("type", type(value))):
        yield from _walk(getattr(value, name), (*at, name))


@cache
def _fields_to_see(shape: type) -> tuple[str, ...]:
    """Return the fields that hold a source or an address, however deep: few of all there are."""
    if not dataclasses.is_dataclass(shape):
        return ()
    return tuple(
        name
        for name, hint in field_types(shape).items()
        if name in _URL_FIELDS or _is_seen(item_type(hint) or hint)
    )


def _is_seen(hint: object) -> bool:
    return isinstance(hint, type) and (hint is Source or bool(_fields_to_see(hint)))
