"""Finding: where in the source of a body something stands, which its HTML no longer tells."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct, field

from plugins.bulletin.problems import Place

_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_INDENTED = re.compile(r" {4}|\t")
_MAYBE_CODE = re.compile(r"`|^(?: {4}|\t)", re.MULTILINE)
_ITEM = re.compile(r" {0,3}(?:[-*+]|[0-9]+\.)[ \t]|\[\^[^\]]+\]:")
_HEADING = re.compile(
    r"^(?P<before>[ \t>*+-]*|[ \t>]*[0-9]+\.[ \t]+)(?P<marks>#{1,6})[ \t]*(?P<text>[^\n]*)",
    re.MULTILINE,
)
_UNDERLINED = re.compile(
    r"^(?P<before>[ \t>]*)(?P<text>[^\s>][^\n]*)\n[ \t>]*(?P<marks>=+|-+)[ \t]*$", re.MULTILINE
)
_ROW = re.compile(r"(?:(?:[-*+>]|[0-9]+\.)[ \t]*){20}|^[ \t]{80,}", re.MULTILINE)
_LETTERS = re.compile(r"[\W_]+")


class Finder(Struct):
    """Finds the n-th use of something in the source of one body.

    Args:
        text: The source.
        path: The file's path as problems print it.
        first_line: The file's line on which the source begins, from 1.
    """

    text: str
    path: str
    first_line: int
    outside_code: str = ""
    from_offset: Counter[str] = field(default_factory=Counter)
    heading_offset: int = 0
    headings: list[re.Match[str]] | None = None

    def __post_init__(self) -> None:
        """Blank out code, in which nothing is a link, a tag or a heading."""
        self.outside_code = blank_code(self.text)

    def place_at(self, offset: int) -> Place:
        """Return the place of an offset in the source."""
        before = self.text[:offset]
        column = offset - (before.rfind("\n") + 1)
        return Place(self.path, self.first_line + before.count("\n"), column + 1)

    def text_place(self, needle: str) -> Place:
        """Return the place of the next use of a string outside code."""
        return self._next(needle, re.compile(f"(?P<found>{_spaced(needle)})"))

    def link_place(self, target: str) -> Place:
        """Return the place of the next target of a link, in one of the forms of Markdown.

        Two links may share one definition (`[name]: target`), so the search begins again.
        """
        needle = "(?:mailto:)?" + _spaced(target.removeprefix("mailto:"))
        form = rf"(?:\]\(\s*<?|^ {{0,3}}\[[^\]\n]+\]:\s*<?|<)(?P<found>{needle})(?=[\s)>\"']|$)"
        return self._next(f"link {target}", re.compile(form, re.MULTILINE))

    def heading_place(self, level: int, text: str) -> Place:
        """Return the place of the next heading of a level, best of one with the same letters."""
        candidates = [
            match
            for match in self._headings()
            if match.start("text") >= self.heading_offset and _level(match) == level
        ]
        letters = _LETTERS.sub("", text)
        same = [match for match in candidates if _LETTERS.sub("", match["text"]) == letters]
        best = next(iter(same or candidates), None)
        if best is None:
            return Place(self.path, self.first_line, 1)
        self.heading_offset = best.end()
        return self.place_at(best.start("marks") if best["marks"][0] == "#" else best.start("text"))

    def deepest_place(self) -> Place:
        """Return the place of a long row of signs that nest lists or quotations, or the start."""
        row = _ROW.search(self.outside_code)
        return self.place_at(row.start() if row else 0)

    def _headings(self) -> list[re.Match[str]]:
        """Return what may be a heading, in the order of the text."""
        if self.headings is None:
            forms = (_HEADING, _UNDERLINED)
            found = [match for form in forms for match in form.finditer(self.outside_code)]
            self.headings = sorted(found, key=lambda match: match.start("text"))
        return self.headings

    def _next(self, counted: str, pattern: re.Pattern[str]) -> Place:
        match = pattern.search(self.outside_code, self.from_offset[counted])
        match = match or pattern.search(self.outside_code)
        if match is None:
            return Place(self.path, self.first_line, 1)
        self.from_offset[counted] = match.end()
        return self.place_at(match.start("found"))


def _level(match: re.Match[str]) -> int:
    marks = match["marks"]
    return len(marks) if marks[0] == "#" else 1 + (marks[0] == "-")


def _spaced(needle: str) -> str:
    """Return a pattern for a string whose spaces may be tabs or line ends in the source."""
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", needle))


def blank_code(text: str) -> str:
    """Return text of the same length with its code replaced by NUL."""
    if not _MAYBE_CODE.search(text):
        return text
    without_spans = _CODE_SPAN.sub(_blank, text)
    lines: list[str] = []
    is_list = is_code = False
    before = ""
    for line in without_spans.split("\n"):
        if not _INDENTED.match(line) and line.strip():
            is_list = bool(_ITEM.match(line)) or (is_list and bool(before.strip()))
            is_code = False
        elif line.strip():
            is_code = not is_list and (is_code or not before.strip())
        lines.append("\0" * len(line) if is_code and line.strip() else line)
        before = line
    return "\n".join(lines)


def _blank(match: re.Match[str]) -> str:
    return "".join(letter if letter == "\n" else "\0" for letter in match.group())
