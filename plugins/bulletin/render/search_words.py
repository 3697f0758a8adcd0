"""Search words: which of the newest pages say a word, in files of a few kilobytes each.

Pagefind's part for a common word is large, and its results are files again. For a word that is in
no title one of these files is enough to show pages at once: each has the words from one to the
next file's first. What it says is true and not all: of each word the newest pages alone.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from plugins.bulletin.text.folding import plain_words

NEWEST = 100  # pages of a word
LARGEST = 16_000  # bytes of a file, before it is packed

_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")

Pages = list[int]  # their places in the list of titles, the newest first


class WordFile(Struct, frozen=True):
    """One file: its first word, and its content."""

    first: str
    content: bytes


def words_in(copy: str) -> frozenset[str]:
    """Return the folded words that visitors read in a copy's HTML, of whatever markup."""
    shown = _TAG.sub(" ", _INLINE.sub("", copy))
    said = set(html.unescape(shown).split())
    return frozenset(word for piece in said for word in folded(piece))


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of a text as the page's script folds them."""
    return tuple(plain_words(text).split())


def pages_of_words(pages: Iterable[Iterable[str]]) -> dict[str, Pages]:
    """Return for each word the newest pages that say it, from the words of every page.

    Args:
        pages: In the order of the titles, the newest first.
    """
    found: dict[str, Pages] = {}
    for place, words in enumerate(pages):
        for word in words:
            listed = found.setdefault(word, [])
            if len(listed) < NEWEST:
                listed.append(place)
    return found


def word_files(found: Mapping[str, Pages], largest: int = LARGEST) -> list[WordFile]:
    """Return all words with their pages as JSON, in order, in files that are not too large."""
    files: list[WordFile] = []
    rows: list[bytes] = []
    first, size = "", 1  # each row has a comma or a brace behind it, the first one before as well
    for word in sorted(found):
        row = json.dumps({word: found[word]}, ensure_ascii=False, separators=(",", ":"))[1:-1]
        raw = row.encode()
        if rows and size + len(raw) + 1 > largest:
            files.append(_file(first, rows))
            rows, size = [], 1
        first = first if rows else word
        rows.append(raw)
        size += len(raw) + 1
    return [*files, _file(first, rows)] if rows else files


def _file(first: str, rows: Iterable[bytes]) -> WordFile:
    return WordFile(first, b"{" + b",".join(rows) + b"}")
