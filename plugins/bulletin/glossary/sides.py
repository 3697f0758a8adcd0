"""Sides: one language of a text as it is compared, and the places of its words."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.glossary.words import spans_of, words_of
from plugins.bulletin.problems import Place
from plugins.bulletin.read.regions import read_in_body
from plugins.bulletin.text import Language

_MARKUP = dict.fromkeys(map(ord, "[]*_\0"))


class Passage(Struct, frozen=True):
    """A text of a field, with the line and column of the file on which its value begins."""

    text: str
    line: int
    column: int


class Side(Struct, frozen=True):
    """One language of a text: its Markdown body from `first_line` on, and its fields."""

    path: str
    language: Language
    body: str
    first_line: int
    fields: tuple[Passage, ...] = ()


class Read(Struct, frozen=True):
    """A side with its passages, the body first, and the words of each as written."""

    side: Side
    texts: tuple[str, ...]
    words: tuple[list[str], ...]

    def place(self, passage: int, word: int) -> Place:
        """Return the place of a word; of a field's, the place of the field."""
        if passage:
            field = self.side.fields[passage - 1]
            return Place(self.side.path, field.line, field.column)
        start, _ = spans_of(self.texts[0])[word]
        return self.place_in_body(start)

    def place_in_body(self, offset: int) -> Place:
        """Return the place of an offset in the body."""
        before = self.side.body[:offset]
        line = self.side.first_line + before.count("\n")
        return Place(self.side.path, line, offset - (before.rfind("\n") + 1) + 1)

    def quote(self, passage: int, word: int, length: int) -> str:
        """Return some words as they stand in the text, in one line and without markup."""
        spans = spans_of(self.texts[passage])[word : word + length]
        plain = self.texts[passage][spans[0][0] : spans[-1][1]].translate(_MARKUP)
        ends = "".join(end * (plain.count(sign) - plain.count(end)) for sign, end in ("()", "“”"))
        return " ".join(plain.split()) + ends


def read_side(side: Side) -> Read:
    """Return the words of a side; addresses and code are none."""
    texts = (read_in_body(side.body), *(field.text for field in side.fields))
    return Read(side, texts, tuple(words_of(text) for text in texts))
