"""Orders: what Pelican is to render, and what it asked for in turn.

An order knows nothing of the build that it is of, so another process can carry it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language


class Ordered(Struct, frozen=True):
    """One output; as in the table, `language` is None for what both share."""

    path: str
    language: Language | None
    source: str  # the Markdown file, below the content folder, that it is rendered from, or ""


class Order(Struct):
    """The outputs to render, and the texts that some of them come from, by Markdown file."""

    content: Path
    staging: Path
    outputs: tuple[Ordered, ...]
    texts: Mapping[str, Article | Page]
    asked: set[str] = field(default_factory=set)

    def sources(self, kind: str, language: Language) -> list[str]:
        """Return the Markdown files of one kind and language, for Pelican to render."""
        return [
            output.source
            for output in self.outputs
            if output.language == language and output.source.startswith(f"{kind}/")
        ]

    def ask(self, path: str) -> None:
        """Note that Pelican wants an output written; all are made together."""
        self.asked.add(path)

    def ask_lists(self, language: Language, *, with_shared: bool) -> None:
        """Ask for the outputs of a language that come from no single Markdown file."""
        for output in self.outputs:
            is_ours = output.language == language or (with_shared and output.language is None)
            if is_ours and not output.source:
                self.asked.add(output.path)
