"""Times: reads times of day, and durations written like them."""

from __future__ import annotations

import re

from plugins.bulletin.parity.dates import Dated, Reading
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.words import DAY_PARTS_VI, ONES_EN

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


def read_time(tokens: Tokens, index: int) -> Dated | None:
    """Read the times of day that a token begins: 16:37, 8h30, 9 giờ tối, 4 p.m., 8 to 10 a.m."""
    pattern = _TIME_VI if tokens.language == "vi" else _TIME_EN
    found = pattern.match(tokens.text, tokens.starts[index], tokens.limit)
    if found is None:
        return None
    times = _times_vi(found, tokens, index) if tokens.language == "vi" else _times_en(found)
    return Dated("time", times, found.end()) if times else None


def _times_vi(found: re.Match[str], tokens: Tokens, index: int) -> tuple[tuple[Reading, ...], ...]:
    hour, minute = (
        int(found["hour"]),
        30 if found["half"] or found["only"] is not None else int(found["minute"] or 0),
    )
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
    hour = int(low[2]) if low[2].isdecimal() else ONES_EN.get(low[2], 0)
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
