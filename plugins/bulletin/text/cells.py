"""Cells: text that a spreadsheet program shows as it is and never runs as a formula."""

from __future__ import annotations

import re

# Signs that begin a formula, and those that programs take for them: U+2212 is a minus to some.
# Full-width, small, raised and lowered forms fold to these (Unicode NFKC).
_STARTERS = "=+-@\N{MINUS SIGN}"
_FOLDED = "⁺⁻⁼₊₋₌⩵⩶﬩﹢﹣﹦﹫＋－＝＠"
_SIGNS = re.escape(_STARTERS + _FOLDED)
# Blanks that a program may drop before it looks: white space, controls, and what has no shape
# of its own (Unicode's category Cf).
_CONTROLS = r"\x00-\x1f\x7f-\x9f"
_SHAPELESS = (
    r"\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_BLANKS = rf"\s{_CONTROLS}{_SHAPELESS}"
# Where a program may see a cell begin: at the start, and behind a semicolon, which divides cells
# where the comma is the decimal sign, as in Viet Nam. Quotation marks may be dropped, too.
_START = re.compile(rf"(?:^|(?<=;))(?=[{_BLANKS}'\"]*[{_SIGNS}])")
_BREAKS = re.compile(rf"[{_CONTROLS}\u2028\u2029]+")
_NOT_TEXT = re.compile("[\ud800-\udfff]")


def guard(text: str) -> str:
    """Return text for a cell of CSV that cannot start a formula.

    What would start one gets an apostrophe before it, as spreadsheet programs write it
    themselves, and can be taken away again. Tabs, line ends and other controls become one
    space, so that a cell is one line.

    Source: OWASP, "CSV Injection".
    """
    is_plain = text[:1].isalnum() and ";" not in text and text.isprintable()
    if is_plain:  # as nearly all are, and a table has half a million cells
        return text
    line = _BREAKS.sub(" ", _NOT_TEXT.sub("\N{REPLACEMENT CHARACTER}", text))
    return _START.sub("'", line)


def number(value: float) -> str:
    """Return a number for a cell: digits, a point, a minus sign; at most 7 decimals.

    A negative number begins with a hyphen and is no formula: no program finds anything to run
    in it. An apostrophe would turn it into text, which no chart or map could use.
    """
    shown = f"{value:.7f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown
