"""Freshness: how a translation stands to the words of its original."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from plugins.bulletin.model.common import Moment

FreshnessState = Literal["missing", "stale", "unconfirmed", "in-step"]
STATES: tuple[FreshnessState, ...] = ("missing", "stale", "unconfirmed", "in-step")

# Parts of a text that a translator says anew; the body's are its paragraphs.
Part = Literal["title", "summary", "alt", "caption", "credit", "sources", "authors", "paragraph"]
ChangeKind = Literal["changed", "added", "removed"]
FIELD_PARTS: tuple[Part, ...] = (
    "title",
    "summary",
    "alt",
    "caption",
    "credit",
    "sources",
    "authors",
)


class Change(Struct, frozen=True):
    """One part of an original that changed since a translation was confirmed.

    `number` counts the body's paragraphs from 1, as they are now; of one that is gone it is
    that of the paragraph before it, and 0 at the beginning. `opening` is how it begins now,
    `was` its number at that time.
    """

    part: Part
    kind: ChangeKind
    number: int = 0
    opening: str = ""
    was: int = 0


class Freshness(Struct, frozen=True):
    """The state of a pair's translation.

    `revision` is the digest of the original's words as they are now, `confirmed` the one that
    the translation was confirmed against, "" for none, and `on` the day of that. A stale
    translation has no `changes` where its file does not tell of paragraphs.
    """

    state: FreshnessState
    revision: str = ""
    confirmed: str = ""
    on: Moment | None = None
    changes: tuple[Change, ...] = ()
