"""Told: how pairs stand, in words — for `status`, `translate` and the preview."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from plugins.bulletin.link.freshness import tell_change
from plugins.bulletin.model.freshness import STATES, FreshnessState
from plugins.bulletin.problems import Words
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.translating.ages import Age, Told
from plugins.bulletin.translating.pairs import totals
from plugins.bulletin.translating.texts import Difference
from plugins.bulletin.translating.word_diff import diff_words, write_runs

HEADINGS: dict[FreshnessState, Words] = {
    "missing": Words("Missing: there is no translation", "Thiếu: chưa có bản dịch"),
    "stale": Words(
        "Stale: the original has changed since the translation was confirmed",
        "Đã cũ: bản gốc đã thay đổi sau khi bản dịch được xác nhận",
    ),
    "unconfirmed": Words(
        "Unconfirmed: nobody has confirmed that both say the same",
        "Chưa xác nhận: chưa ai xác nhận hai bản nói như nhau",
    ),
    "in-step": Words(
        "In step: confirmed against the original as it is now",
        "Khớp: đã xác nhận với bản gốc hiện nay",
    ),
}
_SINCE = {
    "changed": Words("changed {ago}", "bản gốc đổi {ago}"),
    "confirmed": Words("confirmed {ago}", "xác nhận {ago}"),
    "edited": Words("original edited {ago}", "bản gốc sửa {ago}"),
    "dated": Words("dated {ago}", "bài ghi ngày {ago}"),
}
_TOTALS = Words(
    "{pairs} pairs: {missing} missing, {stale} stale, {unconfirmed} unconfirmed, {in-step} in step",
    "{pairs} cặp: {missing} thiếu, {stale} đã cũ, {unconfirmed} chưa xác nhận, {in-step} khớp",
)
_UNKNOWN = Words(
    "the words changed, but the file does not tell which",
    "chữ đã thay đổi, nhưng tệp không cho biết ở đâu",
)
_NO_BEFORE = Words(
    "the words as they were are not known here; this is how they are now",
    "không rõ lời cũ; đây là lời hiện nay",
)


def say(words: Words, language: ReportLanguage, **details: object) -> str:
    """Return a sentence in a language with its values filled in."""
    return words.fill(language, {name: str(value) for name, value in details.items()})


def tell_pairs(told: Sequence[Told], language: ReportLanguage) -> str:
    """Return the whole list of pairs, grouped by state, with totals as its last line."""
    lines: list[str] = []
    for state in STATES:
        group = [item for item in told if item.row.state == state]
        if group:
            lines += [f"{say(HEADINGS[state], language)} ({len(group)})"]
            lines += [line for item in group for line in _pair(item, language)] + [""]
    return "\n".join([*lines, tell_totals(told, language)]) + "\n"


def tell_totals(told: Iterable[Told], language: ReportLanguage) -> str:
    """Return how many pairs there are of each state."""
    rows = [item.row for item in told]
    return say(_TOTALS, language, pairs=len(rows), **totals(rows))


def _pair(told: Told, language: ReportLanguage) -> Iterator[str]:
    age = tell_age(told.age, language)
    yield f"  {told.row.translation_path}" + (f" — {age}" if age else "")
    if told.row.state == "stale":
        yield from (f"    {line}" for line in tell_differences(told, language))


def tell_age(age: Age | None, language: ReportLanguage) -> str:
    """Return since when a pair stands as it does; nothing when that is not known."""
    return say(_SINCE[age.of], language, ago=_ago(age.days, language)) if age else ""


def _ago(days: int, language: ReportLanguage) -> str:
    if days == 0:
        return "hôm nay" if language == "vi" else "today"
    if language == "vi":
        return f"{days} ngày trước"
    return "1 day ago" if days == 1 else f"{days} days ago"


def tell_differences(told: Told, language: ReportLanguage) -> Iterator[str]:
    """Yield what changed, a line for each part, old words against new where both are known."""
    if not told.differences:
        yield say(_UNKNOWN, language)
    elif not any(item.before for item in told.differences):
        yield say(_NO_BEFORE, language)
    for item in told.differences:
        words = _words(item)
        change = replace(item.change, opening="") if words else item.change
        yield say(tell_change(change), language) + (f": {words}" if words else "")


def _words(item: Difference) -> str:
    if item.before is None and item.change.kind == "changed":
        return item.now or ""
    return write_runs(diff_words(item.before or "", item.now or ""))
