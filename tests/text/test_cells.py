"""Cells: whatever text is put into a table, no program finds a formula in it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

import pytest
from hypothesis import example, given, strategies as st

from plugins.bulletin.text import cells
from plugins.bulletin.text.cells import guard, number

FORMULAS = "=+-@\N{MINUS SIGN}"
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
# Pieces that attacks are made of, and letters around them.
PIECES = (
    *"=+-@|;,'\"\t\r\n \0\v\f\x1b＝＋－＠﹢﹦⁼₊−",
    "\u00a0",
    "\u200b",
    "\u2028",
    "\u3000",
    "\ufeff",
    "\u202e",
    "1+1",
    'HYPERLINK("http://evil.test","x")',
    "cmd|' /C calc'!A0",
    "Đà Nẵng",
    "'s-Hertogenbosch",
)
hostile = st.one_of(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.text())


# An apostrophe that marks text: where a cell begins, before a sign that begins a formula.
GUARDED = re.compile(
    rf"(?:^|(?<=;))'(?=[{cells._BLANKS}'\"]*[{re.escape(cells._STARTERS + cells._FOLDED)}])"
)


def unguard(cell: str) -> str:
    """Return the text of a guarded cell, as who reads a table can get it back."""
    return GUARDED.sub("", cell)


def sees_formula(cell: str) -> bool:
    """Tell whether a program might run a cell, however much of its start it drops.

    Written apart from the guard: marks that no program shows are dropped one by one.
    """
    shown = cell
    while shown and (
        shown[0] in "\"'" or unicodedata.category(shown[0]) in {"Zs", "Zl", "Zp", "Cc", "Cf"}
    ):
        if shown[0] == "'" and shown is cell:
            return False  # the apostrophe that marks text, which a program looks for first
        shown = shown[1:]
    return unicodedata.normalize("NFKC", shown)[:1] in tuple(FORMULAS)


@given(hostile)
@example("=1")
@example("\t=1")
@example("＝1")
@example("\u200b@x")
@example("a;=1")
@example('a;"-1')
def test_no_cell_can_start_a_formula(text: str) -> None:
    """A table is safe where cells end at commas, at semicolons, or at tabs."""
    table = io.StringIO()
    csv.writer(table).writerow(["id", guard(text), "x"])
    for delimiter in ",;\t":
        rows = csv.reader(io.StringIO(table.getvalue(), newline=""), delimiter=delimiter)
        assert not [cell for row in rows for cell in row if sees_formula(cell)]


@given(hostile)
def test_a_guarded_text_is_one_line(text: str) -> None:
    """A cell holds no tab, no line end and no control, at which a program might divide it."""
    assert not [sign for sign in guard(text) if unicodedata.category(sign) in {"Cc", "Zl", "Zp"}]


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])) | hostile)
def test_a_guard_can_be_taken_away(text: str) -> None:
    """Who knows the rule gets back the very text, but for blanks that were controls."""
    line = unguard(guard(text))
    assert guard(line) == guard(text)
    if not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in text):
        assert line == text


@pytest.mark.parametrize(
    "text", ["Đà Nẵng", "'s-Hertogenbosch", "A-xta-na", "2013-08", "(=)", "https://a.test/?b=-1"]
)
def test_plain_text_stays(text: str) -> None:
    """What starts no formula is not touched."""
    assert guard(text) == text


@given(st.floats(-180, 180, allow_nan=False))
def test_a_number_reads_as_a_number(value: float) -> None:
    """A negative longitude is a number to every program, to seven decimals, and no formula."""
    assert NUMBER.fullmatch(number(value))
    assert float(number(value)) == pytest.approx(value, abs=5.1e-8)
    assert number(value) != "-0"


def test_every_sign_that_folds_is_known() -> None:
    """The list of signs that look like those of a formula is that of Unicode."""
    signs = (chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF)
    folded = {sign for sign in signs if unicodedata.normalize("NFKC", sign)[:1] in tuple(FORMULAS)}
    assert folded == {*cells._STARTERS, *cells._FOLDED}


def test_every_blank_is_known() -> None:
    """The list of signs without a shape is that of Unicode, as this Python knows it."""
    signs = (chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF)
    blank = [sign for sign in signs if unicodedata.category(sign) in {"Cf", "Cc", "Zs"}]
    assert [sign for sign in blank if guard(f"{sign}=")[:1] not in ("'", " ")] == []
    assert [sign for sign in blank if guard(f"{sign}=").strip()[:1] == "="] == []
