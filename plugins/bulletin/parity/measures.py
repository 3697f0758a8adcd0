"""Measures: one number with what stands after it, its currency, percent sign or unit."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from plugins.bulletin.parity.currencies import currency_after, currency_before
from plugins.bulletin.parity.dates import Reading, read_date
from plugins.bulletin.parity.number_words import read_words
from plugins.bulletin.parity.numbers import HALF, Number, plain, read_digits
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.unit_words import BASES, SIGNS
from plugins.bulletin.parity.words import GHOST, SOFT

AND_A_HALF = ["and", "a", "half"]
SMALLER = {"hour": ("minute", "second"), "minute": ("second",)}

_LEAD_TO_DATE = ("từ", "ngày", "vào", "là", "các", "trong", "sáng", "tối")
_DAY_HOURS = 24


class Amount(NamedTuple):
    """A number with what stands around it; `after` is the token after all of it."""

    number: Number
    after: int
    end: int
    currency: str = ""
    unit: str = ""
    is_percent: bool = False

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing but digits or words stands here."""
        return not (self.currency or self.unit or self.is_percent or self.number.scale > 1)


def read_amount(tokens: Tokens, index: int) -> Amount | None:
    """Read a number and what follows it."""
    is_digits = tokens.raw[index][0].isdecimal()
    number = read_digits(tokens, index) if is_digits else read_words(tokens, index)
    if number is None:
        return None
    currency = currency_before(tokens, index)[0] if is_digits else ""
    amount = Amount(number, number.after, tokens.ends[number.after - 1], currency)
    if currency and tokens.low[amount.after : amount.after + 1] == ["m"]:
        amount = _in_millions(tokens, amount)
    return _with_sign(tokens, amount) or _with_words(tokens, amount)


def _in_millions(tokens: Tokens, amount: Amount) -> Amount:
    """Read the m of $20m as a million."""
    if tokens.gap(amount.after - 1):
        return amount
    number = amount.number._replace(value=amount.number.value * 10**6, scale=10**6)
    return amount._replace(number=number, after=amount.after + 1, end=amount.end + 1)


def _with_sign(tokens: Tokens, amount: Amount) -> Amount | None:
    """Return an amount with the sign after it, 5 % or 500 €; None when there is none."""
    rest = tokens.text[amount.end : min(amount.end + 2, tokens.limit)]
    sign = rest.lstrip()[:1]
    end = amount.end + len(rest) - len(rest.lstrip()) + 1
    if sign == "%":
        return amount._replace(is_percent=True, end=end)
    if sign in SIGNS and rest[:1] == sign:
        return amount._replace(currency=SIGNS[sign], end=end)
    return None


def _with_words(tokens: Tokens, amount: Amount) -> Amount:
    """Return an amount with the percent, currency or unit that words say after it."""
    after = amount.after
    if after >= tokens.size or not tokens.joins(after - 1):
        return amount
    percent, end = tokens.phrase(tokens.words.percent, after)
    if percent:
        return amount._replace(is_percent=True, after=end, end=tokens.ends[end - 1])
    if tokens.low[after] == "điểm" and tokens.gap(after).strip() == "%":
        return amount._replace(is_percent=True, after=after + 1, end=tokens.ends[after] + 2)
    if amount.currency or amount.number.is_ordinal:
        return amount
    currency, end = currency_after(tokens, after, amount.number.value)
    if currency:
        return amount._replace(currency=currency, after=end, end=tokens.ends[end - 1])
    return _with_unit(tokens, amount)


def _with_unit(tokens: Tokens, amount: Amount) -> Amount:
    after = amount.after
    unit, end = tokens.phrase(tokens.words.units, after)
    if not unit:
        has_half = tokens.low[after + 1 : after + 2] == ["rưỡi"] and tokens.joins(after)
        return _and_a_half(tokens, amount, after + 2) if has_half else amount
    is_next = end < tokens.size and tokens.joins(end - 1)
    following = tokens.raw[end] if is_next else ""
    if tokens.low[end - 1] == "tiếng" and (following[:1].isupper() or following == "nói"):
        return amount
    if tokens.language == "vi" and _is_of_date(tokens, unit, end):
        weight = GHOST if unit == "day" else amount.number.weight
        return amount._replace(number=amount.number._replace(weight=weight))
    if following == "rưỡi":
        return _and_a_half(tokens, amount, end + 1, unit=unit)
    if is_next and tokens.low[end : end + 3] == AND_A_HALF:
        return _and_a_half(tokens, amount, end + 3, unit=unit)
    return amount._replace(unit=unit, after=end, end=tokens.ends[end - 1])


def _and_a_half(tokens: Tokens, amount: Amount, after: int, *, unit: str = "") -> Amount:
    weight = max(amount.number.weight, SOFT)
    number = amount.number._replace(value=amount.number.value + HALF, weight=weight)
    return amount._replace(number=number, unit=unit, after=after, end=tokens.ends[after - 1])


def _is_of_date(tokens: Tokens, unit: str, end: int) -> bool:
    """Tell whether a unit begins a date, or counts the days of one: 2 ngày 16–17/11."""
    is_next = end < tokens.size and tokens.joins(end - 1)
    if unit in ("year", "month", "day") and is_next and tokens.raw[end][0].isdecimal():
        return True
    return unit == "day" and _is_before_date(tokens, end)


def _is_before_date(tokens: Tokens, index: int) -> bool:
    """Tell whether dates follow that are counted: 3 ngày, từ 15 đến 17/8."""
    while index < tokens.size and tokens.low[index] in _LEAD_TO_DATE:
        index += 1
    if index >= tokens.size or not tokens.raw[index][0].isdecimal():
        return False
    between = tokens.text[tokens.ends[index - 1] : tokens.starts[index]]
    return not between.strip(" ,(:") and read_date(tokens, index) is not None


def whole_duration(tokens: Tokens, amount: Amount) -> Amount:
    """Read "2 hours 31 minutes and 8 seconds" as one measure, in its smallest unit."""
    while amount.unit in SMALLER:
        more = _more(tokens, amount)
        if more is None or more.unit not in SMALLER[amount.unit]:
            break
        factors = [BASES.get(unit, (unit, 1))[1] for unit in (amount.unit, more.unit)]
        value = amount.number.value * factors[0] + more.number.value * factors[1]
        number = amount.number._replace(value=value / factors[1])
        amount = amount._replace(number=number, unit=more.unit, after=more.after, end=more.end)
    return amount


def _more(tokens: Tokens, amount: Amount) -> Amount | None:
    """Return the amount that follows with nothing but "and" between."""
    after = amount.after
    if after < tokens.size and tokens.low[after] in ("and", "và"):
        after += 1
    if after >= tokens.size:
        return None
    between = tokens.text[amount.end : tokens.starts[after]].strip(" ,")
    return read_amount(tokens, after) if between in ("", "and", "và") else None


def measures_of(unit: str, value: Decimal) -> tuple[Reading, ...]:
    """Return a measure in the unit to which it is compared, with the number as written.

    Hours may be those of a clock: "seven and a half hours" and "bảy giờ rưỡi".
    """
    base, factor = BASES.get(unit, (unit, 1))
    measure: Reading = ("u", base, plain(value * factor), plain(value))
    if unit != "hour" or value >= _DAY_HOURS:
        return (measure,)
    if value == int(value):
        return measure, ("h", int(value))
    minutes = int(value * 60)
    return measure, ("t", minutes), ("t", (minutes + 720) % 1440)
