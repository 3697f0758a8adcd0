"""Author views: what the templates of authors and translators receive."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.views import ArticleCard, Link, Pagination


class AuthorRow(Struct, frozen=True):
    """One author or translator in the list of all, and of how many articles."""

    link: Link
    written: int
    translated: int


class AuthorsView(Struct, frozen=True):
    """All authors and translators by name: template `authors.html`."""

    authors: tuple[AuthorRow, ...]


class AuthorArticle(Struct, frozen=True):
    """One article on an author's page."""

    card: ArticleCard
    is_translated: bool  # by the author, and not written


class AuthorView(Struct, frozen=True):
    """One page of an author's articles: template `author.html`."""

    written: int  # on all pages
    translated: int
    articles: tuple[AuthorArticle, ...]
    pagination: Pagination
