"""Guesses: "did you mean", in the words of both languages."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(found: str, known: Iterable[str]) -> dict[str, str]:
    """Return details `guess_en` and `guess_vi`, both empty when nothing known is near."""
    cutoff = 0.65 if len(found) < 6 else 0.75
    by_letters = {name.lower(): name for name in known}
    near = get_close_matches(found[:100].lower(), list(by_letters), n=1, cutoff=cutoff)
    if not near:
        return {"guess_en": "", "guess_vi": ""}
    return {
        "guess_en": f"; did you mean “{by_letters[near[0]]}”?",
        "guess_vi": f"; có phải “{by_letters[near[0]]}”?",
    }
