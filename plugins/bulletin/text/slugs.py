"""Slugs: the last segment of a permalink, and ids of headings."""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.bulletin.text.folding import fold

LONGEST_SLUG = 80

_APOSTROPHES = re.compile("['’ʼ]")
_OTHERS = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=1 << 12)  # every link to a section or topic asks for the same slug
def slugify(title: str) -> str:
    """Turn a title into the last segment of a permalink.

    Args:
        title: Text in any language, NFC or NFD.

    Returns:
        1–80 characters of [a-z0-9-], no hyphen at either end, cut between words.

    Raises:
        ValueError: No letter or digit is left, as for "…".

    Source: Unicode UAX #15. "đ" does not decompose, so folding maps it by hand.
    """
    words = _OTHERS.sub("-", _APOSTROPHES.sub("", fold(title))).strip("-")
    if not words:
        raise ValueError(f"no letter or digit for a slug in {title!r}")
    return _cut(words)


def _cut(words: str) -> str:
    """Return at most 80 characters, whole words unless the first one alone is longer."""
    if len(words) <= LONGEST_SLUG:
        return words
    head = words[: LONGEST_SLUG + 1]
    return head.rpartition("-")[0] or words[:LONGEST_SLUG]
