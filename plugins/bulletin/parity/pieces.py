"""Pieces: what a block of Markdown is made of, and the items of lists and rows of tables."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

BlockKind = Literal[
    "paragraph",
    "heading",
    "list",
    "quote",
    "table",
    "image",
    "figure",
    "code",
    "rule",
    "notes",
    "video",
    "infographic",
]

MARKER = re.compile(r"([ \t]*)(?:(\d+\.)|[*+-])[ \t]+")
_BAR = re.compile(r"(?<!\\)\|")


class Piece(NamedTuple):
    """One paragraph, item, row or caption, as a stretch of the body. Items have a depth, from 1."""

    start: int
    end: int
    depth: int = 0
    is_ordered: bool = False


class Block(NamedTuple):
    """One top-level block. `level` is a heading's."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    pieces: tuple[Piece, ...] = ()

    @property
    def shape(self) -> tuple[tuple[int, bool], ...]:
        """Return the depth and the kind of each item of a list."""
        return tuple((piece.depth, piece.is_ordered) for piece in self.pieces)


def with_items(block: Block, body: str, start: int, *, end: int) -> Block:
    """Return a list with the items of further lines; other lines go on with the last item."""
    pieces = list(block.pieces)
    offset = start
    for line in body[start:end].split("\n"):
        marker, stop = MARKER.match(line), offset + len(line)
        if marker is not None and _is_item(marker, pieces):
            depth = _width(marker[1]) // 4 + 1
            depth = min(depth, pieces[-1].depth + 1) if pieces else 1
            pieces.append(Piece(offset + marker.end(), stop, depth, bool(marker[2])))
        else:
            pieces[-1] = pieces[-1]._replace(end=stop)
        offset = stop + 1
    return block._replace(end=end, pieces=tuple(pieces))


def _is_item(marker: re.Match[str], pieces: list[Piece]) -> bool:
    """Tell whether a marker begins an item: on the top level, only one of the list's kind."""
    return not pieces or _width(marker[1]) >= 4 or bool(marker[2]) == pieces[0].is_ordered


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))


def is_table(chunk: str) -> bool:
    """Tell whether a chunk's first two lines are the head of a table."""
    lines = [line.strip(" ") for line in chunk.split("\n")]
    header, separator = lines[0], lines[1]
    if not set(separator) <= set("|:- ") or "-" not in separator:
        return False
    cells, dashes = _cells(header), _cells(separator)
    if len(cells) == 1:
        return header.startswith("|") and all("|" in line for line in lines[1:])
    return len(cells) == len(dashes)


def _cells(line: str) -> list[str]:
    line = line.removeprefix("|")
    line = line[:-1] if line.endswith("|") and not line.endswith("\\|") else line
    return _BAR.split(line)
