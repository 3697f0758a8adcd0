"""Facts: every one carries a source that may be published; addresses are whole."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

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
    problems: list[Problem] = []
    for where, value in _walk(record, at):
        path = path_in_file(where, marks)
        if isinstance(value, _FACTS) and value.source.confidence is None:
            problems.append(rules.CONFIDENCE_MISSING.at(marks.place(*path, "source")))
        if isinstance(value, Source) and value.confidence == "low":
            problems.append(rules.CONFIDENCE_LOW.at(marks.place(*path, "confidence")))
        if isinstance(value, str) and path[-1] in _URL_FIELDS and value:
            problems += _check_url(value, marks, path)
    return problems


def _check_url(value: str, marks: Marks, path: FieldPath) -> list[Problem]:
    if _WEB_ADDRESS.fullmatch(value):
        return []
    return [rules.URL_INVALID.at(marks.place(*path), field=path[-1], found=value)]


def _walk(value: object, at: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    """Yield every value of a record with its field path, outermost first."""
    yield at, value
    if dataclasses.is_dataclass(value):
        for item in dataclasses.fields(value):
            yield from _walk(getattr(value, item.name), (*at, item.name))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _walk(inner, (*at, index))
