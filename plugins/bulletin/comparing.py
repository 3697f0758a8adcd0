"""Comparing: the two languages of each text are compared once, and what was found is kept.

What was found is named by both files' bytes, the glossary and our code.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.bulletin.glossary import Passage, Side, Terms, check_terms, compile_terms
from plugins.bulletin.model.article import ArticleFields
from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.model.records import Term
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.files import FoundFile, read_bytes
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.readings import Means
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry
from plugins.bulletin.store.digests import code_digest, digest_of


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text that was read: its file, its entry, and what names its bytes."""

    file: FoundFile
    entry: ArticleEntry | PageEntry
    key: bytes


@dataclass(frozen=True, slots=True)
class _Pair:
    original: ReadText
    translation: ReadText

    def key(self, glossary: bytes) -> bytes:
        return digest_of(code_digest(), "terms", glossary, self.original.key, self.translation.key)


def compare_pairs(
    texts: Iterable[ReadText], glossary: Sequence[Term], means: Means
) -> list[Problem]:
    """Check the terms and names of every text that has both languages."""
    pairs = _pairs(texts)
    if means.shelf is None:
        terms = compile_terms(glossary)
        return [problem for pair in pairs for problem in _compare(pair, terms)]
    digest = digest_of(glossary)
    keys = {pair.key(digest): pair for pair in pairs}
    pieces = means.shelf.take(keys)
    missing = {key: pair for key, pair in keys.items() if key not in pieces}
    if missing:
        terms = compile_terms(glossary)
        made = {key: pickle.dumps(_compare(pair, terms)) for key, pair in missing.items()}
        means.shelf.put(made)
        pieces |= made
    # Pieces are sealed by the shelf and named by our own code: they are ours to open.
    return [problem for key in keys for problem in pickle.loads(pieces[key])]  # noqa: S301


def _pairs(texts: Iterable[ReadText]) -> list[_Pair]:
    """Bring the languages of each text together; of files with one key the first counts."""
    grouped: dict[tuple[bool, str], dict[Language, ReadText]] = {}
    for text in texts:
        entry = text.entry
        group = isinstance(entry.fields, ArticleFields), entry.key
        grouped.setdefault(group, {}).setdefault(entry.language, text)
    return [_ordered(found) for found in grouped.values() if len(found) > 1]


def _ordered(found: dict[Language, ReadText]) -> _Pair:
    """Tell which came first: the one that is marked as no translation, of two the Vietnamese."""
    is_english = found["vi"].entry.fields.translation is not None
    first: Language = "en" if is_english else "vi"
    return _Pair(found[first], found[other_language(first)])


def _compare(pair: _Pair, terms: Terms) -> list[Problem]:
    return check_terms(_side(pair.original), _side(pair.translation), terms)


def _side(text: ReadText) -> Side:
    entry = text.entry
    source, _ = decode(read_bytes(text.file)[0], entry.path)
    split = split_front_matter(source or "", entry.path)[0]
    body, line = (split.body, split.body_line) if split else ("", 1)
    return Side(entry.path, entry.language, body, line, tuple(_passages(entry)))


def _passages(entry: ArticleEntry | PageEntry) -> list[Passage]:
    fields = entry.fields
    found: list[tuple[tuple[str, ...], str]] = [
        (("title",), fields.title),
        (("summary",), fields.summary),
    ]
    if isinstance(fields, ArticleFields) and fields.cover is not None:
        found += [
            (("cover", "alt"), fields.cover.alt),
            (("cover", "caption"), fields.cover.caption),
        ]
    places = [(entry.marks.place(*path), text) for path, text in found if text]
    return [Passage(text, place.line, place.column) for place, text in places]
