"""Words: a text as a row of words that can be compared with those of a term.

English words are brought to a stem, so that number, possession, tense and the two spellings
of -ise do not count. A stem is no word, it only has to be the same for forms of one.
Vietnamese words have no endings; the place of a tone mark does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from plugins.bulletin.text import Language
from plugins.bulletin.text.tones import restyle

# A word, or what no term reaches across: punctuation, a blank line, the next item or cell.
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[.,;:!?()|…\0]+|\n\s*(?:\n|[-*+>#]|[0-9]+\.\s)")
_MOST_STEMS = 100_000
_VOWEL = re.compile("[aeiouy]")
_IRREGULAR = {
    "memoranda": "memorandum",
    "chairmen": "chairman",
    "chairwomen": "chairwoman",
    "center": "centre",
    "centers": "centre",
    "neighborliness": "neighbourliness",
    "neighbor": "neighbour",
    "neighbors": "neighbour",
}
_HISSING = ("sses", "ches", "shes", "xes", "zes")
_NO_PLURAL = ("ss", "us", "is")


def words_of(text: str) -> list[str]:
    """Return the words and the breaks of a text, in their order and as written."""
    return _TOKEN.findall(text)


def spans_of(text: str) -> list[tuple[int, int]]:
    """Return where the words and the breaks of a text stand."""
    return [match.span() for match in _TOKEN.finditer(text)]


class _Stems(dict[str, str]):
    """The stems of the words met so far: a bulletin uses few thousand, again and again."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_STEMS:
            self.clear()
        found = restyle(word.casefold()) if self.language == "vi" else _english_stem(word)
        self[word] = found
        return found


@lru_cache(maxsize=2)
def _stems(language: Language) -> _Stems:
    return _Stems(language)


def stems_of(words: Iterable[str], language: Language) -> list[str]:
    """Return what the forms of each word have in common."""
    return list(map(_stems(language).__getitem__, words))


def _english_stem(word: str) -> str:
    bare = word.casefold().replace("’", "'").removesuffix("'s")
    bare = _without_number(_IRREGULAR.get(bare, bare))
    bare = _without_ending(_without_ending(bare, "ed"), "ing").removesuffix("e")
    bare = bare[:-1] if bare[-1:] == bare[-2:-1] else bare  # twinn(ing), programm(e)
    bare = bare[:-1] + "i" if bare.endswith("y") and len(bare) > 2 else bare
    return bare.replace("iz", "is")


def _without_number(word: str) -> str:
    if len(word) <= 3 or word.endswith(_NO_PLURAL):
        return word
    if word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if word.endswith(_HISSING):
        return word[:-2]
    return word.removesuffix("s")


def _without_ending(word: str, ending: str) -> str:
    rest = word.removesuffix(ending)
    return rest if len(rest) > 2 and _VOWEL.search(rest) else word
