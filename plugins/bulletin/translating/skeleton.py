"""Skeleton: a new translation's file, with the structure of its original and no word of it.

The body keeps headings, lists, tables, links and pictures; `…` stands for what is to be
written. Fields are empty, so that the file is refused until they are filled, and a comment
tells what the original says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.read.fences import find_fences
from plugins.bulletin.read.media import WORDS
from plugins.bulletin.translating.confirming import TO_FILL

NOT_CONFIRMED = "000000"

_CODE = re.compile(r"(?:\t| {4,})\S")
_KEPT = re.compile(r" {0,3}\[[^\]^][^\]]*\]:\s|///|[ \t|:-]*\|[ \t|:-]*$|\s*$|[=-]+\s*$")
_MARKER = re.compile(r"(?:[ \t]*(?:>|#{1,6}(?=[ \t])|[-*+](?=[ \t])|[0-9]+\.(?=[ \t])"
                     r"|\[\^[^\]]+\]:))*[ \t]*")  # fmt: skip
_INLINE = re.compile(
    r"(?P<note>\[\^[^\]]+\])"
    r"|(?P<decoration>!\[\]\([^()\n]*\)\{decorative\})"
    r"|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?P<target>\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])"
    r"|(?P<bare><(?:https?:|mailto:|[^<>@\s]+@)[^<>\s]+>)"
)
_FIELD = re.compile(r"^\S[^\n]*\n?(?:(?:[ \t-][^\n]*)?\n)*", re.MULTILINE)
_TITLE = re.compile(r"\s+[\"'].*[\"']\s*\)$", re.DOTALL)


def make_skeleton(fields: ArticleFields | PageFields, body: str) -> str:
    """Return the text of a new translation's file.

    Args:
        fields: Of the original.
        body: The original's Markdown.
    """
    lines = ["---", *_front(fields), f'translation: {{revision: "{NOT_CONFIRMED}"}}', "---"]
    return "\n".join([*lines, *_with_blocks(body)]).rstrip() + "\n"


def _front(fields: ArticleFields | PageFields) -> Iterator[str]:
    yield _empty("title", fields.title)
    yield _empty("summary", fields.summary)
    if isinstance(fields, PageFields):
        return
    if fields.authors:
        yield f"authors: []  # {_line(', '.join(fields.authors))}"
    yield "translator:"
    if fields.source:
        yield "source:"
    for source in fields.source:
        yield f"  - name:  # {_line(source.name)}"
        yield from [f"    url: {_quoted(source.url)}"] if source.url else []
    yield from _cover(fields)


def _cover(fields: ArticleFields) -> Iterator[str]:
    cover = fields.cover
    if cover is None:
        return
    words = {"alt": cover.alt, "caption": cover.caption, "credit": cover.credit}
    given = {name: text for name, text in words.items() if text}
    if given:
        yield "cover:"
    for name, text in given.items():
        yield "  " + _empty(name, text)


def _empty(name: str, text: str) -> str:
    return f"{name}:  # {_line(text)}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _with_blocks(body: str) -> Iterator[str]:
    """Yield the lines of the body; of a video or infographic those that are of no language."""
    at = 0
    for fence in find_fences(body):
        yield from _body(body[at : fence.start].rstrip("\n"))
        yield body[fence.start : fence.inner].rstrip("\n")
        yield from _fields(fence.text)
        yield body[fence.inner + len(fence.text) : fence.end]
        at = fence.end
    yield from _body(body[at:].removeprefix("\n") if at else body)


def _fields(text: str) -> Iterator[str]:
    """Yield the fields of a block, those in words empty, with a comment of what they say."""
    for field in _FIELD.findall(text):
        name, _, value = field.partition(":")
        yield _empty(name, value) if name in WORDS else field.rstrip("\n")


def _body(body: str) -> Iterator[str]:
    """Yield the lines of the body: of each paragraph its signs and links alone."""
    paragraph: list[str] = []
    for line in [*body.split("\n"), ""]:
        if not paragraph and _CODE.match(line) and not _marker(line).strip():
            yield line
        elif _is_kept(line) or _starts(line):
            yield from _written(paragraph)
            paragraph = [] if _is_kept(line) else [line]
            yield from [line] if _is_kept(line) else []
        else:
            paragraph.append(line)


def _is_kept(line: str) -> bool:
    return bool(_KEPT.match(line))


def _starts(line: str) -> bool:
    """Tell whether a line begins a piece of its own: an item, a heading, a row of a table."""
    return bool(_marker(line).strip()) or "|" in line


def _marker(line: str) -> str:
    found = _MARKER.match(line)
    return found.group() if found else ""


def _written(paragraph: list[str]) -> Iterator[str]:
    if not paragraph:
        return
    marker = _marker(paragraph[0])
    text = "\n".join(paragraph).removeprefix(marker)
    if "|" in text and not marker.strip():
        yield _row(text)
    else:
        yield marker + _filled(text)


def _row(text: str) -> str:
    cells = text.split("|")
    return "|".join(f" {_filled(cell)} " if cell.strip() else cell for cell in cells).strip()


def _filled(text: str) -> str:
    """Return `…` with the links, pictures and marks of notes of a text behind it."""
    parts = [_inline(match) for match in _INLINE.finditer(text)]
    is_picture = len(parts) == 1 and parts[0].startswith("!") and not _INLINE.sub("", text).strip()
    return parts[0] if is_picture else " ".join([TO_FILL, *parts])


def _inline(match: re.Match[str]) -> str:
    if match["note"] or match["bare"] or match["decoration"]:
        return match.group()
    target = _TITLE.sub(")", match["target"])
    sign = "!" if match.group().startswith("!") else ""
    return f"{sign}[{TO_FILL}]{target}"
