"""Bounds: "more than", "gần", "trở lên" and the like, beside an amount."""

from __future__ import annotations

from plugins.bulletin.parity.bound_words import ABOUT, LEAST, LESS, MORE, MOST, NEGATIONS
from plugins.bulletin.parity.currencies import currency_before
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.unit_words import SIGNS

_SIGNS = {">": MORE, "<": LESS, "~": ABOUT, "≈": ABOUT}
_CLAUSE = 8  # words in which a "not" makes "more than" an "at most"
_COUNTED = 3  # words between a number and "trở lên"


def bound_before(tokens: Tokens, index: int) -> tuple[int, str]:
    """Return where an amount begins with its bound and currency, and the bound."""
    start = tokens.starts[index]
    first = index
    if index and tokens.raw[index][0].isdecimal():
        start = currency_before(tokens, index)[1]
        first -= start < tokens.starts[index] and tokens.text[start] not in SIGNS
    between = tokens.text[tokens.ends[first - 1] : start].strip() if first else ">"
    if between not in ("", "-"):
        sign = tokens.text[max(start - 2, 0) : start].strip()[-1:]
        return start, _SIGNS.get(sign, "")
    bound, begin = tokens.phrase_before(tokens.words.bounds, first)
    if not bound:
        return start, ""
    if not NEGATIONS.isdisjoint(tokens.low[max(begin - _CLAUSE, 0) : begin]):
        bound += {MORE: MOST, LESS: LEAST}.get(bound[0], "")
    return tokens.starts[begin], bound


def bound_after(tokens: Tokens, after: int, end: int) -> tuple[str, int]:
    """Return the bound that follows an amount or what it counts, and where that ends."""
    if tokens.text[end : end + 1] == "+":
        return LEAST, end + 1
    for index in range(after, min(after + _COUNTED + 1, tokens.size)):
        if not tokens.joins(index - 1) or tokens.raw[index][0].isdecimal():
            break
        bound, stop = tokens.phrase(tokens.words.after, index)
        if bound:
            return bound, tokens.ends[stop - 1]
    return "", end


def bounds_agree(first: str, second: str) -> bool:
    """Tell whether two bounds can mean the same; a dot marks one that may mean nothing."""
    one, two = set(first) - {"."}, set(second) - {"."}
    if not one or not two:
        return not (one or two) or "." in first + second or (one | two) <= {ABOUT, LEAST, MOST}
    if one & two:
        return True
    both = one | two
    return both <= {MORE, LEAST} or both <= {LESS, ABOUT} or both <= {LESS, MOST}
