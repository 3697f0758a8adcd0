"""Nearest: what a translation probably wrote for a term, to quote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from plugins.bulletin.glossary.sides import Read
from plugins.bulletin.glossary.words import stems_of, words_of

_LONG = 3  # letters; words with fewer are seldom part of a term at its ends
_ALIKE = 0.6  # below, a quotation would mislead


class Near(Struct, frozen=True):
    """Words of a text, and their line in the file."""

    text: str
    line: int


def find_nearest(forms: Iterable[str], theirs: Read) -> Near | None:
    """Return the words that are most like one of some forms and share a word with it."""
    best, where = _ALIKE, None
    tried = ((form, window) for form in forms for window in _windows(form, theirs))
    for wanted, window in tried:
        passage, at, length = window
        words = theirs.words[passage][at : at + length]
        alike = SequenceMatcher(None, " ".join(words).lower(), wanted.lower()).ratio()
        if alike > best:
            best, where = alike, window
    if where is None:
        return None
    return Near(theirs.quote(*where), theirs.place(*where[:2]).line)


def _windows(form: str, theirs: Read) -> Iterator[tuple[int, int, int]]:
    """Yield rows of about as many words as a form has that begin or end with one of them."""
    language, wanted = theirs.side.language, words_of(form)
    stems = set(stems_of((word for word in wanted if len(word) >= _LONG), language))
    for passage, words in enumerate(theirs.words):
        found = [at for at, one in enumerate(stems_of(words, language)) if one in stems]
        rows = (row for at in found for row in _around(at, words, len(wanted)))
        yield from ((passage, start, length) for start, length in rows)


def _around(at: int, words: list[str], size: int) -> Iterator[tuple[int, int]]:
    lengths = range(max(size - 2, 1), size + 2)
    places = ((start, length) for length in lengths for start in (at, at - length + 1))
    return ((start, length) for start, length in places if _is_row(words, start, length))


def _is_row(words: list[str], start: int, length: int) -> bool:
    """Tell whether some words follow each other, with long ones at both ends."""
    row = words[start : start + length] if start >= 0 else []
    is_whole = len(row) == length and all(word[0].isalnum() for word in row)
    return is_whole and min(len(row[0]), len(row[-1])) >= _LONG
