"""Comparing: the two languages of each text are compared once, and what was found is kept.

What was found is named by both files' bytes, the records that it is judged by and our code.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from functools import partial

from plugins.bulletin.glossary import Passage, Side, Terms, check_terms, compile_terms
from plugins.bulletin.model.article import ArticleFields
from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.model.library import Pair, Row
from plugins.bulletin.model.records import Partner, Term
from plugins.bulletin.parity.align import align
from plugins.bulletin.parity.compare import CompareSettings, compare
from plugins.bulletin.parity.facts import TextFacts
from plugins.bulletin.parity.partners import partner_names
from plugins.bulletin.parity.texts import survey_text
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.readings import WORTH_A_POOL, KeptBodies, Means, facts_key
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry
from plugins.bulletin.store.digests import code_digest, digest_of
from plugins.bulletin.workers import open_pool

_CHUNK = 100


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text that was read: its bytes, its entry, and what names the bytes."""

    raw: bytes
    entry: ArticleEntry | PageEntry
    key: bytes


@dataclass(frozen=True, slots=True)
class Measure:
    """The records by which pairs are judged, and whether differences are errors."""

    glossary: Sequence[Term] = ()
    partners: Sequence[Partner] = ()
    is_error: bool = False

    def digest(self) -> bytes:
        """Return what changes with anything that counts here; of a partner, its names."""
        names = [(partner.id, partner.name, partner.aliases) for partner in self.partners]
        return digest_of(self.glossary, names, self.is_error)


@dataclass(frozen=True, slots=True)
class _Pair:
    original: ReadText
    translation: ReadText

    @property
    def texts(self) -> tuple[ReadText, ReadText]:
        return self.original, self.translation

    def key(self, measure: bytes) -> bytes:
        return digest_of(code_digest(), "pair", measure, self.original.key, self.translation.key)


@dataclass(frozen=True, slots=True)
class _Tools:
    """What a measure is made into, once for many pairs."""

    terms: Terms
    parity: CompareSettings


_Facts = Mapping[bytes, bytes]  # what texts say, pickled, by the keys of the shelf


def compare_pairs(texts: Iterable[ReadText], measure: Measure, means: Means) -> list[Problem]:
    """Compare every text that has both languages: its facts, its terms and its names."""
    pairs = _pairs(texts)
    if means.shelf is None:
        return [problem for found in _compare_all(measure, (pairs, {})) for problem in found]
    digest = measure.digest()
    keys = {pair.key(digest): pair for pair in pairs}
    pieces = means.shelf.take(keys)
    missing = {key: pair for key, pair in keys.items() if key not in pieces}
    made = _make(list(missing.values()), measure, means)
    fresh = {key: pickle.dumps(found) for key, found in zip(missing, made, strict=True)}
    means.shelf.put(fresh)
    pieces |= fresh
    # Pieces are sealed by the shelf and named by our own code: they are ours to open.
    return [problem for key in keys for problem in pickle.loads(pieces[key])]  # noqa: S301


def _make(pairs: Sequence[_Pair], measure: Measure, means: Means) -> Iterator[list[Problem]]:
    """Compare pairs, in as many processes as are worth it."""
    tasks = [
        (chunk, _facts_of(chunk, means))
        for chunk in (pairs[start : start + _CHUNK] for start in range(0, len(pairs), _CHUNK))
    ]
    done = 0
    try:
        if means.jobs > 1 and len(pairs) >= WORTH_A_POOL:
            with open_pool(means.jobs) as pool:
                for found in pool.map(partial(_compare_all, measure), tasks):
                    done += 1
                    yield from found
    except BrokenExecutor:  # a worker was killed, as when memory is short: do without
        pass
    for task in tasks[done:]:
        yield from _compare_all(measure, task)


def _facts_of(pairs: Sequence[_Pair], means: Means) -> _Facts:
    keys = [facts_key(text.key) for pair in pairs for text in pair.texts]
    return means.shelf.take(keys) if means.shelf else {}


def _compare_all(measure: Measure, task: tuple[Sequence[_Pair], _Facts]) -> list[list[Problem]]:
    pairs, facts = task
    if not pairs:
        return []
    parity = CompareSettings(partner_names(measure.partners), is_error=measure.is_error)
    tools = _Tools(compile_terms(measure.glossary), parity)
    return [_compare(pair, tools, facts) for pair in pairs]


def _pairs(texts: Iterable[ReadText]) -> list[_Pair]:
    """Bring the languages of each text together, unless two files claim to be the same one."""
    grouped: dict[tuple[bool, str], list[ReadText]] = {}
    for text in texts:
        entry = text.entry
        group = isinstance(entry.fields, ArticleFields), entry.key
        grouped.setdefault(group, []).append(text)
    found = ({text.entry.language: text for text in group} for group in grouped.values())
    return [
        _ordered(pair)
        for pair, group in zip(found, grouped.values(), strict=True)
        if len(pair) == len(group) == 2
    ]


def _ordered(found: dict[Language, ReadText]) -> _Pair:
    """Tell which came first: the one that is marked as no translation, of two the Vietnamese."""
    is_english = found["vi"].entry.fields.translation is not None
    first: Language = "en" if is_english else "vi"
    return _Pair(found[first], found[other_language(first)])


def _compare(pair: _Pair, tools: _Tools, facts: _Facts) -> list[Problem]:
    problems = check_terms(_side(pair.original), _side(pair.translation), tools.terms)
    if any(_is_stub(text.entry) for text in pair.texts):
        return problems
    original, translation = (_said(text, facts) for text in pair.texts)
    return problems + compare(original, translation, tools.parity)


def _is_stub(entry: ArticleEntry | PageEntry) -> bool:
    return isinstance(entry.fields, ArticleFields) and entry.fields.stub


def _said(text: ReadText, facts: _Facts) -> TextFacts:
    """Return what a text says, as it was found while it was read, or else now."""
    piece = facts.get(facts_key(text.key)) if text.key else None
    if piece is not None:
        said: TextFacts = pickle.loads(piece)  # noqa: S301 -- ours, as above
        return said
    body, line = _body(text)
    return survey_text(text.entry, body, first_line=line)


def _side(text: ReadText) -> Side:
    entry = text.entry
    body, line = _body(text)
    return Side(entry.path, entry.language, body, line, tuple(_passages(entry)))


def _body(text: ReadText) -> tuple[str, int]:
    """Return a text's Markdown, and the line of its file on which that begins."""
    source, _ = decode(text.raw, text.entry.path)
    split = split_front_matter(source or "", text.entry.path)[0]
    return (split.body, split.body_line) if split else ("", 1)


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


@dataclass(frozen=True)
class KeptRows(Mapping[str, Sequence[Row]]):
    """By an article's key, which blocks of its two bodies belong together, as parity aligns."""

    articles: Mapping[str, Pair]
    bodies: KeptBodies

    def __getitem__(self, key: str) -> Sequence[Row]:
        """Return the rows of an article in both languages."""
        pair = sorted(self.articles[key].values(), key=lambda article: article.is_translation)
        if len(pair) != 2:
            raise KeyError(key)
        original, translation = (self.bodies.facts(article.path) for article in pair)
        return align(original, translation) if original and translation else ()

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of the articles in both languages."""
        return (key for key, pair in self.articles.items() if len(pair) == 2)

    def __len__(self) -> int:
        """Return how many they are."""
        return sum(1 for _ in self)
