"""Widths: about how long a text is in print, where no browser can be asked."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Shares of the font size, of the interface's face in its medium weight; marks take no room.
_WIDTHS = {
    "'": 0.2,
    " ": 0.23,
    "fijlI.,": 0.3,
    "rt()": 0.43,
    "J": 0.5,
    "hknsuvxyz-": 0.58,
    "abcdegopqEFKLPRSTYZ": 0.66,
    "ABCDGHNUVX–": 0.75,
    "mwMOQ": 0.87,
    "W": 1.02,
}
_WIDTH_OF = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_OTHER = 0.67
_WIDE = 1.0  # of a letter that East Asian type sets in a square


@lru_cache(maxsize=1024)
def text_width(text: str, size: float) -> float:
    """Return the width of a text, within a tenth, in the unit of the font size."""
    return size * sum(map(_width_of, unicodedata.normalize("NFD", text)))


def _width_of(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    is_wide = unicodedata.east_asian_width(letter) in ("W", "F")
    return _WIDTH_OF.get(letter, _WIDE if is_wide else _OTHER)


def in_two_lines(text: str) -> tuple[str, ...]:
    """Return a text broken before a bracket, else where both lines are shortest, or whole."""
    before, bracket, after = text.partition(" (")
    if bracket:
        return before, f"({after}"
    words = text.split(" ")
    breaks = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return min(breaks, key=_longest, default=(text,))


def _longest(lines: tuple[str, ...]) -> float:
    return max(text_width(line, 1) for line in lines)
