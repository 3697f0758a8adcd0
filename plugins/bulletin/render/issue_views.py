"""Views of issues: their list, and the page of each. Nothing here computes."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.views import ArticleCard, DateView, ImageView, Link, Pagination


class IssueRow(Struct, frozen=True):
    """One issue in a list, with its cover or its lead's; `articles` are its first ones."""

    link: Link
    number: str
    date: DateView
    summary: str
    count: int  # of the articles that are shown
    cover: ImageView | None = None
    articles: tuple[ArticleCard, ...] = ()


class IssuesView(Struct, frozen=True):
    """One page of all issues, newest first: template `issues.html`."""

    issues: tuple[IssueRow, ...]
    pagination: Pagination


class IssuePartView(Struct, frozen=True):
    """Some articles of an issue; `heading` is "" for those without one."""

    heading: str
    articles: tuple[ArticleCard, ...]


class IssueView(Struct, frozen=True):
    """One issue with its contents: template `issue.html`."""

    row: IssueRow
    cover: ImageView | None  # its own
    lead: ArticleCard | None
    parts: tuple[IssuePartView, ...]
    previous: Link | None = None  # the older one
    next: Link | None = None  # the newer one


IssueViews = IssuesView | IssueView
