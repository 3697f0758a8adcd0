"""Relinking: after an edit, the pairs that changed are linked again beside all others."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from plugins.bulletin.link.entries import Entries, Taken
from plugins.bulletin.link.issues import OF_ARTICLES
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.link.merging import without
from plugins.bulletin.linked import Edit, Linked, Relinked
from plugins.bulletin.manifest import Survey
from plugins.bulletin.means import Means
from plugins.bulletin.model.library import Library
from plugins.bulletin.read.files import folder_name
from plugins.bulletin.shelved import KeptBodies, KeptRows


def with_bodies(library: Library, entries: Entries, *, content: Path, means: Means) -> Library:
    """Return a library that finds its bodies on the shelf."""
    if means.shelf is None:
        return library
    zone = library.records.site.timezone
    bodies = KeptBodies(entries.reading_keys, means.shelf, content, zone)
    return replace(library, bodies=bodies, rows=KeptRows(library.articles, bodies))


def relink(
    linked: Linked, edit: Edit, taken: Taken, *, found: Survey, settings: LinkSettings
) -> Relinked:
    """Link again the articles of an edit beside all others.

    Args:
        linked: What was linked before.
        edit: What is to be linked again, and
        taken: what was read of it.
        found: What changed since, articles alone.
        settings: How to link.
    """
    entries = taken.beside(linked.entries)
    library, faults = link(entries, settings, beside=without(linked.library, set(edit.keys)))
    changed = {f"{folder_name(settings.content)}/{name}" for name in found.changed}
    changed |= {file.path for file in edit.files}
    old = [
        problem
        for problem in linked.problems
        if problem.place.path not in changed and problem.rule.id not in OF_ARTICLES
    ]
    reading_keys = {
        path: key for path, key in linked.entries.reading_keys.items() if path not in changed
    }
    whole = replace(entries, reading_keys=reading_keys | dict(entries.reading_keys))
    return Relinked(whole, library, (*old, *taken.problems, *faults), edit.keys)
