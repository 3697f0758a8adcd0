"""Amounts: everything that can be counted in a stretch of text, found in one pass over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from plugins.bulletin.parity.codes import read_code
from plugins.bulletin.parity.dates import Reading, read_date
from plugins.bulletin.parity.found import Found, Read, read_dated, read_ghost
from plugins.bulletin.parity.fractions import (
    HALVES,
    read_fraction,
    read_half,
    read_part_of_unit,
)
from plugins.bulletin.parity.number_words import read_roman, read_words
from plugins.bulletin.parity.numbers import plain
from plugins.bulletin.parity.ranges import complete, read_range
from plugins.bulletin.parity.times import read_spoken_time, read_time
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.vocabulary import VOCABULARIES
from plugins.bulletin.parity.words import (
    GHOST,
    MONTHS_EN,
    ONES_EN,
    ONES_VI,
    ORDINALS_EN,
    ORDINALS_VI,
    SOFT,
    STRICT,
    TENS_EN,
)
from plugins.bulletin.text import Language

_Reader = Callable[[Tokens, int], Read | None]

_LONGEST_MONTH = 31
_ROMAN_LETTERS = "IVXL"
_DIGITS = "0123456789"
# What answers to a number without being one.
_GHOSTS: Mapping[Language, Mapping[str, tuple[float, ...]]] = {
    "vi": {
        "đôi": (2,), "cặp": (2,), "song": (2,), "kép": (2,), "quý": (3,), "nhất": (1,),
        "đầu": (1,), "chục": (10,), "tá": (12,), "thập": (10,), "năm": (5,), "tư": (4,),
        "ba": (3,), "trăm": (100,), "nghìn": (1000,), "tứ": (4,), "tam": (3,), "nhì": (2,),
        "lưỡng": (2,), "mùng": (1,), "giêng": (1,), "rằm": (15,), "ngũ": (5,), "rưỡi": (1.5,),
    },
    "en": {
        "both": (2,), "pair": (2,), "couple": (2,), "twice": (2,), "double": (2,),
        "doubled": (2,), "doubling": (2,), "bilateral": (2,), "dual": (2,), "twin": (2,),
        "once": (1,), "quarter": (3, 4), "quarterly": (3,), "triple": (3,), "tripled": (3,),
        "trilateral": (3,), "single": (1,), "decade": (10,), "dozen": (12,), "century": (100,),
        "fortnight": (14, 2), "centenary": (100,), "either": (2,), "sole": (1,), "solo": (1,),
        "quadrupled": (4,), "hundredfold": (100,), "each": (2,), "latter": (2,), "yearly": (1,),
        "semester": (6,), "twofold": (2,), "threefold": (3,), "fourfold": (4,), "fivefold": (5,),
        "tenfold": (10,), "twins": (2,), "tripling": (3,), "twenties": (20,), "thirties": (30,),
        "forties": (40,), "fifties": (50,), "sixties": (60,), "seventies": (70,),
        "eighties": (80,), "nineties": (90,),
    },
}  # fmt: skip
_CLOCK_WORDS = {"noon": 720, "midday": 720, "midnight": 0}


def read_amounts(tokens: Tokens) -> list[Found]:
    """Find all amounts of a stretch, in order."""
    found: list[Found] = []
    readers, low, raw = _READERS[tokens.language], tokens.low, tokens.raw
    done = 0
    for index, word in enumerate(low):
        begun = readers.get(word)
        if begun is None:
            letter = raw[index][0]
            if letter in _DIGITS:
                begun = _OF_DIGITS
            elif letter in _ROMAN_LETTERS:
                begun = _OF_LETTERS
        if begun is not None and index >= done:
            read = _first(begun, tokens, index)
            found += read.found
            done = read.after
    return complete(tokens.text, found) if found else found


def _first(readers: tuple[_Reader, ...], tokens: Tokens, index: int) -> Read:
    """Return what the first reader that finds something finds."""
    for reader in readers:
        read = reader(tokens, index)
        if read is not None:
            return read
    return Read(index + 1)


def _after_article(tokens: Tokens, index: int) -> Read | None:
    """Pass over the many articles that begin no number: a million, an hour, a third."""
    following = tokens.low[index + 1] if index + 1 < tokens.size else ""
    return None if following in _AFTER_ARTICLE else Read(index + 1)


def _dates_or_times(tokens: Tokens, index: int) -> Read | None:
    dated = read_date(tokens, index) or read_time(tokens, index)
    return read_dated(tokens, index, dated) if dated else None


def _month_name(tokens: Tokens, index: int) -> Read | None:
    dated = read_date(tokens, index)
    return read_dated(tokens, index, dated) if dated else None


def _spoken_time(tokens: Tokens, index: int) -> Read | None:
    dated = read_spoken_time(tokens, index)
    return read_dated(tokens, index, dated) if dated else None


def _month_vi(tokens: Tokens, index: int) -> Read | None:
    """Read "tháng 8/2023" from its first word on."""
    if not tokens.joins(index):
        return None
    dated = read_date(replace(tokens, language="vi"), index + 1)
    return read_dated(tokens, index + 1, dated, first=index) if dated else None


def _day_vi(tokens: Tokens, index: int) -> Read | None:
    """Read the day of "ngày 17", which no month follows."""
    raw = tokens.raw[index]
    if tokens.language != "vi" or tokens.low[max(index - 1, 0)] != "ngày" or not raw.isdecimal():
        return None
    day = int(raw)
    if not 1 <= day <= _LONGEST_MONTH:
        return None
    readings: tuple[Reading, ...] = (("d", 0, 0, day), ("n", day))
    found = Found("date", readings, tokens.starts[index - 1], tokens.ends[index])
    return Read(index + 1, (found,))


def _roman(tokens: Tokens, index: int) -> Read | None:
    value = read_roman(tokens, index)
    if not value:
        return None
    weight = STRICT if value > 1 else SOFT
    found = Found("number", (("n", value),), tokens.starts[index], tokens.ends[index], weight)
    return Read(index + 1, (found,))


def _ordinal_vi(tokens: Tokens, index: int) -> Read | None:
    """Read what follows "thứ": a number, unless it is the name of a weekday."""
    following = index + 1
    if not tokens.joins(index) or tokens.low[following] not in ORDINALS_VI:
        return None
    word = tokens.low[following]
    if _is_weekday(tokens, index):
        return Read(following + 1)
    is_alone = word in ("tư", "nhì", "nhất")
    number = None if is_alone else read_words(tokens, following)
    value = plain(number.value) if number else ORDINALS_VI[word]
    after = number.after if number else following + 1
    weight = GHOST if value == 1 else SOFT
    start, end = tokens.starts[index], tokens.ends[after - 1]
    return Read(after, (Found("number", (("n", value),), start, end, weight),))


def _is_weekday(tokens: Tokens, index: int) -> bool:
    """Tell whether "thứ" names a day: thứ Hai; thứ hai, ngày 5; but lần thứ hai."""
    following = index + 1
    if index and tokens.low[index - 1] == "lần":
        return False
    if tokens.low[following] in ("nhất", "nhì"):
        return False
    rest = tokens.gap(following).lstrip()[:1]
    word = tokens.low[following + 1] if following + 1 < tokens.size else ""
    is_dated = rest in (",", "(") or word in ("ngày", "tuần", "hàng")
    return tokens.raw[following][0].isupper() or is_dated


def _clock_word(tokens: Tokens, index: int) -> Read:
    return read_ghost(tokens, index, ("t", _CLOCK_WORDS[tokens.low[index]]))


def _ghost(tokens: Tokens, index: int) -> Read:
    values = _GHOSTS[tokens.language][tokens.low[index]]
    return read_ghost(tokens, index, *(("n", value) for value in values))


_AFTER_ARTICLE = frozenset(
    (*VOCABULARIES["en"].scales, *VOCABULARIES["en"].units.longest, *ORDINALS_EN, "quarter")
)
_OF_DIGITS: tuple[_Reader, ...] = (read_code, _dates_or_times, _day_vi, read_range)
_OF_LETTERS: tuple[_Reader, ...] = (_roman,)


def _table(language: Language) -> dict[str, tuple[_Reader, ...]]:
    """Return by its first word what may be read there, in the order in which it is tried."""
    readers: dict[str, tuple[_Reader, ...]] = {}

    def add(words: Mapping[str, object] | tuple[str, ...], *more: _Reader) -> None:
        for word in words:
            readers[word] = (*readers.get(word, ()), *more)

    if language == "vi":
        add(("nửa",), read_part_of_unit)
        add((*ONES_VI, "mười"), read_fraction)
        add((*ONES_VI, "mười", "nửa", *VOCABULARIES["vi"].scales), read_range)
        add(("tháng",), _month_vi)
        add(("thứ",), _ordinal_vi)
    else:
        add(("a", "an"), _after_article)
        add(("a", "an", "half"), read_part_of_unit)
        add((*ONES_EN, "a", "an"), read_fraction)
        add((*ONES_EN, *TENS_EN, *ORDINALS_EN, "a", "an", "half"), read_range)
        add(("half", "quarter"), _spoken_time)
        add(MONTHS_EN, _month_name)
        add(("tháng",), _month_vi)  # a fault of its own, but no other date
        add(_CLOCK_WORDS, _clock_word)
    add(HALVES, read_half)
    add(_GHOSTS[language], _ghost)
    for word in list(readers):
        if word[0] in _ROMAN_LETTERS.lower():
            readers[word] = (*readers[word], _roman)
    return readers


_READERS: Mapping[Language, Mapping[str, tuple[_Reader, ...]]] = {
    "vi": _table("vi"),
    "en": _table("en"),
}
