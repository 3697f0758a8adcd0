"""Facts: what one text says that its other language must say too, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct, field

from plugins.bulletin.parity.amounts import read_amounts
from plugins.bulletin.parity.blocks import split_blocks
from plugins.bulletin.parity.dates import Reading
from plugins.bulletin.parity.found import Found
from plugins.bulletin.parity.pieces import Block, Piece
from plugins.bulletin.parity.sources import Source, read_source
from plugins.bulletin.parity.targets import same_target
from plugins.bulletin.parity.tokens import Tokens, read_tokens
from plugins.bulletin.parity.words import GHOST, STRICT
from plugins.bulletin.text import Language
from plugins.bulletin.text.folding import fold
from plugins.bulletin.text.slugs import slugify

_LONGEST_START = 60
_BRACKETS = re.compile(r"!?\[|\]|^[ >]+")
_LINE_END = re.compile("\n")
_SHAPED = ("list", "table", "notes")
_NAME_GAPS = (" ", "-", ". ", "'", "’")
_SMALL = frozenset(("de", "la", "le", "of", "the", "der", "und", "do", "da", "el", "al", "du"))


class Lines(NamedTuple):
    """Where the lines of a text begin, and where its first one stands in the file."""

    starts: tuple[int, ...]
    first_line: int
    first_column: int = 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, in the file."""
        number = bisect_right(self.starts, offset) - 1
        column = offset - self.starts[number] + 1
        return self.first_line + number, column + (self.first_column - 1 if number == 0 else 0)


class Fact(NamedTuple):
    """One fact: all it may mean, as written, and where; `unit` is the piece of its block."""

    kind: str
    readings: tuple[Reading, ...]
    quote: str
    offset: int
    unit: int = 0
    weight: int = STRICT
    bound: str = ""


class Part(NamedTuple):
    """One block, or one field of the front matter, with its facts.

    `ghosts` are values that words such as "both" answer to. `names` are runs of words with
    capitals, folded, in which partners are looked up, each with its offset.
    """

    kind: str
    level: int
    offset: int
    length: int
    start: str
    lines: Lines
    facts: tuple[Fact, ...] = ()
    ghosts: frozenset[Reading] = frozenset()
    shape: tuple[tuple[int, bool], ...] = ()
    names: tuple[tuple[str, int], ...] = ()

    def place(self, fact: Fact | None = None) -> tuple[int, int]:
        """Return the line and the column of a fact, or of the beginning."""
        return self.lines.place(self.offset if fact is None else fact.offset)

    def position(self, fact: Fact) -> float:
        """Return how far into the part a fact stands, from 0 to 1."""
        return (fact.offset - self.offset) / max(self.length, 1)


class Waiver(Struct, frozen=True):
    """A fact that an editor lets differ, and where that is written."""

    fact: str
    line: int = 0
    column: int = 0


class TextFacts(Struct, frozen=True):
    """The facts of one text: its top-level blocks in order, and its fields by name."""

    language: Language
    blocks: tuple[Part, ...] = ()
    fields: Mapping[str, Part] = field(default_factory=dict)
    path: str = ""
    waivers: tuple[Waiver, ...] = ()


def survey(body: str, *, language: Language, first_line: int) -> TextFacts:
    """Find the facts of a body.

    Args:
        body: Markdown.
        language: The language it is written in.
        first_line: The file's line on which it begins, from 1.
    """
    source = read_source(body)
    lines = _lines(body, first_line)
    blocks = split_blocks(body)
    links = _links_by_block(source, blocks)
    parts = [
        _part(source, block, language, links=links.get(number, ()), lines=lines)
        for number, block in enumerate(blocks)
    ]
    return TextFacts(language, tuple(parts))


def survey_field(text: str, *, language: Language, line: int, column: int) -> Part:
    """Find the facts of one field of the front matter."""
    block = Block("paragraph", 0, len(text), pieces=(Piece(0, len(text)),))
    lines = _lines(text, line, column)
    return _part(read_source(text), block, language, links=(), lines=lines)


def _lines(text: str, first_line: int, first_column: int = 1) -> Lines:
    starts = (0, *(match.end() for match in _LINE_END.finditer(text)))
    return Lines(starts, first_line, first_column)


