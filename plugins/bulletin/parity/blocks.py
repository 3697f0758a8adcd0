"""Blocks: a body's Markdown as its top-level blocks, in the order of its HTML's elements.

The rules are Python-Markdown's, in the order of its processors, for the top level alone.
What `read/markdown.py` switches off (raw HTML, fences of code) is no block here either.
Footnotes stand together at the end, as they do on the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field

from plugins.bulletin.parity.pieces import MARKER, Block, BlockKind, Piece, is_table, with_items
from plugins.bulletin.read.fences import Fence, find_fences
from plugins.bulletin.read.media import spans_of_words

_CHUNK = re.compile(r"(?:[ \t]*[^ \t\n][^\n]*(?:\n|\Z))+")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_CAPTION = re.compile(
    r"^ {0,3}(/{3,}) *(?:(?:figure|table)-)?caption *(?:\|[^\n]*)?$", re.MULTILINE
)
_HASHES = re.compile(r"^(#{1,6})((?:\\.|[^\\#\n]|#+(?=[^#\n]))*)#*$", re.MULTILINE)
_UNDERLINE = re.compile(r"[^\n]*\n(=+|-+) *(?:\n|\Z)")
_RULE = re.compile(
    r"^ {0,3}(?=((?:-+ {0,2}){3,}|(?:_+ {0,2}){3,}|(?:\*+ {0,2}){3,}))\1 *$", re.MULTILINE
)
_QUOTE = re.compile(r"^ {0,3}>", re.MULTILINE)
_NOTE = re.compile(r"^ {0,3}\[\^[^\]]*\]:[ ]*", re.MULTILINE)
_REFERENCE = re.compile(
    r"^ {0,3}\[[^\[\]]*\]: *(?:\n *)?[^\s]+ *(?:\n *)?(?:([\"']).*\1 *|\(.*\) *)?$", re.MULTILINE
)
_PICTURES = re.compile(r"\s*(?:!\[[^\]]*\]\([^)\n]*\)(?:\{decorative\})?\s*)+")
_NOT_LINE_END = re.compile("[^\n]")


def split_blocks(body: str) -> list[Block]:
    """Split a body into its top-level blocks; offsets are those of the body."""
    fences = list(find_fences(body))
    body = _blank(body, fences)
    splitter = _Splitter(body)
    for chunk in _CHUNK.finditer(body):
        if chunk.start() >= splitter.done:
            splitter.take(chunk.start(), chunk.end())
        elif chunk.end() > splitter.done:
            splitter.take(splitter.done, chunk.end())
    return _with_fences(splitter.finish(), fences)


def _blank(body: str, fences: Sequence[Fence]) -> str:
    """Return a body of the same length in which nothing stands where a fence was."""
    for fence in fences:
        inside = _NOT_LINE_END.sub(" ", body[fence.start : fence.end])
        body = body[: fence.start] + inside + body[fence.end :]
    return body


def _with_fences(blocks: list[Block], fences: Sequence[Fence]) -> list[Block]:
    """Put videos and infographics among the blocks; footnotes stay at the end."""
    for fence in fences:
        pieces = tuple(Piece(start, end) for start, end in spans_of_words(fence))
        block = Block(fence.kind, fence.start, fence.end, pieces=pieces)
        places = (number for number, other in enumerate(blocks) if _is_behind(other, fence))
        blocks.insert(next(places, len(blocks)), block)
    return blocks


def _is_behind(block: Block, fence: Fence) -> bool:
    return block.kind == "notes" or block.start > fence.start


class _Splitter(Struct):
    """Takes chunks of lines without a blank one, and keeps what came of those before.

    A footnote goes on after one blank line; after two it has ended, unlike a list.
    """

    body: str
    blocks: list[Block] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    in_note: bool = False
    done: int = 0  # up to where a caption has reached

    def finish(self) -> list[Block]:
        """Return all blocks, the footnotes last."""
        if self.notes:
            first, last = self.notes[0], self.notes[-1]
            self.blocks.append(Block("notes", first.start, last.end, pieces=tuple(self.notes)))
        return self.blocks

    def take(self, start: int, end: int) -> None:
        """Make blocks of one chunk; the order of the tests is Python-Markdown's."""
        chunk = self.body[start:end].rstrip("\n")
        if not chunk.strip():
            return
        end = start + len(chunk)
        if _INDENTED.match(chunk) and self._take_indented(start, end):
            return
        self.in_note = False
        for test in (_split_caption, _split_code, _split_table, _split_heading, _split_underlined):
            if test(self, chunk, start):
                return
        for test in (_split_rule, _split_list, _split_quote, _split_notes, _split_reference):
            if test(self, chunk, start):
                return
        kind: BlockKind = (
            "image" if chunk.lstrip()[0] == "!" and _is_picture(chunk) else "paragraph"
        )
        self.add(Block(kind, start, end, pieces=(Piece(start, end),)))

    def add(self, block: Block) -> None:
        """Add a block at the end."""
        self.blocks.append(block)

    @property
    def last(self) -> Block | None:
        """Return the block before."""
        return self.blocks[-1] if self.blocks else None

    def extend(self, end: int, *pieces: Piece) -> None:
        """Let the last block go on."""
        last = self.blocks[-1]
        self.blocks[-1] = last._replace(end=end, pieces=(*last.pieces, *pieces))

    def _take_indented(self, start: int, end: int) -> bool:
        if self.in_note and self.body.count("\n", self.notes[-1].end, start) <= 2:
            self.notes[-1] = self.notes[-1]._replace(end=end)
            return True
        if self.last is not None and self.last.kind == "list":
            self.blocks[-1] = with_items(self.last, self.body, start, end=end)
            return True
        return False


