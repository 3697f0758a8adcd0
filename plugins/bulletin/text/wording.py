"""Wording: a text as nothing but its words, so that the same words have the same digest.

What does not count is listed in docs/decisions/013-digest-of-words.md.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from unicodedata import category, normalize

LENGTH = 10  # characters of a digest, 50 bits
_DIGITS = "abcdefghijklmnopqrstuvwxyz234567"  # of base 32, RFC 4648
_TWO_DIGITS = tuple(first + second for first in _DIGITS for second in _DIGITS)
OPENING = 40  # characters by which a paragraph is known to people

# Marks that part words or end a sentence. Not ? ! % & and signs, which carry sense.
_EDGES = ".,;:…·\"'“”„‚«»‹›()[]{}*_"
_FRONT = frozenset(_EDGES + "-")
_BEHIND = re.compile(rf"[{re.escape(_EDGES)}-]+(?!\S)")
_DASHES = "‐‑‒–—―−"
_WRITTEN = {"’": "'", "‘": "'", "Ð": "Đ"} | dict.fromkeys(_DASHES, "-")
_ALIKE = re.compile(f"[{''.join(_WRITTEN)}]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# Where a syllable ends in oa, oe or uy, the tone may stand on either letter: hòa, hoà.
_OLDER = {
    normalize("NFC", first + tone + second): normalize("NFC", first + second + tone)
    for first, second in ("oa", "oe", "uy", "OA", "OE", "UY", "Oa", "Oe", "Uy")
    for tone in _TONES
}
_OLDER_TONE = re.compile(f"(?:{'|'.join(_OLDER)})(?!\\w)")


def digest_words(text: str) -> str:
    """Return the digest of a text's words: `LENGTH` small letters and digits."""
    raw = blake2b(" ".join(words(text)).encode(), digest_size=8).digest()
    bits = int.from_bytes(raw, "big") >> 14  # 50 of 64
    return "".join(_TWO_DIGITS[bits >> shift & 1023] for shift in (40, 30, 20, 10, 0))


def words(text: str) -> list[str]:
    """Return a text's words, each in one way of writing it."""
    plain = text if text.isascii() else _alike(normalize("NFC", text))
    found = _BEHIND.sub("", plain).split()
    return [_bare(word) if word[0] in _FRONT else word for word in found]


def _bare(word: str) -> str:
    """Take off the marks before a word; a dash before a digit is its sign, and stays."""
    bare = word.lstrip(_EDGES + "-")
    return f"-{bare}" if bare[0].isdigit() and word[-len(bare) - 1] == "-" else bare


def opening(text: str) -> str:
    """Return the first words of a text, with … where there are more."""
    line = " ".join(text.split())
    if len(line) <= OPENING:
        return line
    return line[: OPENING + 1].rpartition(" ")[0].rstrip(" .,;:–-") + "…"


def _alike(text: str) -> str:
    """Leave out characters that show nothing, and write in one way what looks alike."""
    if not text.isprintable():
        text = "".join(letter for letter in text if category(letter) != "Cf")
    text = _OLDER_TONE.sub(lambda match: _OLDER[match[0]], text)
    return _ALIKE.sub(lambda match: _WRITTEN[match[0]], text)
