"""State: what one run knows. The pipeline fills it in, step by step; nothing is done here."""

from __future__ import annotations

from collections.abc import Container, Mapping

from msgspec import Struct, field

from plugins.bulletin.audit.facts import FileFacts
from plugins.bulletin.audit.known import Known
from plugins.bulletin.kept import Kept
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.linked import Relinked
from plugins.bulletin.manifest import Look, Manifest, OutputMark, Survey
from plugins.bulletin.means import Means
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.orders import Order, Ordered
from plugins.bulletin.problems import Problem
from plugins.bulletin.publish.files import Changes
from plugins.bulletin.render.outputs import Output
from plugins.bulletin.render.printing import Printing
from plugins.bulletin.settings import BuildSettings


class Build(Struct):
    """One run: what was read, what is to be made, and what was found wrong on the way."""

    settings: BuildSettings
    means: Means
    look: Look
    entries: Entries = field(default_factory=Entries)
    library: Library | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # digests by name
    table: dict[str, Output] = field(default_factory=dict)
    inputs: dict[str, tuple[bytes, ...]] = field(default_factory=dict)  # of every output
    stale: frozenset[str] = frozenset()
    vanished: frozenset[str] = frozenset()
    of_content: tuple[Problem, ...] = ()  # problems that the content alone shows
    kept: Kept | None = None  # what the last build kept, and
    again: Relinked | None = None  # what was linked again since, where nothing else was
    facts: Known = field(default_factory=Known)  # what the audit knows of every output
    printing: Printing[FileFacts] | None = None
    problems: list[Problem] = field(default_factory=list)
    changes: Changes | None = None

    @property
    def last(self) -> Manifest | None:
        """Return the last build's manifest."""
        return self.look.last

    @property
    def found(self) -> Survey:
        """Return what the content folder holds, and what of it changed."""
        return self.look.found

    @property
    def is_refused(self) -> bool:
        """Tell whether an error stands against this build."""
        return any(problem.is_error for problem in self.problems)

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to do."""
        return self.is_refused or not (self.stale or self.vanished)

    def untouched(self) -> dict[str, OutputMark]:
        """Return the last build's marks of the outputs that are as it left them."""
        known = self.last.outputs if self.last else {}
        return {path: mark for path, mark in known.items() if path not in self.stale}

    def order(self) -> Order:
        """Return what Pelican is to render."""
        outputs = [self.table[path] for path in sorted(self.stale)]
        return Order(
            self.settings.content,
            self.settings.staging,
            tuple(Ordered(output.path, output.language, output.source) for output in outputs),
            self._texts({output.source for output in outputs}),
        )

    def _texts(self, sources: Container[str]) -> dict[str, Article | Page]:
        if self.library is None:
            return {}
        pairs: list[Mapping[Language, Article | Page]]
        pairs = [*self.library.articles.values(), *self.library.pages.values()]
        texts = (text for pair in pairs for text in pair.values())
        return {text.source: text for text in texts if text.source in sources}
