"""YAML: text becomes plain values with positions; what YAML hides is reported.

PyYAML's composer gives nodes with marks. Values are built here and not by its
constructors, which drop duplicate keys, read `no` as False and `0123` as 83,
and turn dates into objects that forget how they were written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.problems import Place, Problem
from plugins.bulletin.problems import read_rules as rules

RawValue = object  # str, int, float, bool, None, Unquoted, tuple, dict

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+$")
_NULLS = ("", "~", "null")
_STANDARD_TAG = "tag:yaml.org,2002:"
_NESTING_LIMIT = 50
_SHALLOW_LENGTH = 20_000  # characters: by indents alone, depth grows as the root of twice this


@dataclass(frozen=True, slots=True)
class Unquoted:
    """A plain scalar that YAML would read as something else than its letters.

    `reads_as` is YAML's name of the type: bool, int, float or timestamp.
    """

    text: str
    reads_as: str

    def __str__(self) -> str:
        """Return the letters as written."""
        return self.text


@dataclass(slots=True)
class _Reading:
    """What is gathered while one document is walked."""

    path: str
    first_line: int
    values: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def position(self, mark: yaml.Mark) -> tuple[int, int]:
        return (mark.line + self.first_line, mark.column + 1)

    def place(self, mark: yaml.Mark) -> Place:
        return Place(self.path, *self.position(mark))


def read_yaml(text: str, path: str, first_line: int = 1) -> tuple[RawValue, Marks, list[Problem]]:
    """Read one YAML document.

    Args:
        text: The document, NFC.
        path: The file's path as problems print it.
        first_line: The file's line on which the document begins, from 1.

    Returns:
        The value (lists as tuples; None when the syntax is broken), the marks of its
        fields, and the problems found. An alias is an error and is not followed.
    """
    reading = _Reading(path, first_line)
    try:
        aliases = _find_aliases(text, reading)
        node = None if aliases else yaml.compose(text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        reading.problems.append(_syntax_problem(error, reading))
        node = None
    reading.values[()] = (first_line, 1)
    value = _value(node, (), reading) if node is not None else None
    return value, Marks(path, reading.values, reading.keys), reading.problems


def _find_aliases(text: str, reading: _Reading) -> bool:
    """Report aliases and deep nesting from the event stream, which expands nothing."""
    if "*" not in text and _is_shallow(text):
        return False
    depth = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            place = reading.place(event.start_mark)
            reading.problems.append(rules.YAML_ALIAS.at(place, name=event.anchor))
        if depth > _NESTING_LIMIT:
            reason = f"nested deeper than {_NESTING_LIMIT}"
            reading.problems.append(
                rules.YAML_SYNTAX.at(reading.place(event.start_mark), reason=reason)
            )
            return True
    return bool(reading.problems)


def _is_shallow(text: str) -> bool:
    """Tell cheaply that a text cannot nest deeply: libyaml's composer recurses and would crash."""
    openers = sum(text.count(opener) for opener in ("[", "{", "- ", "? "))
    return openers < _NESTING_LIMIT and len(text) < _SHALLOW_LENGTH


def _syntax_problem(error: yaml.YAMLError, reading: _Reading) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "?"
    place = reading.place(mark) if mark else Place(reading.path, reading.first_line)
    return rules.YAML_SYNTAX.at(place, reason=reason)


def _value(node: yaml.Node, at: FieldPath, reading: _Reading) -> RawValue:
    reading.values[at] = reading.position(node.start_mark)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, at, reading)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(item, (*at, index), reading) for index, item in enumerate(node.value))
    return _scalar(node, reading)


def _mapping(node: yaml.MappingNode, at: FieldPath, reading: _Reading) -> Mapping[str, RawValue]:
    fields: dict[str, RawValue] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        here = (*at, key)
        if key in fields:
            problem = rules.YAML_DUPLICATE_KEY.at(
                reading.place(key_node.start_mark), key=key, first=reading.keys[here][0]
            )
            reading.problems.append(problem)
            continue
        reading.keys[here] = reading.position(key_node.start_mark)
        fields[key] = _value(value_node, here, reading)
    return fields


def _scalar(node: yaml.Node, reading: _Reading) -> RawValue:
    kind = node.tag.removeprefix(_STANDARD_TAG)
    text: str = node.value
    if not node.tag.startswith(_STANDARD_TAG) or kind in ("binary", "set", "omap", "pairs"):
        reading.problems.append(rules.YAML_TAG.at(reading.place(node.start_mark), tag=node.tag))
        return None
    if kind == "str":
        return text
    return _typed(kind, text)


def _typed(kind: str, text: str) -> RawValue:
    """Return the value only where its letters leave no doubt."""
    if kind == "null" and text in _NULLS:
        return None
    if kind == "bool" and text in ("true", "false"):
        return text == "true"
    if kind == "int" and _INTEGER.match(text):
        return int(text)
    if kind == "float" and _FLOAT.match(text):
        return float(text)
    return Unquoted(text, kind)