def _part(
    source: Source, block: Block, language: Language, *, links: Iterable[Fact], lines: Lines
) -> Part:
    facts, ghosts, names = list(links), set[Reading](), list[tuple[str, int]]()
    for unit, piece in enumerate(block.pieces):
        tokens = read_tokens(source.text, language, piece.start, end=piece.end)
        for found in read_amounts(tokens):
            if found.weight == GHOST:
                ghosts.update(found.readings)
            else:
                facts.append(_fact(found, source, unit))
        names += _names(tokens)
    begin = block.pieces[0].start if block.pieces else block.start
    return Part(
        block.kind,
        block.level,
        begin,
        block.end - block.start,
        _beginning(source, begin, block.pieces[0].end if block.pieces else block.end),
        lines,
        tuple(facts),
        frozenset(ghosts),
        block.shape if block.kind in _SHAPED else (),
        tuple(names),
    )


def _beginning(source: Source, start: int, end: int) -> str:
    """Return a block's first words."""
    text = _BRACKETS.sub("", source.text[start : min(end, start + 4 * _LONGEST_START)])
    text = " ".join(text.split())
    text = text or " ".join(source.body[start:end].split())
    return text if len(text) <= _LONGEST_START else text[:_LONGEST_START].rpartition(" ")[0] + "…"


def _fact(found: Found, source: Source, unit: int) -> Fact:
    quote = " ".join(source.text[found.start : found.end].split())
    quote = quote if quote.endswith(".m.") else quote.rstrip(".")
    return Fact(found.kind, found.readings, quote, found.start, unit, found.weight, found.bound)


def _links_by_block(source: Source, blocks: list[Block]) -> dict[int, list[Fact]]:
    by_block: dict[int, list[Fact]] = {}
    number = 0
    for link in source.links:
        number = _block_at(blocks, link.offset, number)
        kind = "image" if link.is_image else "link"
        target = _own_heading(link.target, source, blocks)
        unit = _unit_at(blocks, number, link.offset)
        fact = Fact(kind, (("l", target),), link.target, link.offset, unit)
        by_block.setdefault(number, []).append(fact)
    return by_block


def _block_at(blocks: list[Block], offset: int, start: int) -> int:
    for number in range(start, len(blocks)):
        block = blocks[number]
        if block.kind != "notes" and block.start <= offset < block.end:
            return number
    last = len(blocks) - 1
    return last if blocks and blocks[last].kind == "notes" else min(start, max(last, 0))


def _unit_at(blocks: list[Block], number: int, offset: int) -> int:
    if not blocks:
        return 0
    pieces = blocks[number].pieces
    return next((unit for unit, piece in enumerate(pieces) if offset < piece.end), 0)


def _own_heading(target: str, source: Source, blocks: list[Block]) -> str:
    """Return a target that is the same in both languages; a heading of its own is a number."""
    if not target.startswith("#"):
        return same_target(target)
    for number, block in enumerate(block for block in blocks if block.kind == "heading"):
        piece = block.pieces[0]
        if _slug(source.text[piece.start : piece.end]) == target[1:]:
            return f"#{number + 1}"
    return "#"


def _slug(text: str) -> str:
    try:
        return slugify(text)
    except ValueError:
        return ""


def _names(tokens: Tokens) -> list[tuple[str, int]]:
    """Return runs of words that a name may be in, folded, each between spaces."""
    names: list[tuple[str, int]] = []
    raw, done = tokens.raw, 0
    for index, word in enumerate(raw):
        if index >= done and word != tokens.low[index] and word[0].isupper():
            done = _name_end(tokens, index)
            run = " ".join([_folded(part) for part in raw[index:done]])
            names.append((f" {run} ", tokens.starts[index]))
    return names


def _name_end(tokens: Tokens, index: int) -> int:
    """Return the token after a run of words that a name may be in."""
    while index + 1 < tokens.size and tokens.gap(index) in _NAME_GAPS:
        index += 1
        if not (tokens.raw[index][0].isupper() or _goes_on(tokens, index)):
            return index
    return index + 1


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Tell whether a word in small letters goes on with a name: Île-de-France, Mát-xcơ-va."""
    is_small = tokens.raw[index] in _SMALL and index + 1 < tokens.size
    return is_small or tokens.text[tokens.starts[index] - 1] == "-"


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(word)
