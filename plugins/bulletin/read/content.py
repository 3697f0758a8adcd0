"""Content: one file of text or data becomes raw fields. The door between disk and schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.bulletin.model.article import Body
from plugins.bulletin.model.entry import Marks
from plugins.bulletin.problems import Place, Problem
from plugins.bulletin.problems import read_rules as rules
from plugins.bulletin.read.files import FoundFile, decode, read_bytes
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.read.markdown import convert
from plugins.bulletin.read.names import DataName, TextName
from plugins.bulletin.read.yaml_values import RawValue, read_yaml


@dataclass(frozen=True, slots=True)
class RawText:
    """One Markdown file: raw fields and a converted body."""

    name: TextName
    fields: Mapping[str, RawValue]
    body: Body
    marks: Marks


@dataclass(frozen=True, slots=True)
class RawData:
    """One YAML file: a raw value (fields, or a list of them)."""

    name: DataName
    value: RawValue
    marks: Marks


def read_text(file: FoundFile, name: TextName) -> tuple[RawText | None, list[Problem]]:
    """Read one article or page. Its problems are complete even where no value is given."""
    raw, problems = read_bytes(file)
    return read_text_bytes(raw, file.path, name) if not problems else (None, problems)


def read_text_bytes(
    raw: bytes, path: str, name: TextName
) -> tuple[RawText | None, list[Problem]]:
    """Read one article or page from its bytes."""
    text, problems = decode(raw, path)
    split, faults = split_front_matter(text, path) if text is not None else (None, [])
    problems += faults
    if split is None:
        return None, problems
    fields, marks, faults = read_yaml(split.fields, path, split.fields_line)
    problems += faults
    body, more = convert(split.body, path, first_line=split.body_line, language=name.language)
    problems += more
    if not isinstance(fields, Mapping):
        return None, problems if faults else [*problems, _not_fields(path, split.fields_line)]
    return RawText(name, fields, body, marks), problems


def read_data(file: FoundFile, name: DataName) -> tuple[RawData | None, list[Problem]]:
    """Read one file of records."""
    raw, problems = read_bytes(file)
    text, faults = decode(raw, file.path) if not problems else (None, [])
    problems += faults
    if text is None:
        return None, problems
    value, marks, faults = read_yaml(text, file.path)
    is_broken = value is None and bool(faults)
    return None if is_broken else RawData(name, value, marks), problems + faults


def _not_fields(path: str, line: int) -> Problem:
    return rules.YAML_NOT_MAPPING.at(
        Place(path, line, 1), expected="`field: value`", found="…"
    )
