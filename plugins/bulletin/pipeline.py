"""The pipeline: the story of a build on one page.

read → schema → link → render → audit → publish. Each step is a plain function that
returns its output and its problems; nothing is live before all of them are content.
A build takes from the last one whatever is still true.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace

from plugins.bulletin import manifest as manifests
from plugins.bulletin.audit import (
    AuditSettings,
    FileFacts,
    Known,
    MapLabel,
    audit_changes,
    observer,
)
from plugins.bulletin.examining import link_settings_of, means_of
from plugins.bulletin.indexing import forget, has_search, index_outputs, is_of_search
from plugins.bulletin.intake import take_files, take_in
from plugins.bulletin.kept import Kept, load_kept, save_kept
from plugins.bulletin.link.days import days_around
from plugins.bulletin.link.library import link
from plugins.bulletin.manifest import Look, Manifest
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.darkroom import Darkroom, open_shelf
from plugins.bulletin.pictures.judging import Looking
from plugins.bulletin.problems import Problem
from plugins.bulletin.progress import Tell, silent
from plugins.bulletin.publish.files import bring_up_to_date, empty_folder, refuse_foreign
from plugins.bulletin.publish.live import check_vanished
from plugins.bulletin.relinking import Linked, are_articles, relink, with_bodies
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.photographs import variants_in
from plugins.bulletin.render.printing import Job, start_printing
from plugins.bulletin.render.rewording import is_reworded, reworded_outputs
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.state import Build
from plugins.bulletin.store.digests import digest_bytes


def begin(settings: BuildSettings, look: Look | None = None, *, tell: Tell = silent) -> Build:
    """Find out what changed, read and link it, and list what is to be made.

    Args:
        settings: What to build, and where.
        look: What a look at all files has shown already, a moment ago.
        tell: Takes how far the build is.
    """
    ours = partial(manifests.written_outputs, settings)
    refuse_foreign(settings.output, settings.content, ours=ours)
    build = Build(settings, means_of(settings, tell), look or manifests.look(settings))
    if settings.is_full:
        open_shelf(settings.cache).clear()
    if not settings.content.is_dir():
        build.problems += take_in(settings.content)[1]
        return build
    _read_and_link(build)
    if build.library is not None and not build.is_refused:
        build.pictures = manifests.picture_digests(build.found, build.library.images)
        _list_outputs(build, build.library)
        if settings.live is not None:
            build.problems += check_vanished(settings.live, build.inputs, settings.prefix)
        _find_stale(build)
        empty_folder(settings.staging)
    return build


def _read_and_link(build: Build) -> None:
    settings = build.settings
    looking = Looking(build.means.shelf, manifests.known_digests(build.found))
    link_settings = replace(link_settings_of(settings), looking=looking)
    # Two libraries at once would take twice the memory, so one is loaded where it is used.
    with_links = _is_trusted(build) and are_articles(build.found)
    build.kept = load_kept(settings, build.last, with_links=with_links)
    build.facts = build.kept.facts if build.kept else Known()
    done = None
    if build.kept is not None and build.kept.linked is not None:
        done = relink(build.kept.linked, build.found, link_settings, means=build.means)
    if done is not None and done.is_good:
        build.entries, build.library, problems = done.entries, done.library, list(done.problems)
        build.again = done
    else:  # also after an error, for an exact report of all content
        build.kept = None
        build.entries, problems = take_files(
            build.found.files, list(build.found.problems), build.means
        )
        build.means.tell("linking", 0, 0)
        build.library, faults = link(build.entries, link_settings)
        problems += faults
    build.problems += problems
    build.of_content = tuple(problems)
    if build.library is not None:
        build.library = with_bodies(
            build.library, build.entries, content=settings.content, means=build.means
        )


def _list_outputs(build: Build, library: Library) -> None:
    """List what is to be made, and what every output is made of."""
    settings = _render_settings(build.settings, library)
    shelf = build.means.shelf
    kept = _unconcerned(build, library)
    if kept and build.again is not None:
        build.table = reworded_outputs(library, settings, build.again.keys, shelf=shelf)
    else:
        from plugins.bulletin.render.table import make_table

        images, darkroom = build.pictures, _darkroom(build.settings)
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
    return {path: mark.inputs for path, mark in last.outputs.items() if not is_of_search(path)}


def _search_files(build: Build, library: Library) -> Mapping[str, Output]:
    if not has_search(library, build.settings):
        return {}
    build.means.tell("search", 0, 0)
    return index_outputs(library, build.settings, build.look)


def _is_trusted(build: Build) -> bool:
    """Tell whether the last build's library still holds but for what the survey found."""
    last = build.last
    return last is not None and last.holds_at(build.settings.now) and not build.found.problems


def _find_stale(build: Build) -> None:
    """Compare the table with the last build's, and both with what is on disk."""
    last = build.last
    # Without the facts of what is on disk it cannot be audited, so it is made again.
    known = last.outputs if last and build.facts.files else {}
    seen = build.look.seen
    damaged = manifests.damaged_outputs(seen, last) if last else set()
    build.stale = frozenset(
        path
        for path, inputs in build.inputs.items()
        if path in damaged or path not in known or known[path].inputs != inputs
    )
    build.vanished = frozenset(seen.keys() - build.inputs.keys())


