"""Vietnamese words in a text of another language, told by their letters alone.

A word counts where it has the form of a Vietnamese syllable and letters that few others use:
ơ ư đ, a hook or a dot below, or a tone mark above another mark. Its neighbours go with it
where they have that form too: "Nam" in "Nguyễn Văn Nam".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

_TONES = ("\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = "".join(
    dict.fromkeys(
        letter
        for base in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
        for tone in ("", *_TONES)
        if len(letter := unicodedata.normalize("NFC", base + tone)) == 1
    )
)
_OWN = "đĐơƠưƯĩĨũŨ" + "".join(
    letter
    for letter in _LETTERS
    if set(unicodedata.normalize("NFD", letter)) & {"\u0309", "\u0323", "\u031b"}
    or (len(unicodedata.normalize("NFD", letter)) > 2)
)
SURE = re.compile(f"[{''.join(dict.fromkeys(_OWN))}]")
_RUN = re.compile(r"[^\W\d_]+(?:[ \u00a0\n][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?"
    "[aeiouy]{1,3}(?:ch?|m|ng?|nh|p|t)?"
)
# Words of English that have the form too, as a sentence may begin with them.
_ENGLISH = frozenset(
    [
        "A",
        "An",
        "At",
        "But",
        "By",
        "Can",
        "Do",
        "He",
        "Her",
        "His",
        "In",
        "It",
        "Me",
        "No",
        "Not",
        "On",
        "She",
        "So",
        "Than",
        "That",
        "The",
        "Then",
        "There",
        "To",
        "Up",
    ]
)


def find_vietnamese(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words of Vietnamese begin and end in a text that is not Vietnamese.

    Args:
        text: Plain text, NFC, without markup.
    """
    if SURE.search(text) is None:
        return
    for run in _RUN.finditer(text):
        if SURE.search(run.group()):
            yield from _in_run(run)


def _in_run(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield the longest rows of words that go together and hold one with letters of its own."""
    words = _WORD.finditer(run.string, run.start(), run.end())
    for is_row, row in groupby(words, key=lambda word: _goes_with(word.group())):
        parts = list(row)
        if is_row and any(SURE.search(part.group()) for part in parts):
            yield parts[0].start(), parts[-1].end()


@lru_cache(maxsize=4096)
def _goes_with(word: str) -> bool:
    """Tell whether a word may be of a Vietnamese name: no plain one of English is."""
    is_name = not word.isascii() or (word[0].isupper() and word not in _ENGLISH)
    return is_name and _is_syllable(word)


def _is_syllable(word: str) -> bool:
    lowered = word.casefold().replace("đ", "d")
    bare = "".join(
        letter
        for letter in unicodedata.normalize("NFD", lowered)
        if not unicodedata.combining(letter)
    )
    return _SYLLABLE.fullmatch(bare) is not None
