"""Amounts: everything that can be counted in a stretch of text, found in one pass over it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from plugins.bulletin.parity.dates import (
    Dated,
    Reading,
    read_date,
    read_spoken_time,
    read_time,
)
from plugins.bulletin.parity.numbers import (
    Number,
    plain,
    read_digits,
    read_roman,
    read_words,
)
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.words import (
    BASES,
    DOLLARS,
    GHOST,
    LARGE,
    LARGE_ONLY,
    LEAST,
    LESS,
    MONTHS_EN,
    MORE,
    MOST,
    NEGATIONS,
    NOT_MONEY_VI,
    ONES_EN,
    ONES_VI,
    ORDINALS_EN,
    ORDINALS_VI,
    SIGNS,
    SOFT,
    STRICT,
    TENS_EN,
)
from plugins.bulletin.text.folding import fold

_DOCUMENT = re.compile(
    r"\d{1,5}(?:/\d{2,4}){0,2}[-/–](?=[A-ZĐƯ][^\s]*[/–-][A-ZĐƯ]|[A-ZĐ]{2}|[A-ZĐ][a-zđ]{1,3}-[A-Z])"
    r"[A-ZĐƯ][\wĐđƯư.]*(?:[-/–&][A-ZĐƯ][\wĐđƯư.]*)*"
)
_TELEPHONE = re.compile(r"(?:\+?84|\(?0\d{1,3}\)?)(?:[ .()-]{1,2}\d{2,4}){2,4}(?!\d)")
_CLOCK = re.compile(r"(\d{1,2})\.([0-5]\d)")
_NOT_DIGIT = re.compile(r"\D+")
_HALF = Decimal("0.5")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_TIES = ("–", "-", "—", "−")
_TIE_WORDS = ("đến", "tới", "to", "và", "and", "hoặc", "or", "hay", "lên", "xuống", "còn")
_DASHED_WORDS_BEFORE = frozenset("mid pre post early late non anti".split())
_CLAUSE = 8  # words in which a "not" makes "more than" an "at most"
_COUNTED_WORDS = 3  # between a number and "trở lên"
_LEAD_TO_DATE = ("từ", "ngày", "vào", "là", "các", "trong", "sáng", "tối")
_SMALLER = {"hour": ("minute", "second"), "minute": ("second",)}
_INHERITED = ("number", "money", "percent")
_YEARS = range(1000, 2200)

# What answers to a number without being one.
_GHOSTS = {
    "vi": {
        "đôi": (2,), "cặp": (2,), "song": (2,), "kép": (2,), "quý": (3,),
        "nhất": (1,), "đầu": (1,), "chục": (10,), "tá": (12,), "thập": (10,), "năm": (5,),
        "tư": (4,), "ba": (3,), "trăm": (100,), "nghìn": (1000,), "tứ": (4,), "tam": (3,),
        "nhì": (2,), "lưỡng": (2,), "mùng": (1,), "giêng": (1,), "rằm": (15,), "ngũ": (5,),
        "rưỡi": (1.5,),
    },
    "en": {
        "both": (2,), "pair": (2,), "couple": (2,), "twice": (2,), "double": (2,),
        "doubled": (2,), "doubling": (2,), "bilateral": (2,), "dual": (2,), "twin": (2,),
        "once": (1,), "quarter": (3, 4), "quarterly": (3,), "triple": (3,),
        "tripled": (3,), "trilateral": (3,), "single": (1,), "decade": (10,), "dozen": (12,),
        "century": (100,), "fortnight": (14, 2), "centenary": (100,), "either": (2,),
        "sole": (1,), "solo": (1,), "quadrupled": (4,), "hundredfold": (100,), "each": (2,),
        "latter": (2,), "yearly": (1,), "semester": (6,), "twofold": (2,), "threefold": (3,),
        "fourfold": (4,), "fivefold": (5,), "tenfold": (10,), "twins": (2,), "tripling": (3,),
        "twenties": (20,), "thirties": (30,), "forties": (40,), "fifties": (50,),
        "sixties": (60,), "seventies": (70,), "eighties": (80,), "nineties": (90,),
    },
}  # fmt: skip
_PARTS_EN = {word: value for word, value in ORDINALS_EN.items() if 3 <= value <= 20}
_PARTS_EN |= {"quarter": 4, "half": 2}
_ONE_AND_HALF = ("a", "an", "half", "nửa")
_AND_A_HALF = ["and", "a", "half"]
_HALVES = ("half", "nửa", "halved", "halving", "halves")
_TIMES_EN = {"noon": 720, "midday": 720, "midnight": 0}
_STARTS = {
    "vi": frozenset({*ONES_VI, "mười", "nửa", "trăm", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn"}),
    "en": frozenset({*ONES_EN, *TENS_EN, *ORDINALS_EN, "a", "an", "half"}),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One amount: what kind it is, all it may mean, and where it stands in the text."""

    kind: str
    readings: tuple[Reading, ...]
    start: int
    end: int
    weight: int = STRICT
    bound: str = ""
    scale: int = 1  # with the number itself, of an amount


