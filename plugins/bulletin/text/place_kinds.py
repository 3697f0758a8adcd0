"""Kinds of places: a place's name and the word that tells what it is, apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plugins.bulletin.text import Language
from plugins.bulletin.text.place_words import KINDS_AFTER, KINDS_BEFORE

_ASIDE = re.compile(r"\s*\([^)]*\)")


class PlaceName(NamedTuple):
    """A name without what kind of place it is; `kind` is "" where nothing says that."""

    core: str
    kind: str


def split_name(name: str, language: Language) -> PlaceName:
    """Tell a place's name from the word for its kind: "Tỉnh Fukuoka" is a province Fukuoka."""
    words = _ASIDE.sub("", name).split()
    lowered = [word.lower() for word in words]
    for size in (3, 2, 1):
        kind = KINDS_BEFORE[language].get(" ".join(lowered[:size]), "")
        if kind and len(words) > size:
            return PlaceName(core_of(words[size:]), kind)
    kind = KINDS_AFTER[language].get(lowered[-1], "") if len(words) > 1 else ""
    return PlaceName(core_of(words[:-1] if kind else words), kind)


def core_of(words: Sequence[str]) -> str:
    """Write a name in one way, so that "St. Petersburg" is "St Petersburg"."""
    return " ".join(words).replace(".", "").replace("’", "'").replace("\u2011", "-")
