"""Codes: numbers that count nothing, of documents, of telephones, in names and addresses."""

from __future__ import annotations

import re

from plugins.bulletin.parity.found import Found, Read
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.words import listed
from plugins.bulletin.text.folding import fold

_DOCUMENT = re.compile(
    r"\d{1,5}(?:/\d{2,4}){0,2}[-/–]"
    r"(?=[A-ZĐƯ][^\s]*[/–-][A-ZĐƯ]|[A-ZĐ]{2}|[A-ZĐ][a-zđ]{1,3}-[A-Z])"
    r"[A-ZĐƯ][\wĐđƯư.]*(?:[-/–&][A-ZĐƯ][\wĐđƯư.]*)*"
)
_TELEPHONE = re.compile(r"(?:\+?84|\(?0\d{1,3}\)?)(?:[ .()-]{1,2}\d{2,4}){2,4}(?!\d)")
_NOT_DIGIT = re.compile(r"\D+")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_LENGTHS = range(9, 13)  # digits of a telephone number
_DASHED_BEFORE = frozenset(listed("mid pre post early late non anti"))
_QUARTERS = ("1", "2", "3", "4")


def read_code(tokens: Tokens, index: int) -> Read | None:
    """Read the number of a document or a telephone, or pass over a number in a name."""
    if _is_in_word(tokens, index) or _is_in_domain(tokens, index):
        return Read(index + 1)
    found = _document(tokens, index) or _telephone(tokens, index)
    return Read(tokens.index_at(found.end, index), (found,)) if found else None


def _is_in_word(tokens: Tokens, index: int) -> bool:
    """Tell whether a number ends a name, as in G20 and COVID-19; Q3 is a number."""
    start = tokens.starts[index]
    before = tokens.text[start - 1] if start else ""
    if not index or not (before.isalpha() or before == "-"):
        return False
    word = tokens.raw[index - 1]
    if before == "-":
        is_tied = tokens.ends[index - 1] == start - 1 and word[0].isupper() and len(word) > 1
        return is_tied and word.lower() not in _DASHED_BEFORE
    is_quarter = word == "Q" and tokens.raw[index] in _QUARTERS
    return not is_quarter and word.lower() not in tokens.words.currencies.meanings


def _is_in_domain(tokens: Tokens, index: int) -> bool:
    """Tell whether a number is part of an address, as in 78.ru."""
    after = tokens.text[tokens.ends[index] : tokens.ends[index] + 3]
    return len(after) == 3 and after[0] == "." and after[1:].isalpha() and after[1:].islower()


def _document(tokens: Tokens, index: int) -> Found | None:
    """Read 12-CT/TW or 75/2015/NĐ-CP; English writes its Đ as D, and zeros may be left out."""
    match = _DOCUMENT.match(tokens.text, tokens.starts[index], tokens.limit)
    if match is None:
        return None
    raw = match.group().rstrip(".")
    end = match.start() + len(raw)
    plain = raw.replace("–", "-").replace("T.Ư", "TW").replace("TƯ", "TW")
    value = _ZEROS.sub("", fold(plain).upper())
    return Found("document", (("c", value),), match.start(), end)


def _telephone(tokens: Tokens, index: int) -> Found | None:
    match = _TELEPHONE.match(tokens.text, tokens.starts[index], tokens.limit)
    digits = _NOT_DIGIT.sub("", match.group()) if match else ""
    if match is None or len(digits) not in _LENGTHS:
        return None
    national = digits.removeprefix("84").removeprefix("0")
    return Found("number", (("c", f"tel {national}"),), match.start(), match.end())