@dataclass(frozen=True, slots=True)
class _Amount:
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


def read_amounts(tokens: Tokens) -> list[Found]:
    """Find all amounts of a stretch, in order."""
    found: list[Found] = []
    index, size = 0, len(tokens)
    starts, ghosts = _STARTS[tokens.language], _GHOSTS[tokens.language]
    months = MONTHS_EN if tokens.language == "en" else {}
    raw, low = tokens.raw, tokens.low
    while index < size:
        word = low[index]
        if raw[index][0].isdigit():
            index = _digits(tokens, index, found)
        elif word in _ONE_AND_HALF and (after := _half_unit(tokens, index, found)):
            index = after
        elif word in starts and (after := _fraction(tokens, index, found)):
            index = after
        elif word in starts and (after := _words(tokens, index, found)):
            index = after
        elif word in ("half", "quarter") and (dated := read_spoken_time(tokens, index)):
            index = _add_dates(tokens, index, dated, found)
        elif word in _HALVES:
            found.append(_half(tokens, index))
            index += 1
        elif word in ghosts:
            readings: tuple[Reading, ...] = tuple(("n", value) for value in ghosts[word])
            found.append(Found("number", readings, tokens.starts[index], tokens.ends[index], GHOST))
            index += 1
        elif word in months and (dated := read_date(tokens, index)):
            index = _add_dates(tokens, index, dated, found)
        elif word == "tháng" and tokens.language == "vi":
            index = _month_vi(tokens, index, found)
        elif raw[index][0] in "IVXL" and (value := read_roman(tokens, index)):
            readings = (("n", value),)
            weight = STRICT if value > 1 else SOFT
            found.append(Found("number", readings, tokens.starts[index], tokens.ends[index], weight))
            index += 1
        elif word == "thứ" and tokens.language == "vi":
            index = _ordinal_vi(tokens, index, found)
        elif word in _TIMES_EN and tokens.language == "en":
            readings = (("t", _TIMES_EN[word]),)
            found.append(Found("time", readings, tokens.starts[index], tokens.ends[index], GHOST))
            index += 1
        else:
            index += 1
    return _with_unsaid_currency(_with_scale_of_list(tokens.text, found))


def _with_scale_of_list(text: str, found: list[Found]) -> list[Found]:
    """Let the first numbers of a list take what its last one says: 2, 3 and 5 million dong."""
    done = list(found)
    for index in range(len(done) - 2, -1, -1):
        first, following = done[index], done[index + 1]
        is_listed = text[first.end : following.start].strip() == "," and first.scale == 1
        if is_listed and first.readings[0][0] in ("n", "m") and following.kind in _INHERITED:
            value = first.readings[0][-1]
            done[index] = replace(first, readings=(*first.readings, *_as_in_list(value, following)))
    return done


def _as_in_list(value: str | int | float, following: Found) -> tuple[Reading, ...]:
    """Return what a bare number means beside the one that follows it in a list."""
    if isinstance(value, str):
        return ()
    scaled = plain(Decimal(str(value)) * following.scale)
    return tuple((*reading[:-1], scaled) for reading in following.readings if reading[0] in "mpn")


def _with_unsaid_currency(found: list[Found]) -> list[Found]:
    """Let a bare number be money too, where its sentence names a currency: "it is 10,000"."""
    currencies = {str(item.readings[0][1]) for item in found if item.kind == "money"}
    if not currencies:
        return found
    return [
        replace(item, readings=(*item.readings, *(("m", currency, item.readings[0][1]) for currency in sorted(currencies))))
        if item.kind == "number" and item.weight == STRICT and item.readings[0][0] == "n"
        else item
        for item in found
    ]


