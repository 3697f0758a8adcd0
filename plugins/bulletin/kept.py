"""Kept: the linked library of the last build, so that one edit relinks one pair."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from plugins.bulletin.audit import KeptFacts, Known
from plugins.bulletin.intake import retake
from plugins.bulletin.judging import KeptRows
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.link.merging import without
from plugins.bulletin.manifest import Manifest, Survey
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.library import Library, Pair
from plugins.bulletin.model.pictures import Photograph
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.files import folder_name
from plugins.bulletin.readings import KeptBodies, Means
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.sealed import read_sealed, write_sealed

Value = TypeVar("Value")
PATCHES = 30  # after so many edits the whole is written anew


@dataclass(frozen=True, slots=True)
class Kept:
    """A build's linked library and what the audit knows of its outputs.

    `entries` has the records alone; `library` has no bodies. `problems` are the content's.
    """

    stamp: bytes
    entries: Entries
    library: Library
    problems: tuple[Problem, ...]
    facts: Known = field(default_factory=Known)
    patches: int = 0  # of how many patches this was put together


@dataclass(frozen=True, slots=True)
class Patch:
    """What one edit made of a kept library: far less to write than the whole."""

    before: bytes
    stamp: bytes
    keys: frozenset[str]  # of the articles that were linked again
    articles: Mapping[str, Pair]
    waiting: Mapping[str, Pair]
    images: Mapping[str, Photograph | None]
    reading_keys: Mapping[str, bytes | None]  # None: the file is gone
    problems: tuple[Problem, ...]
    facts: Mapping[str, KeptFacts | None]  # None: the output is gone


def load_kept(settings: BuildSettings, manifest: Manifest | None) -> Kept | None:
    """Return what the manifest's build kept, unless it is absent or damaged."""
    kept = read_sealed(settings.cache / "library") if manifest else None
    if manifest is None or not isinstance(kept, Kept):
        return None
    while kept.stamp != manifest.stamp:
        patch = read_sealed(_patch_file(settings, kept.patches + 1))
        if not isinstance(patch, Patch) or patch.before != kept.stamp:
            return None
        kept = apply(patch, kept)
    return kept


def save_kept(
    settings: BuildSettings, kept: Kept, *, before: Kept | None, again: Relinked | None
) -> None:
    """Keep a linked library for the next build; its texts' entries lie on the shelf.

    Args:
        settings: Where to keep it.
        kept: What to keep.
        before: What the last build kept, and
        again: what was linked again since, where nothing else was.
    """
    if before is not None and again is not None and before.patches < PATCHES:
        patch = _difference(before, kept, again)
        write_sealed(_patch_file(settings, before.patches + 1), patch)
        return
    entries = replace(kept.entries, articles=(), pages=())
    library = replace(kept.library, bodies={}, rows={})
    write_sealed(settings.cache / "library", replace(kept, entries=entries, library=library))


def apply(patch: Patch, kept: Kept) -> Kept:
    """Return what was kept with an edit made in it."""
    library = without(kept.library, set(patch.keys))
    articles = {**library.articles, **patch.articles}
    waiting = {**library.waiting, **patch.waiting}
    library = replace(
        library,
        articles={key: articles[key] for key in sorted(articles)},
        waiting={key: waiting[key] for key in sorted(waiting)},
        images=patch.images,
    )
    entries = replace(
        kept.entries, reading_keys=_patched(kept.entries.reading_keys, patch.reading_keys)
    )
    facts = kept.facts._replace(files=_patched(kept.facts.files, patch.facts))
    return Kept(patch.stamp, entries, library, patch.problems, facts, kept.patches + 1)


def _difference(before: Kept, kept: Kept, again: Relinked) -> Patch:
    return Patch(
        before.stamp,
        kept.stamp,
        again.keys,
        {key: kept.library.articles[key] for key in again.keys & kept.library.articles.keys()},
        {key: kept.library.waiting[key] for key in again.keys & kept.library.waiting.keys()},
        kept.library.images,
        _changes(before.entries.reading_keys, kept.entries.reading_keys),
        kept.problems,
        _changes(before.facts.files, kept.facts.files),
    )


def _changes(before: Mapping[str, Value], now: Mapping[str, Value]) -> dict[str, Value | None]:
    """Return what is new or other now, and None for what is gone."""
    gone: dict[str, Value | None] = dict.fromkeys(before.keys() - now.keys())
    return gone | {key: value for key, value in now.items() if before.get(key) is not value}


def _patched(before: Mapping[str, Value], changes: Mapping[str, Value | None]) -> dict[str, Value]:
    kept = {key: value for key, value in before.items() if key not in changes}
    return kept | {key: value for key, value in changes.items() if value is not None}


def _patch_file(settings: BuildSettings, number: int) -> Path:
    return settings.cache / f"library.{number}"


def with_bodies(library: Library, entries: Entries, *, content: Path, means: Means) -> Library:
    """Return a library that finds its bodies on the shelf."""
    if means.shelf is None:
        return library
    zone = library.records.site.timezone
    bodies = KeptBodies(entries.reading_keys, means.shelf, content, zone)
    return replace(library, bodies=bodies, rows=KeptRows(library.articles, bodies))


@dataclass(frozen=True, slots=True)
class Relinked:
    """What linking some pairs again came to, with the problems of all content."""

    entries: Entries
    library: Library | None
    problems: tuple[Problem, ...]
    keys: frozenset[str]

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
    reading_keys = {
        path: key for path, key in kept.entries.reading_keys.items() if path not in changed
    }
    whole = replace(entries, reading_keys=reading_keys | dict(entries.reading_keys))
    return Relinked(whole, library, (*old, *problems, *faults), frozenset(keys))


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
