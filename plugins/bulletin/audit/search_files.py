"""Search files: what the JSON says that a search page asks for. Nothing here judges a site.

Titles are known by their form, and so are files of words: a page names the first, and these the
others. Pagefind's entry has a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bulletin.audit.facts import FileFacts, TitlesFacts, WordsFacts, fault
from plugins.bulletin.audit.for_machines import inside
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.audit.tags import ENTRY
from plugins.bulletin.problems import search_rules

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")


def read_search(path: str, content: object, ground: Ground) -> FileFacts:
    """Return the facts of a file of search; of other JSON there are none."""
    if path.rpartition("/")[2] == ENTRY:
        return _read_entry(path, content, ground)
    if not isinstance(content, dict):
        return FileFacts()
    if content.keys() == {"pages", "words"}:
        return _read_titles(content)
    return FileFacts(words=_read_words(content))


def _read_entry(path: str, content: object, ground: Ground) -> FileFacts:
    """Return the files that a bundle's entry leads to, which must be there."""
    try:
        names = [*_SCRIPTS, *_parts(content)]
    except (TypeError, ValueError, LookupError):
        return FileFacts((fault(search_rules.SEARCH_INVALID),))
    return FileFacts(assets=inside(path, ((name, 0) for name in names), ground))


def _parts(content: object) -> Iterator[str]:
    languages = content["languages"]  # type: ignore[index]
    for told in dict(languages).values():
        yield f"pagefind.{told['hash']}.pf_meta"
        yield f"wasm.{told['wasm'] or 'unknown'}.pagefind"


def _read_titles(content: dict[str, object]) -> FileFacts:
    """Return the addresses and files of words that titles name; none where the form is another."""
    pages, words = _rows(content["pages"], 4), _rows(content["words"], 2)
    if pages is None or words is None:
        return FileFacts()
    addresses = tuple(str(address) for address, *_ in pages)
    return FileFacts(titles=TitlesFacts(addresses, tuple(str(name) for _, name in words)))


def _rows(value: object, size: int) -> list[list[object]] | None:
    """Return rows of one size that begin with text."""
    if not isinstance(value, list):
        return None
    is_good = all(
        isinstance(row, list) and len(row) == size and isinstance(row[0], str) for row in value
    )
    return value if is_good else None


def _read_words(content: dict[str, object]) -> WordsFacts | None:
    """Return the last place in the list of titles that words lead to."""
    last = -1
    for places in content.values():
        if not isinstance(places, list) or not _are_places(places):
            return None
        last = max(last, *places)
    return WordsFacts(last) if content else None


def _are_places(places: Iterable[object]) -> bool:
    found = list(places)
    return bool(found) and all(type(place) is int and place >= 0 for place in found)
