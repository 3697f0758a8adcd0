"""Naming: what in a converted body may be the name of a place, noted without knowing any.

`link` knows the names of partners and finds them among these notes, so that a new name costs
no second look at thousands of bodies.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from plugins.bulletin.text.place_names import BREAK, UNKNOWN, Candidate, find_names

if TYPE_CHECKING:
    from plugins.bulletin.model.common import Language

# As read.markdown writes markup: no `<` or `>` inside a tag.
_SIGN = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>|&#?[A-Za-z0-9]+;")
# Where no name is sought: links and what is none on purpose, headings, code, captions, the
# words of others, titles in italics, notes.
# fmt: off
_LEFT_OUT = frozenset({
    "a", "blockquote", "cite", "code", "del", "div", "em", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "kbd", "pre", "q", "span", "sub", "th",
})
_INLINE = frozenset({
    "a", "cite", "code", "del", "em", "img", "ins", "kbd", "mark", "q", "small", "span", "strong",
    "sub", "sup",
})
# fmt: on
_NOTE_MARK = 'class="footnote-ref"'
_QUOTED = re.compile('“[^”\x01]*”|«[^»\x01]*»|"[^"\x01]*"|‘[^\x01]*?’(?!\\w)')


def note_names(markup: str, language: Language) -> str:
    """Note the runs of a converted body that may be a place's name, each once.

    Returns:
        One line for each: the name without its kind, the kind or nothing, and four offsets in
        the body — of the name with the kind before it, of the name alone, and the two ends.
    """
    plain = _Plain(markup)
    text = _QUOTED.sub(_unknown, "".join(plain.pieces))
    notes: dict[str, str] = {}
    for found in find_names(text, language):
        key = f"{found.name.core}\t{found.name.kind}"
        if key not in notes:
            line = _note(key, found, plain)
            notes |= {key: line} if line else {}
    return "\n".join(notes.values())


def _note(key: str, found: Candidate, plain: _Plain) -> str:
    """Write a note; "" where markup stands within the name."""
    start, core_start = plain.place(found.start), plain.place(found.core_start)
    core_end, end = plain.place(found.core_end - 1) + 1, plain.place(found.end - 1) + 1
    if "<" in plain.markup[start:end]:
        return ""
    return f"{key}\t{start}\t{core_start}\t{core_end}\t{end}"


def _unknown(match: re.Match[str]) -> str:
    return UNKNOWN * len(match.group())


class _Plain:
    """A body's text without tags, and where each piece of it stands in the body.

    Lives for one call of `note_names`.
    """

    def __init__(self, markup: str) -> None:
        self.markup = markup
        self.pieces: list[str] = []
        self.offsets: list[int] = []  # of pieces in the text
        self.places: list[int] = []  # of pieces in the body
        self.length = 0
        self._read()

    def _read(self) -> None:
        at = depth = 0  # of elements that are left out, in each other
        for sign in _SIGN.finditer(self.markup):
            if not depth:
                self._add(self.markup[at : sign.start()], at)
                self._add(_said_by(sign), sign.start())
            at = sign.end()
            if sign[2] in _LEFT_OUT:
                depth = max(depth - 1, 0) if sign[1] else depth + 1
        self._add(self.markup[at:], at)

    def _add(self, text: str, place: int) -> None:
        if text:
            self.pieces.append(text)
            self.offsets.append(self.length)
            self.places.append(place)
            self.length += len(text)

    def place(self, offset: int) -> int:
        """Return where in the body a character of the text stands."""
        piece = bisect_right(self.offsets, offset) - 1
        return self.places[piece] + offset - self.offsets[piece]


def _said_by(sign: re.Match[str]) -> str:
    """Return what a tag or an entity is to the words around it."""
    tag = sign[2]
    if tag is None:
        return html.unescape(sign.group())[:1]
    if tag not in _INLINE:
        return BREAK
    is_silent = tag not in _LEFT_OUT or _NOTE_MARK in sign.group()
    return "" if is_silent else UNKNOWN
