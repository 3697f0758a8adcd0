"""Invisible: characters that nobody sees and that searching, copying and speaking stumble over.

Zero-width spaces and joiners stay beside letters of the scripts that need them, such as Lao,
Thai, Khmer, Burmese and Arabic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plugins.bulletin.hygiene.finding import Change, Finding
from plugins.bulletin.problems import hygiene_rules as rules

_ZERO_WIDTH = "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f"
_SOFT_HYPHEN = "\u00ad"
_INVISIBLE = re.compile(f"[{_ZERO_WIDTH}{_SOFT_HYPHEN}]+")
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_UNUSUAL = re.compile(f"[ \t]*[{_SPACES}][ \t{_SPACES}]*")
SIGNS = f"[{_ZERO_WIDTH}{_SOFT_HYPHEN}{_SPACES}]"
_ANY_UNUSUAL = re.compile(f"[{_SPACES}]")
_FIRST_OTHER = 0x0590  # Hebrew; all before it needs no joiner
_BETWEEN = range(0x1D00, 0x2070)  # more Latin, Vietnamese letters among it, and punctuation
_LONGEST_NAMED = 3  # characters of a run that are named in a report


def check_invisible(words: str) -> Iterator[Finding]:
    """Report zero-width characters and soft hyphens; deleting them mends the word."""
    for match in _INVISIBLE.finditer(words):
        if not _is_needed(words, match.start(), match.end()):
            is_hyphen = _SOFT_HYPHEN in match.group()
            rule = rules.SOFT_HYPHEN if is_hyphen else rules.ZERO_WIDTH
            change = Change(match.start(), match.end(), "")
            yield Finding(rule, match.start(), {"code": _codes(match.group())}, (change,))


def _is_needed(words: str, start: int, end: int) -> bool:
    around = words[max(start - 1, 0) : start] + words[end : end + 1]
    return any(ord(one) >= _FIRST_OTHER and ord(one) not in _BETWEEN for one in around)


def check_spaces(words: str) -> Iterator[Finding]:
    """Report spaces of other kinds; one plain space mends the run they stand in."""
    if not _ANY_UNUSUAL.search(words):
        return
    for match in _UNUSUAL.finditer(words):
        before, after = words[max(match.start() - 1, 0) : match.start()], words[match.end() :][:1]
        at_edge = before in ("", "\n", "\0") or after in ("", "\n", "\0")
        plain = match.group() if at_edge else " "
        mended = _ANY_UNUSUAL.sub(" ", plain)
        first = _ANY_UNUSUAL.search(match.group())
        start = match.start() + (first.start() if first else 0)
        change = Change(match.start(), match.end(), mended)
        yield Finding(rules.SPACE_UNUSUAL, start, {"code": _codes(match.group())}, (change,))


def _codes(found: str) -> str:
    """Name the unusual characters of a run, each once: "U+200B ZERO WIDTH SPACE"."""
    unusual = dict.fromkeys(one for one in found if one not in " \t")
    names = [f"U+{ord(one):04X} {unicodedata.name(one, '')}".strip() for one in unusual]
    return ", ".join(names[:_LONGEST_NAMED])
