"""Dates: reads days, months and times of day as both languages write them, years included."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.words import DAY_PARTS_VI, MONTHS_EN, MONTHS_VI, ONES_EN

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

_PARTS = "|".join(DAY_PARTS_VI)
_TIME_VI = re.compile(
    rf"(?:(?P<from>\d{{1,2}})\s*(?:–|-|đến)\s*)?(?P<hour>\d{{1,2}})"
    rf"(?:(?::|\s?h\s?|g|\s+giờ\s+)(?P<minute>\d{{2}}|\d(?=\s+phút))(?!\d)(?:\s+phút\b|ph?\b)?(?:\s+(?P<second>\d{{1,2}})\s+giây\b|:(?P<last>\d{{2}})(?!\d))?|h\b|\s+rưỡi\b(?=\s+(?:{_PARTS})\b)(?P<only>)|\s+giờ\b(?P<half>\s+rưỡi)?(?:\s+kém\s+(?P<before>\d{{1,2}})(?:\s+phút)?)?(?!\s+đồng))"
    rf"(?:\s+(?P<part>{_PARTS})\b)?",
    re.IGNORECASE,
)
_HALF = r"(?:a\.?m\b\.?|p\.?m\b\.?|o['’]clock)"
_TIME_EN = re.compile(
    rf"(?:(?P<from>\d{{1,2}})(?:[:.](?P<from_minute>\d{{2}}))?\s*(?:–|-|to|and)\s*)?"
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))?\s*(?P<half>{_HALF})"
    r"|(?P<plain>\d{1,2}):(?P<sharp>\d{2})(?::(?P<last>\d{2}))?(?!\d)",
    re.IGNORECASE,
)
_SURE_BEFORE = ("ngày", "mùng", "mồng", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "rằm")
_MONTH_CONTEXT = frozenset(
    (
        "in of since until till by from to and or early late mid last next this every between "
        "during before after through each that"
    ).split()
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
    is_word = not found["months"][0].isdigit()
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
    if not tokens.raw[index][0].isdigit():
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
    readings = [_day(year, month, day)[0] for day, month in ((first, second), (second, first)) if _fits([day], month)]
    if not readings:
        return None
    if not year:
        readings.append(("f", first, second))
    return Dated("date", (tuple(dict.fromkeys(readings)),), found.end())


def _month(name: str, months: dict[str, int]) -> int:
    return int(name) if name[0].isdigit() else months[" ".join(name.lower().split())]


def _day(year: int, month: int, day: int) -> tuple[Reading, ...]:
    return (("d", year, month, day),)


def _fits(days: list[int], month: int) -> bool:
    return 1 <= month <= 12 and all(1 <= day <= monthrange(2024, month)[1] for day in days)


def read_time(tokens: Tokens, index: int) -> Dated | None:
    """Read the times of day that a token begins: 16:37, 8h30, 9 giờ tối, 4 p.m., 8 to 10 a.m."""
    pattern = _TIME_VI if tokens.language == "vi" else _TIME_EN
    found = pattern.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is None:
        return None
    times = _times_vi(found, tokens, index) if tokens.language == "vi" else _times_en(found)
    return Dated("time", times, found.end()) if times else None


def _times_vi(
    found: re.Match[str], tokens: Tokens, index: int
) -> tuple[tuple[Reading, ...], ...]:
    hour, minute = int(found["hour"]), 30 if found["half"] or found["only"] is not None else int(found["minute"] or 0)
    if hour > 24 or minute > 59:
        return ()
    if found["before"] and hour:
        hour, minute = hour - 1, 60 - min(int(found["before"]), 60)
    seconds = hour * 3600 + minute * 60 + int(found["second"] or found["last"] or 0)
    if found["second"] or found["last"]:
        return ((("u", "second", seconds, 0),),)
    part = (found["part"] or "").lower()
    before = tokens.low[max(index - 8, 0) : index]
    is_late = any(word in ("chiều", "tối", "đêm") for word in before)
    times: list[Reading] = [_time(_hour_of_part(hour, part), minute)]
    if not part and is_late and hour < 12:
        times.append(_time(hour + 12, minute))
    if not part and found["minute"] is None:
        times += [_time(hour + 12, minute)] if hour < 12 else []
    if not part:
        times.append(("u", "second", seconds, hour))
    if not found["from"]:
        return (tuple(times),)
    first = int(found["from"])
    earlier = _time(_hour_of_part(first, part), 0), _time(first + 12, 0)
    return ((*earlier, ("u", "second", first * 3600, first)), tuple(times))


def _hour_of_part(hour: int, part: str) -> int:
    """Return the hour of 0–24 that "9 giờ tối" means; noon and midnight are 12."""
    if not part or hour > 12:
        return hour
    if hour == 12:
        return 24 if part in ("đêm", "khuya", "tối") else 12
    if part == "đêm" and hour < 5:
        return hour
    if part == "trưa":
        return hour + 12 if hour < 4 else hour
    return hour + DAY_PARTS_VI[part]


def read_spoken_time(tokens: Tokens, index: int) -> Dated | None:
    """Read half past nine, and a quarter to seven, from its first word on."""
    low = tokens.low[index : index + 3]
    minutes = {"half": 30, "quarter": 15}.get(low[0], 0)
    if len(low) < 3 or low[1] not in ("past", "to") or not minutes:
        return None
    hour = int(low[2]) if low[2].isdigit() else ONES_EN.get(low[2], 0)
    if not 1 <= hour <= 12:
        return None
    time = hour * 60 + (minutes if low[1] == "past" else -minutes)
    readings = (_time(0, time), _time(12, time))
    return Dated("time", (readings,), tokens.ends[index + 2])


def _times_en(found: re.Match[str]) -> tuple[tuple[Reading, ...], ...]:
    if found["plain"]:
        hour, minute = int(found["plain"]), int(found["sharp"])
        if hour > 24 or minute > 59:
            return ()
        if found["last"]:
            return ((("u", "second", hour * 3600 + minute * 60 + int(found["last"]), 0),),)
        late = [_time(hour + 12, minute)] if 0 < hour < 12 else []
        return ((_time(hour, minute), *late),)
    half = found["half"].lower()
    hours = [(found["hour"], found["minute"])]
    if found["from"]:
        hours.insert(0, (found["from"], found["from_minute"]))
    times = [_time_of_half(int(hour), int(minute or 0), half) for hour, minute in hours]
    if found["from"] and int(found["from"]) > int(found["hour"]):  # from 11 to 1 p.m.
        times[0] = (_time(int(found["from"]), int(found["from_minute"] or 0)), *times[0])
    return tuple(times) if all(int(hour) <= 12 for hour, _ in hours) else ()


def _time_of_half(hour: int, minute: int, half: str) -> tuple[Reading, ...]:
    early, late = _time(hour % 12, minute), _time(hour % 12 + 12, minute)
    if half[0] == "o":
        return (_time(hour, minute), late)
    return (late,) if half[0] == "p" else (early,)


def _time(hour: int, minute: int) -> Reading:
    return ("t", (hour * 60 + minute) % 1440)
