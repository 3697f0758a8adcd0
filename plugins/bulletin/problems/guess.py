"""Guesses: "did you mean", in the words of both languages."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(found: str, known: Iterable[str]) -> dict[str, str]:
    """Return details `guess_en` and `guess_vi`, both empty when nothing known is near."""
    near = get_close_matches(found.lower(), list(known), n=1, cutoff=0.6)
    if not near:
        return {"guess_en": "", "guess_vi": ""}
    return {
        "guess_en": f"; did you mean “{near[0]}”?",
        "guess_vi": f"; có phải “{near[0]}”?",
    }
