"""Differences: what is left over on either side of matched rows, two and two where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from plugins.bulletin.parity.bounds import bounds_agree
from plugins.bulletin.parity.facts import Fact, Part
from plugins.bulletin.parity.matching import (
    Pairing,
    Side,
    agree,
    is_one_shape,
    is_reported,
    is_said_again,
    is_soft,
)

_FAMILIES = {
    "year": "date", "time": "date", "money": "number", "percent": "number",
}  # fmt: skip
_FAR = 0.3  # of a text: how far apart two small numbers in words may be and be one
_LONG = 200  # characters; in a shorter text all facts are near each other
_NEAR = 0.12  # how near facts must be to be one that was changed
_SHAPED = ("list", "table", "notes")


class Difference(Struct, frozen=True):
    """One fact that the texts say differently; None where one does not say it."""

    kind: str
    original: Fact | None
    translation: Fact | None
    original_part: Part | None
    translation_part: Part | None


def find_differences(rows: Sequence[Pairing]) -> Iterator[Difference]:
    """Yield what differs in matched rows. A block without counterpart is not looked into."""
    for number, row in enumerate(rows):
        if row.original.part is None or row.translation.part is None:
            continue
        yield from _of_bounds(rows, row)
        yield from _swapped(row, number)
        yield from _once(_left_over(rows, number))


def _once(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Leave out the second half of a range whose two halves differ: it reads the same."""
    seen: set[tuple[str, int, str, int]] = set()
    for item in differences:
        one, other = item.original, item.translation
        key = (*(one[2:4] if one else ("", 0)), *(other[2:4] if other else ("", 0)))
        if key not in seen:
            seen.add(key)
            yield item


def _left_over(rows: Sequence[Pairing], number: int) -> Iterator[Difference]:
    row = rows[number]
    first, second = row.original.part, row.translation.part
    if first is None or second is None or not (row.original.is_open or row.translation.is_open):
        return
    left = _unsaid(row.original, row, _around(rows, number, "translation"))
    right = _unsaid(row.translation, row, _around(rows, number, "original"))
    changed = _changed(row, left, right)
    left = _without_gone_items(row.original, row.translation, left)
    right = _without_gone_items(row.translation, row.original, right)
    for one, other in (*changed, *_pair_up(left, right, _Distances(first, second))):
        pair = one or _twin(other, row.original, row), other or _twin(one, row.translation, row)
        facts = [fact for fact in pair if fact is not None]
        # A small number in words that only one of them says is no difference.
        if len(facts) == 2 or is_reported(facts[0]):
            yield Difference(facts[0].kind, *pair, first, second)


def _unsaid(side: Side, row: Pairing, others: Sequence[Part]) -> list[Fact]:
    """Return the facts that the other text does not say, not even a second time.

    In lists and tables of one shape, "a second time" means in the same item.
    """
    by_item = is_one_shape(row)
    return [
        fact
        for _, fact in side.left()
        if not is_said_again(fact, _where(fact, others), by_item=by_item)
    ]


