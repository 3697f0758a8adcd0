"""Findings: one difference in words, as problems will tell it."""

from __future__ import annotations

from typing import NamedTuple

from plugins.bulletin.parity.facts import Fact, Lines, Part
from plugins.bulletin.problems import Rule, Words

LineColumn = tuple[int, int]
NO_PART = Part("", 0, 0, 0, "", Lines((0,), 0, 0))


class Finding(NamedTuple):
    """What each text says, "" for nothing, and where; `shown` says it in other words."""

    rule: Rule
    original: str
    translation: str
    original_place: LineColumn
    translation_place: LineColumn
    shown: tuple[Words, Words] | None = None


def place_of(part: Part | None, fact: Fact | None = None) -> LineColumn:
    """Return the line and column of a fact, or of its part; 0 for what is not there."""
    return part.place(fact) if part is not None else (0, 0)