def reasons(build: Build, path: str) -> tuple[str, ...]:
    """Return the names of an output's inputs that changed; `same`, `new` or `damaged` else."""
    known = build.last.outputs if build.last else {}
    if path not in build.inputs:
        return ("",)
    if path not in known:
        return ("new",)
    before, now = known[path].inputs, build.inputs[path]
    changed = [
        name for name, old, new in zip(Inputs._fields, before, now, strict=True) if old != new
    ]
    return tuple(changed) or (("damaged",) if path in build.stale else ("same",))


def ask(build: Build, path: str) -> None:
    """Note that Pelican wants an output written; all are made together at the end."""
    build.asked.add(path)


def ask_lists(build: Build, language: Language, *, with_shared: bool) -> None:
    """Ask for the stale outputs of a language that come from no single Markdown file."""
    for path in build.stale:
        output = build.table[path]
        is_ours = output.language == language or (with_shared and output.language is None)
        if is_ours and not output.source:
            build.asked.add(path)


def start(build: Build) -> None:
    """Begin to make what is stale, while Pelican asks for it; the caller sees to `stop`."""
    library, settings, tell = build.library, build.settings, build.means.tell
    wanted = [item for item in variants_in(library) if item.path in build.stale]
    _darkroom(settings).prepare(wanted, jobs=settings.jobs, tell=partial(tell, "pictures"))
    outputs = [build.table[path] for path in sorted(build.stale)]
    # A process that makes all pages of an article leaves the memory of others shared.
    outputs.sort(key=lambda output: output.kin)
    job = Job(outputs, settings.staging, observer(_audit_settings(build)))
    build.printing = start_printing(job, jobs=settings.jobs)


def stop(build: Build) -> None:
    """Leave no process of a build behind, however it ended."""
    if build.printing is not None:
        build.printing.stop()


def finish(build: Build) -> None:
    """Wait for what is made, audit it, and when nothing is wrong bring the output up to date.

    Raises:
        RuntimeError: Pelican left out a text that is to be made, or asked for another.
    """
    if build.asked != build.stale or build.printing is None:
        wrong = sorted(build.asked ^ build.stale)[:5]
        raise RuntimeError(f"Pelican and the table of outputs disagree about {wrong}")
    settings = build.settings
    tell = build.means.tell
    build.problems += _audit(build, build.printing.collect(partial(tell, "pages")))
    if not build.is_refused:
        tell("live", 0, 0)
        manifests.write_journal(settings, build.stale | build.vanished)
        build.changes = bring_up_to_date(
            settings.staging, settings.output, stale=build.stale, vanished=build.vanished
        )
        shutil.rmtree(settings.staging, ignore_errors=True)
        forget(settings)
        conclude(build)


def conclude(build: Build) -> None:
    """Keep for the next build what this one found out."""
    settings, library = build.settings, build.library
    if library is None:
        raise ValueError("a build without a library has nothing to conclude")
    build.means.tell("keeping", 0, 0)
    manifest = Manifest(
        settings.fingerprint(),
        manifests.settled_theme(settings, build.look),
        manifests.settled(build.found.marks, build.pictures, build.look.began),
        manifests.mark_outputs(settings.output, build.inputs, build.untouched()),
        tuple(build.problems),
        *days_around(library, settings.now),
        build.last.turn + 1 if build.last else 1,
        build.look.began,
    )
    linked = Linked(build.entries, library, build.of_content)
    kept = Kept(manifest.stamp, build.facts, linked)
    save_kept(settings, kept, before=build.kept, again=build.again)
    manifests.save_manifest(settings, manifest)
    manifests.clear_journal(settings)
    if build.means.shelf is not None:
        build.means.shelf.tidy(manifest.turn)
    _darkroom(settings).keep(variants_in(library), manifest.turn)


def _audit(build: Build, seen: Mapping[str, FileFacts]) -> list[Problem]:
    """Check the whole site by what was seen in this build and what is known from before."""
    digests = {path: digest_bytes(b"|".join(each)).hex() for path, each in build.inputs.items()}
    done = audit_changes(
        build.settings.staging, _audit_settings(build), build.facts, digests=digests, seen=seen
    )
    build.facts = done.known
    return done.problems


def _audit_settings(build: Build) -> AuditSettings:
    settings = build.settings
    return AuditSettings(
        base_url=settings.base_url,
        expected=frozenset(build.inputs),
        with_drafts=settings.with_drafts,
        jobs=settings.jobs,
        map_labels=_map_labels(build.library),
        tell=partial(build.means.tell, "audit"),
    )


def _map_labels(library: Library | None) -> tuple[MapLabel, ...]:
    """Return the names that maps must print, in each language."""
    labels = library.records.site.map_labels if library else ()
    return tuple(
        MapLabel(name, label.name.in_language(name), label.position.lat, label.position.lon)
        for label in labels
        for name in LANGUAGES
    )


def _darkroom(settings: BuildSettings) -> Darkroom:
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
