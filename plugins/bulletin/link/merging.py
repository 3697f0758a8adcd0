"""Merging: what was linked before stands beside what is linked now."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.link.addressing import plain
from plugins.bulletin.link.targets import TextTarget, TextTargets
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library, has_sides
from plugins.bulletin.model.pictures import Photograph

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".svg")


def text_targets(library: Library) -> TextTargets:
    """Return what links to a library's texts need, as `link` makes it of entries."""
    texts: TextTargets = {}
    for pairs, is_draft in (
        (library.articles, False),
        (library.waiting, True),
        (library.pages, False),
    ):
        for pair in pairs.values():
            texts |= _targets_of(pair, is_draft=is_draft)
    return texts


def _targets_of(pair: Mapping[Language, Article | Page], *, is_draft: bool) -> TextTargets:
    target = TextTarget(
        {language: text.path for language, text in pair.items()},
        {language: _address(text) for language, text in pair.items()},
        {language: text.body for language, text in pair.items()},
        {language: text.title for language, text in pair.items()},
        is_draft,
    )
    named = {text.source: (target, language) for language, text in pair.items()}
    for language, text in pair.items():
        if isinstance(text, Article) and text.stub is not None:
            named[text.stub.path.split("/", 1)[1]] = (target, language)
    return named


def _address(text: Article | Page) -> str:
    return addresses.article(text) if isinstance(text, Article) else addresses.page(text)


def taken_addresses(library: Library) -> dict[str, str]:
    """Return the plain address of every text, and its aliases, with its file."""
    taken = {}
    for pairs in (library.articles, library.waiting, library.pages):
        for text in (text for pair in pairs.values() for text in pair.values()):
            taken[plain(_address(text))] = text.path
            taken |= {plain(alias): text.path for alias in text.aliases}
    for pair in (*library.articles.values(), *library.waiting.values()):
        if has_sides(pair):
            taken[plain(addresses.sides(pair["vi"]))] = pair["vi"].path
    return taken


def without(library: Library, keys: set[str]) -> Library:
    """Return a library without the articles of some keys."""
    articles = {key: pair for key, pair in library.articles.items() if key not in keys}
    waiting = {key: pair for key, pair in library.waiting.items() if key not in keys}
    return replace(library, articles=articles, waiting=waiting)


def merge(beside: Library, library: Library) -> Library:
    """Return both libraries as one, its articles in the order of their keys."""
    articles = {**beside.articles, **library.articles}
    waiting = {**beside.waiting, **library.waiting}
    return replace(
        library,
        articles={key: articles[key] for key in sorted(articles)},
        waiting={key: waiting[key] for key in sorted(waiting)},
        pages=beside.pages,
    )


def used_images(library: Library) -> dict[str, Photograph | None]:
    """Return the pictures that what is shown has in it or links to, by name."""
    covers = [cover for issue in library.issues.values() for cover in issue.covers.values()]
    used: dict[str, Photograph | None] = {cover.image: cover.photograph for cover in covers}
    for pairs in (library.articles, library.pages):
        for text in (text for pair in pairs.values() for text in pair.values()):
            if isinstance(text, Article) and text.cover:
                used[text.cover.image] = text.cover.photograph
            for link in text.links:
                if not link.is_external and link.url.lower().endswith(PICTURES):
                    used[link.url.removeprefix("/")] = link.photograph
    return used
