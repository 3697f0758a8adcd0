"""Author views: what the templates of authors and translators receive."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.bulletin.render.views import ArticleCard, Link, Pagination


@dataclass(frozen=True, slots=True)
class AuthorRow:
    """One author or translator in the list of all, and of how many articles."""

    link: Link
    written: int
    translated: int


@dataclass(frozen=True, slots=True)
class AuthorsView:
    """All authors and translators by name: template `authors.html`."""

    authors: tuple[AuthorRow, ...]


@dataclass(frozen=True, slots=True)
class AuthorArticle:
    """One article on an author's page."""

    card: ArticleCard
    is_translated: bool  # by the author, and not written


@dataclass(frozen=True, slots=True)
class AuthorView:
    """One page of an author's articles: template `author.html`."""

    written: int  # on all pages
    translated: int
    articles: tuple[AuthorArticle, ...]
    pagination: Pagination
