"""YAML: text becomes plain values with positions; what YAML hides is reported.

PyYAML's composer gives nodes with marks. Values are built here and not by its
constructors, which drop duplicate keys, read `no` as False and `0123` as 83,
and turn dates into objects that forget how they were written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import yaml
from msgspec import Struct, field
from yaml._yaml import Mark as _CMark

from plugins.bulletin.model.entry import FieldPath, Marks
from plugins.bulletin.problems import Place, Problem, read_rules as rules
from plugins.bulletin.read.yaml_reasons import (
    CURLY_QUOTES,
    TAB,
    TOO_DEEP,
    is_about_beginning,
    reason_of,
)

RawValue = object  # str, Unquoted, None, tuple, dict

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,15}\.[0-9]{1,20}")
_NULLS = ("", "~", "null")
_STANDARD_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _STANDARD_TAG + kind
    for kind in ("map", "seq", "str", "null", "bool", "int", "float", "timestamp", "merge", "value")
)
_MAP_TAG, _SEQ_TAG, _STR_TAG = (_STANDARD_TAG + kind for kind in ("map", "seq", "str"))
_SCALAR = yaml.ScalarNode  # a name at hand: it is asked for each node
_TAGS_BY_LETTER: Mapping[str, list[tuple[str, re.Pattern[str]]]]
_TAGS_BY_LETTER = yaml.CSafeLoader.yaml_implicit_resolvers
_CURLY = re.compile("[:\\[{,-] *[“”„‘’]")
NESTING_LIMIT = 50
_SHALLOW_LENGTH = 20_000  # characters: by indents alone, depth grows as the root of twice this


class _Loader(yaml.CSafeLoader):
    """PyYAML's loader without its resolvers by path, which nobody sets and every node pays for."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Do nothing on the way into a node."""

    def ascend_resolver(self) -> None:
        """Do nothing on the way out."""

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: tuple[bool, ...]) -> str:
        """Return the tag of a node without one, of a plain scalar by its letters."""
        if kind is not _SCALAR:
            return _MAP_TAG if kind is yaml.MappingNode else _SEQ_TAG
        if value is not None and implicit[0]:
            for tag, pattern in _TAGS_BY_LETTER.get(value[:1], ()):
                if pattern.match(value):
                    return tag
        return _STR_TAG


class Unquoted(Struct, frozen=True):
    """A plain scalar that YAML would read as something else than its letters.

    `reads_as` is YAML's name of the type: bool, int, float or timestamp. `value` is the
    number or truth where its letters leave no doubt, so None for `no` and `0123`.
    """

    text: str
    reads_as: str
    value: bool | int | float | None = None

    def __str__(self) -> str:
        """Return the letters as written."""
        return self.text


class Scalar(NamedTuple):
    """One key or value; a tuple, for a long file has thousands.

    `start` and `end` enclose its letters, without quotes around them.
    """

    path: FieldPath
    start: int
    end: int
    style: str  # one of ' " | > or "" for a plain one
    is_key: bool


class Document(Struct, frozen=True):
    """One YAML document: its value, the marks of its fields, and its problems.

    `scalars` are its values as they are written, in their order; None where something is wrong.
    """

    value: RawValue
    marks: Marks
    problems: list[Problem]
    scalars: tuple[Scalar, ...] | None = None


