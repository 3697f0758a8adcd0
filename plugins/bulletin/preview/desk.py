"""The desk: the site as it is now, linked again after each change, pages made when asked for.

A fault in content or theme leaves the last good site up, with the problems over it.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.intake import retake, take_files, take_in
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.linked import Linked, Relinked, are_articles, find_edit
from plugins.bulletin.manifest import Survey, survey, theme_digest
from plugins.bulletin.means import Means
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.darkroom import Darkroom, open_shelf
from plugins.bulletin.pictures.judging import Looking
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.machine import problem_of
from plugins.bulletin.progress import Tell, silent
from plugins.bulletin.read.files import find_file
from plugins.bulletin.relinking import relink, with_bodies
from plugins.bulletin.render.catalogs import load_catalog
from plugins.bulletin.render.environment import see_templates
from plugins.bulletin.render.outputs import Output
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.render.table import make_table
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.shelf import Shelf

FEW = 50  # changed files; above, everything is looked at again


class Shown(Struct, frozen=True):
    """One state of the site. `version` grows with each; problems are of content as it is now."""

    version: int = 0
    table: Mapping[str, Output] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


class Desk(Struct):
    """The site in memory. `shown` is replaced whole, so that readers need no lock."""

    settings: BuildSettings
    tell: Tell = silent  # takes how far reading is
    shown: Shown = field(default_factory=Shown)
    unjudged: int = 0  # texts that were left to `check` when all was read
    _linked: Linked | None = None
    # Files that changed since `_linked`; None when more than files that can be named did.
    _pending: set[str] | None = None
    _found: Survey = field(default_factory=lambda: Survey((), (), {}))
    _theme: bytes = b""  # the digest of the theme that was last seen to be whole
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def begin(self) -> None:
        """Read everything and show it."""
        self.refresh(None)

    def refresh(self, names: Collection[str] | None) -> None:
        """Take in what changed and show it.

        Args:
            names: Content files that changed, came or went, by their path below the content
                folder; None looks at all of them. The theme is looked at in any case.
        """
        table, problems = self.shown.table, list[Problem]()
        try:
            problems += self._taken_in(names)
            table = self._table()
        except OSError as error:
            problems.append(problem_of(error, near=self.settings.content))
        with self._changed:
            self.shown = Shown(self.shown.version + 1, table, tuple(problems))
            self._changed.notify_all()

    @property
    def library(self) -> Library | None:
        """Return the site as it was last good; its texts have no bodies."""
        return self._linked.library if self._linked is not None else None

    def wait(self, version: int, seconds: float) -> int:
        """Return the version as soon as it is another one, or after a time."""
        with self._changed:
            self._changed.wait_for(lambda: self.shown.version != version, seconds)
        return self.shown.version

    def _taken_in(self, names: Collection[str] | None) -> Sequence[Problem]:
        """Link what changed since the last good version, or all; return the content's problems."""
        self._pending = None if names is None or self._pending is None else {*self._pending, *names}
        done = self._relinked(self._pending) if self._pending is not None else None
        if done and done.is_good and done.library is not None:
            self._keep(done.entries, done.library, done.problems)
        return done.problems if done else self._linked_anew()

    def _relinked(self, names: Collection[str]) -> Relinked | None:
        if self._linked is None or len(names) > FEW:
            return None
        self._found = self._look_again(names)
        if not are_articles(self._found):
            return None
        edit = find_edit(self._linked, self._found)
        if edit is None:
            return None
        taken = retake(edit.files, self._linked.entries, self._means())
        settings = self._link_settings()
        return relink(self._linked, edit, taken, found=self._found, settings=settings)

    def _keep(self, entries: Entries, library: Library, problems: Sequence[Problem]) -> None:
        self._linked = Linked(entries, library, tuple(problems))
        self._pending = set()

    def _look_again(self, names: Collection[str]) -> Survey:
        files = {file.name: file for file in self._found.files}
        for name in names:
            files.pop(name, None)
            file = find_file(name, self.settings.content)
            if file is not None:
                files[name] = file
        ordered = tuple(files[name] for name in sorted(files))
        return replace(self._found, files=ordered, changed=frozenset(names))

    def _linked_anew(self) -> Sequence[Problem]:
        """Link everything; what was linked stays when an error stands against the content."""
        settings = self.settings
        if not settings.content.is_dir():
            return take_in(settings.content)[1]
        self._found = survey(settings, None)
        entries, problems = take_files(self._found.files, self._found.problems, self._means())
        self.unjudged = entries.unjudged
        self.tell("linking", 0, 0)
        library, faults = link(entries, self._link_settings())
        problems += faults
        if library is not None and not any(problem.is_error for problem in problems):
            self._keep(entries, library, problems)
        return problems

    def _table(self) -> Mapping[str, Output]:
        """Return the outputs of what is linked with the theme as it is now.

        Raises:
            OSError: The theme cannot be read or used.
        """
        if self._linked is None:
            return self.shown.table
        linked, means, settings = self._linked, self._means(), self._render_settings()
        theme = theme_digest(self.settings)
        if theme != self._theme:
            see_templates(settings.theme, load_catalog(settings.theme, "vi"), means.shelf)
            self._theme = theme
        library = with_bodies(linked.library, linked.entries, content=settings.content, means=means)
        darkroom = Darkroom(settings.content, open_shelf(self.settings.cache))
        return make_table(library, settings, shelf=means.shelf, darkroom=darkroom)

    def _means(self) -> Means:
        # A connection of SQLite belongs to one thread, so each use opens its own.
        return Means(Shelf(self.settings.cache / "shelf.sqlite"), self.settings.jobs, self.tell)

    def _link_settings(self) -> LinkSettings:
        looking = Looking(self._means().shelf)
        return LinkSettings(
            self.settings.content, self.settings.now, with_drafts=True, looking=looking
        )

    def _render_settings(self) -> RenderSettings:
        settings = self.settings
        return RenderSettings(
            settings.content, settings.theme, settings.base_url, settings.now, with_drafts=True
        )
