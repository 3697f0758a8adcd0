"""Slugs: the last segment of every text's address, given or made from its title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.link.pairs import Paired
from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.problems import Problem, link_rules as rules
from plugins.bulletin.text.slugs import LONGEST_SLUG, slugify

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Text = TextEntry[ArticleFields] | TextEntry[PageFields]


class Slugged(Struct, frozen=True):
    """A text's slug and whole address."""

    slug: str
    address: str


Slugs = Mapping[str, Slugged]  # by the path of the text's file


def choose_slugs(
    articles: Iterable[Paired[ArticleFields]], pages: Iterable[Paired[PageFields]]
) -> tuple[Slugs, list[Problem]]:
    """Give every text its address; one whose slug is not usable gets none."""
    slugs: dict[str, Slugged] = {}
    problems: list[Problem] = []
    for text in texts_of(articles, pages):
        slug, faults = _slug(text)
        problems += faults
        if slug is not None:
            slugs[text.path] = Slugged(slug, _address(text, slug))
    return slugs, problems


def texts_of(
    articles: Iterable[Paired[ArticleFields]], pages: Iterable[Paired[PageFields]]
) -> list[Text]:
    """Return every text of some pairs."""
    found: list[Text] = [text for pair in articles for text in pair.texts.values()]
    return found + [text for pair in pages for text in pair.texts.values()]


def sides_of(
    articles: Iterable[Paired[ArticleFields]], slugs: Slugs
) -> Iterator[tuple[str, TextEntry[ArticleFields]]]:
    """Yield where articles stand side by side, each with its Vietnamese text."""
    for pair in articles:
        text = pair.texts.get("vi")
        if text is None or len(pair.texts) < len(LANGUAGES) or text.fields.status == "hidden":
            continue
        if text.path in slugs:
            yield addresses.beside(slugs[text.path].address), text


def _slug(text: Text) -> tuple[str | None, list[Problem]]:
    given = text.fields.slug
    try:
        made = slugify(given or text.fields.title)
    except ValueError:
        made = ""
    if not made or (given is not None and not is_slug(given)):
        place = text.marks.place("slug" if given else "title")
        found = given or text.fields.title
        return None, [rules.SLUG_INVALID.at(place, found=found, example=made or text.key)]
    return given or made, []


def is_slug(text: str) -> bool:
    """Tell whether a text can be the last segment of an address as it stands."""
    return bool(_SLUG.fullmatch(text)) and len(text) <= LONGEST_SLUG


def _address(text: Text, slug: str) -> str:
    fields = text.fields
    if isinstance(fields, ArticleFields) and fields.date is not None:
        when = fields.date.when
        return addresses.dated(text.language, when.year, when.month, slug)
    return f"{addresses.ROOTS[text.language]}{slug}/"
