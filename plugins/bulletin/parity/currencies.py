"""Currencies: whose money an amount is, said before it or after it."""

from __future__ import annotations

from decimal import Decimal

from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.unit_words import DOLLARS, LARGE, LARGE_ONLY, NOT_MONEY_VI, SIGNS

_CODE_LENGTH = 3


def currency_before(tokens: Tokens, index: int) -> tuple[str, int]:
    """Return the currency that stands before digits ($20, USD 20), and where it begins."""
    start = tokens.starts[index]
    sign = tokens.text[start - 1] if start else ""
    if sign in SIGNS:
        return _of_sign(tokens, index, sign)
    if not _is_code_before(tokens, index):
        return "", start
    currency = tokens.words.currencies.meanings[tokens.low[index - 1]]
    return currency, tokens.starts[index - 1]


def _of_sign(tokens: Tokens, index: int, sign: str) -> tuple[str, int]:
    """Read a sign; letters before that of the dollar tell whose it is, as in A$20."""
    start = tokens.starts[index] - 1
    is_tied = index > 0 and tokens.ends[index - 1] == start
    if sign == "$" and is_tied and tokens.low[index - 1] in DOLLARS:
        return DOLLARS[tokens.low[index - 1]], tokens.starts[index - 1]
    return SIGNS[sign], start


def _is_code_before(tokens: Tokens, index: int) -> bool:
    """Tell whether the code of a currency belongs to the digits after it, and not before."""
    code = tokens.raw[index - 1] if index else ""
    if len(code) != _CODE_LENGTH or not code.isupper() or tokens.gap(index - 1).strip():
        return False
    is_known = tokens.low[index - 1] in tokens.words.currencies.meanings
    if not is_known or not tokens.raw[index][0].isdecimal():
        return False
    is_tied = index > 1 and tokens.joins(index - 2) and bool(tokens.gap(index - 2))
    before = tokens.low[index - 2] if is_tied else ""
    return not (before[:1].isdecimal() or before in tokens.words.scales)


def currency_after(tokens: Tokens, index: int, value: Decimal) -> tuple[str, int]:
    """Return the currency that begins at a token, and the token after it; "" for none."""
    currency, end = tokens.phrase(tokens.words.currencies, index)
    is_country = tokens.language == "en" and tokens.raw[index].istitle() and tokens.joins(index)
    if not currency and is_country:  # Egyptian pounds
        currency, end = tokens.phrase(tokens.words.currencies, index + 1)
    if not currency or not _is_money(tokens, currency, end, value=value):
        return "", index
    return currency, end


def _is_money(tokens: Tokens, currency: str, after: int, *, value: Decimal) -> bool:
    """Tell whether a word is money here: not 12 won medals, 5 đồng chí, or second VND 20."""
    word = tokens.low[after - 1]
    if word in LARGE_ONLY:
        return value >= LARGE
    is_next = after < tokens.size and tokens.joins(after - 1)
    following = tokens.low[after] if is_next else ""
    is_code = tokens.raw[after - 1] == currency
    if tokens.language == "en" and is_code and following[:1].isdecimal():
        return False
    return not (word in ("đồng", "đô") and following in NOT_MONEY_VI)
