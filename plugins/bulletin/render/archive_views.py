"""Views of the archive: its front, and the pages of each year. Nothing here computes."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.views import ArticleCard, Link, Pagination


class MonthRow(Struct, frozen=True):
    """One month that has articles: its name, where it begins, and how many they are."""

    link: Link
    count: int


class YearRow(Struct, frozen=True):
    """One year that has articles, newest month first."""

    link: Link
    count: int
    months: tuple[MonthRow, ...]


class ArchiveMonth(Struct, frozen=True):
    """Articles of one month."""

    title: str  # Tháng 8 | August
    anchor: str  # 2023-08
    articles: tuple[ArticleCard, ...]


class ArchiveYear(Struct, frozen=True):
    """Articles of one year, newest month first; `count` is of those that are shown."""

    year: int
    anchor: str  # nam-2023 | year-2023
    count: int
    months: tuple[ArchiveMonth, ...]


class ArchiveView(Struct, frozen=True):
    """The front of the archive, newest first: template `archive.html`."""

    count: int
    years: tuple[YearRow, ...]  # all
    newest: tuple[ArchiveYear, ...]  # of the newest articles alone
    earlier: Link | None  # the year of the first article that is not among them


class YearView(Struct, frozen=True):
    """One page of a year of the archive: template `archive_year.html`."""

    count: int  # on all pages
    calendar: tuple[MonthRow, ...]  # on all pages
    months: tuple[ArchiveMonth, ...]  # of this page
    pagination: Pagination
    previous: Link | None = None  # the year before
    next: Link | None = None  # the year after


ArchiveViews = ArchiveView | YearView
