"""Found: one thing that a stretch of text says, with all it may mean."""

from __future__ import annotations

from typing import NamedTuple

from plugins.bulletin.parity.dates import Dated, Reading
from plugins.bulletin.parity.tokens import Tokens
from plugins.bulletin.parity.words import GHOST, STRICT


class Found(NamedTuple):
    """One amount: what kind it is, all it may mean, and where it stands in the text.

    `scale` is that of the number, as a million; `bound` is said beside it, as "more than".
    """

    kind: str
    readings: tuple[Reading, ...]
    start: int
    end: int
    weight: int = STRICT
    bound: str = ""
    scale: int = 1


class Read(NamedTuple):
    """What a token begins, and the token after it."""

    after: int
    found: tuple[Found, ...] = ()


def read_ghost(tokens: Tokens, index: int, *readings: Reading) -> Read:
    """Return one word that answers to facts without being one."""
    start, end = tokens.starts[index], tokens.ends[index]
    return Read(index + 1, (Found("number", readings, start, end, GHOST),))


def read_dated(tokens: Tokens, index: int, dated: Dated, *, first: int | None = None) -> Read:
    """Return dates or times that begin at a token, or at `first` before it."""
    start = tokens.starts[index if first is None else first]
    weight = STRICT if dated.is_sure else GHOST
    after = max(tokens.index_at(dated.end, index), index + 1)
    return Read(
        after,
        tuple(Found(dated.kind, item, start, dated.end, weight) for item in dated.readings),
    )
