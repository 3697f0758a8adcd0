"""Contents: what each issue shows of its articles in one language, found once a build."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import LocalText
from plugins.bulletin.model.issues import Issue, IssueFields
from plugins.bulletin.model.library import Library


class Part(Struct, frozen=True):
    """Some articles of an issue; `heading` is None for those without one."""

    heading: LocalText | None
    articles: tuple[Article, ...]


class Contents(Struct, frozen=True):
    """An issue with those of its articles that lists show."""

    issue: Issue
    lead: Article | None
    parts: tuple[Part, ...]

    @property
    def fields(self) -> IssueFields:
        """Return what the issue's file gives."""
        return self.issue.fields

    @property
    def articles(self) -> tuple[Article, ...]:
        """Return all articles in their order."""
        lead = (self.lead,) if self.lead else ()
        return (*lead, *(article for part in self.parts for article in part.articles))


def find_contents(library: Library, listed: Iterable[Article]) -> tuple[Contents, ...]:
    """Return the issues of a library, newest first, with those of the listed articles they have."""
    if not library.issues:
        return ()
    by_key = {article.key: article for article in listed}
    ordered = sorted(library.issues.items(), key=lambda item: (item[1].fields.date, item[0]))
    return tuple(_contents(issue, by_key) for _, issue in reversed(ordered))


def _contents(issue: Issue, by_key: Mapping[str, Article]) -> Contents:
    fields = issue.fields
    lists = [(None, fields.articles), *((part.heading, part.articles) for part in fields.parts)]
    parts = (
        Part(heading, tuple(by_key[key] for key in keys if key in by_key))
        for heading, keys in lists
    )
    lead = by_key.get(fields.lead) if fields.lead else None
    return Contents(issue, lead, tuple(part for part in parts if part.articles))


def issues_of(contents: Iterable[Contents]) -> dict[str, IssueFields]:
    """Map the key of every article that an issue shows to that issue."""
    return {article.key: item.fields for item in contents for article in item.articles}
