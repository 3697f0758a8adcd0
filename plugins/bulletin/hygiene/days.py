"""Days: dates in the form of the other language, and weekdays that do not fit their dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plugins.bulletin.hygiene.finding import Finding, blanked
from plugins.bulletin.hygiene.quoting import without_quotations
from plugins.bulletin.problems import Rule, Words, hygiene_rules as rules
from plugins.bulletin.text.dates import format_long

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
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
_IN_PART = (
    r"(?<!\w)(?:ngày[ \n]+(?P<day>[0-3]?[0-9])[ \n]+)?tháng[ \n]+(?P<month>[01]?[0-9])(?!\w)"
    r"(?:(?:,?[ \n]+năm[ \n]+|[ \n]*/[ \n]*)(?P<year>[12][0-9]{3})(?!\w))?"
)
_VIETNAMESE = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?:(?<!\w)ngày[ \n]+)?(?<!\w){_IN_WORDS}(?!\w)",
        rf"(?:(?<!\w)ngày[ \n]+)?(?<![\w/.-]){_IN_FIGURES}(?![\w/-]|\.\w)",
        r"(?<!\w)ngày[ \n]+(?P<day>[0-3]?[0-9])/(?P<month>[01]?[0-9])(?![\w/])",
        _IN_PART,
    )
)

_DAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED = {
    "vi": re.compile(
        r"[Tt]hứ[ \n]+(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])(?!\w)"
        r"|[Cc]hủ[ \n]+[Nn]hật(?!\w)"
    ),
    "en": re.compile(
        r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?!\w)\.?"
    ),
}
# "Kỳ họp thứ năm" is the fifth session: a weekday begins a phrase, or follows such a word.
_BEGINNING = re.compile(
    r"(?:^|[.,;:!?()“”\"\n–—*|\0>-]|(?<!\w)(?:sáng|trưa|chiều|tối|đêm|vào|ngày|hôm|từ|đến|tới|là|"
    r"trong|và|cả|qua|rạng))[ \n]*$",
    re.IGNORECASE,
)
_GAP = r"[ \n]*[,(–-]?[ \n]*(?:ngày[ \n]+|the[ \n]+)?"
_WHOLE_DATES = {
    "vi": (_IN_WORDS, _IN_FIGURES),
    "en": (
        rf"{_DAY}[ \n](?:of[ \n])?{_MONTH},?[ \n]{_YEAR}",
        rf"{_MONTH}[ \n]{_DAY},?[ \n]{_YEAR}",
        _IN_FIGURES,
    ),
}
_AFTER = {
    language: tuple(re.compile(rf"{_GAP}{form}(?![\w/])", re.IGNORECASE) for form in forms)
    for language, forms in _WHOLE_DATES.items()
}
_BEFORE = {
    language: tuple(
        re.compile(rf"(?<![\w/.]){form}[ \n]*[,(][ \n]*$", re.IGNORECASE) for form in forms
    )
    for language, forms in _WHOLE_DATES.items()
}
_NEAR = 40  # letters before a weekday in which its date may be
# What a text must have to hold such a date; quick to look for.
_SIGNS = {
    "vi": re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    "en": re.compile("[0-9][/.][01]?[0-9][/.][12]|áng[ \n]|gày[ \n]|ÁNG"),
}


def may_have_dates(words: str, language: str) -> bool:
    """Tell quickly whether a text can have a date or a weekday that is reported."""
    return bool(_SIGNS[language].search(words) or _NAMED[language].search(words))


def check_dates(words: str, language: str) -> Iterator[Finding]:
    """Report dates that are written as in the other language, but for quotations."""
    if not _SIGNS[language].search(words):
        return
    forms = _ENGLISH if language == "vi" else _VIETNAMESE
    tell = _in_vietnamese if language == "vi" else _in_english
    rule = rules.DATE_ENGLISH if language == "vi" else rules.DATE_VIETNAMESE
    judged = without_quotations(words)
    for form in forms:
        told = ((match, tell(match)) for match in form.finditer(judged))
        yield from (_of_form(rule, match, right) for match, right in told if right is not None)
        judged = blanked(judged, form)


def _of_form(rule: Rule, match: re.Match[str], right: str) -> Finding:
    found = " ".join(match.group().split())
    return Finding(rule, match.start(), {"found": found, "right": right})


def _in_vietnamese(match: re.Match[str]) -> str | None:
    """Return an English date as a Vietnamese text writes it; None if it is none."""
    parts = match.groupdict()
    month, year, day = _NUMBERS[parts["month"][:3].lower()], parts.get("year"), parts.get("day")
    if not _is_possible(day, month, year):
        return None
    return "/".join(part for part in (day and str(int(day)), str(month), year) if part)


def _in_english(match: re.Match[str]) -> str | None:
    """Return a Vietnamese date as an English text writes it; None if it is none."""
    parts = match.groupdict()
    month, year, day = int(parts["month"]), parts.get("year"), parts.get("day")
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
    for match in _NAMED[language].finditer(words):
        day = _date_beside(match, language)
        named = _number_of(match.group(), language)
        if day is not None and day.weekday() != named and _is_weekday(match):
            yield _wrong_weekday(match, day, language)


def _date_beside(match: re.Match[str], language: str) -> date | None:
    words, before = match.string, match.string[max(match.start() - _NEAR, 0) : match.start()]
    found = (form.match(words, match.end()) for form in _AFTER[language])
    beside = next(filter(None, found), None)
    if beside is None:
        beside = next(filter(None, (form.search(before) for form in _BEFORE[language])), None)
    return None if beside is None else _day_of(beside)


def _day_of(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _NUMBERS[month[:3].lower()]
    return _date(int(match["year"]), number, int(match["day"]))


def _number_of(found: str, language: str) -> int:
    """Return the number of a weekday, Monday 0."""
    if language == "en":
        return next(n for n, name in enumerate(_DAYS_EN) if name.startswith(found[:3]))
    word = " ".join(found.lower().split())
    if word[-1].isdigit():
        return int(word[-1]) - 2
    return next(n for n, name in enumerate(_DAYS_VI) if name.lower() == word)


def _is_weekday(match: re.Match[str]) -> bool:
    """Tell "thứ năm", Thursday, from "thứ năm", fifth, and "Mon" from the end of a word."""
    before = match.string[max(match.start() - _NEAR, 0) : match.start()]
    if not match.group().lower().startswith("thứ"):
        return not before[-1:].isalnum()
    return bool(_BEGINNING.search(before))


def _wrong_weekday(match: re.Match[str], day: date, language: str) -> Finding:
    right = Words(_DAYS_EN[day.weekday()], _DAYS_VI[day.weekday()])
    own = right.vi if language == "vi" else right.en
    when = Words(format_long(day, "en"), format_long(day, "vi"))
    details = {"found": match.group(), "date": when, "day": right, "right": own}
    return Finding(rules.WEEKDAY_WRONG, match.start(), details)
