"""Relinking: after an edit, the pairs that changed are linked again beside all others."""

from __future__ import annotations

from collections.abc import Container, Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.intake import retake
from plugins.bulletin.judging import KeptRows
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.issues import OF_ARTICLES
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.link.merging import without
from plugins.bulletin.manifest import Survey
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.files import folder_name
from plugins.bulletin.readings import KeptBodies, Means


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


def with_bodies(library: Library, entries: Entries, *, content: Path, means: Means) -> Library:
    """Return a library that finds its bodies on the shelf."""
    if means.shelf is None:
        return library
    zone = library.records.site.timezone
    bodies = KeptBodies(entries.reading_keys, means.shelf, content, zone)
    return replace(library, bodies=bodies, rows=KeptRows(library.articles, bodies))


def relink(
    linked: Linked, found: Survey, settings: LinkSettings, *, means: Means
) -> Relinked | None:
    """Link again the pairs that changed and those whose links lead to them.

    Args:
        linked: What was linked before.
        found: What changed since, articles alone.
        settings: How to link.
        means: What reading needs.

    Returns:
        None when a page leads to what changed, for then everything must be linked again.
    """
    keys = {_key(name) for name in found.changed}
    if _is_linked_by_pages(linked.library, keys):
        return None
    keys |= _linking_to(linked.library, keys)
    files = [file for file in found.files if _is_article(file.name) and _key(file.name) in keys]
    entries, problems = retake(files, linked.entries, means)
    library, faults = link(entries, settings, beside=without(linked.library, keys))
    changed = {f"{folder_name(settings.content)}/{name}" for name in found.changed}
    changed |= {file.path for file in files}
    old = [
        problem
        for problem in linked.problems
        if problem.place.path not in changed and problem.rule.id not in OF_ARTICLES
    ]
    reading_keys = {
        path: key for path, key in linked.entries.reading_keys.items() if path not in changed
    }
    whole = replace(entries, reading_keys=reading_keys | dict(entries.reading_keys))
    return Relinked(whole, library, (*old, *problems, *faults), frozenset(keys))


def are_articles(found: Survey) -> bool:
    """Tell whether nothing but articles changed, so that the rest stays linked."""
    return all(_is_article(name) for name in found.changed)


def _is_article(name: str) -> bool:
    return name.startswith("articles/") and name.endswith((".vi.md", ".en.md"))


def _key(name: str) -> str:
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
    return any(link.name and _key(link.name) in wanted for link in text.links)
