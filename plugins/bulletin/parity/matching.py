"""Matching: which fact of one text is said by which fact of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from plugins.bulletin.parity.bounds import bounds_agree
from plugins.bulletin.parity.dates import Reading
from plugins.bulletin.parity.facts import Fact, Part
from plugins.bulletin.parity.targets import are_editions
from plugins.bulletin.parity.words import SOFT, STRICT

NEIGHBOURS = 2  # rows, of the same section, in which a fact may be said instead
_ONCE = ("link", "image")  # these must be there as often as in the original


class Side(Struct):
    """One text's half of a row: a part, and which of its facts are said by the other text."""

    part: Part | None
    partner_of: dict[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def facts(self) -> Sequence[Fact]:
        """Return the part's facts."""
        return self.part.facts if self.part else ()

    @property
    def is_open(self) -> bool:
        """Tell whether some fact has no counterpart."""
        return self.part is not None and len(self.partner_of) < len(self.part.facts)

    def left(self) -> Iterator[tuple[int, Fact]]:
        """Yield the facts without a counterpart."""
        for index, fact in enumerate(self.facts):
            if index not in self.partner_of:
                yield index, fact


class Pairing(Struct):
    """One row: the two sides, the section they are in, and facts said again elsewhere."""

    original: Side
    translation: Side
    section: int = 0
    repeated: list[tuple[Fact | None, Fact | None]] = field(default_factory=list)


def match(rows: Sequence[Pairing]) -> None:
    """Find a counterpart for every fact that has one: first in its row, then nearby."""
    for number, row in enumerate(rows):
        _match_equal(row, number)
        _prefer_near(row.original, row.translation, number)
        _prefer_near(row.translation, row.original, number)
        _match_likely(row.original, row.translation, (number, number))
    for number, row in enumerate(rows):
        for other in _nearby(rows, number) if row.original.is_open else ():
            _match_likely(row.original, rows[other].translation, (number, other))


def _match_equal(row: Pairing, number: int) -> None:
    """Pair facts of one reading, those of the same piece first."""
    if not (row.original.is_open and row.translation.is_open):
        return
    has_units = len(row.original.part.shape if row.original.part else ()) > 1
    for by_unit in (True, False) if has_units else (False,):
        open_facts: dict[tuple[object, Reading], list[int]] = {}
        for index, fact in row.translation.left():
            for reading in fact.readings:
                open_facts.setdefault((fact.unit if by_unit else 0, reading), []).append(index)
        for index, fact in row.original.left():
            unit = fact.unit if by_unit else 0
            lists = (open_facts.get((unit, reading), []) for reading in fact.readings)
            taken = row.translation.partner_of
            others = [item for group in lists for item in group if item not in taken]
            facts = row.translation.facts
            agreed = [item for item in others if bounds_agree(fact.bound, facts[item].bound)]
            other = next(iter(agreed or others), None)
            if other is not None:
                row.original.partner_of[index] = (number, other)
                taken[other] = (number, index)


def _prefer_near(one: Side, other: Side, number: int) -> None:
    """Where a text says a fact twice, let that one stay alone which is farther from the other.

    What is left over is then at the place at which the texts differ.
    """
    if one.part is None or other.part is None or not one.is_open:
        return
    for index, fact in list(one.left()):
        for rival, (_, partner) in list(one.partner_of.items()):
            if one.facts[rival].readings != fact.readings:
                continue
            goal = other.part.position(other.facts[partner])
            ways = [abs(one.part.position(one.facts[item]) - goal) for item in (index, rival)]
            if ways[0] < ways[1]:
                del one.partner_of[rival]
                one.partner_of[index] = (number, partner)
                other.partner_of[partner] = (number, index)
                break


def _match_likely(one: Side, other: Side, numbers: tuple[int, int]) -> None:
    if not (one.is_open and other.is_open):
        return
    for index, fact in one.left():
        for candidate, second in other.left():
            if agree(fact, second):
                one.partner_of[index] = (numbers[1], candidate)
                other.partner_of[candidate] = (numbers[0], index)
                break


def _nearby(rows: Sequence[Pairing], number: int) -> list[int]:
    section = rows[number].section
    order = sorted(
        range(number - NEIGHBOURS, number + NEIGHBOURS + 1), key=lambda n: abs(n - number)
    )
    return [
        other
        for other in order
        if other != number and 0 <= other < len(rows) and rows[other].section == section
    ]


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether two facts can mean the same."""
    for first in one.readings:
        for second in other.readings:
            if first == second or _agree(first, second):
                return True
    return False


def _agree(first: Reading, second: Reading) -> bool:
    """Tell whether two readings of different form mean the same."""
    kinds = first[0], second[0]
    if kinds == ("d", "d"):
        return _same_day(first, second)
    if kinds == ("u", "u"):
        return first[1:3] == second[1:3]
    if kinds in (("u", "n"), ("n", "u")):
        return first[-1] == second[-1]
    if kinds in (("t", "n"), ("n", "t"), ("t", "h"), ("h", "t")):
        return _is_hour(first, second) or _is_hour(second, first)
    if kinds == ("l", "l"):
        return are_editions(str(first[1]), str(second[1]))
    return False


def _is_hour(time: Reading, number: Reading) -> bool:
    """Tell whether a bare number can be the hour of a time: eight in the morning."""
    minutes, hour = time[1], number[1]
    if time[0] != "t" or not isinstance(minutes, int) or not isinstance(hour, int):
        return False
    return minutes % 60 == 0 and minutes // 60 % 12 == hour % 12 and hour <= 24


def _same_day(first: Reading, second: Reading) -> bool:
    """Tell whether two dates agree in all that both say; the year may be left out of one."""
    if first[1] and second[1] and first[1] != second[1]:
        return False
    if first[3] != second[3]:
        return False
    return first[2] == second[2] or not (first[2] and second[2])


def is_one_shape(row: Pairing) -> bool:
    """Tell whether both parts are lists or tables with as many items or rows."""
    first, second = row.original.part, row.translation.part
    if first is None or second is None or len(first.shape) < 2:
        return False
    return len(first.shape) == len(second.shape)


def is_said_again(fact: Fact, others: Iterable[Part], *, by_item: bool = False) -> bool:
    """Tell whether a fact that nothing is left for is said all the same.

    A text may name a number twice where the other names it once; a year or a month is said
    by any date in it; "both" says two.
    """
    if fact.kind in _ONCE:
        return False
    for part in others:
        if not part.ghosts.isdisjoint(fact.readings) or _is_ghost(fact, part):
            return True
        facts = [other for other in part.facts if not by_item or other.unit == fact.unit]
        if any(agree(fact, other) or _is_part(fact, other) for other in facts):
            return True
        if _is_so_many_of(fact, facts, part.ghosts):
            return True
        if by_item:
            return False
    return False


def _is_so_many_of(fact: Fact, others: Iterable[Fact], ghosts: frozenset[Reading]) -> bool:
    """Tell whether 10/12 is said as "10 of the 12", or one of the two numbers as 10/12."""
    readings = {reading for other in others for reading in other.readings} | ghosts
    for reading in fact.readings:
        if reading[0] == "f" and {("n", reading[1]), ("n", reading[2])} <= readings:
            return True
        if reading[0] == "n" and any(
            other[0] == "f" and reading[1] in other[1:] for other in readings
        ):
            return True
    return False


def _is_ghost(fact: Fact, part: Part) -> bool:
    measures = [reading for reading in fact.readings if reading[0] == "u"]
    return any(
        ("n", measure[3]) in part.ghosts
        or any(ghost[0] == "u" and ghost[1:3] == measure[1:3] for ghost in part.ghosts)
        for measure in measures
    )


def _is_part(fact: Fact, other: Fact) -> bool:
    """Tell whether a year, a month or a day is part of a whole date."""
    for whole in other.readings:
        if whole[0] != "d":
            continue
        for reading in fact.readings:
            if (
                reading[0] == "n"
                and reading[1] in (whole[1], whole[3])
                and fact.kind in ("year", "date")
            ):
                return True
            if reading[0] == "d" and _is_month_or_day(reading, whole):
                return True
    return False


def _is_month_or_day(reading: Reading, whole: Reading) -> bool:
    """Tell whether a date that lacks its year, and month or day, is in a whole one."""
    _, year, month, day = reading
    if year:
        return False
    return (not day and month == whole[2]) or (not month and day == whole[3])


def is_reported(fact: Fact) -> bool:
    """Tell whether a fact without a counterpart is a problem by itself."""
    return fact.weight == STRICT


def is_soft(fact: Fact) -> bool:
    """Tell whether a fact is a small number in words."""
    return fact.weight == SOFT
