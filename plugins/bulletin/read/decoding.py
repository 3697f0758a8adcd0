"""Decoding: bytes become composed Unicode text, line by line as an editor sees it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise, takewhile

from plugins.bulletin.problems import Edit, Place, Problem, Words, read_rules as rules
from plugins.bulletin.read.regions import find_regions

STAND_IN = "\ufffd"  # put where a forbidden character stood, so that columns stay right

# Control characters, separators that only some programs take for line ends, marks that turn the
# direction of what follows, and code points that are no characters: XML, YAML or a terminal
# cannot carry them. Zero-width spaces and joiners stay: Lao and Khmer need them.
_BASIC = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufdd0-\ufdef\ufffe\uffff"
)
_HIGHER = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_FORBIDDEN = re.compile(f"[{_BASIC}{_HIGHER}]")
# Ten times as fast, and texts with letters so high are few.
_SUSPECT = re.compile(f"[{_BASIC}\U00010000-\U0010ffff]")
_WIDE_SHARE = 4  # of this many bytes one is zero at least, where two bytes make a letter
_WORD = re.compile(f"[^ \t{STAND_IN}]+")
_NAME = re.compile(f"[^ \t{STAND_IN}\\[\\]()<>`]+")  # without the signs around it
_LISTED = 20  # problems of one kind a file; the rest is of the same cause
_UTF16 = Words(" (it looks like UTF-16)", " (có vẻ là UTF-16)")
_NO_GUESS = Words("", "")


def decode(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    r"""Turn bytes into NFC text with `\n` at line ends.

    Returns:
        The text, or None when it is not UTF-8; a byte order mark is dropped.
    """
    if _is_wide(raw):
        return None, [rules.NOT_UTF8.at(Place(path, 1, 1), byte=f"0x{raw[0]:02x}", guess=_UTF16)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(error, path)]
    text = _with_one_line_end(text)
    problems = _check_characters(text, path)
    if problems:
        text = _FORBIDDEN.sub(STAND_IN, text)
    if unicodedata.is_normalized("NFC", text):
        return text, problems
    return unicodedata.normalize("NFC", text), problems + _not_nfc(text, path)


def as_typed(raw: bytes) -> str:
    """Return the text of bytes that `decode` takes, with letters as they are typed: not NFC."""
    return _FORBIDDEN.sub(STAND_IN, _with_one_line_end(raw.decode("utf-8-sig")))


def _with_one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_wide(raw: bytes) -> bool:
    """Tell whether bytes look like UTF-16, which Word and Notepad call Unicode."""
    return raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[:1000].count(0) * _WIDE_SHARE > len(
        raw[:1000]
    )


def _not_utf8(error: UnicodeDecodeError, path: str) -> Problem:
    raw = error.object  # without the byte order mark, as are the error's positions
    before = raw[: error.start].decode("utf-8")
    before = _with_one_line_end(before)
    place = Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    return rules.NOT_UTF8.at(place, byte=f"0x{raw[error.start]:02x}", guess=_NO_GUESS)


def _check_characters(text: str, path: str) -> list[Problem]:
    if not _SUSPECT.search(text):
        return []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in _FORBIDDEN.finditer(line):
            place = Place(path, number, match.start() + 1)
            code = f"U+{ord(match.group()):04X}"
            problems.append(rules.CONTROL_CHARACTER.at(place, code=code))
    return problems[:_LISTED]


def _not_nfc(text: str, path: str) -> list[Problem]:
    """Report the first loose word of each line, and apart from it the first in a name."""
    regions = find_regions(text, path)
    ends = [end for _, end in regions.kept]
    problems: list[Problem] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not unicodedata.is_normalized("NFC", line):
            near = islice(regions.kept, bisect_right(ends, start), None)
            kept = _within(near, start, len(line))
            problems += _loose_words(line, kept, Place(path, number), can_mend=regions.is_whole)
        start += len(line) + 1
    return problems


def _within(spans: Iterable[tuple[int, int]], start: int, length: int) -> list[tuple[int, int]]:
    """Return the parts of spans that lie in a line, counted from its start."""
    near = takewhile(lambda span: span[0] < start + length, spans)
    cut = ((max(first - start, 0), min(end - start, length)) for first, end in near)
    return [(first, end) for first, end in cut if first < end]


def _loose_words(
    line: str, kept: list[tuple[int, int]], place: Place, *, can_mend: bool
) -> Iterator[Problem]:
    """Yield at most one problem of the words that are read, and one of those that name."""
    read, edges = [], [0, *(edge for span in kept for edge in span), len(line)]
    for first, end in pairwise(edges):
        if (first, end) not in kept:
            read += _loose_in(_WORD.finditer(line, first, end))
    named = [word for span in kept for word in _loose_in(_NAME.finditer(line, *span))]
    if not read and not named:  # a sign and its mark stand on either side of an edge
        read, can_mend = _loose_in(_WORD.finditer(line)), False
    if read:
        problem = rules.NOT_NFC.at(_at(place, read[0]), found=_composed(read[0]))
        edits = [Edit(place.line, word.start() + 1, len(word[0]), _composed(word)) for word in read]
        yield problem.mended_by(*edits) if can_mend else problem
    if named:
        yield rules.NOT_NFC_NAME.at(_at(place, named[0]), found=_composed(named[0]))


def _loose_in(words: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    return [word for word in words if not unicodedata.is_normalized("NFC", word.group())]


def _at(place: Place, word: re.Match[str]) -> Place:
    return Place(place.path, place.line, word.start() + 1)


def _composed(word: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", word.group())
