"""Search titles: titles and names of a language's pages, which answer before the index does.

On a slow line the parts of the index that a word needs come seconds after it was typed. This
file comes with the page, so that what is called by the word is shown at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import Language
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.search_copies import UNDATED, Copy
from plugins.bulletin.store.digests import digest_bytes


def titles_output(copies: Iterable[Copy], language: Language) -> Output:
    """Return the file of titles of one language."""
    content = write_titles(copies)
    path = addresses.file_of(addresses.search_titles(language))
    own = partial(Inputs, own=digest_bytes(content))
    return Output(path, language, own, partial(bytes, content))


def write_titles(copies: Iterable[Copy]) -> bytes:
    """Return rows of address, title, names and facts as JSON, the newest first."""
    rows = sorted(copies, key=_newest_first, reverse=True)
    listed = [[row.address, row.title, " · ".join(row.names), _grouped(row)] for row in rows]
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")).encode()


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
