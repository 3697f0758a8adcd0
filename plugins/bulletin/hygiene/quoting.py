"""Quoting: quotation marks of the house, “…” in both languages, and what stands in them.

Other marks are mended only where it is sure which one opens and which one closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.bulletin.hygiene.finding import Change, Finding, blanked
from plugins.bulletin.problems import hygiene_rules as rules

# What is not the editor's own wording: quotations, titles in italics, texts of outside links.
QUOTATIONS = (
    re.compile("“(?:[^“”\n]|\n(?!\\s*\n)){0,1500}”"),
    re.compile(r"«[^«»\n]{0,1500}»"),
    re.compile(r'"[^"\n]{0,1500}"'),
    re.compile(r"(?<!\w)[‘'](?!\s)[^‘’'\n]{0,300}(?<!\s)[’'](?!\w)"),
    re.compile(r"(?<![*\w])\*(?![*\s])[^*\n]{1,120}(?<!\s)\*(?![*\w])"),
    re.compile(r"(?<!\w)_(?![_\s])[^_\n]{1,120}(?<!\s)_(?!\w)"),
    re.compile(r"^ {0,3}>[^\n]*", re.MULTILINE),
)
SIGNS = '["«„‘]'
_STRAIGHT = re.compile(r'\\?"')
# Marks belong together inside one paragraph, item, row or field.
_UNIT = re.compile(r"(?:[^\n]|\n(?![ \t]*(?:\n|[-*+>|#\0]|[0-9]+\.[ \t])))+")
_OPENS = re.compile(r"(?:^|(?<=[\s(\[–—/\0*_“]))\\?\"(?=[^\s)\]])")
_CLOSES = re.compile(r"(?<=[^\s(\[])\\?\"(?=$|[\s.,;:!?)\]–—/\0*_…”])")
_FOREIGN = re.compile(r"«[ \u00a0\u202f]?([^«»\n]*?)[ \u00a0\u202f]?»|„([^„“”\n]*)[“”]")
_SINGLE = re.compile(r"(?<!\w)‘(?!\s)([^‘’\n]*)(?<!\s)’(?!\w)")
_DOUBLE = re.compile("“[^“”]*”")
_LONGEST = 40


def without_quotations(words: str) -> str:
    """Return a text with all that is not the editor's own wording masked."""
    return blanked(words, *QUOTATIONS)


def check_straight(words: str) -> Iterator[Finding]:
    """Report straight double quotation marks, in pairs where that is sure."""
    if '"' not in words:
        return
    for unit in _UNIT.finditer(words):
        marks = list(_STRAIGHT.finditer(words, *unit.span()))
        if not _are_paired(words, marks, unit.end()):  # perhaps for a length in inches: 5"
            marks = [mark for mark in marks if not words[max(mark.start() - 1, 0)].isdigit()]
        if _are_paired(words, marks, unit.end()):
            yield from map(_pair, marks[::2], marks[1::2])
        else:
            yield from map(_lone, marks)


def _are_paired(words: str, marks: list[re.Match[str]], end: int) -> bool:
    """Tell whether marks open and close in turn, with no other kind between a pair."""
    if len(marks) % 2:
        return False
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    return all(
        _OPENS.match(words, first.start())
        and _CLOSES.match(words, second.start(), end)
        and not re.search("[“”«»]", words[first.end() : second.start()])
        for first, second in pairs
    )


def _pair(first: re.Match[str], second: re.Match[str]) -> Finding:
    inside = first.string[first.end() : second.start()].replace("\0", " ")
    changes = Change(*first.span(), "“"), Change(*second.span(), "”")
    return Finding(rules.QUOTES_STRAIGHT, first.start(), {"found": _short(inside)}, changes)


def _lone(mark: re.Match[str]) -> Finding:
    after = mark.string[mark.end() : mark.end() + _LONGEST].partition("\n")[0]
    after = after.replace("\0", " ")
    return Finding(rules.QUOTES_STRAIGHT, mark.start(), {"found": _short(after)})


def check_foreign(words: str, language: str) -> Iterator[Finding]:
    """Report quotation marks of other languages, and in Vietnamese the English ‘…’."""
    if re.search("[«„]", words):
        yield from map(_foreign, _FOREIGN.finditer(words))
    if language == "vi" and "‘" in words:
        inside = [match.span() for match in _DOUBLE.finditer(words)]
        yield from (
            _foreign(match)
            for match in _SINGLE.finditer(words)
            if not any(start < match.start() < end for start, end in inside)
        )


def _foreign(match: re.Match[str]) -> Finding:
    group = match.lastindex or 1
    changes = (
        Change(match.start(), match.start(group), "“"),
        Change(match.end(group), match.end(), "”"),
    )
    details = {"found": _short(match.group()), "right": _short(f"“{match[group]}”")}
    return Finding(rules.QUOTES_FOREIGN, match.start(), details, changes)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