def _half_unit(tokens: Tokens, index: int, found: list[Found]) -> int:
    """Add "half an hour" or "a year and a half", and return the token after; 0 for neither."""
    word, first = tokens.low[index], index + 1
    if word == "half" and tokens.low[first : first + 1] in (["a"], ["an"]):
        first += 1
    unit, after = tokens.phrase(tokens.words.units, first)
    if not unit or not tokens.joins(index):
        return 0
    value = _HALF
    if word in ("a", "an"):
        if tokens.low[after : after + 3] != _AND_A_HALF:
            return _one_and_more(tokens, index, unit, found=found, after=after)
        value, after = 1 + _HALF, after + 3
    readings = (*_measures(unit, value), ("n", plain(value)))
    found.append(Found("number", readings, tokens.starts[index], tokens.ends[after - 1], SOFT))
    return after


def _one_and_more(
    tokens: Tokens, index: int, unit: str, *, found: list[Found], after: int
) -> int:
    """Add "an hour and 45 minutes", and return the token after; 0 for less."""
    if unit not in _SMALLER:
        return 0
    one = _Amount(Number(Decimal(1), after, SOFT), after, tokens.ends[after - 1], unit=unit)
    whole = _whole_duration(tokens, one)
    return 0 if whole is one else _add(tokens, index, whole, found)


def _half(tokens: Tokens, index: int) -> Found:
    """Return what a half answers to: 50 %, 6 months of a year, 50 years of a century."""
    readings: list[Reading] = [("n", 0.5), ("p", 50), ("f", 1, 2)]
    near = tokens.low[max(index - 1, 0) : index + 3]
    if any(word in near for word in ("year", "năm", "first", "second", "last", "đầu", "cuối")):
        readings += [("n", 6), ("u", "month", 6, 6)]
    if "century" in near or "kỷ" in near:
        readings += [("n", 50), ("u", "month", 600, 50)]
    return Found("number", tuple(readings), tokens.starts[index], tokens.ends[index], GHOST)


def _digits(tokens: Tokens, index: int, found: list[Found]) -> int:
    """Add what digits begin, and return the token after it."""
    start = tokens.starts[index]
    before = tokens.text[start - 1 : start] if start else ""
    if before == "Q" and tokens.low[index] in ("1", "2", "3", "4"):
        return _add_amount(tokens, index, found)
    if (before.isalpha() and not _is_code_before(tokens, index)) or _is_in_name(tokens, index, before) or _is_in_domain(tokens, index):
        return index + 1
    for read in (_document, _telephone):
        item = read(tokens, index)
        if item is not None:
            found.append(item)
            return tokens.index_at(item.end, index)
    dated = read_date(tokens, index) or read_time(tokens, index)
    if dated is not None:
        return _add_dates(tokens, index, dated, found)
    if tokens.low[index - 1 : index] == ["ngày"] and tokens.raw[index].isdigit() and tokens.language == "vi":
        return _add_day(tokens, index, found)
    return _add_amount(tokens, index, found)


def _is_in_name(tokens: Tokens, index: int, before: str) -> bool:
    """Tell whether a number ends a name, as in COVID-19."""
    if before != "-" or not index:
        return False
    start = tokens.starts[index]
    word = tokens.raw[index - 1]
    is_tied = tokens.ends[index - 1] == start - 1 and word[0].isupper() and len(word) > 1
    return is_tied and tokens.low[index - 1] not in _DASHED_WORDS_BEFORE


def _is_in_domain(tokens: Tokens, index: int) -> bool:
    """Tell whether a number is part of an address, as in 78.ru."""
    after = tokens.text[tokens.ends[index] : tokens.ends[index] + 3]
    return len(after) == 3 and after[0] == "." and after[1:].isalpha() and after[1:].islower()


def _document(tokens: Tokens, index: int) -> Found | None:
    match = _DOCUMENT.match(tokens.text, tokens.starts[index], tokens.limit)
    if match is None:
        return None
    raw = match.group().rstrip(".").replace("–", "-").replace("TƯ", "TW").replace("T.Ư", "TW")
    value = _ZEROS.sub("", fold(raw).upper())
    return Found("document", (("c", value),), match.start(), match.end())


