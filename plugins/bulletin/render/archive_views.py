"""Views of the archive: its front, and the pages of each year. Nothing here computes."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.bulletin.render.views import ArticleCard, Link, Pagination


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month that has articles: its name, where it begins, and how many they are."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year that has articles, newest month first."""

    link: Link
    count: int
    months: tuple[MonthRow, ...]


@dataclass(frozen=True, slots=True)
class ArchiveMonth:
    """Articles of one month."""

    title: str  # Tháng 8 | August
    anchor: str  # 2023-08
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """Articles of one year, newest month first; `count` is of those that are shown."""

    year: int
    anchor: str  # nam-2023 | year-2023
    count: int
    months: tuple[ArchiveMonth, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """The front of the archive, newest first: template `archive.html`."""

    count: int
    years: tuple[YearRow, ...]  # all
    newest: tuple[ArchiveYear, ...]  # of the newest articles alone
    earlier: Link | None  # the year of the first article that is not among them


@dataclass(frozen=True, slots=True)
class YearView:
    """One page of a year of the archive: template `archive_year.html`."""

    count: int  # on all pages
    calendar: tuple[MonthRow, ...]  # on all pages
    months: tuple[ArchiveMonth, ...]  # of this page
    pagination: Pagination
    previous: Link | None = None  # the year before
    next: Link | None = None  # the year after


ArchiveViews = ArchiveView | YearView
