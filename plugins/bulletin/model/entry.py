"""Entries: a typed value together with where each part of it was written."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from typing import Generic, TypeVar

from msgspec import Struct, field

from plugins.bulletin.model.article import Body
from plugins.bulletin.model.common import Language
from plugins.bulletin.problems import Place

Value_co = TypeVar("Value_co", covariant=True)
FieldPath = tuple[str | int, ...]


class Marks(Struct, frozen=True):
    """Where fields stand in one file: field path to (line, column), both from 1."""

    path: str
    values: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)
    keys: Mapping[FieldPath, tuple[int, int]] = field(default_factory=dict)

    def place(self, *parts: str | int) -> Place:
        """Return the place of a field's value, or of the nearest thing around it."""
        return self._nearest(self.values, parts)

    def key_place(self, *parts: str | int) -> Place:
        """Return the place of a field's name."""
        if parts in self.keys:
            return Place(self.path, *self.keys[parts])
        return self.place(*parts)

    def whole(self) -> Marks:
        """Return the marks ready to be asked many times."""
        return self

    def compact(self) -> CompactMarks:
        """Return the same marks in a tenth of the space."""
        packed = marshal.dumps((dict(self.values), dict(self.keys)))
        return CompactMarks(self.path, packed, self.values.get((), (0, 0)))

    def _nearest(self, marks: Mapping[FieldPath, tuple[int, int]], parts: FieldPath) -> Place:
        while parts and parts not in marks:
            parts = parts[:-1]
        line, column = marks.get(parts, (0, 0))
        return Place(self.path, line, column)


class CompactMarks(Struct, frozen=True):
    """Marks packed into bytes: thousands are kept, and a few of them are ever asked."""

    path: str
    packed: bytes
    start: tuple[int, int] = (0, 0)  # of the whole, which is asked of every record

    def place(self, *parts: str | int) -> Place:
        """Return the place of a field's value, or of the nearest thing around it."""
        return self.whole().place(*parts) if parts else Place(self.path, *self.start)

    def key_place(self, *parts: str | int) -> Place:
        """Return the place of a field's name."""
        return self.whole().key_place(*parts)

    def whole(self) -> Marks:
        """Return the marks ready to be asked many times."""
        values, keys = marshal.loads(self.packed)  # noqa: S302 -- packed by our own code
        return Marks(self.path, values, keys)


class Entry(Struct, Generic[Value_co], frozen=True):
    """One typed record of a data file; `digest` is that of the record where it was asked for."""

    record: Value_co
    marks: Marks | CompactMarks
    digest: bytes = b""


class TextEntry(Struct, Generic[Value_co], frozen=True):
    """One typed Markdown file: an article's or a page's."""

    key: str
    language: Language
    fields: Value_co
    body: Body
    marks: Marks | CompactMarks

    @property
    def path(self) -> str:
        """Return the file's path as problems name it."""
        return self.marks.path
