"""Styles: one stylesheet read once into its facts. Nothing here judges."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

from plugins.bulletin.audit.addresses import address_of
from plugins.bulletin.audit.facts import Reference, StyleFacts

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')"""
)


def read_style(path: str, data: bytes) -> StyleFacts:
    """Return the facts of a stylesheet: what it loads, and its weight after gzip."""
    text = _COMMENT.sub(_blank, data.decode("utf-8", "replace"))
    return StyleFacts(path, address_of(path), tuple(_assets(text)), len(gzip.compress(data)))


def _assets(text: str) -> Iterator[Reference]:
    for match in _URL.finditer(text):
        url = "".join(part or "" for part in match.groups())
        yield Reference(url.strip(), text.count("\n", 0, match.start()) + 1)


def _blank(comment: re.Match[str]) -> str:
    """Return the line ends of a comment, so that lines keep their numbers."""
    return "\n" * comment.group().count("\n")
