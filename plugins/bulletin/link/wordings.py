"""Wordings: the words of a text, part by part, as digests; and what differs between two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import blake2b

from msgspec import Struct

from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.model.freshness import FIELD_PARTS, Change, ChangeKind, Part
from plugins.bulletin.text.wording import digest_words

REVISION_LENGTH = 6  # hexadecimal digits
SHORT = 3  # characters of a paragraph's digest in a file
NONE = "-"  # stands for a field that a text does not have
_BREAK = "/"  # between the fields and the paragraphs


class Wording(Struct, frozen=True):
    """Digests of a text's words: of its fields in the order of `FIELD_PARTS`, of its paragraphs.

    `openings` are of the paragraphs; empty where a wording comes from a translation's file.
    """

    fields: tuple[str, ...]
    paragraphs: tuple[str, ...]
    openings: tuple[str, ...] = ()

    @property
    def revision(self) -> str:
        """Return the digest of all words: `REVISION_LENGTH` hexadecimal digits."""
        whole = f"{' '.join(self.fields)} {_BREAK} {' '.join(self.paragraphs)}"
        return blake2b(whole.encode(), digest_size=REVISION_LENGTH // 2).hexdigest()

    def compact(self) -> str:
        """Return what a translation's file keeps of it."""
        parts = (*self.fields, _BREAK, *self.paragraphs)
        return " ".join(part[:SHORT] for part in parts)


def wording_of(text: TextEntry[ArticleFields] | TextEntry[PageFields]) -> Wording:
    """Return the wording of an original as its file gives it."""
    given = field_texts(text.fields)
    fields = tuple(digest_words(given[part]) if given.get(part) else NONE for part in FIELD_PARTS)
    lines = [line.partition(" ") for line in text.body.words.split("\n") if line]
    return Wording(fields, tuple(line[0] for line in lines), tuple(line[2] for line in lines))


def field_texts(fields: ArticleFields | PageFields) -> Mapping[Part, str]:
    """Return the texts of the fields whose words a translator says anew."""
    texts: dict[Part, str] = {"title": fields.title, "summary": fields.summary}
    if isinstance(fields, ArticleFields):
        cover = fields.cover
        if cover is not None:
            texts |= {"alt": cover.alt, "caption": cover.caption, "credit": cover.credit}
        texts["sources"] = " | ".join(source.name for source in fields.source)
        texts["authors"] = " | ".join(fields.authors)
    return texts


def read_compact(text: str) -> Wording | None:
    """Read what a translation's file keeps of a wording; None when it keeps nothing of use."""
    parts = text.split()
    if parts.count(_BREAK) != 1:
        return None
    at = parts.index(_BREAK)
    return Wording(tuple(parts[:at]), tuple(parts[at + 1 :]))


def compare(before: Wording, now: Wording) -> tuple[Change, ...]:
    """Return what differs, fields first. The shorter of two digests decides."""
    return (*_field_changes(before.fields, now.fields), *_paragraph_changes(before, now))


def _field_changes(before: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    for part, old, new in zip(FIELD_PARTS, before, now, strict=False):
        if old[:SHORT] != new[:SHORT]:
            yield Change(part, _kind(old if old != NONE else None, new if new != NONE else None))


def _paragraph_changes(before: Wording, now: Wording) -> Iterator[Change]:
    for old, new, after in differences(before.paragraphs, now.paragraphs):
        number = after if new is None else new + 1
        begins = now.openings[new] if new is not None else ""
        was = 0 if old is None else old + 1
        yield Change("paragraph", _kind(old, new), number, begins, was)


def differences(
    before: Sequence[str], now: Sequence[str]
) -> Iterator[tuple[int | None, int | None, int]]:
    """Match two rows of paragraphs and yield those that differ.

    Yields:
        The index of the old and of the new paragraph, None where there is none, and how many
        new paragraphs stand before or at that place.
    """
    matcher = SequenceMatcher(
        None, [item[:SHORT] for item in before], [item[:SHORT] for item in now], autojunk=False
    )
    for tag, old, old_end, new, new_end in matcher.get_opcodes():
        count = max(old_end - old, new_end - new) if tag != "equal" else 0
        for step in range(count):
            was = old + step if old + step < old_end else None
            is_now = new + step if new + step < new_end else None
            yield was, is_now, new_end


def _kind(old: object, new: object) -> ChangeKind:
    if old is None:
        return "added"
    return "removed" if new is None else "changed"
