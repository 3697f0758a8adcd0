"""Freshness: whether a translation was confirmed against the words that its original has now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from plugins.bulletin.link.pairs import Paired
from plugins.bulletin.link.wordings import Wording, compare, read_compact, wording_of
from plugins.bulletin.model.article import ArticleFields, PageFields, TranslationFields
from plugins.bulletin.model.common import other_language
from plugins.bulletin.model.freshness import Change, Freshness
from plugins.bulletin.model.records import Strictness
from plugins.bulletin.problems import Problem, Severity, Words, link_rules as rules

Fields = TypeVar("Fields", ArticleFields, PageFields)

LISTED = 5  # changes that a problem names

_PARTS = {
    "title": Words("title", "tiêu đề"),
    "summary": Words("summary", "tóm tắt"),
    "alt": Words("description of the cover", "lời tả ảnh bìa"),
    "caption": Words("caption of the cover", "chú thích ảnh bìa"),
    "credit": Words("credit of the cover", "tác giả ảnh bìa"),
    "sources": Words("sources", "nguồn"),
    "authors": Words("authors", "người viết"),
}
_KINDS = {
    "changed": Words("{part}", "{part}"),
    "added": Words("{part} (new)", "{part} (mới)"),
    "removed": Words("{part} (removed)", "{part} (đã bỏ)"),
}
_UNKNOWN = Words("which words is not known", "không rõ chữ nào")


def judge(pair: Paired[Fields]) -> Freshness | None:
    """Compare a pair's translation with the words of its original; None for half a pair."""
    if not pair.is_whole:
        return None
    wording = wording_of(pair.texts[pair.original])
    translated = pair.texts.get(other_language(pair.original))
    if translated is None:
        return Freshness("missing", wording.revision)
    return _compare(translated.fields.translation, wording)


def is_confirmed(mark: TranslationFields | None) -> bool:
    """Tell whether a translation was ever confirmed; a revision of zeros waits for that."""
    return mark is not None and mark.revision.strip("0") != ""


def _compare(mark: TranslationFields | None, wording: Wording) -> Freshness:
    if mark is None or not is_confirmed(mark):
        return Freshness("unconfirmed", wording.revision)
    known = Freshness("in-step", wording.revision, mark.revision, mark.confirmed)
    if mark.revision == wording.revision:
        return known
    before = read_compact(mark.paragraphs)
    return replace(known, state="stale", changes=compare(before, wording) if before else ())


def check_freshness(
    pair: Paired[Fields], freshness: Freshness | None, strictness: Strictness
) -> list[Problem]:
    """Report a translation that is behind its original and, where asked, an unconfirmed one."""
    if freshness is None or freshness.state not in ("stale", "unconfirmed"):
        return []
    translated = pair.texts[other_language(pair.original)]
    original = pair.texts[pair.original].path
    place = translated.marks.place("translation", "revision")
    if freshness.state == "stale":
        rule = rules.TRANSLATION_STALE
        if strictness == "error":
            rule = replace(rule, severity=Severity.ERROR)
        told = tell_changes(freshness.changes)
        return [rule.at(place, original=original, changes=told, key=pair.key)]
    if strictness == "error":
        return [rules.TRANSLATION_UNCONFIRMED.at(place, original=original, key=pair.key)]
    return []


def tell_changes(changes: Sequence[Change]) -> Words:
    """Name what changed, the first `LISTED` of it."""
    if not changes:
        return _UNKNOWN
    named = [tell_change(change) for change in changes[:LISTED]]
    more = len(changes) - LISTED
    if more > 0:
        named.append(Words(f"{more} more", f"{more} chỗ nữa"))
    return Words("; ".join(item.en for item in named), "; ".join(item.vi for item in named))


def tell_change(change: Change) -> Words:
    """Name one part of a text that changed."""
    part, kind = _part(change), _KINDS[change.kind]
    return Words(kind.en.format(part=part.en), kind.vi.format(part=part.vi))


def _part(change: Change) -> Words:
    if change.part != "paragraph":
        return _PARTS[change.part]
    number, begins = change.number, change.opening
    if change.kind == "removed":
        return Words(f"a paragraph after paragraph {number}", f"một đoạn sau đoạn {number}")
    quoted = f" “{begins}”" if begins else ""
    return Words(f"paragraph {number}{quoted}", f"đoạn {number}{quoted}")
