"""Authors: who wrote and who translated, as the bylines of one language name them.

A name leads to a page that it alone decides, so that an article's page depends on nothing
but the article. Two names that make one address share its page and both stand on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.model.library import Library, Pair
from plugins.bulletin.render.author_views import AuthorArticle, AuthorRow, AuthorsView, AuthorView
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import AUTHORS, Standing, home_link, page_view, standing_at
from plugins.bulletin.render.lists import numbered, page_count, pagination_view
from plugins.bulletin.render.parts import by_name, card
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import Link, PageView
from plugins.bulletin.text.slugs import slugify


class Author(Struct):
    """One author or translator: the names in use, and the articles, newest first."""

    slug: str
    names: list[str] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    translated: set[str] = field(default_factory=set)  # keys of the articles not written too

    @property
    def written(self) -> int:
        """Return the number of articles by this author; the others are only translated."""
        return len(self.articles) - len(self.translated)

    @property
    def title(self) -> str:
        """Return the names, of which there is nearly always one."""
        return " / ".join(self.names)

    def wrote(self, article: Article) -> bool:
        """Tell whether an article is by this author, and not only translated."""
        return article.key not in self.translated


@lru_cache(maxsize=4096)
def author_slug(name: str) -> str:
    """Return the last segment of an author's address, "" for a name without a letter."""
    try:
        return slugify(name)
    except ValueError:
        return ""


def author_link(desk: Desk, name: str) -> Link:
    """Link a name of a byline to its page; the address is empty where it can have none."""
    slug = author_slug(name)
    return Link(name, desk.path(addresses.author(slug, desk.language)) if slug else "")


def find_authors(articles: Iterable[Article]) -> dict[str, Author]:
    """Gather the authors and translators of articles, which stand newest first."""
    found: dict[str, Author] = {}
    for article in articles:
        for slug, names in _people(article).items():
            author = found.setdefault(slug, Author(slug))
            author.articles.append(article)
            if not any(author_slug(name) == slug for name in article.authors):
                author.translated.add(article.key)
            author.names += [name for name in dict.fromkeys(names) if name not in author.names]
    return found


def own_articles(library: Library, language: Language) -> list[Article]:
    """Return the articles of a language that lists may show, in no order that matters."""
    found = (pair[language] for pair in library.articles.values() if language in pair)
    return [article for article in found if article.status != "hidden"]


def _people(article: Article) -> dict[str, list[str]]:
    people: defaultdict[str, list[str]] = defaultdict(list)
    for name in (*article.authors, article.translator):
        if slug := author_slug(name):
            people[slug].append(name)
    return people


def find_counterparts(library: Library, language: Language) -> Mapping[str, str]:
    """Map authors of a language to the same ones in the other, as far as that is certain.

    The same letters are the same author. Other names are when they stand at the same place
    of both bylines of an article, and never beside anyone else.
    """
    there = other_language(language)
    shown = [pair for pair in library.articles.values() if not _is_hidden(pair)]
    names = {slug for pair in shown if there in pair for slug in _people(pair[there])}
    ahead: defaultdict[str, set[str]] = defaultdict(set)
    back: defaultdict[str, set[str]] = defaultdict(set)
    for own, other in _beside(shown, language):
        ahead[own].add(other)
        back[other].add(own)
    certain = {
        own: next(iter(others))
        for own, others in ahead.items()
        if own not in names and len(others) == 1 and back[next(iter(others))] == {own}
    }
    return {name: name for name in names} | certain


def _is_hidden(pair: Pair) -> bool:
    return next(iter(pair.values())).status == "hidden"


def _beside(pairs: Iterable[Pair], language: Language) -> Iterator[tuple[str, str]]:
    there = other_language(language)
    for pair in pairs:
        if len(pair) < 2 or len(pair[language].authors) != len(pair[there].authors):
            continue
        for own, other in zip(pair[language].authors, pair[there].authors, strict=True):
            if author_slug(own) and author_slug(other):
                yield author_slug(own), author_slug(other)


def authors_view(desk: Desk, authors: Mapping[str, Author]) -> AuthorsView:
    """Show all authors and translators by name."""
    links = {author_link_of(desk, author): author for author in authors.values()}
    return AuthorsView(tuple(_row(link, links[link]) for link in by_name(desk, links)))


def author_link_of(desk: Desk, author: Author) -> Link:
    """Link to an author's page."""
    return Link(author.title, desk.path(addresses.author(author.slug, desk.language)))


def _row(link: Link, author: Author) -> AuthorRow:
    return AuthorRow(link, author.written, len(author.translated))


def authors_page(desk: Desk) -> PageView:
    """Make the head of the list of authors."""
    standing = standing_at(desk, "authors")
    text = desk.say(mark("Everyone who writes or translates for the bulletin."))
    return page_view(desk, standing, title=desk.say(AUTHORS), description=text)


def author_view(desk: Desk, author: Author, *, number: int) -> AuthorView:
    """Show page `number` of what an author wrote and translated."""
    size = desk.library.records.site.page_size
    shown = author.articles[(number - 1) * size : number * size]
    row = _row(author_link_of(desk, author), author)
    first = addresses.author(author.slug, desk.language)
    return AuthorView(
        row.written,
        row.translated,
        tuple(AuthorArticle(card(desk, item), not author.wrote(item)) for item in shown),
        pagination_view(desk, first, number=number, count=len(author.articles), size=size),
    )


def author_standing(
    desk: Desk, author: Author, counterpart: Author | None, *, number: int
) -> Mapping[Language, str]:
    """Return where page `number` of an author stands, in the other language if there too."""
    there = other_language(desk.language)
    first = addresses.author(author.slug, desk.language)
    standing = {desk.language: addresses.list_page(first, number, desk.language)}
    if counterpart and number <= _pages(desk, counterpart.articles):
        first = addresses.author(counterpart.slug, there)
        standing[there] = addresses.list_page(first, number, there)
    return standing


def _pages(desk: Desk, articles: Sequence[Article]) -> int:
    return page_count(len(articles), desk.library.records.site.page_size)


def author_page(
    desk: Desk, author: Author, standing: Mapping[Language, str], *, number: int
) -> PageView:
    """Make the head of page `number` of an author."""
    address = desk.path(addresses.place("authors", desk.language))
    text = desk.say(mark("Articles that %(name)s wrote or translated for the bulletin."))
    where = Standing(
        standing,
        (home_link(desk), Link(desk.say(AUTHORS), address)),
        fallback=addresses.place("authors", other_language(desk.language)),
    )
    page = page_view(desk, where, title=author.title, description=text % {"name": author.title})
    return numbered(desk, page, number)
