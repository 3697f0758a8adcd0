"""Texts: whether a file is UTF-8 and NFC."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.problems import audit_rules as rules

_WORD = re.compile(r"""[^\s<>="',;()]+""")


def check_text(data: bytes) -> Iterator[Fault]:
    """Report a file that is not UTF-8, or its first word that is not in NFC."""
    if data.isascii():
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield fault(rules.TEXT_NOT_UTF8)
        return
    if not unicodedata.is_normalized("NFC", text):
        yield _first_loose(text)


def _first_loose(text: str) -> Fault:
    """Name the first word not in NFC, written in NFC so that reports can be read."""
    words = (
        fault(rules.TEXT_NOT_NFC, number, word=unicodedata.normalize("NFC", word))
        for number, line in enumerate(text.split("\n"), 1)
        for word in _WORD.findall(line)
        if not unicodedata.is_normalized("NFC", word)
    )
    # A space may be loose too: U+2000 is U+2002 in NFC.
    return next(words, fault(rules.TEXT_NOT_NFC, word=" "))
