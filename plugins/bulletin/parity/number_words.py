"""Number words: reads one number that is written out, or in Roman numerals."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from plugins.bulletin.parity import words as table
from plugins.bulletin.parity.numbers import HALF, Number
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.words import GHOST, ROMAN, SOFT, STRICT

_WORDS_ARE_SOFT_TO = 10
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def read_words(tokens: Tokens, index: int) -> Number | None:
    """Read the number that a word begins: hai mươi lăm, twenty-five, a million, nửa triệu."""
    return _read_vi(tokens, index) if tokens.language == "vi" else _read_en(tokens, index)


def _weigh(value: Decimal, *, is_vague: bool) -> int:
    if value == 1:
        return GHOST
    return SOFT if is_vague or value <= _WORDS_ARE_SOFT_TO else STRICT


class _Sum(Struct):
    """A number in words as it grows: whole thousands, what comes after them, and the scale."""

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    scale: int = 1

    @property
    def value(self) -> Decimal:
        """Return the number so far."""
        return self.total + self.current

    def multiply(self, factor: int) -> None:
        """Take a scale in: hundreds of what came last, thousands of all that is smaller."""
        if factor <= 100:
            self.current = max(self.current, Decimal(1)) * factor
        elif self.total and factor > self.scale:
            self.total, self.current = self.value * factor, Decimal(0)
        else:
            self.total += (self.current or Decimal(1)) * factor
            self.current = Decimal(0)
        self.scale = factor

    def add_ones(self, ones: int, *, fits: bool) -> bool:
        """Add units or teens, unless there are some already."""
        if fits:
            self.current += ones
        return fits


def _read_en(tokens: Tokens, index: int) -> Number | None:
    low, number, after = tokens.low, _Sum(), index
    is_vague = low[index] in ("a", "an", "half")
    while after < tokens.size and (after == index or tokens.joins(after - 1)):
        if low[after] in table.ORDINALS_EN and not number.current % 10:
            number.current += table.ORDINALS_EN[low[after]]
            return _worded(number.value, after + 1, number.scale)._replace(is_ordinal=True)
        steps = _step_en(tokens, after, number, is_start=after == index)
        if not steps:
            break
        after += steps
    if after == index or number.value in (0, HALF):
        return None
    return _worded(number.value, after, number.scale, is_vague=is_vague)


def _step_en(tokens: Tokens, index: int, number: _Sum, *, is_start: bool) -> int:
    """Take the next words of a number in, and return how many they were."""
    word = tokens.low[index]
    if word in table.ONES_EN:
        ones = table.ONES_EN[word]
        return number.add_ones(ones, fits=_fits_en(number.current, ones))
    if word in table.TENS_EN:
        return number.add_ones(table.TENS_EN[word], fits=not number.current % 100)
    if word in tokens.words.scales:
        if is_start:
            return 0
        number.multiply(tokens.words.scales[word])
        return 1
    if is_start and word in ("a", "an"):
        return int(tokens.low[index + 1 : index + 2] != [] and _is_scale(tokens, index + 1))
    return _half_or_and(tokens, index, number, is_start=is_start)


def _fits_en(current: Decimal, ones: int) -> bool:
    return not current % 10 and not (ones > 9 and current % 100)


def _is_scale(tokens: Tokens, index: int) -> bool:
    return tokens.low[index] in tokens.words.scales


def _half_or_and(tokens: Tokens, index: int, number: _Sum, *, is_start: bool) -> int:
    """Take in "half a" at the start, "and a half" or the "and" of "hundred and five"."""
    low = tokens.low
    following = low[index + 1 : index + 3]
    if low[index] == "half" and is_start:
        if following[:1] != ["a"] or following[-1] not in tokens.words.scales:
            return 0
        number.current = HALF
        return 2
    if low[index] != "and" or not number.value:
        return 0
    if following == ["a", "half"]:
        number.current += HALF * (number.scale if number.total else 1)
        return 3
    is_part = following[:1] and (following[0] in table.ONES_EN or following[0] in table.TENS_EN)
    return int(bool(is_part) and low[index - 1] in ("hundred", "thousand", "million"))


def _worded(value: Decimal, after: int, scale: int, *, is_vague: bool = False) -> Number:
    return Number(value, after, _weigh(value, is_vague=is_vague), scale)


def _read_vi(tokens: Tokens, index: int) -> Number | None:
    low, number, after = tokens.low, _Sum(), index
    if low[index] == "nửa":
        return _half_of_scale(tokens, index)
    if low[index] in tokens.words.scales:
        return _scale_and_half(tokens, index)
    if _is_name(tokens, index) or (index and low[index - 1] in table.FEW_VI):
        return None
    if low[index] in ("năm", "ba", "tư", "chín") and not _is_number_vi(tokens, index):
        return None
    while after < tokens.size and (after == index or tokens.joins(after - 1)):
        if not _step_vi(tokens, after, number, is_start=after == index):
            break
        after += 1
        if low[after - 1] == "rưỡi":
            break
    is_vague = low[index] == "một" and number.scale > 1 and number.value == number.scale
    worded = _worded(number.value, after, number.scale, is_vague=is_vague)
    return worded if number.value else None


def _step_vi(tokens: Tokens, index: int, number: _Sum, *, is_start: bool) -> bool:
    """Take the next word of a number in; tell whether it belongs to it."""
    word = tokens.low[index]
    if word in tokens.words.scales and not is_start:
        number.multiply(tokens.words.scales[word])
        return True
    if word == "rưỡi" and not is_start:
        number.current += HALF * number.scale
        return True
    if word in ("linh", "lẻ"):
        return number.current >= 100
    is_next = index + 1 < tokens.size and tokens.joins(index)
    following = tokens.low[index + 1] if is_next else ""
    is_fresh = is_start or tokens.low[index - 1] in ("linh", "lẻ")
    step = _add_vi(number.current, word, following, is_start=is_fresh)
    number.current = number.current if step is None else step
    return step is not None


def _add_vi(current: Decimal, word: str, following: str, *, is_start: bool) -> Decimal | None:
    """Return the number with one more word of units or tens, or None when it is none."""
    if word == "mười":
        return current + 10 if not current % 100 else None
    if word == "mươi":
        tens = current % 10
        return current - tens + tens * 10 if tens else None
    if current % 10 and not is_start:
        return None
    if word == "năm" and not is_start and following not in ("mươi", "trăm"):
        return None
    ones: Mapping[str, int] = table.AFTER_TENS_VI if current % 100 else table.ONES_VI
    return current + ones[word] if word in ones else None


def _half_of_scale(tokens: Tokens, index: int) -> Number | None:
    factor = 1
    if index + 1 < tokens.size and tokens.joins(index):
        factor = tokens.words.scales.get(tokens.low[index + 1], 1)
    return Number(HALF * factor, index + 2, SOFT, factor) if factor > 10 else None


def _scale_and_half(tokens: Tokens, index: int) -> Number | None:
    """Read "trăm rưỡi" and "tỷ rưỡi", which leave out the one before them."""
    if tokens.low[index + 1 : index + 2] != ["rưỡi"] or not tokens.joins(index):
        return None
    scale = tokens.words.scales[tokens.low[index]]
    return Number((1 + HALF) * scale, index + 2, SOFT, scale)


def _is_name(tokens: Tokens, index: int) -> bool:
    """Tell whether a number in words is a name: Hai Bà Trưng, Ba Lan, anh Ba, Bảy Núi."""
    if not tokens.raw[index][0].isupper():
        return False
    if index and tokens.joins(index - 1) and tokens.low[index - 1] in table.KIN_VI:
        return True
    return index + 1 < tokens.size and tokens.joins(index) and tokens.raw[index + 1][0].isupper()


def _is_number_vi(tokens: Tokens, index: int) -> bool:
    """Tell whether a word that is often something else is a number here.

    "năm" is a year, "Ba" begins Ba Lan and Ba Đình, "tư" ends đầu tư.
    """
    word = tokens.low[index]
    following = tokens.raw[index + 1] if index + 1 < tokens.size and tokens.joins(index) else ""
    before = tokens.low[index - 1] if index and tokens.joins(index - 1) else ""
    if not following or following[0].isupper() or following[0].isdecimal():
        return False
    if word == "chín":
        return before not in table.NOT_NINE_BEFORE
    if word == "ba":
        return following.lower() not in table.NOT_THREE_AFTER and before not in table.NOT_THREE
    return word == "năm" and _is_five(tokens, index)


def _is_five(tokens: Tokens, index: int) -> bool:
    """Tell whether "năm" counts something, and is no year."""
    following = tokens.low[index + 1]
    before = tokens.low[index - 1] if index and tokens.joins(index - 1) else ""
    if following in tokens.words.scales or following == "mươi":
        return True
    if following == "học":
        return tokens.low[index + 2 : index + 3] in (["sinh"], ["viên"], ["giả"])
    return following in table.COUNTED_VI and before not in table.NOT_FIVE_BEFORE


def read_roman(tokens: Tokens, index: int) -> int:
    """Return the value of a token in Roman numerals, or 0.

    One letter counts only after a word that takes a number: "Đại hội V", "Congress V".
    """
    raw = tokens.raw[index]
    if not raw.isupper() or ROMAN.fullmatch(raw) is None:
        return 0
    if len(raw) == 1 and (not index or tokens.low[index - 1] not in table.ROMAN_BEFORE):
        return 0
    if index + 1 < tokens.size and not tokens.gap(index):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in raw]
    later = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, later, strict=True)
    )
