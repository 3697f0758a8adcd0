"""Alignment: which parts of two bodies stand side by side. Numbers alone; no text is moved."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from plugins.bulletin.model.library import Row

Kinds = Sequence[str]  # of the parts of a body, such as `p` or `h2`


def align(known: Sequence[Row], original: Kinds, translation: Kinds) -> Sequence[Row]:
    """Return rows in which every part of both bodies stands once, in order.

    Args:
        known: Rows that were found by reading the texts; empty where there are none. Those
            that do not fit the bodies are not used, for then a passage would be lost.
        original: The kinds of the original's parts.
        translation: The kinds of the translation's.
    """
    return (
        known if _fits(known, len(original), len(translation)) else _by_kind(original, translation)
    )


def _fits(rows: Sequence[Row], original: int, translation: int) -> bool:
    here = [row[0] for row in rows if row[0] is not None]
    there = [row[1] for row in rows if row[1] is not None]
    return here == [*range(original)] and there == [*range(translation)]


def _by_kind(original: Kinds, translation: Kinds) -> Sequence[Row]:
    """Bring parts together by their order and kind."""
    matcher = SequenceMatcher(None, original, translation, autojunk=False)
    rows: list[Row] = []
    for deed, start, end, there, there_end in matcher.get_opcodes():
        here, other = range(start, end), range(there, there_end)
        if deed == "equal":
            rows += zip(here, other, strict=True)
            continue
        rows += [(number, None) for number in here]
        rows += [(None, number) for number in other]
    return rows
