"""Styles: one stylesheet read into its facts."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

from plugins.bulletin.audit.addresses import Reach, address_of, resolve
from plugins.bulletin.audit.check_addresses import check_requests, check_security
from plugins.bulletin.audit.facts import Fault, FileFacts, Named, fault, named
from plugins.bulletin.audit.parsed import Entry
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import audit_rules as rules

STYLE_LIMIT_KB = 20  # after gzip

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')"""
)


def read_style(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return the facts of a stylesheet: what it loads, from where, and whether it is heavy."""
    text, address = _COMMENT.sub(_blank, data.decode("utf-8", "replace")), address_of(path)
    loaded = tuple(_find_assets(text))
    faults = (
        *check_requests(loaded, ground, address),
        *check_security(loaded, ground, address),
        *_check_weight(data),
    )
    return FileFacts(faults, _name(loaded, ground, address))


def _name(loaded: tuple[Entry, ...], ground: Ground, address: str) -> Named:
    followed = [(resolve(url, ground.base, address), line, url) for url, line in loaded]
    inside = [entry for entry in followed if entry[0].reach is Reach.INSIDE]
    return named([(target.address, line, url) for target, line, url in inside])


def _find_assets(text: str) -> Iterator[Entry]:
    line, before = 1, 0
    for match in _URL.finditer(text):
        line += text.count("\n", before, match.start())
        before = match.start()
        yield "".join(part or "" for part in match.groups()).strip(), line


def _check_weight(data: bytes) -> Iterator[Fault]:
    """Report a stylesheet that is slow on a telephone."""
    weight = len(gzip.compress(data))
    if weight > STYLE_LIMIT_KB * 1000:
        yield fault(rules.STYLE_HEAVY, size=round(weight / 1000), limit=STYLE_LIMIT_KB)


def _blank(comment: re.Match[str]) -> str:
    """Return the line ends of a comment, so that lines keep their numbers."""
    return "\n" * comment.group().count("\n")
