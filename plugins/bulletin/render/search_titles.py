"""Search titles: titles and names of a language's pages, which answer before the index does.

On a slow line the parts of the index that a word needs come seconds after it was typed. This
file comes with the page, so that what is called by the word is shown at once; it also tells
which file has the pages that say a word (`search_words.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from plugins.bulletin.render.search_copies import UNDATED, Copy


def in_order(copies: Iterable[Copy]) -> list[Copy]:
    """Return copies as the titles list them, the newest first."""
    return sorted(copies, key=_newest_first, reverse=True)


def write_titles(copies: Iterable[Copy], words: Sequence[tuple[str, str]]) -> bytes:
    """Return pages and files of words as JSON.

    Args:
        copies: In order. Each is a row of address, title, names and facts.
        words: The first word and the name of every file of words, in order.
    """
    pages = [[row.address, row.title, " · ".join(row.names), _grouped(row)] for row in copies]
    content = {"pages": pages, "words": words}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _newest_first(copy: Copy) -> tuple[str, str]:
    return dict(copy.facts).get("date", UNDATED), copy.address


def _grouped(copy: Copy) -> dict[str, list[str]]:
    """Return the facts as Pagefind tells them, a list of values by name, but for the twin.

    That is shown with results of the other language alone.
    """
    facts: dict[str, list[str]] = {}
    for name, value in copy.facts:
        if name != "twin":
            facts.setdefault(name, []).append(value)
    return facts
