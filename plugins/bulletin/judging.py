"""Judging: the letters and habits of each text, and its two languages beside each other.

Each is judged once: what was found is kept, named by the files' bytes, the records that they
are judged by and our code.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.glossary import Passage, Side, Terms, check_terms, compile_terms
from plugins.bulletin.hygiene import check_file
from plugins.bulletin.means import Means
from plugins.bulletin.model.article import ArticleFields
from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.model.records import Partner, Term
from plugins.bulletin.parity.compare import CompareSettings, compare
from plugins.bulletin.parity.partners import partner_names
from plugins.bulletin.parity.texts import survey_text
from plugins.bulletin.problems import Problem, Severity, parity_rules
from plugins.bulletin.readings import WORTH_A_POOL, markdown_of
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry
from plugins.bulletin.store.digests import code_digest, digest_bytes, digest_of
from plugins.bulletin.store.packing import pack, unpack
from plugins.bulletin.text.tones import ToneStyle
from plugins.bulletin.workers import shared_out

_CHUNK = 50
MANY = 300  # new texts; a build that has more to read leaves their judging to `check`


class ReadText(Struct, frozen=True):
    """One text that was read: its bytes, its path, and its entry; None for a file of records."""

    raw: bytes
    path: str
    entry: ArticleEntry | PageEntry | None


class Measure(Struct, frozen=True):
    """The records by which texts are judged, and whether what differs counts as an error."""

    glossary: Sequence[Term] = ()
    partners: Sequence[Partner] = ()
    tone_marks: ToneStyle = "hòa"
    is_error: bool = False  # where facts differ
    is_error_of_terms: bool = False  # where terms and names do

    def digest(self) -> bytes:
        """Return what changes with anything that counts here; of a partner, its names."""
        names = [(partner.id, partner.name, partner.aliases) for partner in self.partners]
        errors = (self.is_error, self.is_error_of_terms)
        return digest_of(self.glossary, names, self.tone_marks, errors)

    def bare(self) -> Measure:
        """Return the measure without what is of no weight: the relations of partners."""
        partners = tuple(dataclasses.replace(partner, relations=()) for partner in self.partners)
        return replace(self, partners=partners)

    @property
    def is_strict(self) -> bool:
        """Tell whether something that differs may be an error, so that no text can be left."""
        return self.is_error or self.is_error_of_terms


# A text alone, or the two languages of one, the original first.
_Group = tuple[ReadText, ...]


class _Tools(Struct, frozen=True):
    """What a measure is made into, once for many texts, to compare the two languages by."""

    terms: Terms
    parity: CompareSettings
    is_error_of_terms: bool


def judge(texts: Iterable[ReadText], measure: Measure, means: Means) -> tuple[list[Problem], int]:
    """Judge the letters and habits of every text, and compare the two languages of each.

    Returns:
        What was found, and how many texts were left to a thorough command. None are where
        differences are errors.
    """
    digest = measure.digest()
    keys = {_key(group, measure, digest): group for group in _groups(texts)}
    pieces = means.shelf.take(keys) if means.shelf else {}
    missing = {key: group for key, group in keys.items() if key not in pieces}
    left = sum(map(len, missing.values()))
    if left > MANY and not means.is_thorough and not measure.is_strict:
        return _opened(pieces[key] for key in keys if key in pieces), left
    made = _make(list(missing.values()), measure, means)
    fresh = {key: pack(found) for key, found in zip(missing, made, strict=True)}
    if means.shelf:
        means.shelf.put(fresh)
    pieces |= fresh
    return _opened(pieces[key] for key in keys), 0


def _opened(pieces: Iterable[bytes]) -> list[Problem]:
    # Pieces are sealed by the shelf and named by our own code: they are ours to open.
    return [problem for piece in pieces for problem in cast("list[Problem]", unpack(piece))]


def _key(group: _Group, measure: Measure, digest: bytes) -> bytes:
    """Return what names a judgement: only that of a pair depends on more than the tone marks."""
    texts = [(text.path, digest_bytes(text.raw)) for text in group]
    by = digest if len(group) > 1 else measure.tone_marks
    return digest_of(code_digest(), "judged", by, texts)


def _make(groups: Sequence[_Group], measure: Measure, means: Means) -> Iterator[list[Problem]]:
    """Judge texts, in as many processes as are worth it."""
    chunks = [groups[start : start + _CHUNK] for start in range(0, len(groups), _CHUNK)]
    is_long = len(groups) >= WORTH_A_POOL
    work, done = partial(_judge_all, measure.tone_marks, pack(measure.bare())), 0
    for found in shared_out(work, chunks, means.jobs if is_long else 1):
        done += len(found)
        if is_long:
            means.tell("judging", done, len(groups))
        yield from found


def _judge_all(
    tone_marks: ToneStyle, packed: bytes, groups: Sequence[_Group]
) -> list[list[Problem]]:
    """Judge some texts by a measure, packed: most of them need none of what is in it."""
    tools = _tools(packed) if any(len(group) > 1 for group in groups) else None
    return [_judge(group, tone_marks, tools) for group in groups]


@lru_cache(maxsize=1)  # each process is given the same measure again and again
def _tools(packed: bytes) -> _Tools:
    measure = cast("Measure", unpack(packed))
    parity = CompareSettings(partner_names(measure.partners), is_error=measure.is_error)
    return _Tools(compile_terms(measure.glossary), parity, measure.is_error_of_terms)


def _groups(texts: Iterable[ReadText]) -> list[_Group]:
    """Bring the languages of each text together, unless two files claim to be the same one."""
    grouped: dict[tuple[bool, str], list[ReadText]] = {}
    groups: list[_Group] = []
    for text in texts:
        if text.entry is None:
            groups.append((text,))
            continue
        group = isinstance(text.entry.fields, ArticleFields), text.entry.key
        grouped.setdefault(group, []).append(text)
    for group_texts in grouped.values():
        found = {text.entry.language: text for text in group_texts if text.entry is not None}
        is_pair = len(found) == len(group_texts) == 2
        groups += [_ordered(found)] if is_pair else [(text,) for text in group_texts]
    return groups


def _ordered(found: Mapping[Language, ReadText]) -> _Group:
    """Tell which came first: the one that is marked as no translation, of two the Vietnamese."""
    entry = found["vi"].entry
    is_english = entry is not None and entry.fields.translation is not None
    first: Language = "en" if is_english else "vi"
    return found[first], found[other_language(first)]


def _judge(group: _Group, tone_marks: ToneStyle, tools: _Tools | None) -> list[Problem]:
    habits = [problem for text in group for problem in check_file(text.raw, text.path, tone_marks)]
    entries = [text.entry for text in group if text.entry is not None]
    if tools is None or len(entries) < 2 or any(map(_is_stub, entries)):
        return habits
    bodies = [markdown_of(text.raw, text.path) for text in group]
    terms, spared = _compare_terms(entries, bodies, tools)
    original, translation = (
        survey_text(entry, body, first_line=line)
        for entry, (body, line) in zip(entries, bodies, strict=True)
    )
    facts = compare(original, translation, tools.parity)
    return habits + terms + [item for item in facts if not _is_about(item, spared)]


def _compare_terms(
    entries: Sequence[ArticleEntry | PageEntry], bodies: Sequence[tuple[str, int]], tools: _Tools
) -> tuple[list[Problem], frozenset[str]]:
    """Return what terms and names differ in, and the waivers that let one stand."""
    original, translation = (
        _side(entry, *body) for entry, body in zip(entries, bodies, strict=True)
    )
    found = check_terms(original, translation, tools.terms)
    waived = [waiver.fact for entry in entries for waiver in entry.fields.parity] if found else []
    used = frozenset(
        word
        for word in waived
        if check_terms(original, translation, tools.terms, waived=[word]) != found
    )
    if used:
        found = check_terms(original, translation, tools.terms, waived=used)
    return [_raised(item) for item in found] if tools.is_error_of_terms else found, used


def _is_about(problem: Problem, waivers: Container[str]) -> bool:
    """Tell whether a problem is about a waiver without use, though a term had use for it."""
    is_idle = problem.rule is parity_rules.PARITY_WAIVER_UNUSED
    return is_idle and dict(problem.details).get("found") in waivers


def _raised(problem: Problem) -> Problem:
    return replace(problem, rule=replace(problem.rule, severity=Severity.ERROR))


def _is_stub(entry: ArticleEntry | PageEntry) -> bool:
    return isinstance(entry.fields, ArticleFields) and entry.fields.stub


def _side(entry: ArticleEntry | PageEntry, body: str, line: int) -> Side:
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
