"""Sources: a body with all that is not text blanked out, letter for letter, and its links."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.bulletin.model.article import NO_LINK

_MARK = re.compile(
    r"\]\(\s*<?(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    r"|\]\[(?P<name>[^\]\n]+)\]"
    r"|<(?P<auto>[A-Za-z][^<>\s]*[:@][^<>\s]+)>"
    r"|</?[a-z][^<>]*>"
    r"|\[\^[^\]\s]*\]:?"
    r"|\[[^\[\]\n]+\]:[ ]*\S+[^\n]*"
    r"|(?P<bare>https?://[^\s<>)\]*\"”]+)"
    r"|\\[^\w\s]"
    r"|&nbsp;"
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]\n^][^\[\]\n]*)\]:[ ]*<?([^\s>]+)", re.MULTILINE)
_ENDS = ".,;:!?…"


class WrittenLink(NamedTuple):
    """One link or picture of a source: where it stands, and its target as written."""

    offset: int
    target: str
    is_image: bool = False


class Source(NamedTuple):
    """One text as written, the same with markup blanked out, and its links."""

    body: str
    text: str
    links: list[WrittenLink]


def read_source(body: str) -> Source:
    """Find the links of a body and blank out its markup."""
    links: list[WrittenLink] = []
    definitions = _definitions(body)

    def blank(match: re.Match[str]) -> str:
        target = match["target"] or match["auto"] or match["bare"]
        if match["name"]:
            target = definitions.get(match["name"].lower())
        if match["bare"]:
            target = target.rstrip(_ENDS)
        if target and target != NO_LINK:
            links.append(WrittenLink(match.start(), target, _is_image(body, match)))
        return " " * len(match.group())

    text = _MARK.sub(blank, body) if _has_markup(body) else body
    text = text.replace("*", " ").replace("_", " ").replace("\n", " ")
    return Source(body, text, links)


def _has_markup(body: str) -> bool:
    return any(sign in body for sign in "[<\\&") or "://" in body


def _definitions(body: str) -> dict[str, str]:
    if "]:" not in body:
        return {}
    return {match[1].lower(): match[2] for match in _DEFINITION.finditer(body)}


def _is_image(body: str, match: re.Match[str]) -> bool:
    """Tell whether the bracket that a target closes was opened by `![`."""
    if match["auto"] or match["bare"] or body[match.start() - 1 : match.start()] == ")":
        return False
    opened = body.rfind("[", 0, match.start())
    return opened > 0 and body[opened - 1] == "!"
