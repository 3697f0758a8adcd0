"""The pipeline: the story of a build on one page.

read → schema → link → render → audit → publish. Each step is a plain function that
returns its output and its problems; nothing is live before all of them are content.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from plugins.bulletin.audit import AuditSettings, audit
from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Problem
from plugins.bulletin.publish.files import (
    Changes,
    bring_up_to_date,
    empty_folder,
    refuse_foreign,
    write_file,
)
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.render.table import Output, make_table


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """All that a build depends on beside the content itself.

    `base_url` has no slash at its end. `now` decides whether a day of publishing has come.
    """

    content: Path
    theme: Path
    output: Path
    base_url: str
    now: datetime
    with_drafts: bool = False

    @property
    def staging(self) -> Path:
        """Return the folder in which a build is made before it goes live."""
        return self.output.parent / ".cache" / "staging" / self.output.name


@dataclass(slots=True)
class Build:
    """One run: what was read, what is to be made, and what was found wrong on the way."""

    settings: BuildSettings
    library: Library | None
    table: dict[str, Output]
    problems: list[Problem] = field(default_factory=list)
    changes: Changes | None = None
    _texts: dict[str, Article | Page] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the texts by their files."""
        if self.library is not None:
            pairs = (*self.library.articles.values(), *self.library.pages.values())
            self._texts = {text.source: text for pair in pairs for text in pair.values()}

    @property
    def is_refused(self) -> bool:
        """Tell whether an error stands against this build."""
        return any(problem.is_error for problem in self.problems)

    def sources(self, kind: str, language: Language) -> list[str]:
        """Return the Markdown files of one kind and language that Pelican is to render."""
        return [
            output.source
            for output in self.table.values()
            if output.language == language and output.source.startswith(f"{kind}/")
        ]

    def text(self, source: str) -> Article | Page:
        """Return the article or page that was read from a Markdown file."""
        return self._texts[source]


def examine(settings: BuildSettings) -> tuple[Library | None, list[Problem]]:
    """Read and link the content without making a site."""
    entries, problems = take_in(settings.content)
    link_settings = LinkSettings(settings.content, settings.now, with_drafts=settings.with_drafts)
    library, faults = link(entries, link_settings)
    return library, problems + faults


def begin(settings: BuildSettings) -> Build:
    """Read, check and link everything, and list what is to be made."""
    refuse_foreign(settings.output, settings.content)
    library, problems = examine(settings)
    build = Build(settings, library, {}, problems)
    if library is not None and not build.is_refused:
        build.table = make_table(library, _render_settings(settings))
        empty_folder(settings.staging)
    return build


def render(build: Build, path: str) -> None:
    """Make one output of the table."""
    write_file(build.settings.staging / path, build.table[path].make())


def render_lists(build: Build, language: Language, *, with_shared: bool) -> None:
    """Make the outputs of a language that come from no single Markdown file."""
    for output in build.table.values():
        is_ours = output.language == language or (with_shared and output.language is None)
        if is_ours and not output.source:
            render(build, output.path)


def finish(build: Build) -> None:
    """Audit what was made and, when nothing is wrong, bring the output up to date."""
    settings = build.settings
    expected = frozenset(build.table)
    audit_settings = AuditSettings(
        base_url=settings.base_url, expected=expected, with_drafts=settings.with_drafts
    )
    build.problems += audit(settings.staging, audit_settings)
    if not build.is_refused:
        build.changes = bring_up_to_date(settings.staging, settings.output)


def _render_settings(settings: BuildSettings) -> RenderSettings:
    return RenderSettings(
        settings.content, settings.theme, settings.base_url, with_drafts=settings.with_drafts
    )