def _telephone(tokens: Tokens, index: int) -> Found | None:
    start = tokens.starts[index]
    match = _TELEPHONE.match(tokens.text, start, tokens.limit)
    if match is None:
        return None
    digits = _NOT_DIGIT.sub("", match.group())
    if not 9 <= len(digits) <= 12:
        return None
    national = digits.removeprefix("84").removeprefix("0")
    return Found("number", (("c", f"tel {national}"),), start, match.end())


def _add_dates(tokens: Tokens, index: int, dated: Dated, found: list[Found]) -> int:
    start = tokens.starts[index]
    found += [Found(dated.kind, readings, start, dated.end) for readings in dated.readings]
    return max(tokens.index_at(dated.end, index), index + 1)


def _month_vi(tokens: Tokens, index: int, found: list[Found]) -> int:
    if index + 1 >= len(tokens) or not tokens.joins(index):
        return index + 1
    dated = read_date(tokens, index + 1)
    if dated is None:
        return index + 1
    start, weight = tokens.starts[index], STRICT if dated.is_sure else GHOST
    found += [Found("date", readings, start, dated.end, weight) for readings in dated.readings]
    return tokens.index_at(dated.end, index + 1)


def _add_day(tokens: Tokens, index: int, found: list[Found]) -> int:
    day = int(tokens.raw[index])
    if not 1 <= day <= 31:
        return _add_amount(tokens, index, found)
    readings = (("d", 0, 0, day), ("n", day))
    found.append(Found("date", readings, tokens.starts[index - 1], tokens.ends[index]))
    return index + 1


def _ordinal_vi(tokens: Tokens, index: int, found: list[Found]) -> int:
    """Add what follows "thứ": a number, unless it is the name of a weekday."""
    following = index + 1
    if following >= len(tokens) or not tokens.joins(index):
        return following
    word, raw = tokens.low[following], tokens.raw[following]
    if word not in ORDINALS_VI:
        return following
    is_sure = tokens.low[index - 1 : index] == ["lần"] if index else False
    rest = tokens.gap(following).lstrip()[:1]
    next_word = tokens.low[following + 1] if following + 1 < len(tokens) else ""
    is_weekday = raw[0].isupper() or rest in (",", "(") or next_word in ("ngày", "tuần", "hàng")
    if is_weekday and not is_sure and word not in ("nhất", "nhì"):
        return following + 1
    number = None if word in ("tư", "nhì", "nhất") else read_words(tokens, following)
    value = plain(number.value) if number else ORDINALS_VI[word]
    after = number.after if number else following + 1
    weight = GHOST if value == 1 else SOFT
    found.append(Found("number", (("n", value),), tokens.starts[index], tokens.ends[after - 1], weight))
    return after


def _words(tokens: Tokens, index: int, found: list[Found]) -> int:
    """Add what a word of a number begins; 0 when it begins none."""
    amount = _amount(tokens, index)
    if amount is None:
        return 0
    return _add(tokens, index, amount, found)


