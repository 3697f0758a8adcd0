"""Nearest: what a translation probably wrote for a term, to quote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from plugins.bulletin.glossary.sides import Read
from plugins.bulletin.glossary.words import stems_of, words_of

_LONG = 3  # letters; words with fewer are seldom part of a term at its ends
_ALIKE = 0.6  # below, a quotation would mislead


@dataclass(frozen=True, slots=True)
class Near:
    """Words of a text, and their line in the file."""

    text: str
    line: int


def find_nearest(forms: Iterable[str], theirs: Read) -> Near | None:
    """Return the words that are most like one of some forms and share a word with it."""
    best, where = _ALIKE, None
    for form in forms:
        wanted = words_of(form)
        for passage, at, length in _windows(wanted, theirs):
            words = theirs.words[passage][at : at + length]
            alike = SequenceMatcher(None, " ".join(words).lower(), form.lower()).ratio()
            if alike > best:
                best, where = alike, (passage, at, length)
    if where is None:
        return None
    return Near(theirs.quote(*where), theirs.place(*where[:2]).line)


def _windows(wanted: list[str], theirs: Read) -> Iterator[tuple[int, int, int]]:
    """Yield rows of about as many words as wanted that begin or end with one of them."""
    language = theirs.side.language
    stems = set(stems_of((word for word in wanted if len(word) >= _LONG), language))
    for passage, words in enumerate(theirs.words):
        for at, found in enumerate(stems_of(words, language)):
            if found in stems:
                rows = _around(at, words, len(wanted))
                yield from ((passage, start, length) for start, length in rows)


def _around(at: int, words: list[str], size: int) -> Iterator[tuple[int, int]]:
    for length in range(max(size - 2, 1), size + 2):
        for start in (at, at - length + 1):
            row = words[start : start + length] if start >= 0 else []
            is_whole = len(row) == length and all(word[0].isalnum() for word in row)
            if is_whole and min(len(row[0]), len(row[-1])) >= _LONG:
                yield start, length
