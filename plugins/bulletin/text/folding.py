"""Folding: text without case and marks, for search and comparison. Never for display."""

from __future__ import annotations

import re
import unicodedata

# Letters whose stroke or ligature does not decompose. "ð" is here because Icelandic Ð (U+00D0)
# and African Ɖ (U+0189) are often typed where Đ (U+0110) is meant.
_LETTERS = str.maketrans(
    {"đ": "d", "ð": "d", "ɖ": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
# Marks of Latin, Greek and Cyrillic. The vowel signs of Lao or Thai are letters to their readers.
_MARKS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Return text in lower case, without marks, with đ as d: "Đối ngoại" becomes "doi ngoai".

    The result is the same for NFC and NFD, and folding it again changes nothing.
    Scripts other than Latin keep their signs.

    Source: Unicode UAX #15 (decomposition) and the Unicode Standard, 3.13 (case folding).
    """
    lowered = unicodedata.normalize("NFKD", text).casefold()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", lowered).translate(_LETTERS))
    return unicodedata.normalize("NFC", bare)


def plain_words(text: str) -> str:
    """Return folded words with one space between them, as `fold` of `theme/static/js/fold.js`."""
    kept = (sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in fold(text))
    return " ".join("".join(kept).split())
