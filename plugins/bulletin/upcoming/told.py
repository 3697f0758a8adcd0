"""Told: the anniversaries ahead in words, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from plugins.bulletin.link.anniversaries import Occasion, with_partner
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.problems import Words
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.text.dates import PartialDate, format_short
from plugins.bulletin.upcoming.finding import Ahead, Upcoming

_HEAD = Words(
    "{first} to {last}: {count} anniversaries, {round} of them round, {open} without an article",
    "Từ {first} đến {last}: {count} dịp kỷ niệm, {round} dịp năm tròn, {open} dịp chưa có bài",
)
_NONE = Words(
    "{first} to {last}: no anniversary with a confirmed date",
    "Từ {first} đến {last}: không có dịp kỷ niệm nào đã rõ ngày",
)
_LINE = Words("{date}  {years} years{mark}  {title}", "{date}  {years} năm{mark}  {title}")
_FIRST = Words("{date}  1 year  {title}", "{date}  1 năm  {title}")
_ROUND = Words(" (round)", " (năm tròn)")
_OPEN = Words("no article yet", "chưa có bài")
_UNKNOWN = {
    "month": Words("{date}, day not known", "{date}, chưa rõ ngày"),
    "year": Words("{date}, day and month not known", "{date}, chưa rõ ngày, tháng"),
}
_TITLES = {
    "diplomatic": Words("Diplomatic relations with {name}", "Quan hệ ngoại giao với {name}"),
    "relation": Words("{name}", "{name}"),
    "association": Words("{name} founded", "Thành lập {name}"),
    "publisher": Words("{name} founded", "Thành lập {name}"),
    "document": Words("{name}", "{name}"),
}


def tell_ahead(ahead: Ahead, language: ReportLanguage) -> str:
    """Return the list for editors: one line an anniversary, below it the articles or none."""
    head = _HEAD if ahead.found else _NONE
    counts = {
        "first": format_short(ahead.first, language),
        "last": format_short(ahead.last, language),
        "count": str(len(ahead.found)),
        "round": str(sum(item.anniversary.rank != "plain" for item in ahead.found)),
        "open": str(sum(item.is_open for item in ahead.found)),
    }
    lines = [line for item in ahead.found for line in _lines(item, language)]
    return "\n".join([head.fill(language, counts), *lines]) + "\n"


def _lines(item: Upcoming, language: ReportLanguage) -> Iterator[str]:
    anniversary = item.anniversary
    details = {
        "date": _date(anniversary.date, language),
        "years": str(anniversary.years),
        "mark": "" if anniversary.rank == "plain" else _ROUND.fill(language, {}),
        "title": title_of(item, language),
    }
    yield "  " + (_FIRST if anniversary.years == 1 else _LINE).fill(language, details)
    if item.is_open:
        yield f"      {_OPEN.fill(language, {})}"
    yield from (f"      {path}" for path in item.planned or ())


def title_of(item: Upcoming, language: Language) -> str:
    """Return what began, with the partner's name where the title does not say it."""
    occasion: Occasion = item.anniversary.occasion
    name = occasion.title.in_language(language)
    title = _TITLES[occasion.kind].fill(language, {"name": name})
    return with_partner(title, item.partner, language)


def _date(day: PartialDate, language: ReportLanguage) -> str:
    written = format_short(day, language)
    precision = precision_of(day)
    if precision == "day":
        return written
    return _UNKNOWN[precision].fill(language, {"date": written})


def precision_of(day: PartialDate) -> str:
    """Return how exactly a date is known: day, month or year."""
    if day.month is None:
        return "year"
    return "month" if day.day is None else "day"


def ahead_json(ahead: Ahead) -> str:
    """Return the same as one JSON object. The shape is told in docs/reference/upcoming.md."""
    value = {
        "first": ahead.first.isoformat(),
        "last": ahead.last.isoformat(),
        "anniversaries": [_row(item) for item in ahead.found],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _row(item: Upcoming) -> dict[str, object]:
    anniversary = item.anniversary
    return {
        "date": str(anniversary.date),
        "precision": precision_of(anniversary.date),
        "began": str(anniversary.occasion.began),
        "years": anniversary.years,
        "rank": anniversary.rank,
        "kind": anniversary.occasion.kind,
        "subject": anniversary.occasion.subject,
        "title": {name: title_of(item, name) for name in LANGUAGES},
        "planned": None if item.planned is None else list(item.planned),
    }
