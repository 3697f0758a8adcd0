"""Decoding: bytes become composed Unicode text, line by line as an editor sees it."""

from __future__ import annotations

import re
import unicodedata

from plugins.bulletin.problems import Place, Problem, Words, read_rules as rules

STAND_IN = "\ufffd"  # put where a forbidden character stood, so that columns stay right

# Control characters, separators that only some programs take for line ends, marks that turn the
# direction of what follows, and code points that are no characters: XML, YAML or a terminal
# cannot carry them. Zero-width spaces and joiners stay: Lao and Khmer need them.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
_WIDE_SHARE = 4  # of this many bytes one is zero at least, where two bytes make a letter
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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = _check_characters(text, path)
    if problems:
        text = _FORBIDDEN.sub(STAND_IN, text)
    if unicodedata.is_normalized("NFC", text):
        return text, problems
    return unicodedata.normalize("NFC", text), problems + _not_nfc(text, path)


def _is_wide(raw: bytes) -> bool:
    """Tell whether bytes look like UTF-16, which Word and Notepad call Unicode."""
    return raw[:2] in (b"\xff\xfe", b"\xfe\xff") or raw[:1000].count(0) * _WIDE_SHARE > len(
        raw[:1000]
    )


def _not_utf8(error: UnicodeDecodeError, path: str) -> Problem:
    raw = error.object  # without the byte order mark, as are the error's positions
    before = raw[: error.start].decode("utf-8")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    place = Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    return rules.NOT_UTF8.at(place, byte=f"0x{raw[error.start]:02x}", guess=_NO_GUESS)


def _check_characters(text: str, path: str) -> list[Problem]:
    if not _FORBIDDEN.search(text):
        return []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in _FORBIDDEN.finditer(line):
            place = Place(path, number, match.start() + 1)
            code = f"U+{ord(match.group()):04X}"
            problems.append(rules.CONTROL_CHARACTER.at(place, code=code))
    return problems[:_LISTED]


def _not_nfc(text: str, path: str) -> list[Problem]:
    """Report the first loose word of each line."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if unicodedata.is_normalized("NFC", line):
            continue
        words = re.finditer("[^ \t]+", line)
        loose = next(word for word in words if not unicodedata.is_normalized("NFC", word.group()))
        composed = unicodedata.normalize("NFC", loose.group())
        place = Place(path, number, loose.start() + 1)
        problems.append(rules.NOT_NFC.at(place, found=composed))
    return problems
