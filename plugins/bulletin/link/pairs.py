"""Pairs: the two languages of one text, and what a translation takes from its original."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.model.article import ArticleFields, CoverFields, PageFields
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.model.freshness import Freshness
from plugins.bulletin.problems import Problem, link_rules as rules, schema_rules

Fields = TypeVar("Fields", ArticleFields, PageFields)
TextPair = Mapping[Language, TextEntry[Fields]]

NEUTRAL = (
    "date",
    "section",
    "topics",
    "partners",
    "associations",
    "documents",
    "publish_on",
    "status",
    "link_mentions",
)
REQUIRED = ("date", "section")


class Paired(Struct, Generic[Fields], frozen=True):
    """One text in its languages; `original` tells which came first.

    `stub` has words in the other language for a text that has no translation.
    A pair is not whole when one of its files was reported and left out; then nobody can tell
    what its texts inherit.
    """

    key: str
    original: Language
    texts: TextPair[Fields]
    is_whole: bool = True
    freshness: Freshness | None = None
    stub: TextEntry[Fields] | None = None


def pair_texts(
    entries: Iterable[TextEntry[Fields]], broken: Collection[str]
) -> tuple[list[Paired[Fields]], list[Problem]]:
    """Bring the files of one key together, in the order of their keys.

    Args:
        entries: Texts of one kind.
        broken: Keys of which a file was reported and left out.
    """
    grouped: dict[str, dict[Language, TextEntry[Fields]]] = {}
    problems: list[Problem] = []
    doubtful = set(broken)
    for entry in entries:
        texts = grouped.setdefault(entry.key, {})
        if entry.language in texts:
            other = texts[entry.language].path
            problems.append(rules.KEY_DUPLICATE.at(entry.marks.place(), other=other))
            doubtful.add(entry.key)
            continue
        texts[entry.language] = entry
    pairs = []
    for key in sorted(grouped):
        pair, faults = _pair(key, grouped[key], is_whole=key not in doubtful)
        problems += faults
        pairs += [pair] if pair else []
    return pairs, problems


def _pair(
    key: str, texts: TextPair[Fields], *, is_whole: bool
) -> tuple[Paired[Fields] | None, list[Problem]]:
    """Make a pair, its stub apart; None when there is nothing but stubs."""
    stubs = [text for text in texts.values() if is_stub(text.fields)]
    if len(stubs) == len(texts):
        places = [text.marks.place("stub") for text in stubs]
        return None, [rules.STUB_ALONE.at(place) for place in places] if is_whole else []
    written = {name: text for name, text in texts.items() if not is_stub(text.fields)}
    original, problems = _find_original(written)
    pair = Paired(key, original, written, is_whole, stub=stubs[0] if stubs else None)
    return pair, problems if is_whole else []


def is_stub(fields: ArticleFields | PageFields) -> bool:
    """Tell whether a file has no text of its own; a page always has one."""
    return isinstance(fields, ArticleFields) and fields.stub


def _find_original(texts: TextPair[Fields]) -> tuple[Language, list[Problem]]:
    """Return the language of the file without `translation`; of two such, Vietnamese."""
    originals = [name for name, text in texts.items() if text.fields.translation is None]
    if originals:
        return ("vi" if "vi" in originals else originals[0]), []
    first = next(iter(texts))
    return first, [rules.PAIR_NO_ORIGINAL.at(texts[first].marks.place("translation"))]


def complete_article(
    pair: Paired[ArticleFields],
) -> tuple[Paired[ArticleFields] | None, list[Problem]]:
    """Fill in what translations inherit.

    Returns:
        The pair with complete fields, or None when the original lacks a required field.
    """
    original = pair.texts[pair.original]
    problems = [
        schema_rules.FIELD_MISSING.at(original.marks.place(), field=name)
        for name in REQUIRED
        if getattr(original.fields, name) is None
    ]
    if problems:
        return None, problems if pair.is_whole else []
    if not pair.is_whole:
        return replace(pair, texts=_without_covers(pair.texts)), []
    texts = dict(pair.texts)
    for language, text in pair.texts.items():
        if language != pair.original:
            problems += _check_neutral(text, original)
            texts[language] = replace(text, fields=_inherit(text.fields, original.fields))
    return replace(pair, texts=texts), problems


def _without_covers(texts: TextPair[ArticleFields]) -> TextPair[ArticleFields]:
    """Leave out what would be reported for lack of the original's picture."""
    return {
        language: replace(text, fields=dataclasses.replace(text.fields, cover=None))
        for language, text in texts.items()
    }


def complete_page(pair: Paired[PageFields]) -> tuple[Paired[PageFields], list[Problem]]:
    """Give a page's translation the status of its original."""
    original = pair.texts[pair.original]
    texts, problems = dict(pair.texts), []
    for language, text in pair.texts.items():
        found, expected = text.fields.status, original.fields.status
        if found is not None and found != expected:
            problems.append(_different(text, original, field=("status",), values=(found, expected)))
        texts[language] = replace(text, fields=dataclasses.replace(text.fields, status=expected))
    return replace(pair, texts=texts), problems


def _inherit(fields: ArticleFields, original: ArticleFields) -> ArticleFields:
    values = {name: getattr(original, name) for name in NEUTRAL}
    updated = fields.updated or original.updated
    cover = _inherit_cover(fields.cover, original.cover)
    return dataclasses.replace(fields, **values, updated=updated, cover=cover)


def _inherit_cover(cover: CoverFields | None, original: CoverFields | None) -> CoverFields | None:
    """Return a translation's cover: the original's picture with the translation's own words."""
    if original is None or original.image is None:
        return cover
    return dataclasses.replace(
        cover or CoverFields(), image=original.image, decorative=original.decorative
    )


def _check_neutral(
    text: TextEntry[ArticleFields], original: TextEntry[ArticleFields]
) -> list[Problem]:
    """Report language-neutral fields that are given again with another value."""
    problems = []
    for name in NEUTRAL:
        found, expected = getattr(text.fields, name), getattr(original.fields, name)
        if found is not None and found != expected:
            problems.append(_different(text, original, field=(name,), values=(found, expected)))
    image = text.fields.cover.image if text.fields.cover else None
    expected = original.fields.cover.image if original.fields.cover else None
    if image is not None and image != expected:
        problems.append(
            _different(text, original, field=("cover", "image"), values=(image, expected))
        )
    return problems


def _different(
    text: TextEntry[Fields],
    original: TextEntry[Fields],
    *,
    field: tuple[str, ...],
    values: tuple[object, object],
) -> Problem:
    found, expected = (_print(value) for value in values)
    return rules.NEUTRAL_DIFFERENT.at(
        text.marks.place(*field),
        field=".".join(field),
        found=found,
        expected=expected,
        other=original.path,
    )


def _print(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()  # as YAML has it
    return "—" if value is None else str(value)
