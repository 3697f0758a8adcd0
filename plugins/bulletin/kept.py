"""Kept: the linked library of the last build, so that one edit relinks one pair."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.bulletin.audit import Known
from plugins.bulletin.intake import retake
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.link.merging import without
from plugins.bulletin.manifest import Manifest, Survey
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.files import folder_name
from plugins.bulletin.readings import KeptBodies, Means
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.sealed import read_sealed, write_sealed


@dataclass(frozen=True, slots=True)
class Kept:
    """A build's linked library. `entries` has the records alone; `library` has no bodies."""

    stamp: bytes
    entries: Entries
    library: Library
    problems: tuple[Problem, ...]


def load_kept(settings: BuildSettings, manifest: Manifest | None) -> Kept | None:
    """Return what the manifest's build kept, unless it is absent or damaged."""
    if manifest is None:
        return None
    value = read_sealed(settings.cache / "library")
    return value if isinstance(value, Kept) and value.stamp == manifest.stamp else None


def save_kept(settings: BuildSettings, kept: Kept) -> None:
    """Keep a linked library for the next build; its texts' entries lie on the shelf."""
    entries = replace(kept.entries, articles=(), pages=())
    library = replace(kept.library, bodies={})
    write_sealed(settings.cache / "library", replace(kept, entries=entries, library=library))


def load_facts(settings: BuildSettings, manifest: Manifest | None) -> Known:
    """Return what the manifest's build knew of its outputs, or nothing."""
    value = read_sealed(settings.cache / "facts") if manifest else None
    if manifest is None or not isinstance(value, tuple) or value[0] != manifest.stamp:
        return Known()
    known: Known = value[1]
    return known


def save_facts(settings: BuildSettings, stamp: bytes, known: Known) -> None:
    """Keep what the audit knows of every output."""
    write_sealed(settings.cache / "facts", (stamp, known))


def with_bodies(library: Library, entries: Entries, *, content: Path, means: Means) -> Library:
    """Return a library that finds its bodies on the shelf."""
    if means.shelf is None:
        return library
    bodies = KeptBodies(entries.body_keys, means.shelf, content)
    return replace(library, bodies=bodies)


@dataclass(frozen=True, slots=True)
class Relinked:
    """What linking some pairs again came to, with the problems of all content."""

    entries: Entries
    library: Library | None
    problems: tuple[Problem, ...]

    @property
    def is_good(self) -> bool:
        """Tell whether no error stands against it."""
        return self.library is not None and not any(item.is_error for item in self.problems)


def relink(kept: Kept, found: Survey, settings: LinkSettings, *, means: Means) -> Relinked | None:
    """Link again the pairs that changed and those whose links lead to them.

    Returns:
        None when more than articles changed, for then everything must be linked again.
    """
    if not all(_is_article(name) for name in found.changed):
        return None
    keys = {_key(name) for name in found.changed}
    if _is_linked_by_pages(kept.library, keys):
        return None
    keys |= _linking_to(kept.library, keys)
    files = [file for file in found.files if _is_article(file.name) and _key(file.name) in keys]
    entries, problems = retake(files, kept.entries, means)
    library, faults = link(entries, settings, beside=without(kept.library, keys))
    changed = {f"{folder_name(settings.content)}/{name}" for name in found.changed}
    changed |= {file.path for file in files}
    old = [problem for problem in kept.problems if problem.place.path not in changed]
    body_keys = {path: key for path, key in kept.entries.body_keys.items() if path not in changed}
    whole = replace(entries, body_keys=body_keys | dict(entries.body_keys))
    return Relinked(whole, library, (*old, *problems, *faults))


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
