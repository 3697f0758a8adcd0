"""Pairs: every article and page with its translation, and how the two stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.model.freshness import STATES, Freshness, FreshnessState
from plugins.bulletin.model.library import Library

Kind = Literal["article", "page"]
Text = Article | Page


class PairRow(Struct, frozen=True):
    """One pair. `translation` is None where there is none."""

    kind: Kind
    original: Text
    translation: Text | None
    freshness: Freshness

    @property
    def key(self) -> str:
        """Return the name that both files share."""
        return self.original.key

    @property
    def state(self) -> FreshnessState:
        """Return how the translation stands."""
        return self.freshness.state

    @property
    def language(self) -> Language:
        """Return the language of the translation, written or not."""
        return other_language(self.original.language)

    @property
    def translation_path(self) -> str:
        """Return the path of the translation's file, there or not, as problems print it."""
        return f"{self.original.path.rsplit('.', 2)[0]}.{self.language}.md"


def list_pairs(library: Library) -> list[PairRow]:
    """List the pairs of a library: what asks for work first, then by kind and key.

    A pair of which a file was reported and left out is not among them.
    """
    articles = [*library.articles.values(), *library.waiting.values()]
    rows = [*_rows("article", articles), *_rows("page", library.pages.values())]
    return sorted(rows, key=lambda row: (STATES.index(row.state), row.kind, row.key))


def _rows(kind: Kind, pairs: Iterable[Mapping[Language, Text]]) -> Iterator[PairRow]:
    for pair in pairs:
        carrier = next((text for text in pair.values() if text.freshness is not None), None)
        if carrier is None or carrier.freshness is None:
            continue
        original = pair.get(other_language(carrier.language), carrier)
        translation = carrier if original is not carrier else None
        yield PairRow(kind, original, translation, carrier.freshness)


def totals(rows: Iterable[PairRow]) -> dict[FreshnessState, int]:
    """Count the pairs of each state."""
    counted = dict.fromkeys(STATES, 0)
    for row in rows:
        counted[row.state] += 1
    return counted
