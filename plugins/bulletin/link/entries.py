"""Entries: all that the schema passed, together, before it is linked."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.changes import DataChange
from plugins.bulletin.model.entry import Entry, TextEntry
from plugins.bulletin.model.issues import IssueFields
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
from plugins.bulletin.problems import Problem


class Entries(Struct, frozen=True):
    """Typed entries of one content folder; `images` are paths from the content folder.

    `broken` names what exists but could not be used, as (kind, id), (kind, "*") for all of
    a kind, ("article", key), ("page", key) and ("file", name): references to it are no
    further fault.
    """

    site: Entry[Site] | None = None
    sections: Mapping[str, Entry[Section]] = field(default_factory=dict)
    topics: Mapping[str, Entry[Topic]] = field(default_factory=dict)
    countries: Mapping[str, Entry[Country]] = field(default_factory=dict)
    documents: Mapping[str, Entry[Document]] = field(default_factory=dict)
    partners: Mapping[str, Entry[Partner]] = field(default_factory=dict)
    associations: Mapping[str, Entry[Association]] = field(default_factory=dict)
    issues: Mapping[str, Entry[IssueFields]] = field(default_factory=dict)
    glossary: tuple[Entry[Term], ...] = ()
    changes: tuple[Entry[DataChange], ...] = ()
    facts: str = ""  # digest of the data as they are, "" while some cannot be read
    articles: tuple[TextEntry[ArticleFields], ...] = ()
    pages: tuple[TextEntry[PageFields], ...] = ()
    images: frozenset[str] = frozenset()
    reading_keys: Mapping[str, bytes] = field(default_factory=dict)  # of kept readings, by file
    broken: frozenset[tuple[str, str]] = frozenset()
    unjudged: int = 0  # texts whose judging was left to a thorough command

    def is_broken(self, kind: str, identity: str) -> bool:
        """Tell whether a thing exists but was reported already."""
        return not self.broken.isdisjoint({(kind, identity), (kind, "*")})

    def broken_keys(self, kind: str) -> frozenset[str]:
        """Return the keys of articles or pages of which a file was reported already."""
        return frozenset(key for name, key in self.broken if name == kind)

    def by_kind(self) -> dict[str, Mapping[str, Entry[object]]]:
        """Return the records by the kind that references name."""
        return {
            "section": self.sections,
            "topic": self.topics,
            "country": self.countries,
            "document": self.documents,
            "partner": self.partners,
            "association": self.associations,
        }

    def page_keys(self) -> dict[str, object]:
        """Return the keys of all pages."""
        return {entry.key: entry for entry in self.pages}


class Taken(Struct, frozen=True):
    """What was read and judged of some texts, beside records that have not changed.

    `used` are the keys of what the shelf gave and took meanwhile.
    """

    articles: tuple[TextEntry[ArticleFields], ...]
    pages: tuple[TextEntry[PageFields], ...]
    reading_keys: Mapping[str, bytes]
    broken: frozenset[tuple[str, str]]
    unjudged: int
    problems: tuple[Problem, ...]
    used: frozenset[bytes] = frozenset()

    def beside(self, entries: Entries) -> Entries:
        """Return the records of some entries with these texts alone."""
        return replace(
            entries,
            articles=self.articles,
            pages=self.pages,
            reading_keys=self.reading_keys,
            broken=entries.broken | self.broken,
            unjudged=self.unjudged,
        )
