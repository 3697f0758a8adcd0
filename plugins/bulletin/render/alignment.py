"""Alignment: which parts of two bodies stand side by side. Indices alone; no text is moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the index of a part in each body, or None where it has nothing to match."""

    original: int | None
    translation: int | None


def align_by_kind(original: Sequence[str], translation: Sequence[str]) -> tuple[Row, ...]:
    """Bring the parts of two bodies together by their order and kind.

    Args:
        original: The kind of each part, such as `p` or `h2`.
        translation: The same of the other body.

    Returns:
        Rows in which every part of both bodies stands once, in order.
    """
    matcher = SequenceMatcher(None, original, translation, autojunk=False)
    rows: list[Row] = []
    for deed, start, end, there, there_end in matcher.get_opcodes():
        here, other = range(start, end), range(there, there_end)
        if deed == "equal":
            rows += [Row(left, right) for left, right in zip(here, other, strict=True)]
            continue
        rows += [Row(index, None) for index in here]
        rows += [Row(None, index) for index in other]
    return tuple(rows)
