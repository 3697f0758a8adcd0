"""Ranges: amounts as facts, and what the numbers of a range or list take from each other."""

from __future__ import annotations

import re
from decimal import Decimal

from plugins.bulletin.parity.bounds import bound_after, bound_before
from plugins.bulletin.parity.dates import Reading, read_date
from plugins.bulletin.parity.found import Found, Read
from plugins.bulletin.parity.measures import Amount, measures_of, read_amount, whole_duration
from plugins.bulletin.parity.numbers import plain
from plugins.bulletin.parity.times import read_time
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.unit_words import LARGE
from plugins.bulletin.parity.words import STRICT

_TIES = ("–", "-", "—", "−")
_TIE_WORDS = ("đến", "tới", "to", "và", "and", "hoặc", "or", "hay", "lên", "xuống", "còn")
_INHERITED = ("number", "money", "percent")
_YEARS = range(1000, 2200)
_CENTURY = 100
_LONGEST_MONTH = 31
_CLOCK = re.compile(r"(\d{1,2})\.([0-5]\d)")


def read_range(tokens: Tokens, index: int) -> Read | None:
    """Read an amount, and with it the second one of a range, which tells scale and unit."""
    amount = read_amount(tokens, index)
    return None if amount is None else range_of(tokens, index, amount)


def range_of(tokens: Tokens, index: int, amount: Amount) -> Read:
    """Return an amount as a fact, with the rest of its range."""
    amount = whole_duration(tokens, amount)
    second = _second(tokens, index, amount)
    if second is None:
        return Read(amount.after, (_found(tokens, index, amount, meant=amount),))
    following, other = second
    first = _found(tokens, index, amount, meant=_inherit(amount, other))
    if _is_of_thousands(amount, other):  # "15–20.000 đồng"
        number = amount.number._replace(value=amount.number.value * LARGE)
        thousands = _inherit(amount._replace(number=number), other)
        more = _found(tokens, index, amount, meant=thousands)
        first = first._replace(readings=(*first.readings, *more.readings))
    whole = other._replace(currency=other.currency or amount.currency)
    last = _found(tokens, following, other, meant=whole)
    return Read(other.after, (first._replace(end=last.end), last._replace(start=first.start)))


def _second(tokens: Tokens, index: int, amount: Amount) -> tuple[int, Amount] | None:
    """Return the second amount of a range, after its first token.

    Both ends are in digits, or both in words: "20 million and third" is no range.
    """
    second = _after_tie(tokens, amount)
    if second is None:
        return None
    is_alike = tokens.raw[index][0].isdecimal() == tokens.raw[second[0]][0].isdecimal()
    return second if is_alike else None


def _after_tie(tokens: Tokens, amount: Amount) -> tuple[int, Amount] | None:
    after = amount.after
    if after >= tokens.size or amount.unit or amount.is_percent:
        return None
    between = tokens.text[amount.end : tokens.starts[after]].strip(" $€£¥")
    if between in _TIES:
        return _amount_at(tokens, after)
    if between or tokens.low[after] not in _TIE_WORDS or after + 1 >= tokens.size:
        return None
    return _amount_at(tokens, after + 1) if not tokens.gap(after).strip(" $€£¥") else None


def _amount_at(tokens: Tokens, index: int) -> tuple[int, Amount] | None:
    is_code = tokens.raw[index].isupper() and tokens.low[index] in tokens.words.currencies.longest
    if is_code and index + 1 < tokens.size and not tokens.gap(index).strip(" $"):
        index += 1
    if tokens.raw[index][0].isdecimal() and (read_date(tokens, index) or read_time(tokens, index)):
        return None
    amount = read_amount(tokens, index)
    return (index, amount) if amount else None


def _inherit(amount: Amount, other: Amount) -> Amount:
    """Return the first amount of a range with what only the second one says."""
    currency = amount.currency or other.currency
    if not amount.is_bare and not (amount.currency and amount.number.scale == 1):
        return amount._replace(currency=currency)
    scale = other.number.scale
    number = amount.number._replace(
        value=amount.number.value * scale,
        scale=scale,
        is_plain=scale == 1 and amount.number.is_plain,
    )
    return amount._replace(
        number=number, currency=currency, unit=other.unit, is_percent=other.is_percent
    )


def _is_of_thousands(amount: Amount, other: Amount) -> bool:
    """Tell whether the first number of a range may leave out its thousands."""
    first, last = amount.number, other.number
    is_small = first.is_plain and first.value < LARGE and last.scale == 1
    return is_small and last.value >= LARGE and last.value % LARGE == 0