def _changed(row: Pairing, left: Sequence[Fact], right: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Return facts that both texts say elsewhere too, but that differ at this very place."""
    first, second = row.original.part, row.translation.part
    if first is None or second is None:
        return []
    distances = _Distances(first, second)
    ones = [fact for _, fact in row.original.left() if fact not in left and is_reported(fact)]
    others = [fact for _, fact in row.translation.left() if fact not in right and is_reported(fact)]
    found = []
    for fact in ones:
        near = [
            (distances.between(fact, other), index)
            for index, other in enumerate(others)
            if _family(fact) == _family(other) and not agree(fact, other)
        ]
        if near and min(near)[0] <= _NEAR:
            found.append((fact, others.pop(min(near)[1])))
    return found


class _Distances(Struct, frozen=True):
    """How far facts of two parts are from being one: in place, kind and piece."""

    original: Part
    translation: Part

    def between(self, fact: Fact, other: Fact) -> float:
        """Return 0 for the same place and kind, more for less likely counterparts."""
        place = abs(self.original.position(fact) - self.translation.position(other))
        place *= min(max(self.original.length, self.translation.length) / _LONG, 1)
        kind = 0.0 if fact.kind == other.kind else 0.5 if _family(fact) == _family(other) else 2.0
        return place + kind + (0.0 if fact.unit == other.unit else 0.3)


def _where(fact: Fact, others: Sequence[Part]) -> Sequence[Part]:
    """Return where a fact may be said again: years and months are remembered for longer."""
    is_known = fact.kind == "year" or (fact.kind == "date" and not all(fact.readings[0][1:]))
    return others if is_known else others[:1]


def _around(rows: Sequence[Pairing], number: int, name: str) -> list[Part]:
    """Return a row's part of one text, then those of the rows beside it in the section."""
    near = [
        rows[other]
        for other in (number, number - 1, number + 1)
        if 0 <= other < len(rows) and rows[other].section == rows[number].section
    ]
    sides = [row.original if name == "original" else row.translation for row in near]
    return [side.part for side in sides if side.part is not None]


def _without_gone_items(side: Side, other: Side, left: list[Fact]) -> list[Fact]:
    """Leave out the facts of items that the other list lacks: the list is one problem."""
    first, second = side.part, other.part
    if first is None or second is None or first.kind not in _SHAPED or first.kind != second.kind:
        return left
    if len(first.shape) == len(second.shape):
        return left
    gone: dict[int, int] = {}
    for fact in left:
        gone[fact.unit] = gone.get(fact.unit, 0) + 1
    total: dict[int, int] = {}
    for fact in first.facts:
        total[fact.unit] = total.get(fact.unit, 0) + 1
    return [fact for fact in left if gone[fact.unit] * 2 <= total[fact.unit]]


def _pair_up(
    left: list[Fact], right: list[Fact], distances: _Distances
) -> Iterator[tuple[Fact | None, Fact | None]]:
    """Bring together what was changed; what stays alone is missing, or was added."""
    others = list(right)
    alone: list[Fact] = []
    for fact in left:
        best = _closest(fact, others, distances)
        if best is None:
            alone.append(fact)
            continue
        others.remove(best)
        yield fact, best
    yield from ((fact, None) for fact in alone)
    yield from ((None, fact) for fact in others)


def _closest(fact: Fact, others: list[Fact], distances: _Distances) -> Fact | None:
    """Return what most likely stands for a fact in the other text, if anything does."""
    candidates = [
        (distances.between(fact, other), index)
        for index, other in enumerate(others)
        if _may_be_one(fact, other)
    ]
    if not candidates:
        return None
    distance, index = min(candidates)
    both_soft = is_soft(fact) and is_soft(others[index])
    return None if both_soft and distance > _FAR else others[index]


def _may_be_one(fact: Fact, other: Fact) -> bool:
    one, two = _family(fact), _family(other)
    return one == two or not {"link", "image"} & {one, two}


def _family(fact: Fact) -> str:
    return _FAMILIES.get(fact.kind, fact.kind)


def _twin(fact: Fact | None, side: Side, row: Pairing) -> Fact | None:
    """Return what the other text says at the place of a fact that it does not say.

    Of a fact said twice there and once here, the second time is what was changed. A small
    number in words is a difference only with such a twin.
    """
    first, second = row.original.part, row.translation.part
    if fact is None or first is None or second is None:
        return None
    is_here = side is row.original
    distances = _Distances(second, first) if is_here else _Distances(first, second)
    again = [
        (distances.between(fact, other), index, other)
        for index, other in side.left()
        if other.kind == fact.kind
    ]
    if not again:
        return None
    distance, _, other = min(again)
    return other if distance <= _FAR else None


def _of_bounds(rows: Sequence[Pairing], row: Pairing) -> Iterator[Difference]:
    """Yield numbers that are equal, but more than so many here and nearly so many there."""
    for index, (number, other) in row.original.partner_of.items():
        fact, second = row.original.facts[index], rows[number].translation.facts[other]
        if (fact.bound or second.bound) and not bounds_agree(fact.bound, second.bound):
            yield Difference(
                fact.kind, fact, second, row.original.part, rows[number].translation.part
            )


def _swapped(row: Pairing, number: int) -> Iterator[Difference]:
    """Yield two facts that changed places between the items of one list."""
    crossed = {}
    for index, (other_row, other) in row.original.partner_of.items():
        if other_row != number:
            continue
        fact, second = row.original.facts[index], row.translation.facts[other]
        if fact.unit != second.unit and fact.kind not in ("link", "image"):
            crossed[fact.unit, second.unit, _family(fact)] = (fact, second)
    if not crossed or row.original.part is None or row.translation.part is None:
        return
    if len(row.original.part.shape) != len(row.translation.part.shape):
        return
    for (here, there, family), (fact, _) in crossed.items():
        back = crossed.get((there, here, family))
        if back is not None and here < there:
            yield Difference(fact.kind, fact, back[1], row.original.part, row.translation.part)