def _is_picture(chunk: str) -> bool:
    return _PICTURES.fullmatch(chunk) is not None


def _split_caption(splitter: _Splitter, chunk: str, start: int) -> bool:
    """A caption makes a figure of the block before; its text may go over blank lines."""
    found = _CAPTION.search(chunk) if "///" in chunk else None
    if found is None:
        return False
    splitter.take(start, start + found.start())
    begin = start + found.end()
    fence = re.compile(rf"^ {{0,3}}{found[1]} *$", re.MULTILINE)
    close = fence.search(splitter.body, begin)
    end = close.start() if close else len(splitter.body)
    piece = Piece(min(begin + 1, end), end)
    last = splitter.last
    if last is None:
        splitter.add(Block("figure", begin, end, pieces=(piece,)))
    else:
        splitter.blocks[-1] = last._replace(kind="figure", end=end, pieces=(*last.pieces, piece))
    splitter.done = close.end() if close else end
    rest = start + len(chunk)
    if splitter.done < rest:
        splitter.take(splitter.done, rest)
    return True


def _split_code(splitter: _Splitter, chunk: str, start: int) -> bool:
    if not _INDENTED.match(chunk):
        return False
    end = start
    for line in chunk.split("\n"):
        if not _INDENTED.match(line):
            break
        end += len(line) + 1
    end = min(end, start + len(chunk))
    piece = Piece(start, end)
    if splitter.last is not None and splitter.last.kind == "code":
        splitter.extend(end, piece)
    else:
        splitter.add(Block("code", start, end, pieces=(piece,)))
    splitter.take(end, start + len(chunk))
    return True


def _split_table(splitter: _Splitter, chunk: str, start: int) -> bool:
    if "|" not in chunk or "\n" not in chunk or not is_table(chunk):
        return False
    pieces, offset = [], start
    for number, line in enumerate(chunk.split("\n")):
        if number != 1:
            pieces.append(Piece(offset, offset + len(line)))
        offset += len(line) + 1
    splitter.add(Block("table", start, start + len(chunk), pieces=tuple(pieces)))
    return True


def _split_heading(splitter: _Splitter, chunk: str, start: int) -> bool:
    found = _HASHES.search(chunk) if "#" in chunk else None
    if found is None:
        return False
    splitter.take(start, start + found.start())
    piece = Piece(start + found.start(2), start + found.end(2))
    end = start + found.end()
    splitter.in_note = False
    splitter.add(Block("heading", start + found.start(), end, len(found[1]), (piece,)))
    splitter.take(min(end + 1, start + len(chunk)), start + len(chunk))
    return True


def _split_underlined(splitter: _Splitter, chunk: str, start: int) -> bool:
    found = _UNDERLINE.match(chunk)
    if found is None:
        return False
    length = chunk.index("\n")
    level = 1 if found[1][0] == "=" else 2
    end = start + found.end()
    splitter.add(Block("heading", start, end, level, (Piece(start, start + length),)))
    splitter.take(end, start + len(chunk))
    return True


def _split_rule(splitter: _Splitter, chunk: str, start: int) -> bool:
    found = _RULE.search(chunk)
    if found is None:
        return False
    splitter.take(start, start + found.start())
    splitter.add(Block("rule", start + found.start(), start + found.end()))
    splitter.take(min(start + found.end() + 1, start + len(chunk)), start + len(chunk))
    return True


def _split_list(splitter: _Splitter, chunk: str, start: int) -> bool:
    marker = MARKER.match(chunk)
    if marker is None:
        return False
    is_ordered, last = bool(marker[2]), splitter.last
    if last is None or last.kind != "list" or last.pieces[0].is_ordered != is_ordered:
        last = Block("list", start, start)
        splitter.add(last)
    splitter.blocks[-1] = with_items(last, splitter.body, start, end=start + len(chunk))
    return True


def _split_quote(splitter: _Splitter, chunk: str, start: int) -> bool:
    found = _QUOTE.search(chunk) if ">" in chunk else None
    if found is None:
        return False
    splitter.take(start, start + found.start())
    begin, end = start + found.start(), start + len(chunk)
    piece = Piece(begin, end)
    if splitter.last is not None and splitter.last.kind == "quote":
        splitter.extend(end, piece)
    else:
        splitter.add(Block("quote", begin, end, pieces=(piece,)))
    return True


def _split_notes(splitter: _Splitter, chunk: str, start: int) -> bool:
    found = list(_NOTE.finditer(chunk)) if "[^" in chunk else []
    if not found:
        return False
    ends = [note.start() for note in found[1:]] + [len(chunk)]
    pieces = [Piece(start + note.end(), start + end) for note, end in zip(found, ends, strict=True)]
    splitter.take(start, start + found[0].start())
    splitter.notes += pieces
    splitter.in_note = True
    return True


def _split_reference(splitter: _Splitter, chunk: str, start: int) -> bool:
    """Leave out the targets of links that stand apart from their text."""
    found = _REFERENCE.search(chunk) if "]:" in chunk else None
    if found is None:
        return False
    splitter.take(start, start + found.start())
    splitter.take(min(start + found.end() + 1, start + len(chunk)), start + len(chunk))
    return True
