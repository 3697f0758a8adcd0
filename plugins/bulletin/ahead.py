"""Ahead: what a build does before it has loaded all that it needs.

After a small edit another process reads and judges the texts that changed, while this one
imports what links, renders and audits: together they take most of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.errands import FEW, Runner
from plugins.bulletin.kept import Kept, load_kept
from plugins.bulletin.link.entries import Entries, Taken
from plugins.bulletin.link.pairs import pair_texts
from plugins.bulletin.linked import Edit, are_articles, find_edit
from plugins.bulletin.manifest import Look
from plugins.bulletin.means import Means, means_of
from plugins.bulletin.model.common import LANGUAGES, other_language
from plugins.bulletin.progress import Tell, silent
from plugins.bulletin.read.files import FoundFile
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.shelved import KeptBodies


class Start(Struct, frozen=True):
    """What the last build kept and, where it can be linked again in part, what is to be read."""

    means: Means
    kept: Kept | None = None
    edit: Edit | None = None
    runner: Runner | None = None

    def taken(self) -> Taken | None:
        """Return what was read of the edit, when it is read; None where all must be read."""
        linked = self.kept.linked if self.kept else None
        if linked is None or self.edit is None:
            return None
        files, entries = self.edit.files, linked.entries
        work = partial(_take, files, entries, self.means)
        taken = self.runner.fetch(work) if self.runner else work()
        if self.means.shelf is not None:
            self.means.shelf.hold(taken.used)
        return taken


def set_out(
    settings: BuildSettings, look: Look, runner: Runner | None = None, *, tell: Tell = silent
) -> Start:
    """Load what the last build kept, and begin to read what changed of it.

    Args:
        settings: What to build, and where.
        look: What changed.
        runner: Who reads, if it is not this process in the end.
        tell: Takes how far the build is.
    """
    means = means_of(settings, tell)
    # Two libraries at once would take twice the memory, so one is loaded where it is used.
    with_links = _is_trusted(settings, look) and are_articles(look.found)
    kept = load_kept(settings, look.last, with_links=with_links)
    if kept is None or kept.linked is None:
        return Start(means, kept)
    edit = find_edit(kept.linked, look.found)
    if edit is None or len(edit.files) > FEW:
        return Start(means, kept, edit)
    if runner is not None:
        runner.send(partial(take_alone, settings, edit.files, _measures(kept.linked.entries)))
    return Start(means, kept, edit, runner)


def _is_trusted(settings: BuildSettings, look: Look) -> bool:
    """Tell whether the last build's library still holds but for what the survey found."""
    last = look.last
    return last is not None and last.holds_at(settings.now) and not look.found.problems


def _measures(entries: Entries) -> Entries:
    """Return of the records what texts are read and judged by."""
    return Entries(site=entries.site, glossary=entries.glossary, partners=entries.partners)


def take_alone(settings: BuildSettings, files: Sequence[FoundFile], entries: Entries) -> Taken:
    """Read and judge the texts of an edit in a process of its own; keep what their pages need."""
    means = means_of(settings, silent)
    taken = _take(files, entries, means)
    if means.shelf is None or entries.site is None:
        return taken
    zone = entries.site.record.timezone
    bodies = KeptBodies(taken.reading_keys, means.shelf, settings.content, zone)
    for pair in pair_texts(taken.articles, ())[0]:
        if len(pair.texts) == len(LANGUAGES):
            translation = pair.texts[other_language(pair.original)]
            bodies.keep_rows(pair.texts[pair.original].path, translation.path)
    return replace(taken, used=means.shelf.used())


def _take(files: Sequence[FoundFile], entries: Entries, means: Means) -> Taken:
    from plugins.bulletin.intake import retake

    return retake(files, entries, means)
