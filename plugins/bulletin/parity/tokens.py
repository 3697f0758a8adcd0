"""Tokens: the words and numbers of one stretch of text, with ways to read phrases in them."""

from __future__ import annotations

import re

from msgspec import Struct

from plugins.bulletin.parity.vocabulary import VOCABULARIES, Phrases, Vocabulary
from plugins.bulletin.text import Language

_TOKEN = re.compile(r"\d+(?:[.,]\d+|[\u00a0\u202f]\d{3}(?!\d))*|k?m[23](?!\w)|[^\W\d_]+[²³]?")
_THIN = ("", "-", "\u00a0", "\u202f", "‑")


class Tokens(Struct):
    """Words and numbers in order: as written, in small letters, and where they stand."""

    text: str
    language: Language
    words: Vocabulary
    raw: list[str]
    low: list[str]
    starts: list[int]  # of the tokens, and behind them the end of the stretch
    ends: list[int]
    size: int  # how many tokens there are
    limit: int  # where the stretch ends

    def __len__(self) -> int:
        """Return how many there are."""
        return self.size

    def gap(self, index: int) -> str:
        """Return what stands between a token and the next, at the end all that is left."""
        return self.text[self.ends[index] : self.starts[index + 1]]

    def joins(self, index: int) -> bool:
        """Tell whether only a space or a hyphen parts a token from the next."""
        if index + 1 >= self.size:
            return False
        gap = self.text[self.ends[index] : self.starts[index + 1]]
        return gap == " " or gap.strip() in _THIN

    def phrase(self, phrases: Phrases, index: int) -> tuple[str, int]:
        """Return the meaning of the longest phrase that begins at a token, and the token after."""
        low = self.low
        if index >= self.size or low[index] not in phrases.longest:
            return "", index
        for length in range(phrases.longest[low[index]], 0, -1):
            meaning = phrases.meanings.get(" ".join(low[index : index + length]))
            if meaning and all(self.joins(index + step) for step in range(length - 1)):
                return meaning, index + length
        return "", index

    def phrase_before(self, phrases: Phrases, index: int) -> tuple[str, int]:
        """Return the meaning of the longest phrase that ends before a token, and its begin."""
        low = self.low
        if index <= 0 or low[index - 1] not in phrases.longest_back:
            return "", index
        for length in range(min(phrases.longest_back[low[index - 1]], index), 0, -1):
            meaning = phrases.meanings.get(" ".join(low[index - length : index]))
            if meaning and all(self.joins(index - step) for step in range(2, length + 1)):
                return meaning, index - length
        return "", index

    def index_at(self, offset: int, index: int) -> int:
        """Return the first token from `index` on that begins at an offset or after it."""
        while index < self.size and self.starts[index] < offset:
            index += 1
        return index


def read_tokens(text: str, language: Language, start: int, *, end: int) -> Tokens:
    """Read the words and numbers of a stretch of text."""
    matches = list(_TOKEN.finditer(text, start, end))
    raw = [match.group() for match in matches]
    return Tokens(
        text,
        language,
        VOCABULARIES[language],
        raw,
        [word.lower() for word in raw],
        [*(match.start() for match in matches), end],
        [match.end() for match in matches],
        len(raw),
        end,
    )
