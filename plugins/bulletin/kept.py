"""Kept: what one build leaves for the next: the audit's facts, and the linked library."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.audit.known import Kept as KeptFacts, Known
from plugins.bulletin.link.merging import without
from plugins.bulletin.linked import Linked, Relinked
from plugins.bulletin.manifest import Manifest
from plugins.bulletin.model.library import Pair
from plugins.bulletin.model.pictures import Photograph
from plugins.bulletin.problems import Problem
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.sealed import read_sealed, write_sealed

Value = TypeVar("Value")
PATCHES = 30  # after so many edits the whole is written anew


class Kept(Struct, frozen=True):
    """What a build keeps: its stamp, what the audit knows of its outputs, and what it linked.

    `linked` is None where it was not asked for or is damaged; its entries are of records alone,
    and its library has no bodies.
    """

    stamp: bytes
    facts: Known
    linked: Linked | None = None
    patches: int = 0  # of how many patches this was put together


class Patch(Struct, frozen=True):
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


def load_kept(
    settings: BuildSettings, manifest: Manifest | None, *, with_links: bool
) -> Kept | None:
    """Return what the manifest's build kept, unless it is absent or damaged.

    Args:
        settings: Where it is kept.
        manifest: The last build's.
        with_links: Whether to load the library too, which takes more memory than all else.
    """
    kept = read_sealed(settings.cache / "facts") if manifest else None
    if manifest is None or not isinstance(kept, Kept):
        return None
    if with_links:
        kept = replace(kept, linked=_load_links(settings, kept.stamp))
    while kept.stamp != manifest.stamp:
        patch = read_sealed(_patch_file(settings, kept.patches + 1))
        if not isinstance(patch, Patch) or patch.before != kept.stamp:
            return None
        kept = apply(patch, kept)
    return kept


def _load_links(settings: BuildSettings, stamp: bytes) -> Linked | None:
    """Return what a build linked; None where the file is damaged or of another build."""
    match read_sealed(settings.cache / "library"):
        case (by, Linked() as linked) if by == stamp:
            return linked
    return None


def save_kept(
    settings: BuildSettings, kept: Kept, *, before: Kept | None, again: Relinked | None
) -> None:
    """Keep what this build found for the next; its texts' entries lie on the shelf.

    Args:
        settings: Where to keep it.
        kept: What to keep, with what was linked.
        before: What the last build kept, and
        again: what was linked again since, where nothing else was.

    Raises:
        ValueError: Nothing was linked.
    """
    if kept.linked is None:
        raise ValueError("a build that linked nothing has nothing to keep")
    if before and before.linked and again and before.patches < PATCHES:
        patch = _difference(before, before.linked, kept, linked=kept.linked, keys=again.keys)
        write_sealed(_patch_file(settings, before.patches + 1), patch)
        return
    entries = replace(kept.linked.entries, articles=(), pages=())
    library = replace(kept.linked.library, bodies={}, rows={})
    linked = replace(kept.linked, entries=entries, library=library)
    write_sealed(settings.cache / "library", (kept.stamp, linked))
    write_sealed(settings.cache / "facts", replace(kept, linked=None))


def apply(patch: Patch, kept: Kept) -> Kept:
    """Return what was kept with an edit made in it."""
    facts = kept.facts._replace(files=_patched(kept.facts.files, patch.facts))
    linked = _apply_links(patch, kept.linked) if kept.linked is not None else None
    return Kept(patch.stamp, facts, linked, kept.patches + 1)


def _apply_links(patch: Patch, linked: Linked) -> Linked:
    library = without(linked.library, set(patch.keys))
    articles = {**library.articles, **patch.articles}
    waiting = {**library.waiting, **patch.waiting}
    library = replace(
        library,
        articles={key: articles[key] for key in sorted(articles)},
        waiting={key: waiting[key] for key in sorted(waiting)},
        images=patch.images,
    )
    keys = _patched(linked.entries.reading_keys, patch.reading_keys)
    return Linked(replace(linked.entries, reading_keys=keys), library, patch.problems)


def _difference(
    before: Kept, old: Linked, now: Kept, *, linked: Linked, keys: frozenset[str]
) -> Patch:
    library = linked.library
    return Patch(
        before.stamp,
        now.stamp,
        keys,
        {key: library.articles[key] for key in keys & library.articles.keys()},
        {key: library.waiting[key] for key in keys & library.waiting.keys()},
        library.images,
        _changes(old.entries.reading_keys, linked.entries.reading_keys),
        linked.problems,
        _changes(before.facts.files, now.facts.files),
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
