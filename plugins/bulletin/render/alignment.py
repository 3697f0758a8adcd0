"""Alignment: which parts of two bodies stand side by side. Numbers alone; no text is moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from plugins.bulletin.model.library import Row

# The parts of a body: of each its kind, such as `p` or `h2`, and its length in characters.
Shape = Sequence[tuple[str, int]]

SHORT = 80  # characters; lengths of shorter parts tell little
APART = 1.7  # times that a part may be longer or shorter than its body makes expect


def align(find: Callable[[], Sequence[Row]], original: Shape, translation: Shape) -> Sequence[Row]:
    """Return rows in which every part of both bodies stands once, in order.

    Args:
        find: Finds rows by reading the texts, which takes time; asked only where the shapes do
            not show already that the parts follow each other one by one. Rows that do not fit
            the bodies are not used, for then a passage would be lost.
        original: The original's parts.
        translation: The translation's.
    """
    if _agree(original, translation):
        return [(number, number) for number in range(len(original))]
    known = find()
    if _fits(known, len(original), len(translation)):
        return known
    return _by_kind([kind for kind, _ in original], [kind for kind, _ in translation])


def _agree(original: Shape, translation: Shape) -> bool:
    """Tell whether all parts are of the same kinds, and long ones as long as is to be expected."""
    if [kind for kind, _ in original] != [kind for kind, _ in translation]:
        return False
    lengths = [(here, there) for (_, here), (_, there) in zip(original, translation, strict=True)]
    whole = sum(there for _, there in lengths) / (sum(here for here, _ in lengths) or 1)
    shares = [there / (here * whole) for here, there in lengths if here > SHORT and whole]
    return all(1 / APART < share < APART for share in shares)


def _fits(rows: Sequence[Row], original: int, translation: int) -> bool:
    here = [row[0] for row in rows if row[0] is not None]
    there = [row[1] for row in rows if row[1] is not None]
    return here == [*range(original)] and there == [*range(translation)]


def _by_kind(original: Sequence[str], translation: Sequence[str]) -> Sequence[Row]:
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
