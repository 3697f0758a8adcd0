"""Marking: writes the `translation` of a front matter and leaves every other byte as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml
from msgspec import Struct
from yaml._yaml import Mark as _CMark

from plugins.bulletin.read.front_matter import FENCE

FIELD = "translation"

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_BYTE_ORDER_MARK = "\ufeff"
_Mark = yaml.Mark | _CMark


class _Line(Struct, frozen=True):
    """One line of a file: where it begins, its text, and the characters that end it."""

    start: int
    text: str
    ending: str


class _Edit(Struct, frozen=True):
    """What to put in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


class _Front(Struct, frozen=True):
    """The lines of a front matter: from the one behind the first fence to the second fence.

    `text` is the whole file, of which offsets are counted.
    """

    lines: Sequence[_Line]
    text: str

    def at(self, mark: _Mark) -> int:
        """Return the offset in the file of a mark in the fields."""
        line = self.lines[min(mark.line, len(self.lines) - 1)]
        return line.start + min(mark.column, len(line.text))

    def span(self, node: yaml.Node) -> tuple[int, int]:
        """Return where a value begins and ends; YAML counts the line end of a block to it."""
        start, end = self.at(node.start_mark), self.at(node.end_mark)
        return start, start + len(self.text[start:end].rstrip())

    def line_after(self, offset: int) -> int:
        """Return the offset of the line behind that of an offset."""
        return next(line.start for line in self.lines if line.start > offset)

    @property
    def fields(self) -> str:
        """Return the fields, with plain line ends."""
        return "".join(f"{line.text}\n" for line in self.lines[:-1])

    @property
    def fence(self) -> _Line:
        """Return the line that ends the fields."""
        return self.lines[-1]

    @property
    def ending(self) -> str:
        """Return how the lines of the fields end."""
        return self.lines[0].ending


def write_mark(text: str, values: Mapping[str, str]) -> str | None:
    """Write values below `translation` in a file's text.

    Args:
        text: The whole file, with its line ends and its byte order mark if it has one.
        values: Fields in YAML's letters; `revision` must be among them.

    Returns:
        The text with nothing else changed, or None when its fields have a form in which this
        cannot be done.
    """
    front = _front_of(text)
    try:
        root = yaml.compose(front.fields, yaml.CSafeLoader) if front else None
    except yaml.YAMLError:
        return None
    if front is None or not isinstance(root, yaml.MappingNode) or not root.value:
        return None
    for edit in sorted(_edits(front, root, values), key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _front_of(text: str) -> _Front | None:
    lines = list(_lines(text))
    fences = [
        number
        for number, line in enumerate(lines)
        if line.text.removeprefix(_BYTE_ORDER_MARK if number == 0 else "").rstrip() == FENCE
    ]
    if len(fences) < 2 or fences[0] != 0:
        return None
    return _Front(lines[1 : fences[1] + 1], text)


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        yield _Line(match.start(), match[1], match[2])


def _edits(front: _Front, root: yaml.MappingNode, values: Mapping[str, str]) -> Iterator[_Edit]:
    node = _value_of(root, FIELD)
    if isinstance(node, yaml.MappingNode) and node.value:
        yield from _edits_within(front, node, values)
    elif node is not None:
        start, end = front.span(node)
        space = " " if start == end else ""
        yield _Edit(start, end, space + _group(values))
    elif root.flow_style:
        _, end = front.span(root.value[-1][1])
        yield _Edit(end, end, f", {FIELD}: {_group(values)}")
    else:
        indent = " " * root.start_mark.column
        line = f"{indent}{FIELD}: {_group(values)}{front.ending}"
        yield _Edit(front.fence.start, front.fence.start, line)


def _edits_within(
    front: _Front, group: yaml.MappingNode, values: Mapping[str, str]
) -> Iterator[_Edit]:
    for name, value in values.items():
        node = _value_of(group, name)
        if node is not None:
            start, end = front.span(node)
            yield _Edit(start, end, value if start < end else f" {value}")
    added = {name: value for name, value in values.items() if _value_of(group, name) is None}
    if added:
        yield _addition(front, group, added)


def _addition(front: _Front, group: yaml.MappingNode, added: Mapping[str, str]) -> _Edit:
    key, last = group.value[-1]
    _, end = front.span(last)
    if group.flow_style:
        return _Edit(end, end, "".join(f", {name}: {value}" for name, value in added.items()))
    at = front.line_after(end)
    indent = " " * key.start_mark.column
    lines = (f"{indent}{name}: {value}{front.ending}" for name, value in added.items())
    return _Edit(at, at, "".join(lines))


def _group(values: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"


def _value_of(group: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in group.value if key.value == name), None)
