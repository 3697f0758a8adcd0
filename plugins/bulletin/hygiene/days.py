"""Days: dates in the form of the other language, and weekdays that do not fit their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plugins.bulletin.hygiene.finding import Finding, blanked
from plugins.bulletin.hygiene.quoting import QUOTATIONS
from plugins.bulletin.problems import Words, hygiene_rules as rules

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_NUMBERS = {name[:3].lower(): number for number, name in enumerate(_MONTHS, 1)}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[0-9]|20|21)[0-9]{2})"
_ENGLISH = tuple(
    re.compile(form)
    for form in (
        rf"(?<![\w/]){_DAY}[ \n](?:of[ \n])?{_MONTH}(?:,?[ \n]{_YEAR}(?!\w))?(?!\w)",
        rf"(?<!\w){_MONTH}[ \n]{_DAY}(?![\w%])(?:,?[ \n]{_YEAR}(?!\w))?",
        rf"(?<!\w){_MONTH},?[ \n]{_YEAR}(?!\w)",
    )
)
_IN_FIGURES = r"(?P<day>[0-3]?[0-9])[/.](?P<month>[01]?[0-9])[/.](?P<year>[12][0-9]{3})"
_IN_WORDS = (
    r"(?P<day>[0-3]?[0-9])[ \n]+tháng[ \n]+(?P<month>[01]?[0-9])"
    r"(?:,?[ \n]+năm[ \n]+|[ \n]*/[ \n]*)(?P<year>[12][0-9]{3})"
)
_VIETNAMESE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:(?<!\w)ngày[ \n]+)?(?<!\w){_IN_WORDS}(?!\w)",
        rf"(?:(?<!\w)ngày[ \n]+)?(?<![\w/.-]){_IN_FIGURES}(?![\w/-]|\.\w)",
        r"(?<!\w)ngày[ \n]+(?P<day>[0-3]?[0-9])/(?P<month>[01]?[0-9])(?![\w/])",
        r"(?<!\w)(?:ngày[ \n]+(?P<day>[0-3]?[0-9])[ \n]+)?tháng[ \n]+(?P<month>[01]?[0-9])(?!\w)"
        r"(?:,?[ \n]+năm[ \n]+|[ \n]*/[ \n]*)?(?P<year>[12][0-9]{3})?(?!\w)",
    )
)

_DAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_VI = r"(?P<weekday>thứ[ \n]+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ[ \n]+nhật)(?!\w)"
_WEEKDAY_EN = (
    r"(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"(?:day|sday|nesday|rsday|urday|s|rs|r)?)\b\.?"
)
# "Kỳ họp thứ năm" is the fifth session: a weekday begins a phrase, or follows such a word.
_BEGINS = (
    r"(?:^|[.,;:!?()“”\"\n–—*|\0>-]|(?<!\w)(?:sáng|trưa|chiều|tối|đêm|vào|ngày|hôm|từ|đến|tới|là|"
    r"trong|và|cả|qua|rạng))[ \n]*$"
)
_BEGINNING = re.compile(_BEGINS, re.IGNORECASE)
_GAP = r"[ \n]*[,(–-]?[ \n]*"
_DATED_VI = tuple(
    re.compile(form, re.IGNORECASE)
    for day in (_IN_WORDS, _IN_FIGURES)
    for form in (
        rf"(?<!\w){_WEEKDAY_VI}{_GAP}(?:ngày[ \n]+)?{day}(?![\w/])",
        rf"(?<![\w/.]){day}[ \n]*[,(][ \n]*{_WEEKDAY_VI}",
    )
)
_DATES_EN = (
    rf"{_DAY}[ \n](?:of[ \n])?{_MONTH},?[ \n]{_YEAR}",
    rf"{_MONTH}[ \n]{_DAY},?[ \n]{_YEAR}",
    _IN_FIGURES,
)
_DATED_EN = tuple(
    re.compile(form)
    for day in _DATES_EN
    for form in (
        rf"(?<!\w){_WEEKDAY_EN}{_GAP}(?:the[ \n])?{day}(?![\w/])",
        rf"(?<![\w/.]){day}[ \n]*[,(][ \n]*{_WEEKDAY_EN}",
    )
)
_BEFORE = 12


def check_dates(words: str, language: str) -> Iterator[Finding]:
    """Report dates that are written as in the other language, but for quotations."""
    forms = _ENGLISH if language == "vi" else _VIETNAMESE
    tell = _in_vietnamese if language == "vi" else _in_english
    rule = rules.DATE_ENGLISH if language == "vi" else rules.DATE_VIETNAMESE
    judged = words
    for form in forms:
        if form.search(judged) is None:
            continue
        judged = blanked(judged, *QUOTATIONS)
        for match in form.finditer(judged):
            right = tell(match)
            if right is not None:
                found = " ".join(match.group().split())
                yield Finding(rule, match.start(), {"found": found, "right": right})
        judged = blanked(judged, form)


def _in_vietnamese(match: re.Match[str]) -> str | None:
    """Return an English date as a Vietnamese text writes it; None if it is none."""
    parts = match.groupdict()
    month, year = _NUMBERS[parts["month"][:3].lower()], parts.get("year")
    day = parts.get("day")
    if not _is_possible(day, month, year):
        return None
    return "/".join(part for part in (day and str(int(day)), str(month), year) if part)


def _in_english(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month, day, year = int(parts["month"]), parts.get("day"), parts.get("year")
    if not _is_possible(day, month, year):
        return None
    return " ".join(part for part in (day and str(int(day)), _MONTHS[month - 1], year) if part)


def _is_possible(day: str | None, month: int, year: str | None) -> bool:
    return _date(int(year or 2000), month, int(day or 1)) is not None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def check_weekdays(words: str, language: str) -> Iterator[Finding]:
    """Report a weekday beside a whole date that fell on another one."""
    for form in _DATED_VI if language == "vi" else _DATED_EN:
        for match in form.finditer(words):
            finding = _judge(match, language)
            if finding is not None:
                yield finding


def _judge(match: re.Match[str], language: str) -> Finding | None:
    named, day = _weekday(match["weekday"], language), _day_of(match)
    if day is None or named is None or day.weekday() == named:
        return None
    if language == "vi" and not _is_weekday(match):
        return None
    right = Words(_DAYS_EN[day.weekday()], _DAYS_VI[day.weekday()])
    found = " ".join(match.group().split())
    own = right.vi if language == "vi" else right.en
    return Finding(rules.WEEKDAY_WRONG, match.start(), {"found": found, "day": right, "right": own})


def _is_weekday(match: re.Match[str]) -> bool:
    """Tell "thứ năm", Thursday, from "thứ năm", fifth."""
    at = match.start("weekday")
    before = match.string[max(at - _BEFORE, 0) : at]
    return match["weekday"].lower().startswith("chủ") or bool(_BEGINNING.search(before))


def _weekday(found: str, language: str) -> int | None:
    if language == "en":
        return next(n for n, name in enumerate(_DAYS_EN) if name.startswith(found[:3]))
    word = " ".join(found.lower().split())
    if word[-1].isdigit():
        return int(word[-1]) - 2
    return next(n for n, name in enumerate(_DAYS_VI) if name.lower() == word)


def _day_of(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _NUMBERS[month[:3].lower()]
    return _date(int(match["year"]), number, int(match["day"]))
