"""Align: which block of a translation belongs to which block of its original."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plugins.bulletin.parity.facts import Part, TextFacts
from plugins.bulletin.parity.words import STRICT

_NEVER = -1.0
_KIN = {
    frozenset({"image", "figure"}): 1.5,
    frozenset({"table", "figure"}): 0.6,
    frozenset({"paragraph", "quote"}): 0.8,
    frozenset({"paragraph", "list"}): 0.4,
    frozenset({"paragraph", "code"}): 0.4,
    frozenset({"paragraph", "figure"}): 0.2,
    frozenset({"list", "table"}): 0.3,
}
_PICTURES = {"image", "figure"}
_SAME = 1.0
_MOST_SHARED = 6


class Row(NamedTuple):
    """Two blocks that belong together, by number from 0; None where there is no counterpart."""

    original: int | None
    translation: int | None


def align(original: TextFacts, translation: TextFacts) -> tuple[Row, ...]:
    """Bring the top-level blocks of two texts together, in order.

    Two texts with the same kinds of blocks in the same order are taken block by block;
    others so that kinds, facts and lengths agree best.
    """
    first, second = original.blocks, translation.blocks
    if [_sort(part) for part in first] == [_sort(part) for part in second]:
        return tuple(Row(number, number) for number in range(len(first)))
    return _best_rows(first, second)


def _sort(part: Part) -> tuple[str, int]:
    return part.kind, part.level


def _best_rows(first: Sequence[Part], second: Sequence[Part]) -> tuple[Row, ...]:
    """Find the rows of the highest sum of likenesses, by dynamic programming."""
    keys = [_keys(part) for part in first], [_keys(part) for part in second]
    likeness = [
        [
            _likeness(one, other, len(keys[0][row] & keys[1][column]))
            for column, other in enumerate(second)
        ]
        for row, one in enumerate(first)
    ]
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for row in range(len(first) - 1, -1, -1):
        for column in range(len(second) - 1, -1, -1):
            both = likeness[row][column]
            paired = both + best[row + 1][column + 1] if both > 0 else _NEVER
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    return tuple(_walk(best, likeness))


def _walk(best: list[list[float]], likeness: list[list[float]]) -> list[Row]:
    rows: list[Row] = []
    row = column = 0
    height, width = len(best) - 1, len(best[0]) - 1
    while row < height and column < width:
        both = likeness[row][column]
        if both > 0 and best[row][column] == both + best[row + 1][column + 1]:
            rows.append(Row(row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            rows.append(Row(row, None))
            row += 1
        else:
            rows.append(Row(None, column))
            column += 1
    rows += [Row(number, None) for number in range(row, height)]
    return rows + [Row(None, number) for number in range(column, width)]


def _likeness(first: Part, second: Part, shared: int) -> float:
    """Return how well two blocks go together; never more than 0 for those that cannot.

    Blocks of different kinds, as a list and a paragraph, must say at least one thing together.
    """
    if first.kind == second.kind:
        kind = _SAME + (0.5 if first.level == second.level else -0.6)
    else:
        kind = _KIN.get(frozenset({first.kind, second.kind}), _NEVER)
        if not shared and not {first.kind, second.kind} <= _PICTURES:
            return _NEVER
    if kind < 0:
        return _NEVER
    longest = max(first.length, second.length, 1)
    length = min(first.length, second.length) / longest
    return kind + length + 0.7 * min(shared, _MOST_SHARED)


def _keys(part: Part) -> set[object]:
    """Return what two blocks can share whatever their language: values and names."""
    keys: set[object] = {name for name, _ in part.names}
    for fact in part.facts:
        if fact.weight == STRICT:
            keys.update(fact.readings)
            keys.update(reading[2:] for reading in fact.readings if reading[0] == "d")
    return keys
