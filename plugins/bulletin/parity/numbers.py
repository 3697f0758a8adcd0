"""Numbers: reads one number, in digits or words, with its scale. Knows no money and no units."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.vocabulary import VOCABULARIES, Vocabulary
from plugins.bulletin.parity.words import SOFT, STRICT

Value = int | float | str

_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_WORDS_ARE_SOFT_TO = 10
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
HALF = Decimal("0.5")


class Number(NamedTuple):
    """A number as read: its value, the token after it, how sure it is, and its scale."""

    value: Decimal
    after: int
    weight: int = STRICT
    scale: int = 1
    written: str = ""  # digits that make no number in this language
    is_plain: bool = False  # digits alone, as of a year
    is_ordinal: bool = False  # 6th


def plain(value: Decimal) -> Value:
    """Return a value that compares and prints as itself."""
    return int(value) if value == value.to_integral_value() else float(value)


def read_digits(tokens: Tokens, index: int) -> Number | None:
    """Read the number that a token in digits begins: 1.100, 28,22 triệu, 6th, 2 tỷ rưỡi."""
    tokens = _in_its_language(tokens, index)
    raw = tokens.raw[index]
    value = digits_value(raw, tokens.words)
    if value is None:
        return Number(Decimal(0), index + 1, written=raw)
    after = _after_suffix(tokens, index)
    if after is None:
        return None
    number = _scaled(tokens, value, after)
    is_plain = raw.isdecimal() and number.after == index + 1
    weight = SOFT if number.value == 1 else STRICT
    is_ordinal = number.after == index + 2 and tokens.low[index + 1] in _ORDINAL_ENDS
    return number._replace(weight=weight, is_plain=is_plain, is_ordinal=is_ordinal)


def _in_its_language(tokens: Tokens, index: int) -> Tokens:
    """Read "3.15 trillion" as English even where a Vietnamese text quotes it, and the reverse."""
    following = tokens.low[index + 1] if index + 1 < tokens.size else ""
    other = VOCABULARIES["en" if tokens.language == "vi" else "vi"]
    if following in other.scales and following not in tokens.words.scales:
        return replace(tokens, words=other)
    return tokens


def digits_value(raw: str, words: Vocabulary) -> Decimal | None:
    """Return what digits mean in a language; None where they have no sense in it."""
    if raw.isdecimal():
        return Decimal(raw)
    raw = raw.replace("\u00a0", words.groups).replace("\u202f", words.groups)
    whole, point, decimals = raw.partition(words.point)
    if words.point in decimals or words.groups in decimals:
        return None
    parts = whole.split(words.groups)
    if len(parts) > 1 and not (len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])):
        # "4.0" is written so in Vietnamese too.
        is_version = words.groups == "." and len(parts) == 2 and not point
        return Decimal(raw) if is_version and len(parts[1]) < 3 else None
    return Decimal("".join(parts) + (f".{decimals}" if decimals else ""))


def _after_suffix(tokens: Tokens, index: int) -> int | None:
    """Return the token after a number and its ending; None for a code such as 5G."""
    after = index + 1
    if after >= tokens.size or tokens.gap(index):
        return after
    ending, words = tokens.low[after], tokens.words
    if ending in _ORDINAL_ENDS or ending == "s":
        return after + 1
    known = ending in words.scales or ending in words.units.longest
    return after if known or ending in words.currencies.longest else None


def _scaled(tokens: Tokens, value: Decimal, after: int) -> Number:
    """Multiply by the scales that follow; "1 tỷ 200 triệu" has two parts."""
    total, scale, after = _times(tokens, value, after)
    if scale >= 1000 and _is_tenth(tokens, after):
        return Number(total + Decimal(tokens.raw[after]) * scale / 10, after + 1, scale=scale)
    if scale > 1 and after + 1 < tokens.size and tokens.raw[after][0].isdecimal():
        more = digits_value(tokens.raw[after], tokens.words)
        part, small, end = _times(tokens, more or Decimal(0), after + 1)
        if more is not None and tokens.joins(after - 1) and 1 < small < scale:
            total, after = total + part, end
    if after < tokens.size and tokens.low[after] == "rưỡi" and tokens.joins(after - 1):
        total, after = total + HALF * scale, after + 1
    return Number(total, after, scale=scale)


def _is_tenth(tokens: Tokens, index: int) -> bool:
    """Tell whether a digit says tenths of a scale, as in "2 triệu 5" for 2.5 million."""
    if tokens.language != "vi" or index >= tokens.size or not tokens.joins(index - 1):
        return False
    if len(tokens.raw[index]) != 1 or not tokens.raw[index].isdecimal():
        return False
    is_last = not tokens.joins(index)
    return is_last or tokens.low[index + 1] in tokens.words.currencies.longest


def _times(tokens: Tokens, value: Decimal, after: int) -> tuple[Decimal, int, int]:
    scales, scale = tokens.words.scales, 1
    while after < tokens.size and tokens.low[after] in scales and tokens.joins(after - 1):
        scale *= scales[tokens.low[after]]
        after += 1
    return value * scale, scale, after
