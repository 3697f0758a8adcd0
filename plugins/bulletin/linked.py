"""Linked: what was linked from what, and which of it an edit touches."""

from __future__ import annotations

from collections.abc import Container, Iterable

from msgspec import Struct

from plugins.bulletin.link.entries import Entries
from plugins.bulletin.manifest import Survey
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.files import FoundFile


class Linked(Struct, frozen=True):
    """A linked library, what it was linked from, and the problems of all content."""

    entries: Entries
    library: Library
    problems: tuple[Problem, ...]


class Relinked(Struct, frozen=True):
    """What linking some pairs again came to, with the problems of all content."""

    entries: Entries
    library: Library | None
    problems: tuple[Problem, ...]
    keys: frozenset[str]

    @property
    def is_good(self) -> bool:
        """Tell whether no error stands against it."""
        return self.library is not None and not any(item.is_error for item in self.problems)


class Edit(Struct, frozen=True):
    """The articles that must be linked again after an edit, by key, and their files."""

    keys: frozenset[str]
    files: tuple[FoundFile, ...]


def find_edit(linked: Linked, found: Survey) -> Edit | None:
    """Return the articles that changed, and those whose links lead to them.

    Returns:
        None when a page leads to what changed, for then everything must be linked again.
    """
    keys = {key_of(name) for name in found.changed}
    if _is_linked_by_pages(linked.library, keys):
        return None
    keys |= _linking_to(linked.library, keys)
    files = [file for file in found.files if _is_article(file.name) and key_of(file.name) in keys]
    return Edit(frozenset(keys), tuple(files))


def are_articles(found: Survey) -> bool:
    """Tell whether nothing but articles changed, so that the rest stays linked."""
    return all(_is_article(name) for name in found.changed)


def _is_article(name: str) -> bool:
    return name.startswith("articles/") and name.endswith((".vi.md", ".en.md"))


def key_of(name: str) -> str:
    """Return an article's key by its file."""
    return name.rpartition("/")[2].rsplit(".", 2)[0]


def _linking_to(library: Library, keys: Iterable[str]) -> set[str]:
    """Return the keys of articles with a link to one of some keys."""
    wanted = set(keys)
    pairs = (*library.articles.values(), *library.waiting.values())
    texts: Iterable[Article] = (text for pair in pairs for text in pair.values())
    return {text.key for text in texts if _links_to(text, wanted)}


def _is_linked_by_pages(library: Library, keys: Iterable[str]) -> bool:
    """Tell whether a page, which only a whole linking reads anew, links to one of some keys."""
    wanted = set(keys)
    pages = (page for pair in library.pages.values() for page in pair.values())
    return any(_links_to(page, wanted) for page in pages)


def _links_to(text: Article | Page, wanted: Container[str]) -> bool:
    return any(link.name and key_of(link.name) in wanted for link in text.links)
