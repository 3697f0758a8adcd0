"""Texts: whether a file is UTF-8 and NFC. Nothing here judges."""

from __future__ import annotations

import re
import unicodedata

from plugins.bulletin.audit.facts import Mark, TextFacts

_WORD = re.compile(r"\S+")


def read_text(path: str, data: bytes) -> TextFacts:
    """Return whether a file is UTF-8, and its first word that is not in NFC."""
    if data.isascii():
        return TextFacts(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return TextFacts(path, is_utf8=False)
    if unicodedata.is_normalized("NFC", text):
        return TextFacts(path)
    return TextFacts(path, loose=_first_loose(text))


def _first_loose(text: str) -> Mark:
    """Return the first word not in NFC, written in NFC so that reports can be read."""
    words = (
        Mark(unicodedata.normalize("NFC", word), number)
        for number, line in enumerate(text.splitlines(), 1)
        for word in _WORD.findall(line)
        if not unicodedata.is_normalized("NFC", word)
    )
    return next(words, Mark("", 0))
