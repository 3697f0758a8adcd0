"""Pairs: the two languages of one text, and what a translation takes from its original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from plugins.bulletin.model.article import ArticleFields, CoverFields, PageFields
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.problems import Problem, schema_rules
from plugins.bulletin.problems import link_rules as rules

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
)
REQUIRED = ("date", "section")


@dataclass(frozen=True, slots=True)
class Paired(Generic[Fields]):
    """One text in its languages; `original` tells which came first."""

    key: str
    original: Language
    texts: TextPair[Fields]


def pair_texts(
    entries: Iterable[TextEntry[Fields]],
) -> tuple[list[Paired[Fields]], list[Problem]]:
    """Bring the files of one key together, in the order of their keys."""
    grouped: dict[str, dict[Language, TextEntry[Fields]]] = {}
    problems: list[Problem] = []
    for entry in entries:
        texts = grouped.setdefault(entry.key, {})
        if entry.language in texts:
            other = texts[entry.language].path
            problems.append(rules.KEY_DUPLICATE.at(entry.marks.place(), other=other))
            continue
        texts[entry.language] = entry
    pairs = []
    for key in sorted(grouped):
        original, faults = _find_original(grouped[key])
        problems += faults
        pairs.append(Paired(key, original, grouped[key]))
    return pairs, problems


def _find_original(texts: TextPair[Fields]) -> tuple[Language, list[Problem]]:
    """Return the language of the file without `translation`; of two such, Vietnamese."""
    originals = [name for name, text in texts.items() if text.fields.translation is None]
    if originals:
        return ("vi" if "vi" in originals else originals[0]), []
    first = next(iter(texts))
    return first, [rules.BOTH_TRANSLATIONS.at(texts[first].marks.place("translation"))]


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
    texts = dict(pair.texts)
    for language, text in pair.texts.items():
        if language != pair.original:
            problems += _check_neutral(text, original)
            texts[language] = replace(text, fields=_inherit(text.fields, original.fields))
    if any(problem.rule is schema_rules.FIELD_MISSING for problem in problems):
        return None, problems
    return replace(pair, texts=texts), problems


def complete_page(pair: Paired[PageFields]) -> tuple[Paired[PageFields], list[Problem]]:
    """Give a page's translation the status of its original."""
    original = pair.texts[pair.original]
    texts, problems = dict(pair.texts), []
    for language, text in pair.texts.items():
        found, expected = text.fields.status, original.fields.status
        if found is not None and found != expected:
            problems.append(_different(text, original, ("status",), (found, expected)))
        texts[language] = replace(text, fields=replace(text.fields, status=expected))
    return replace(pair, texts=texts), problems


def _inherit(fields: ArticleFields, original: ArticleFields) -> ArticleFields:
    values = {name: getattr(original, name) for name in NEUTRAL}
    updated = fields.updated or original.updated
    cover = _inherit_cover(fields.cover, original.cover)
    return replace(fields, **values, updated=updated, cover=cover)


def _inherit_cover(cover: CoverFields | None, original: CoverFields | None) -> CoverFields | None:
    if original is None or cover is None:
        return cover or original
    return replace(cover, image=original.image, decorative=original.decorative)


def _check_neutral(
    text: TextEntry[ArticleFields], original: TextEntry[ArticleFields]
) -> list[Problem]:
    """Report language-neutral fields that are given again with another value."""
    problems = []
    for name in NEUTRAL:
        found, expected = getattr(text.fields, name), getattr(original.fields, name)
        if found is not None and found != expected:
            problems.append(_different(text, original, (name,), (found, expected)))
    image = text.fields.cover.image if text.fields.cover else None
    expected = original.fields.cover.image if original.fields.cover else None
    if image is not None and image != expected:
        problems.append(_different(text, original, ("cover", "image"), (image, expected)))
    return problems


def _different(
    text: TextEntry[Fields],
    original: TextEntry[Fields],
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
    return "—" if value is None else str(value)
