"""The pipeline: the story of a build on one page.

read → schema → link → render → audit → publish. Each step is a plain function that
returns its output and its problems; nothing is live before all of them are content.
A build takes from the last one whatever is still true.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Mapping
from functools import partial

from plugins.bulletin import manifest as manifests
from plugins.bulletin.ahead import Start, set_out
from plugins.bulletin.audit.auditing import audit_changes, observer
from plugins.bulletin.audit.facts import FileFacts
from plugins.bulletin.audit.known import Known, without
from plugins.bulletin.audit.settings import AuditSettings, MapLabel
from plugins.bulletin.kept import Kept, save_kept
from plugins.bulletin.link.days import days_around
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.linked import Linked, Relinked
from plugins.bulletin.listing import darkroom_of, find_stale, list_outputs
from plugins.bulletin.manifest import Look, Manifest
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.darkroom import open_shelf
from plugins.bulletin.pictures.judging import Looking
from plugins.bulletin.problems import Problem
from plugins.bulletin.progress import Tell, silent
from plugins.bulletin.publish.files import bring_up_to_date, empty_folder, refuse_foreign
from plugins.bulletin.publish.live import check_vanished
from plugins.bulletin.relinking import relink, with_bodies
from plugins.bulletin.render.photographs import variants_in
from plugins.bulletin.render.printing import Job, start_printing
from plugins.bulletin.searching import forget
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.state import Build
from plugins.bulletin.store.digests import digest_bytes


def begin(
    settings: BuildSettings,
    look: Look | None = None,
    start: Start | None = None,
    *,
    tell: Tell = silent,
) -> Build:
    """Find out what changed, read and link it, and list what is to be made.

    Args:
        settings: What to build, and where.
        look: What a look at all files has shown already, a moment ago, and
        start: what was begun by it.
        tell: Takes how far the build is.
    """
    ours = partial(manifests.written_outputs, settings)
    refuse_foreign(settings.output, settings.content, ours=ours)
    look = look or manifests.look(settings)
    start = start or set_out(settings, look, tell=tell)
    build = Build(settings, start.means, look)
    if settings.is_full:
        open_shelf(settings.cache).clear()
    _read_and_link(build, start)
    if build.library is not None and not build.is_refused:
        build.pictures = manifests.picture_digests(build.found, build.library.images)
        list_outputs(build, build.library)
        if settings.live is not None:
            build.problems += check_vanished(settings.live, build.inputs, settings.prefix)
        find_stale(build)
        empty_folder(settings.staging)
    return build


def _read_and_link(build: Build, start: Start) -> None:
    settings = build.settings
    link_settings = LinkSettings(
        settings.content,
        settings.now,
        with_drafts=settings.with_drafts,
        looking=Looking(build.means.shelf, manifests.known_digests(build.found)),
    )
    build.kept = start.kept
    build.facts = build.kept.facts if build.kept else Known()
    done = _relink(build, start, link_settings)
    if done is not None and done.is_good:
        build.entries, build.library, problems = done.entries, done.library, list(done.problems)
        build.again = done
    else:  # also after an error, for an exact report of all content
        build.kept = None
        build.entries, build.library, problems = _link_all(build, link_settings)
    build.problems += problems
    build.of_content = tuple(problems)
    if build.library is not None:
        build.library = with_bodies(
            build.library, build.entries, content=settings.content, means=build.means
        )


def _relink(build: Build, start: Start, settings: LinkSettings) -> Relinked | None:
    """Link again what an edit touches; None where everything must be."""
    linked, taken = start.kept.linked if start.kept else None, start.taken()
    if linked is None or taken is None or start.edit is None:
        return None
    return relink(linked, start.edit, taken, found=build.found, settings=settings)


def _link_all(
    build: Build, settings: LinkSettings
) -> tuple[Entries, Library | None, list[Problem]]:
    from plugins.bulletin.intake import take_files, take_in

    if not settings.content.is_dir():
        entries, problems = take_in(settings.content)
        return entries, None, problems
    found = build.found
    entries, problems = take_files(found.files, list(found.problems), build.means)
    build.means.tell("linking", 0, 0)
    library, faults = link(entries, settings)
    return entries, library, problems + faults


def start(build: Build) -> None:
    """Begin to make what is stale, while Pelican asks for it; the caller sees to `stop`."""
    library, settings, tell = build.library, build.settings, build.means.tell
    build.facts = without(build.facts, build.stale)  # else both take memory, the old and the new
    wanted = [item for item in variants_in(library) if item.path in build.stale]
    darkroom_of(settings).prepare(wanted, jobs=settings.jobs, tell=partial(tell, "pictures"))
    outputs = [build.table[path] for path in sorted(build.stale)]
    # A process that makes all pages of an article leaves the memory of others shared.
    outputs.sort(key=lambda output: output.kin)
    job = Job(outputs, settings.staging, observer(_audit_settings(build)))
    build.printing = start_printing(job, jobs=settings.jobs)


def stop(build: Build) -> None:
    """Leave no process of a build behind, however it ended."""
    if build.printing is not None:
        build.printing.stop()


def finish(build: Build, asked: Callable[[], Collection[str]]) -> None:
    """Wait for what is made, audit it, and when nothing is wrong bring the output up to date.

    Args:
        build: That was started.
        asked: Returns what Pelican asked for, when it is done.

    Raises:
        RuntimeError: Pelican left out a text that is to be made, or asked for another.
    """
    if build.printing is None:
        raise ValueError("a build that was not started cannot be finished")
    settings = build.settings
    tell = build.means.tell
    seen = build.printing.collect(partial(tell, "pages"))
    if wrong := sorted({*asked()} ^ build.stale)[:5]:
        raise RuntimeError(f"Pelican and the table of outputs disagree about {wrong}")
    build.problems += _audit(build, seen)
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
    darkroom_of(settings).keep(variants_in(library), manifest.turn)


def _audit(build: Build, seen: Mapping[str, FileFacts]) -> list[Problem]:
    """Check the whole site by what was seen in this build and what is known from before."""
    digests = {path: kept.digest for path, kept in build.facts.files.items()}
    digests = {
        path: _digest(inputs) if path in build.stale or path not in digests else digests[path]
        for path, inputs in build.inputs.items()
    }
    done = audit_changes(
        build.settings.staging, _audit_settings(build), build.facts, digests=digests, seen=seen
    )
    build.facts = done.known
    return done.problems


def _digest(inputs: tuple[bytes, ...]) -> str:
    return digest_bytes(b"|".join(inputs)).hex()


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