def _fraction(tokens: Tokens, index: int, found: list[Found]) -> int:
    """Add a fraction in words, two thirds or hai phần ba, and return the token after; 0 for none."""
    if tokens.language == "vi":
        read = _parts_vi(tokens, index)
    else:
        read = _parts_en(tokens, index)
    if read is None:
        return 0
    above, below, after = read
    readings: list[Reading] = [("f", above, below)]
    if 100 * above % below == 0:
        readings.append(("p", 100 * above // below))
    weight = STRICT
    if above == 1 and tokens.low[index] in ("a", "an") and tokens.low[after : after + 1] != ["of"]:
        weight = SOFT  # "there is a third" may count on
        readings.append(("n", below))
    readings += _part_of_unit(tokens, after, Decimal(above) / below)
    end = tokens.ends[after - 1]
    found.append(Found("number", tuple(readings), tokens.starts[index], end, weight))
    return after


def _part_of_unit(tokens: Tokens, index: int, value: Decimal) -> tuple[Reading, ...]:
    """Return what "a quarter of an hour" or "một phần tư thế kỷ" measures."""
    low = tokens.low
    if low[index : index + 1] == ["of"] and low[index + 1 : index + 2] in (["a"], ["an"]):
        index += 2
    unit, _ = tokens.phrase(tokens.words.units, index)
    return _measures(unit, value) if unit in BASES else ()


def _parts_vi(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    low = tokens.low[index : index + 3]
    if len(low) < 3 or low[1] != "phần" or low[2] not in ORDINALS_VI or low[0] not in ONES_VI:
        return None
    return ONES_VI[low[0]], ORDINALS_VI[low[2]], index + 3


def _parts_en(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    low = tokens.low[index : index + 2]
    if len(low) < 2 or not tokens.joins(index):
        return None
    above = 1 if low[0] in ("a", "an") else ONES_EN.get(low[0], 0)
    below = _PARTS_EN.get(low[1].removesuffix("s"), 0)
    is_one = above == 1
    if not above or not below or is_one == low[1].endswith("s"):
        return None
    is_of = tokens.joins(index + 1) and tokens.low[index + 2] == "of"
    is_sure = above == 3 if below == 4 else low[0] == "one" or not is_one
    is_last = is_one and below != 4 and not tokens.joins(index + 1)
    return (above, below, index + 2) if is_of or is_sure or is_last else None


def _add_amount(tokens: Tokens, index: int, found: list[Found]) -> int:
    amount = _amount(tokens, index)
    if amount is None:
        return index + 1
    return _add(tokens, index, amount, found)


def _add(tokens: Tokens, index: int, amount: _Amount, found: list[Found]) -> int:
    """Add an amount, and with it the second one of a range, which tells scale and unit."""
    amount = _whole_duration(tokens, amount)
    second = _second(tokens, amount)
    if second is None:
        found.append(_found(tokens, index, amount, amount))
        return amount.after
    following, other = second
    first = _found(tokens, index, amount, _inherit(amount, other))
    if _is_of_thousands(amount, other):  # "15–20.000 đồng"
        number = replace(amount.number, value=amount.number.value * 1000)
        more = _found(tokens, index, amount, _inherit(replace(amount, number=number), other))
        first = replace(first, readings=(*first.readings, *more.readings))
    last = replace(other, currency=other.currency or amount.currency)
    last_found = _found(tokens, following, other, last)
    found.append(replace(first, end=last_found.end))
    found.append(replace(last_found, start=first.start))
    return other.after


def _is_of_thousands(amount: _Amount, other: _Amount) -> bool:
    """Tell whether the first number of a range may leave out its thousands."""
    first, last = amount.number, other.number
    is_small = first.is_plain and first.value < LARGE and last.scale == 1
    return is_small and last.value >= LARGE and last.value % LARGE == 0


def _whole_duration(tokens: Tokens, amount: _Amount) -> _Amount:
    """Read "2 hours 31 minutes and 8 seconds" as one measure, in seconds."""
    while amount.unit in _SMALLER:
        after = amount.after
        if after < len(tokens) and tokens.low[after] in ("and", "và"):
            after += 1
        if after >= len(tokens) or tokens.text[amount.end : tokens.starts[after]].strip(" ,andvà"):
            break
        more = _amount(tokens, after) if _begins_number(tokens, after) else None
        if more is None or more.unit not in _SMALLER[amount.unit]:
            break
        factors = [BASES.get(unit, (unit, 1))[1] for unit in (amount.unit, more.unit)]
        value = amount.number.value * factors[0] + more.number.value * factors[1]
        number = replace(amount.number, value=value / factors[1])
        amount = replace(amount, number=number, unit=more.unit, after=more.after, end=more.end)
    return amount


def _begins_number(tokens: Tokens, index: int) -> bool:
    return tokens.raw[index][0].isdigit() or tokens.low[index] in _STARTS[tokens.language]


def _second(tokens: Tokens, amount: _Amount) -> tuple[int, _Amount] | None:
    """Return the second amount of a range and its first token."""
    after = amount.after
    if after >= len(tokens) or amount.unit or amount.is_percent:
        return None
    between = tokens.text[amount.end : tokens.starts[after]].strip()
    if between in _TIES:
        return _amount_at(tokens, after)
    if not between and tokens.low[after] in _TIE_WORDS and after + 1 < len(tokens):
        return _amount_at(tokens, after + 1) if not tokens.gap(after).strip(" $€£¥US") else None
    return None


def _amount_at(tokens: Tokens, index: int) -> tuple[int, _Amount] | None:
    following = tokens.low[index : index + 2]
    if len(following) == 2 and tokens.raw[index].isupper() and following[0] in tokens.words.currencies.longest:
        index += 1
    if not _begins_number(tokens, index) or read_date(tokens, index) or read_time(tokens, index):
        return None
    amount = _amount(tokens, index)
    return (index, amount) if amount else None


def _inherit(amount: _Amount, other: _Amount) -> _Amount:
    """Return the first amount of a range with what only the second one says."""
    if not amount.is_bare and not (amount.currency and amount.number.scale == 1):
        return replace(amount, currency=amount.currency or other.currency)
    scale = other.number.scale
    number = replace(amount.number, value=amount.number.value * scale, scale=scale, is_plain=scale == 1 and amount.number.is_plain)
    currency = amount.currency or other.currency
    return replace(amount, number=number, currency=currency, unit=other.unit, is_percent=other.is_percent)


def _amount(tokens: Tokens, index: int) -> _Amount | None:
    """Read a number and what follows it: its currency, percent sign or unit."""
    is_digits = tokens.raw[index][0].isdigit()
    number = read_digits(tokens, index) if is_digits else read_words(tokens, index)
    if number is None:
        return None
    amount = _Amount(number, number.after, tokens.ends[number.after - 1])
    amount = _with_currency_before(tokens, index, amount)
    return _with_ending(tokens, amount)


def _with_currency_before(tokens: Tokens, index: int, amount: _Amount) -> _Amount:
    start = tokens.starts[index]
    sign = tokens.text[start - 1 : start] if start else ""
    if sign == "$" and index and tokens.ends[index - 1] == start - 1:
        return replace(amount, currency=DOLLARS.get(tokens.low[index - 1], "USD"))
    if sign in SIGNS:
        return replace(amount, currency=SIGNS[sign])
    if _is_code_before(tokens, index):
        return replace(amount, currency=tokens.words.currencies.meanings[tokens.low[index - 1]])
    return amount


def _is_code_before(tokens: Tokens, index: int) -> bool:
    """Tell whether the code of a currency belongs to the digits after it: USD 20, VND20."""
    if not index or not tokens.raw[index][0].isdigit() or tokens.gap(index - 1).strip():
        return False
    code = tokens.raw[index - 1]
    if len(code) != 3 or not code.isupper():
        return False
    if tokens.low[index - 1] not in tokens.words.currencies.meanings:
        return False
    is_taken = index > 1 and tokens.joins(index - 2) and tokens.gap(index - 2)
    before = tokens.low[index - 2] if is_taken else ""
    return not (before[:1].isdigit() or before in tokens.words.scales)


def _with_ending(tokens: Tokens, amount: _Amount) -> _Amount:
    if amount.currency and tokens.low[amount.after : amount.after + 1] == ["m"]:
        amount = _in_millions(tokens, amount)
    rest = tokens.text[amount.end : amount.end + 2]
    if rest[:1] == "%" or rest == " %":
        return replace(amount, is_percent=True, end=amount.end + len(rest.rstrip()) if rest[0] == " " else amount.end + 1)
    if rest[:1] in SIGNS and rest[:1]:
        return replace(amount, currency=SIGNS[rest[0]], end=amount.end + 1)
    after = amount.after
    if after >= len(tokens) or not tokens.joins(after - 1):
        return amount
    percent, end = tokens.phrase(tokens.words.percent, after)
    if percent:
        return replace(amount, is_percent=True, after=end, end=tokens.ends[end - 1])
    if tokens.low[after] == "điểm" and tokens.gap(after).strip() == "%":
        return replace(amount, is_percent=True, after=after + 1, end=tokens.ends[after] + 2)
    currency, end = _currency(tokens, after)
    if currency and not amount.currency and _is_money(tokens, currency, end, amount):
        return replace(amount, currency=currency, after=end, end=tokens.ends[end - 1])
    return _with_unit(tokens, amount)


def _currency(tokens: Tokens, index: int) -> tuple[str, int]:
    """Return the currency that begins here, also behind a country's: 5 Egyptian pounds."""
    currency, end = tokens.phrase(tokens.words.currencies, index)
    is_country = tokens.language == "en" and tokens.raw[index].istitle() and tokens.joins(index)
    if not currency and is_country:
        return tokens.phrase(tokens.words.currencies, index + 1)
    return currency, end


def _is_money(tokens: Tokens, currency: str, after: int, amount: _Amount) -> bool:
    if tokens.low[after - 1] in LARGE_ONLY:
        return amount.number.value >= LARGE
    is_code = len(currency) == 3 and tokens.raw[after - 1] == currency
    is_of_next = is_code and after < len(tokens) and tokens.raw[after][0].isdigit()
    if amount.number.is_ordinal or (tokens.language == "en" and is_of_next):
        return False
    following = tokens.low[after] if after < len(tokens) and tokens.joins(after - 1) else ""
    return not (tokens.low[after - 1] in ("đồng", "đô") and following in NOT_MONEY_VI)


def _in_millions(tokens: Tokens, amount: _Amount) -> _Amount:
    """Read the m of $20m as a million."""
    if tokens.gap(amount.after - 1):
        return amount
    number = replace(amount.number, value=amount.number.value * 10**6, scale=10**6)
    return replace(amount, number=number, after=amount.after + 1, end=amount.end + 1)


def _with_unit(tokens: Tokens, amount: _Amount) -> _Amount:
    after = amount.after
    unit, end = tokens.phrase(tokens.words.units, after)
    if not unit and tokens.low[after + 1 : after + 2] == ["rưỡi"] and tokens.joins(after):
        return replace(_and_a_half(amount), after=after + 2, end=tokens.ends[after + 1])
    if not unit or amount.currency or amount.number.is_ordinal:
        return amount
    following = tokens.raw[end] if end < len(tokens) and tokens.joins(end - 1) else ""
    if tokens.low[end - 1] == "tiếng" and (following[:1].isupper() or following == "nói"):
        return amount
    is_of_date = unit in ("year", "month", "day") and following[:1].isdigit()
    if is_of_date and tokens.language == "vi":
        return _of_date(tokens, amount, unit)
    has_half = tokens.low[end : end + 1] == ["rưỡi"] or tokens.low[end : end + 3] == _AND_A_HALF
    if has_half and tokens.joins(end - 1):
        amount = _and_a_half(amount)
        end += 1 if tokens.low[end] == "rưỡi" else 3
    elif unit == "day" and tokens.language == "vi" and _is_before_date(tokens, end):
        return _of_date(tokens, amount, unit)
    return replace(amount, unit=unit, after=end, end=tokens.ends[end - 1])


def _and_a_half(amount: _Amount) -> _Amount:
    weight = max(amount.number.weight, SOFT)
    number = replace(amount.number, value=amount.number.value + _HALF, weight=weight)
    return replace(amount, number=number)


def _is_before_date(tokens: Tokens, index: int) -> bool:
    """Tell whether dates follow that are counted: 3 ngày, từ 15 đến 17/8."""
    while index < len(tokens) and tokens.low[index] in _LEAD_TO_DATE:
        index += 1
    near = tokens.text[tokens.ends[index - 1] : tokens.starts[index]] if index < len(tokens) else "-"
    is_near = near.strip(" ,(:") == ""
    return is_near and tokens.raw[index][0].isdigit() and read_date(tokens, index) is not None


def _of_date(tokens: Tokens, amount: _Amount, unit: str) -> _Amount:
    """Return an amount before a date: "2 ngày 16–17/11" need not be said in English."""
    if unit != "day":
        return amount
    return replace(amount, number=replace(amount.number, weight=GHOST))


def _found(tokens: Tokens, index: int, written: _Amount, meant: _Amount) -> Found:
    """Return an amount with its bound and all it may mean."""
    number = meant.number
    start, bound = _bound_before(tokens, index)
    after_bound, end = _bound_after(tokens, meant.after)
    stop = tokens.ends[end - 1] if after_bound else written.end
    if tokens.text[written.end : written.end + 1] == "+":
        after_bound, stop = "n", written.end + 1
    kind, readings, weight = _meaning(tokens, index, meant)
    return Found(kind, readings, start, stop, weight, bound + after_bound, number.scale)


def _meaning(
    tokens: Tokens, index: int, amount: _Amount
) -> tuple[str, tuple[Reading, ...], int]:
    """Return an amount's kind, what it may mean, and how sure that is."""
    number = amount.number
    if number.written:
        return "number", (("n", number.written),), STRICT
    value = plain(number.value)
    if amount.currency:
        return "money", (("m", amount.currency, value),), STRICT
    if amount.is_percent:
        return "percent", (("p", value),), STRICT
    is_year = number.is_plain and value in _YEARS and not amount.unit
    readings = _readings(tokens, index, amount, value)
    return "year" if is_year else "number", readings, number.weight


def _bound_after(tokens: Tokens, after: int) -> tuple[str, int]:
    """Return the bound that follows an amount, at once or behind what is counted."""
    for index in range(after, min(after + _COUNTED_WORDS + 1, len(tokens))):
        if not tokens.joins(index - 1):
            break
        bound, end = tokens.phrase(tokens.words.after, index)
        if bound:
            return bound, end
    return "", after


def _readings(tokens: Tokens, index: int, amount: _Amount, value: int | float | str) -> tuple[Reading, ...]:
    if amount.unit:
        return _measures(amount.unit, amount.number.value)
    readings: list[Reading] = [("n", value)]
    before = tokens.low[index - 1] if index else ""
    clock = _CLOCK.fullmatch(tokens.raw[index]) if tokens.language == "en" else None
    if clock and int(clock[1]) < 24:
        minutes = int(clock[1]) * 60 + int(clock[2])
        readings += [("t", minutes), ("t", (minutes + 720) % 1440)]
    if amount.number.is_ordinal and 1 <= value <= 31:
        readings.append(("d", 0, 0, value))
    if tokens.language == "vi" and amount.number.scale >= LARGE:
        readings.append(("m", "VND", value))  # "vé 25 nghìn" leaves out the currency
    if amount.number.is_ordinal and _is_before_month(tokens, amount):
        readings.append(("d", 0, value, 0))
    if not isinstance(value, int) or not 0 <= value < 100:
        return tuple(readings)
    if before in ("năm", "niên") and value and value % 10 == 0:
        readings.append(("n", 1900 + value))
    if not amount.number.is_plain:
        return tuple(readings)
    if tokens.text[tokens.starts[index] - 1 : tokens.starts[index]] in ("'", "’"):
        readings += [("n", 1900 + value), ("n", 2000 + value)]
    if before.isdigit() and len(before) == 4 and tokens.gap(index - 1) in ("-", "–", "/"):
        readings.append(("n", int(before) // 100 * 100 + value))
    return tuple(readings)


def _is_before_month(tokens: Tokens, amount: _Amount) -> bool:
    """Tell whether an ordinal counts a month, as in "the eighth lunar month"."""
    following = tokens.low[amount.after : amount.after + 2]
    return following[:1] == ["month"] or following == ["lunar", "month"]


def _measures(unit: str, value: Decimal) -> tuple[Reading, ...]:
    """Return a measure in the unit to which it is compared, with the number as written."""
    base, factor = BASES.get(unit, (unit, 1))
    measures: tuple[Reading, ...] = (("u", base, plain(value * factor), plain(value)),)
    if unit == "hour" and value == int(value):
        measures += (("h", int(value)),)
    elif unit == "hour" and value < 24:
        measures += (("t", int(value * 60)), ("t", int(value * 60 + 720) % 1440))
    return measures


def _bound_before(tokens: Tokens, index: int) -> tuple[int, str]:
    """Return where an amount begins with its bound ("hơn", "nearly"), and the bound."""
    start = tokens.starts[index]
    first = index
    sign = tokens.text[start - 1 : start] if start else ""
    if sign in SIGNS:
        start -= 1
        if index and tokens.low[index - 1] in DOLLARS and tokens.ends[index - 1] == start:
            first, start = index - 1, tokens.starts[index - 1]
    elif _is_code_before(tokens, index):
        first, start = index - 1, tokens.starts[index - 1]
    if not first or tokens.text[tokens.ends[first - 1] : start].strip() not in ("", "-"):
        sign = tokens.text[start - 1 : start].strip() or tokens.text[start - 2 : start - 1]
        return start, {">": "m", "<": "l", "~": "a", "≈": "a"}.get(sign, "")
    bound, begin = tokens.phrase_before(tokens.words.bounds, first)
    if not bound:
        return start, ""
    if not NEGATIONS.isdisjoint(tokens.low[max(begin - _CLAUSE, 0) : begin]):
        bound += {MORE: MOST, LESS: LEAST}.get(bound[0], "")
    return tokens.starts[begin], bound
