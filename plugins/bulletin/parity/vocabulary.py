"""Vocabulary: the tables of one language together, with phrases ready to be looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from plugins.bulletin.parity import bound_words, unit_words, words
from plugins.bulletin.text import Language


class Phrases(Struct, frozen=True):
    """Phrases of one to three words with what they mean, longest first."""

    meanings: Mapping[str, str]
    longest: Mapping[str, int]  # by first word, for phrases read forwards
    longest_back: Mapping[str, int]  # by last word, for phrases read backwards


class Vocabulary(Struct, frozen=True):
    """All tables of one language. `groups` and `point` part and end a whole number."""

    groups: str
    point: str
    scales: Mapping[str, int]
    currencies: Phrases
    units: Phrases
    bounds: Phrases
    after: Phrases
    percent: Phrases


def _phrases(meanings: Mapping[str, str]) -> Phrases:
    return Phrases(meanings, _longest(meanings, 0), _longest(meanings, -1))


def _longest(phrases: Iterable[str], end: int) -> dict[str, int]:
    longest: dict[str, int] = {}
    for phrase in phrases:
        parts = phrase.split()
        longest[parts[end]] = max(longest.get(parts[end], 0), len(parts))
    return longest


VOCABULARIES: Mapping[Language, Vocabulary] = {
    "vi": Vocabulary(
        ".",
        ",",
        words.SCALES_VI,
        _phrases(unit_words.CURRENCIES_VI),
        _phrases(unit_words.UNITS_VI),
        _phrases(bound_words.BOUNDS_VI),
        _phrases(bound_words.AFTER_VI),
        _phrases({"phần trăm": "%", "điểm phần trăm": "%"}),
    ),
    "en": Vocabulary(
        ",",
        ".",
        words.SCALES_EN,
        _phrases(unit_words.CURRENCIES_EN),
        _phrases(unit_words.UNITS_EN),
        _phrases(bound_words.BOUNDS_EN),
        _phrases(bound_words.AFTER_EN),
        _phrases(
            {
                "percent": "%",
                "per cent": "%",
                "pct": "%",
                "percentage points": "%",
                "percentage point": "%",
            }
        ),
    ),
}
