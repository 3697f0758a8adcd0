"""Texts: an original's words in full, from the bytes of its file or of an earlier version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from plugins.bulletin.link.wordings import Wording, compare, field_texts, wording_of
from plugins.bulletin.model.freshness import Change, Part
from plugins.bulletin.read.content import read_text_bytes
from plugins.bulletin.read.names import TextName, read_name
from plugins.bulletin.read.paragraphs import paragraphs
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry, check_text


class FullText(Struct, frozen=True):
    """One version of a text: its entry, and its words part by part."""

    entry: ArticleEntry | PageEntry
    wording: Wording
    fields: Mapping[Part, str]
    paragraphs: Sequence[str]

    def words(self, change: Change, number: int) -> str | None:
        """Return the words of the part that changed, of the body by a paragraph's number."""
        if change.part != "paragraph":
            return self.fields.get(change.part) or None
        return self.paragraphs[number - 1] if 0 < number <= len(self.paragraphs) else None


class Difference(Struct, frozen=True):
    """A change with the words before and now; None where there are none or nobody knows."""

    change: Change
    before: str | None = None
    now: str | None = None


def read_full(raw: bytes, path: str, zone: str) -> FullText | None:
    """Read one version of a text; None when it cannot be read.

    Args:
        raw: The bytes of its file.
        path: As problems print it, with the content folder's name.
        zone: Name of the site's time zone.
    """
    name, _ = read_name(path.split("/", 1)[1], path)
    text = read_text_bytes(raw, path, name)[0] if isinstance(name, TextName) else None
    entry = check_text(text, zone=zone)[0] if text else None
    if text is None or entry is None:
        return None
    pieces = paragraphs(text.body.html)
    return FullText(entry, wording_of(entry), field_texts(entry.fields), pieces)


def differ(before: FullText, now: FullText) -> list[Difference]:
    """Return what differs between two versions, with the words of both."""
    changes = compare(before.wording, now.wording)
    return [
        Difference(change, before.words(change, change.was), now.words(change, _number(change)))
        for change in changes
    ]


def differ_now(changes: Sequence[Change], now: FullText) -> list[Difference]:
    """Return changes with the words of now alone, where no earlier version is known."""
    return [Difference(change, None, now.words(change, _number(change))) for change in changes]


def _number(change: Change) -> int:
    return 0 if change.kind == "removed" else change.number
