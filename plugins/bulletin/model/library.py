"""The library: the whole site, linked. What render reads, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.changes import DataChange
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.issues import Issue
from plugins.bulletin.model.pictures import Photograph
from plugins.bulletin.model.records import (
    Association,
    Country,
    Document,
    Partner,
    Section,
    Site,
    Term,
    Topic,
)

Pair = Mapping[Language, Article]
PagePair = Mapping[Language, Page]
# Top-level elements of the original's and the translation's body that belong together, by
# number from 0; None where there is no counterpart.
Row = tuple[int | None, int | None]


def has_sides(pair: Pair) -> bool:
    """Tell whether an article stands side by side: in both languages, and not hidden."""
    return len(pair) == len(LANGUAGES) and pair["vi"].status != "hidden"


class Records(Struct, frozen=True):
    """All records of `content/data`, by id, in the order of their files."""

    site: Site
    sections: Mapping[str, Section] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    countries: Mapping[str, Country] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    associations: Mapping[str, Association] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    changes: tuple[DataChange, ...] = ()  # newest first
    partner_digests: Mapping[str, bytes] = field(default_factory=dict)


class Library(Struct, frozen=True):
    """Records, articles and pages; pairs map a key to its languages.

    `rows` tells by an article's key which passages of its two bodies belong together, where
    that is known; it depends on the two texts alone.
    """

    records: Records
    articles: Mapping[str, Pair]
    pages: Mapping[str, PagePair]
    issues: Mapping[str, Issue] = field(default_factory=dict)  # in the order of their files
    # Used ones by path from the content folder; None for a drawing, which is published as it is.
    images: Mapping[str, Photograph | None] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)  # HTML by file, where kept apart
    waiting: Mapping[str, Pair] = field(default_factory=dict)  # drafts, and too early
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def html_of(self, text: Article | Page) -> str:
        """Return a text's converted body."""
        return text.body.html or self.bodies.get(text.path, "")
