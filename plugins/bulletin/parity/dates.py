"""Dates: reads days, months and times of day as both languages write them, years included."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.words import MONTHS_EN, MONTHS_VI, listed

Reading = tuple[str | int | float, ...]

_TIES = r"\s*(?:,|–|-|—|&|và|đến|tới|hoặc|and|to|or|until|till|through|,\s*(?:và|and))\s*"
_WEEKDAY_VI = r"thứ\s+(?:hai|ba|tư|năm|sáu|bảy)\b,?|chủ nhật,?"
_JOINTS = _TIES.replace(",|", "", 1)
_YEAR = r"(?:1[4-9]|20|21)\d\d"
_DAY_VI = rf"(?:(?:rạng|hết|ngày|sáng|chiều|tối|trưa|đêm|mùng|mồng|{_WEEKDAY_VI})\s+)*"
_MONTH_NAMES_VI = "|".join(sorted(MONTHS_VI, key=len, reverse=True))
_MONTH_NAMES_VI = _MONTH_NAMES_VI.replace("năm", r"năm(?!\s+\d{4})").replace(" ", r"\s+")
_MONTH_NAMES_EN = "|".join(sorted(MONTHS_EN, key=len, reverse=True))
_NUMBER = r"\d{1,2}(?!\d)"
_NO_NOUN = r"(?!\s+(?!năm|hằng|hàng|tới|này|sau|vừa|tại|ở|là|đã|âm)[a-zà-ỹđ])"

_DAYS_VI = re.compile(
    rf"(?P<days>{_NUMBER}(?:(?:{_TIES}|\s+(?=rạng)){_DAY_VI}{_NUMBER})*)"
    rf"(?:\s*(?P<sign>[/.-])\s*|\s*,?\s*tháng\s+)(?P<month>{_NUMBER}|(?:{_MONTH_NAMES_VI})\b)"
    r"(?:(?:\s*(?P<second>[/.-])\s*|\s*,?\s*năm\s+)(?P<year>\d{4})(?!\d))?",
    re.IGNORECASE,
)
_MONTHS_VI = re.compile(
    rf"(?P<months>{_NUMBER}(?:(?:,\s*{_NUMBER})*{_JOINTS}{_NUMBER}{_NO_NOUN})?|(?:{_MONTH_NAMES_VI})\b)"
    r"(?:(?:\s*[/-]\s*|\s*,?\s*năm\s+)(?P<year>\d{4})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?([/-])\s?(\d{4})(?![\d/])")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DAY_EN = r"\d{1,2}(?!\d)(?:st|nd|rd|th)?"
_DAYS_EN = re.compile(
    rf"(?P<days>{_DAY_EN}(?:{_TIES}(?:the\s+)?{_DAY_EN})*)\s+(?:of\s+)?"
    rf"(?P<month>{_MONTH_NAMES_EN})\b\.?(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})(?!\d))?",
    re.IGNORECASE,
)
_MONTH_EN = re.compile(
    rf"(?P<month>{_MONTH_NAMES_EN})\b\.?"
    rf"(?:\s+(?P<days>{_DAY_EN}(?:(?:,\s*{_DAY_EN})*{_JOINTS}(?:the\s+)?{_DAY_EN}(?!\s+(?:{_MONTH_NAMES_EN})\b))?))?"
    rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})(?!\d|,\d{{3}}))?",
    re.IGNORECASE,
)
_NUMERIC_EN = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?(?![\d/])")
_HYPHENED = re.compile(
    r"(\d{1,2})-(\d{1,2})\s+(?:đến|tới)\s+(?:ngày\s+)?(\d{1,2})-(\d{1,2})(?:-(\d{4}))?(?![\d-])"
)
_DIGITS = re.compile(r"\d+")

_SURE_BEFORE = ("ngày", "mùng", "mồng", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "rằm")
_MONTH_CONTEXT = frozenset(
    listed(
        "in of since until till by from to and or early late mid last next this every between "
        "during before after through each that"
    )
)
_MODAL = ("may", "march")


class Dated(NamedTuple):
    """Dates or times of one phrase, each with all it may mean, and where the phrase ends."""

    kind: str
    readings: tuple[tuple[Reading, ...], ...]
    end: int
    is_sure: bool = True  # "tháng ba" may also be three times a month


def read_date(tokens: Tokens, index: int) -> Dated | None:
    """Read the dates that a token begins."""
    found = _ISO.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is not None:
        year, month, day = (int(part) for part in found.groups())
        return Dated("date", (_day(year, month, day),), found.end())
    read = _read_vi if tokens.language == "vi" else _read_en
    return read(tokens, index)


def _read_vi(tokens: Tokens, index: int) -> Dated | None:
    before = tokens.low[index - 1] if index else ""
    if before == "tháng":
        return _months_vi(tokens, index)
    if before == "quý":
        return None
    hyphened = _hyphened(tokens, index)
    if hyphened is not None:
        return hyphened
    found = _DAYS_VI.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is None or not _is_date(found, before):
        return _month_year(tokens, index)
    month = _month(found["month"], MONTHS_VI)
    year = int(found["year"] or 0)
    days = [int(day) for day in _DIGITS.findall(found["days"])]
    if not _fits(days, month):
        return _month_year(tokens, index)
    is_sure = year or found["sign"] is None or before in _SURE_BEFORE
    readings = tuple(_day(year, month, day) for day in days)
    if before in ("mùng", "mồng") or tokens.text[found.end() :].lstrip().startswith("âm lịch"):
        readings = tuple((*reading, ("n", reading[0][3])) for reading in readings)
    if not is_sure and len(days) == 1:
        readings = ((*readings[0], ("f", days[0], month)),)
    return Dated("date", readings, found.end())


def _is_date(found: re.Match[str], before: str) -> bool:
    """Tell whether numbers with a sign between them are a date; 2-3 and 3.5 rarely are."""
    sign = found["sign"]
    if sign is None or sign == "/":
        return not (sign and found["second"] in ("-", "."))
    return before in _SURE_BEFORE or bool(found["year"] and found["second"] == sign)


def _hyphened(tokens: Tokens, index: int) -> Dated | None:
    """Read two dates such as "14-3 đến 20-3-2019", in which a hyphen ties no days."""
    found = _HYPHENED.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is None:
        return None
    parts = [int(part) for part in found.groups("0")]
    if not (_fits(parts[:1], parts[1]) and _fits(parts[2:3], parts[3])):
        return None
    readings = _day(parts[4], parts[1], parts[0]), _day(parts[4], parts[3], parts[2])
    return Dated("date", readings, found.end())


def _months_vi(tokens: Tokens, index: int) -> Dated | None:
    found = _MONTHS_VI.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is None:
        return None
    is_word = not found["months"][0].isdecimal()
    is_sure = not is_word or found["year"] or found["months"][0].isupper()
    names = [found["months"]] if is_word else _DIGITS.findall(found["months"])
    months = [_month(name, MONTHS_VI) for name in names]
    if not all(1 <= month <= 12 for month in months):
        return None
    year = int(found["year"] or 0)
    readings = tuple((("d", year, month, 0),) for month in months)
    return Dated("date", readings, found.end(), is_sure=bool(is_sure))


def _month_year(tokens: Tokens, index: int) -> Dated | None:
    found = _MONTH_YEAR.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is None or not 1 <= int(found[1]) <= 12:
        return None
    return Dated("date", ((("d", int(found[3]), int(found[1]), 0),),), found.end())


def _read_en(tokens: Tokens, index: int) -> Dated | None:
    start, text = tokens.starts[index], tokens.text
    if not tokens.raw[index][0].isdecimal():
        return _month_first(tokens, index)
    found = _DAYS_EN.match(text, start, tokens.limit)
    if found is not None and found["month"][0].isupper():
        days = [int(day) for day in _DIGITS.findall(found["days"])]
        month = MONTHS_EN[found["month"].lower()]
        if not _fits(days, month):
            return Dated("date", ((("x", found.group()),),), found.end())
        year = int(found["year"] or 0)
        return Dated("date", tuple(_day(year, month, day) for day in days), found.end())
    return _numeric_en(tokens, index) or _month_year(tokens, index)


def _month_first(tokens: Tokens, index: int) -> Dated | None:
    """Read what the name of a month begins: August 17, 2023; August 2023; August."""
    raw = tokens.raw[index]
    found = _MONTH_EN.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is None or not raw[0].isupper():
        return None
    if not (found["days"] or found["year"]) and not _is_month(tokens, index):
        return None
    month, year = MONTHS_EN[raw.lower()], int(found["year"] or 0)
    days = [int(day) for day in _DIGITS.findall(found["days"] or "0")]
    if days != [0] and not _fits(days, month):
        return None
    readings = [_day(year, month, day) for day in days]
    if len(days) > 1 and not year:  # "June 15 and 20 guests"
        readings[-1] = (*readings[-1], ("n", days[-1]))
    return Dated("date", tuple(readings), found.end())


def _is_month(tokens: Tokens, index: int) -> bool:
    """Tell whether a month's name alone is meant for it: not the verb may, not Mar."""
    word = tokens.low[index]
    before = tokens.low[index - 1] if index else ""
    if word not in _MODAL and len(word) > 3:
        return True
    after = tokens.low[index + 1 : index + 3]
    is_listed = len(after) == 2 and after[0] in ("and", "to", "or") and after[1] in MONTHS_EN
    return before in _MONTH_CONTEXT or is_listed


def _numeric_en(tokens: Tokens, index: int) -> Dated | None:
    found = _NUMERIC_EN.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is None or not (found[4] or found[2] == "/"):
        return None
    first, second, year = int(found[1]), int(found[3]), int(found[4] or 0)
    readings = [
        _day(year, month, day)[0]
        for day, month in ((first, second), (second, first))
        if _fits([day], month)
    ]
    if not readings:
        return None
    if not year:
        readings.append(("f", first, second))
    return Dated("date", (tuple(dict.fromkeys(readings)),), found.end())


def _month(name: str, months: dict[str, int]) -> int:
    return int(name) if name[0].isdecimal() else months[" ".join(name.lower().split())]


def _day(year: int, month: int, day: int) -> tuple[Reading, ...]:
    return (("d", year, month, day),)


def _fits(days: list[int], month: int) -> bool:
    return 1 <= month <= 12 and all(1 <= day <= monthrange(2024, month)[1] for day in days)
