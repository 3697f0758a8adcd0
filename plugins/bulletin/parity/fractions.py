"""Fractions: two thirds, half an hour, nửa thế kỷ, and what else is told by parts."""

from __future__ import annotations

from decimal import Decimal

from plugins.bulletin.parity.dates import Reading
from plugins.bulletin.parity.found import Found, Read
from plugins.bulletin.parity.measures import (
    AND_A_HALF,
    SMALLER,
    Amount,
    measures_of,
    whole_duration,
)
from plugins.bulletin.parity.numbers import HALF, Number, plain
from plugins.bulletin.parity.ranges import range_of
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.unit_words import BASES
from plugins.bulletin.parity.words import (
    GHOST,
    ONES_EN,
    ONES_VI,
    ORDINALS_EN,
    ORDINALS_VI,
    SOFT,
    STRICT,
    listed,
)

HALVES = ("half", "nửa", "halved", "halving", "halves")

_ARTICLES = ("a", "an")
_PARTS_EN = {word: value for word, value in ORDINALS_EN.items() if 3 <= value <= 20}
_PARTS_EN |= {"quarter": 4}
_QUARTERS = 4
_OF_YEAR = frozenset(listed("year năm first second last đầu cuối"))
_OF_CENTURY = frozenset(("century", "kỷ"))


def read_part_of_unit(tokens: Tokens, index: int) -> Read | None:
    """Read "half an hour", "a year and a half" or "an hour and 45 minutes"."""
    word, first = tokens.low[index], index + 1
    is_one = word in _ARTICLES
    first += not is_one and tokens.low[first : first + 1] in (["a"], ["an"])
    unit, after = tokens.phrase(tokens.words.units, first)
    if not unit or not tokens.joins(index):
        return None
    if is_one and tokens.low[after : after + 3] != AND_A_HALF:
        return _one_and_more(tokens, index, unit, after=after)
    value, after = (1 + HALF, after + 3) if is_one else (HALF, after)
    readings = (*measures_of(unit, value), ("n", plain(value)))
    found = Found("number", readings, tokens.starts[index], tokens.ends[after - 1], SOFT)
    return Read(after, (found,))


def _one_and_more(tokens: Tokens, index: int, unit: str, *, after: int) -> Read | None:
    if unit not in SMALLER:
        return None
    one = Amount(Number(Decimal(1), after, SOFT), after, tokens.ends[after - 1], unit=unit)
    whole = whole_duration(tokens, one)
    return None if whole is one else range_of(tokens, index, whole)


def read_half(tokens: Tokens, index: int) -> Read:
    """Read what a half answers to: 50 %, 6 months of a year, 50 years of a century."""
    readings: list[Reading] = [("n", 0.5), ("p", 50), ("f", 1, 2)]
    near = tokens.low[max(index - 1, 0) : index + 3]
    if not _OF_YEAR.isdisjoint(near):
        readings += [("n", 6), ("u", "month", 6, 6)]
    if not _OF_CENTURY.isdisjoint(near):
        readings += [("n", 50), ("u", "month", 600, 50)]
    start, end = tokens.starts[index], tokens.ends[index]
    return Read(index + 1, (Found("number", tuple(readings), start, end, GHOST),))


def read_fraction(tokens: Tokens, index: int) -> Read | None:
    """Read two thirds, three-quarters of an hour, or hai phần ba."""
    read = _parts_vi(tokens, index) if tokens.language == "vi" else _parts_en(tokens, index)
    if read is None:
        return None
    above, below, after = read
    readings: list[Reading] = [("f", above, below)]
    readings += [("p", 100 * above // below)] if 100 * above % below == 0 else []
    weight = STRICT
    if tokens.low[index] in _ARTICLES and tokens.low[after : after + 1] != ["of"]:
        weight = SOFT  # "there is a third" may count on
        readings.append(("n", below))
    readings += _of_unit(tokens, after, Decimal(above) / below)
    start, end = tokens.starts[index], tokens.ends[after - 1]
    return Read(after, (Found("number", tuple(readings), start, end, weight),))


def _of_unit(tokens: Tokens, index: int, value: Decimal) -> tuple[Reading, ...]:
    """Return what "a quarter of an hour" or "một phần tư thế kỷ" measures."""
    low = tokens.low
    if low[index : index + 1] == ["of"] and low[index + 1 : index + 2] in (["a"], ["an"]):
        index += 2
    unit, _ = tokens.phrase(tokens.words.units, index)
    return measures_of(unit, value) if unit in BASES else ()


def _parts_vi(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    low = tokens.low[index : index + 3]
    if len(low) < 3 or low[1] != "phần" or low[2] not in ORDINALS_VI or low[0] not in ONES_VI:
        return None
    return ONES_VI[low[0]], ORDINALS_VI[low[2]], index + 3


def _parts_en(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    if not tokens.joins(index):
        return None
    first, second = tokens.low[index : index + 2]
    above = 1 if first in _ARTICLES else ONES_EN.get(first, 0)
    below = _PARTS_EN.get(second.removesuffix("s"), 0)
    if not above or not below or (above == 1) == second.endswith("s"):
        return None
    is_next = tokens.joins(index + 1)
    is_sure = above == 3 if below == _QUARTERS else first not in _ARTICLES
    is_last = above == 1 and below != _QUARTERS and not is_next
    is_of = is_next and tokens.low[index + 2] == "of"
    return (above, below, index + 2) if is_sure or is_last or is_of else None