def _found(tokens: Tokens, index: int, written: Amount, *, meant: Amount) -> Found:
    """Return an amount with its bound and all it may mean."""
    start, bound = bound_before(tokens, index)
    more, stop = bound_after(tokens, meant.after, written.end)
    kind, readings, weight = _meaning(tokens, index, meant)
    return Found(kind, readings, start, stop, weight, bound + more, meant.number.scale)


def _meaning(tokens: Tokens, index: int, amount: Amount) -> tuple[str, tuple[Reading, ...], int]:
    """Return an amount's kind, what it may mean, and how sure that is."""
    number = amount.number
    if number.written:
        return "number", (("n", number.written),), STRICT
    value = plain(number.value)
    if amount.currency:
        return "money", (("m", amount.currency, value),), STRICT
    if amount.is_percent:
        return "percent", (("p", value),), STRICT
    if amount.unit:
        return "number", measures_of(amount.unit, number.value), number.weight
    is_year = number.is_plain and value in _YEARS
    readings = (("n", value), *_other_readings(tokens, index, amount))
    return "year" if is_year else "number", readings, number.weight


def _other_readings(tokens: Tokens, index: int, amount: Amount) -> list[Reading]:
    """Return what a number without unit may mean beside itself."""
    number, value = amount.number, plain(amount.number.value)
    if tokens.language == "vi" and number.scale >= LARGE:
        return [("m", "VND", value)]  # "vé 25 nghìn" leaves out the currency
    if number.is_ordinal and isinstance(value, int):
        return _of_ordinal(tokens, amount, value)
    clock = _CLOCK.fullmatch(tokens.raw[index]) if tokens.language == "en" else None
    if clock is not None:  # 7.30
        minutes = int(clock[1]) * 60 + int(clock[2])
        return [("t", minutes % 1440), ("t", (minutes + 720) % 1440)]
    if isinstance(value, int) and 0 < value < _CENTURY and number.scale == 1:
        return _of_year(tokens, index, value)
    return []


def _of_ordinal(tokens: Tokens, amount: Amount, value: int) -> list[Reading]:
    """Return the day that "the 23rd" is, and the month of "the eighth lunar month"."""
    if not 1 <= value <= _LONGEST_MONTH:
        return []
    following = tokens.low[amount.after : amount.after + 2]
    is_month = following[:1] == ["month"] or following == ["lunar", "month"]
    return [("d", 0, 0, value), *([("d", 0, value, 0)] if is_month else [])]


def _of_year(tokens: Tokens, index: int, value: int) -> list[Reading]:
    """Return the years that two digits may mean: '75, những năm 90, 2023–24."""
    start = tokens.starts[index]
    before = tokens.low[index - 1] if index else ""
    if start and tokens.text[start - 1] in "'’":
        return [("n", 1900 + value), ("n", 2000 + value)]
    if before in ("năm", "niên") and value % 10 == 0:
        return [("n", 1900 + value)]
    if before.isdecimal() and len(before) == 4 and tokens.gap(index - 1) in ("-", "–", "/"):
        return [("n", int(before) // _CENTURY * _CENTURY + value)]
    return []


def complete(text: str, found: list[Found]) -> list[Found]:
    """Let numbers take what is said beside them only: a list's scale, a sentence's currency."""
    return _with_currency(_with_scale(text, found))


def _with_scale(text: str, found: list[Found]) -> list[Found]:
    """Give the first numbers of a list what its last one says: 2, 3 and 5 million dong."""
    done = list(found)
    for index in range(len(done) - 2, -1, -1):
        first, following = done[index], done[index + 1]
        if first.scale > 1 or first.readings[0][0] not in ("n", "m"):
            continue
        if following.kind in _INHERITED and text[first.end : following.start].strip() == ",":
            more = _as_in_list(first.readings[0][-1], following)
            done[index] = first._replace(readings=(*first.readings, *more))
    return done


def _as_in_list(value: str | int | float, following: Found) -> tuple[Reading, ...]:
    if isinstance(value, str):
        return ()
    scaled = plain(Decimal(str(value)) * following.scale)
    return tuple(
        (*reading[:-1], scaled) for reading in following.readings if reading[0] in ("m", "p", "n")
    )


def _with_currency(found: list[Found]) -> list[Found]:
    """Let a bare number be money, where its sentence names a currency: "it is 10,000"."""
    currencies = sorted({str(item.readings[0][1]) for item in found if item.kind == "money"})
    if not currencies:
        return found
    return [_as_money(item, currencies) for item in found]


def _as_money(item: Found, currencies: list[str]) -> Found:
    if item.kind != "number" or item.weight != STRICT or item.readings[0][0] != "n":
        return item
    value = item.readings[0][1]
    money: tuple[Reading, ...] = tuple(("m", currency, value) for currency in currencies)
    return item._replace(readings=(*item.readings, *money))