class _Reading(Struct):
    """What is gathered while one document is walked."""

    path: str
    first_line: int
    text: str = ""
    values: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[FieldPath, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    scalars: list[Scalar] = field(default_factory=list)
    is_odd: bool = False  # whether a key is more than a word

    @property
    def lines(self) -> list[str]:
        """Return the lines, which only a problem asks for."""
        return self.text.split("\n")

    def position(self, mark: yaml.Mark | _CMark | None) -> tuple[int, int]:
        """Return the line and column of a mark, from 1; marks count from 0."""
        return (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)

    def inside(self, mark: yaml.Mark | _CMark | None) -> Place:
        """Return the place of a mark, or the end of the text where a mark lies behind it."""
        lines = self.lines
        if mark is None or mark.line < len(lines):
            return self.place(mark)
        return Place(self.path, len(lines) - 1 + self.first_line, len(lines[-1]) + 1)

    def place(self, mark: yaml.Mark | _CMark | None) -> Place:
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
    document = read_document(text, path, first_line)
    return document.value, document.marks, document.problems


def read_document(text: str, path: str, first_line: int = 1) -> Document:
    """Read one YAML document as `read_yaml` does, and tell where its values stand."""
    reading = _Reading(path, first_line, text)
    try:
        is_unsafe = _find_aliases(text, reading)
        node = None if is_unsafe else yaml.compose(text, _Loader)
    except yaml.YAMLError as error:
        reading.problems.append(_syntax_problem(error, reading))
        node = None
    reading.values[()] = (first_line, 1)
    value = _value(node, (), reading) if node is not None else None
    is_plain = not reading.problems and not reading.is_odd
    scalars = tuple(reading.scalars) if is_plain else None
    return Document(value, Marks(path, reading.values, reading.keys), reading.problems, scalars)


def _find_aliases(text: str, reading: _Reading) -> bool:
    """Report aliases and deep nesting from the event stream, which expands nothing."""
    if "*" not in text and _is_shallow(text):
        return False
    depth, reported = 0, set[str | None]()
    for event in yaml.parse(text, yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent) and event.anchor not in reported:
            reported.add(event.anchor)
            place = reading.place(event.start_mark)
            reading.problems.append(rules.YAML_ALIAS.at(place, name=event.anchor))
        if depth > NESTING_LIMIT:
            place = reading.place(event.start_mark)
            reading.problems.append(rules.YAML_SYNTAX.at(place, reason=TOO_DEEP))
            return True
    return bool(reading.problems)


def _is_shallow(text: str) -> bool:
    """Tell cheaply that a text cannot nest deeply: libyaml's composer recurses and would crash."""
    openers = sum(text.count(opener) for opener in ("[", "{", "- ", "? "))
    return openers < NESTING_LIMIT and len(text) < _SHALLOW_LENGTH


def _syntax_problem(error: yaml.YAMLError, reading: _Reading) -> Problem:
    complaint = str(getattr(error, "problem", ""))
    mark = getattr(error, "problem_mark", None)
    if is_about_beginning(complaint):
        mark = getattr(error, "context_mark", None) or mark
    reason = reason_of(complaint)
    lines = reading.lines
    if mark is not None and mark.line < len(lines):
        line = lines[mark.line]
        reason = TAB if line[mark.column :].startswith("\t") else reason
        reason = CURLY_QUOTES if _CURLY.search(line) else reason
    return rules.YAML_SYNTAX.at(reading.inside(mark), reason=reason)


def _value(node: yaml.Node, at: FieldPath, reading: _Reading) -> RawValue:
    reading.values[at] = reading.position(node.start_mark)
    if node.tag not in _PLAIN_TAGS:
        reading.problems.append(rules.YAML_TAG.at(reading.place(node.start_mark), tag=_tag(node)))
        return str(node.value or _tag(node)) if isinstance(node, yaml.ScalarNode) else ()
    if isinstance(node, yaml.ScalarNode):
        reading.scalars.append(scalar_of(node, reading.text, at, is_key=False))
        text = str(node.value)
        is_text = node.tag == _STR_TAG  # most are
        return text if is_text else _typed(node.tag.removeprefix(_STANDARD_TAG), text)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, at, reading)
    return tuple([_value(item, (*at, index), reading) for index, item in enumerate(node.value)])


def scalar_of(
    found: yaml.ScalarNode | yaml.ScalarEvent, text: str, path: FieldPath, *, is_key: bool
) -> Scalar:
    """Return where the letters of a scalar stand in its document."""
    start = found.start_mark.index if found.start_mark else 0
    end = found.end_mark.index if found.end_mark else start
    style = found.style or ""
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style in ("|", ">"):
        start = min(max(text.find("\n", start, end), start), end)
    return Scalar(path, start, end, style, is_key)


def _tag(node: yaml.Node) -> str:
    """Return a tag as it is written: `!!set` or `!mine`."""
    return str(node.tag).replace(_STANDARD_TAG, "!!")


def _mapping(node: yaml.MappingNode, at: FieldPath, reading: _Reading) -> Mapping[str, RawValue]:
    fields: dict[str, RawValue] = {}
    for key_node, value_node in node.value:
        is_word = isinstance(key_node, yaml.ScalarNode)
        key = str(key_node.value) if is_word else "?"
        reading.is_odd |= not is_word
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


def _typed(kind: str, text: str) -> RawValue:
    """Return a scalar; a number or truth only where its letters leave no doubt."""
    if kind == "null" and text in _NULLS:
        return None
    if kind == "bool" and text in ("true", "false"):
        return Unquoted(text, kind, text == "true")
    if kind == "int" and _INTEGER.fullmatch(text):
        return Unquoted(text, kind, int(text))
    if kind == "float" and _FLOAT.fullmatch(text):
        return Unquoted(text, kind, float(text))
    return Unquoted(text, kind)
