"""Index: the articles of one language in the orders that lists need, sorted once a build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.model.issues import IssueFields
from plugins.bulletin.model.library import Library, Pair
from plugins.bulletin.render.contents import Contents, find_contents, issues_of
from plugins.bulletin.render.found_media import Gallery, find_media

Item = TypeVar("Item")
Groups = Mapping[str, tuple[Article, ...]]


class Index(Struct, frozen=True):
    """What one language lists, newest first.

    `listed` has every pair once, in this language where it exists; hidden ones never.
    `own` are those of this language. The groups hold `listed` by id.
    """

    listed: tuple[Article, ...]
    own: tuple[Article, ...]
    sections: Groups
    topics: Groups
    partners: Groups
    associations: Groups
    documents: Groups
    media: Gallery = field(default_factory=dict)
    issues: tuple[Contents, ...] = ()  # newest first
    issue_of: Mapping[str, IssueFields] = field(default_factory=dict)  # by an article's key


def make_index(library: Library, language: Language) -> Index:
    """Sort and group the articles that one language lists."""
    listed = newest_first(shown_in(library, language))
    issues = find_contents(library, listed)
    return Index(
        tuple(listed),
        tuple(article for article in listed if article.language == language),
        _grouped(listed, lambda article: (article.section,)),
        _grouped(listed, lambda article: article.topics),
        _grouped(listed, lambda article: article.partners),
        _grouped(listed, lambda article: article.associations),
        _grouped(listed, lambda article: article.documents),
        find_media(listed),
        issues,
        issues_of(issues),
    )


def shown_in(library: Library, language: Language) -> list[Article]:
    """Return every pair that lists show, in a language where it exists, in no order."""
    shown = (_in_language(pair, language) for pair in library.articles.values())
    return [article for article in shown if article.status != "hidden"]


def with_neighbours(items: Sequence[Item]) -> list[tuple[Item | None, Item, Item | None]]:
    """Return every item with the one before it and the one after it."""
    before, after = (None, *items[:-1]), (*items[1:], None)
    return list(zip(before, items, after, strict=False))  # empty where nothing stands


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Sort by date, newest first; of one date by key, so that order never wavers."""
    by_key = sorted(articles, key=lambda article: article.key)
    return sorted(by_key, key=lambda article: article.moment.when, reverse=True)


def _in_language(pair: Pair, language: Language) -> Article:
    return pair[language] if language in pair else pair[other_language(language)]


def _grouped(articles: Iterable[Article], ids: Callable[[Article], Iterable[str]]) -> Groups:
    """Group articles by what they name, each once in a group."""
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for identity in dict.fromkeys(ids(article)):
            groups[identity].append(article)
    return {identity: tuple(found) for identity, found in groups.items()}
