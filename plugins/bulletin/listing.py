"""Listing: what a build is to make, and what of it is stale."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.bulletin import manifest as manifests
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.darkroom import Darkroom, open_shelf
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.rewording import is_reworded, reworded_outputs
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.searching import has_search, is_of_search
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.state import Build


def list_outputs(build: Build, library: Library) -> None:
    """List what is to be made, and what every output is made of."""
    settings = _render_settings(build.settings, library)
    shelf = build.means.shelf
    kept = _unconcerned(build, library)
    if kept and build.again is not None:
        build.table = reworded_outputs(library, settings, build.again.keys, shelf=shelf)
    else:
        from plugins.bulletin.render.table import make_table

        images, darkroom = build.pictures, darkroom_of(build.settings)
        build.table = make_table(library, settings, shelf=shelf, images=images, darkroom=darkroom)
    build.table |= _search_files(build, library)
    build.inputs = kept | {path: output.inputs() for path, output in build.table.items()}


def _unconcerned(build: Build, library: Library) -> dict[str, tuple[bytes, ...]]:
    """Return the inputs of outputs that are as they were, when only words of articles changed."""
    last, kept, again = build.last, build.kept, build.again
    if last is None or kept is None or kept.linked is None or again is None:
        return {}
    is_whole = last.theme == build.look.theme and not manifests.damaged_outputs(
        build.look.seen, last
    )
    if not is_whole or not is_reworded(kept.linked.library, library, again.keys):
        return {}
    return {path: mark[0] for path, mark in last.outputs.items() if not is_of_search(path)}


def _search_files(build: Build, library: Library) -> Mapping[str, Output]:
    if not has_search(library, build.settings):
        return {}
    from plugins.bulletin.indexing import index_outputs

    build.means.tell("search", 0, 0)
    return index_outputs(library, build.settings, build.look)


def darkroom_of(settings: BuildSettings) -> Darkroom:
    """Return where the pictures of a build are made and kept."""
    return Darkroom(settings.content, open_shelf(settings.cache))


def _render_settings(settings: BuildSettings, library: Library) -> RenderSettings:
    return RenderSettings(
        settings.content,
        settings.theme,
        settings.base_url,
        settings.now,
        with_drafts=settings.with_drafts,
        has_search=has_search(library, settings),
        has_cards=settings.is_public and not settings.with_drafts,
    )


def find_stale(build: Build) -> None:
    """Compare the table with the last build's, and both with what is on disk."""
    last = build.last
    # Without the facts of what is on disk it cannot be audited, so it is made again.
    known = last.outputs if last and build.facts.files else {}
    seen = build.look.seen
    damaged = manifests.damaged_outputs(seen, last) if last else set()
    build.stale = frozenset(
        path
        for path, inputs in build.inputs.items()
        if path in damaged or path not in known or known[path][0] != inputs
    )
    build.vanished = frozenset(seen.keys() - build.inputs.keys())


def reasons(build: Build, path: str) -> tuple[str, ...]:
    """Return the names of an output's inputs that changed; `same`, `new` or `damaged` else."""
    known = build.last.outputs if build.last else {}
    if path not in build.inputs:
        return ("",)
    if path not in known:
        return ("new",)
    before, now = known[path][0], build.inputs[path]
    changed = [
        name for name, old, new in zip(Inputs._fields, before, now, strict=True) if old != new
    ]
    return tuple(changed) or (("damaged",) if path in build.stale else ("same",))
