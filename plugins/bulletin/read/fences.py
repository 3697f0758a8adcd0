"""Fences: blocks of fields between lines of three backticks, such as a video's.

A block is taken out of the body before that is converted. Its lines stay, empty but for a sign,
so that all else keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast, get_args

from msgspec import Struct

from plugins.bulletin.model.media import MediaKind
from plugins.bulletin.problems import Place, Problem, media_rules as rules
from plugins.bulletin.problems.guess import did_you_mean

KINDS: tuple[MediaKind, ...] = get_args(MediaKind)
# Stands for block N; no text that is published has this character.
SIGN = "\x01media:%d\x01"

_OPENING = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?P<kind>[^\s`~]+)[ \t]*$", re.MULTILINE)


class Fence(Struct, frozen=True):
    """One block: its kind, the text between its fences, and where both begin in the body.

    `start` and `end` enclose the whole block, `inner` is where its text begins, and `line` the
    body's line of its opening fence, from 0.
    """

    kind: MediaKind
    text: str
    start: int
    inner: int
    end: int
    line: int


def find_fences(body: str) -> Iterator[Fence]:
    """Yield the blocks of a body that are closed and of a known kind."""
    if not has_fences(body):
        return
    for opening, closing in _pairs(body):
        kind = opening["kind"]
        if closing is not None and kind in KINDS:
            inner = opening.end() + 1
            yield Fence(
                cast("MediaKind", kind),
                body[inner : closing.start()],
                opening.start(),
                inner,
                closing.end(),
                body.count("\n", 0, opening.start()),
            )


def has_fences(body: str) -> bool:
    """Tell quickly whether there may be a block; most texts have none."""
    return "```" in body or "~~~" in body


def without_fences(body: str, fences: tuple[Fence, ...]) -> str:
    """Return a body of as many lines in which a sign stands for each block."""
    pieces, at = [], 0
    for number, fence in enumerate(fences):
        count = body.count("\n", fence.start, fence.end)
        pieces += [body[at : fence.start], "\n", SIGN % number, "\n" * (count - 1)]
        at = fence.end
    return "".join((*pieces, body[at:]))


def check_fences(body: str, path: str, first_line: int) -> list[Problem]:
    """Report blocks of a kind that is not known, and those that never end."""
    if not has_fences(body):
        return []
    problems = []
    for opening, closing in _pairs(body):
        kind = opening["kind"]
        line = first_line + body.count("\n", 0, opening.start())
        place = Place(path, line, opening.start("kind") - opening.start() + 1)
        if kind not in KINDS:
            known = ", ".join(KINDS)
            guess = did_you_mean(kind, KINDS)
            problems.append(rules.BLOCK_UNKNOWN.at(place, kind=kind, known=known, **guess))
        elif closing is None:
            problems.append(rules.BLOCK_OPEN.at(place, kind=kind, fence=opening["fence"]))
    return problems


def _pairs(body: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """Yield every opening fence that names a kind, with the one that closes it."""
    at = 0
    while (opening := _OPENING.search(body, at)) is not None:
        sign, length = opening["fence"][0], len(opening["fence"])
        closing = re.compile(rf"^ {{0,3}}{sign}{{{length},}}[ \t]*$", re.MULTILINE)
        found = closing.search(body, opening.end() + 1)
        yield opening, found
        at = found.end() if found else opening.end()
