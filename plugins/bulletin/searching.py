"""Searching: whether a site has search, and which of its files are search's.

An edit is to know no more than that, so what makes an index is apart, in `indexing`.
"""

from __future__ import annotations

import shutil

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.settings import BuildSettings

SMALL = 300  # pages of a language, which are soon indexed
_ROOT = addresses.SEARCH_BUNDLES.removeprefix("/")
_TITLES = {addresses.file_of(addresses.search_titles(name)): name for name in LANGUAGES}


def has_search(library: Library, settings: BuildSettings) -> bool:
    """Tell whether a build makes the index: for the public always, else where it costs little."""
    if settings.with_drafts:
        return False
    return settings.is_public or _count_pages(library) <= SMALL


def _count_pages(library: Library) -> int:
    """Return how many pages of one language search knows at the most."""
    records = library.records
    kinds = (library.articles, library.pages, library.issues, records.partners)
    return sum(map(len, kinds)) + len(records.associations) + len(records.documents)


def is_of_search(path: str) -> bool:
    """Tell whether an output is a file of search; asked of every output of a site."""
    return path.startswith(_ROOT) or path in _TITLES


def is_of(path: str, language: Language) -> bool:
    """Tell whether an output is a file of a language's search."""
    return path.startswith(folder(language)) or _TITLES.get(path) == language


def folder(language: Language) -> str:
    """Return where a language's index lies, with a slash at its end."""
    return addresses.search_bundle(language).removeprefix("/")


def forget(settings: BuildSettings) -> None:
    """Remove what making an index left aside."""
    shutil.rmtree(settings.cache / "search", ignore_errors=True)
