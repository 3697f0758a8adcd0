"""Ranks: places in an order, so that a script can sort as we do and knows no language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from plugins.bulletin.text.collation import SortKey
from plugins.bulletin.text.dates import PartialDate

Key = TypeVar("Key", SortKey, PartialDate, tuple[int, ...])


def ranks(values: Sequence[Key | None]) -> tuple[int | None, ...]:
    """Return each value's place from 0 among the different ones; None has no place.

    Equal values have equal places: B, A, None, B gives 1, 0, None, 1.
    """
    different = sorted({value for value in values if value is not None})
    places = {value: place for place, value in enumerate(different)}
    return tuple(None if value is None else places[value] for value in values)
