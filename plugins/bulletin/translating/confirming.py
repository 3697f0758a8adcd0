"""Confirming: notes in a translation's file which words of the original it was read against."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from plugins.bulletin.link.freshness import is_confirmed
from plugins.bulletin.link.wordings import Wording
from plugins.bulletin.publish.files import write_file
from plugins.bulletin.translating.marking import write_mark
from plugins.bulletin.translating.texts import FullText, read_full

Outcome = Literal["confirmed", "already", "unfinished", "unreadable"]
TO_FILL = "…"  # stands in a new file for what is to be written


class Confirmation(Struct, frozen=True):
    """What to note: the wording of the original, and the day."""

    wording: Wording
    day: date

    def values(self) -> dict[str, str]:
        """Return the fields of `translation` in YAML's letters."""
        return {
            "revision": f'"{self.wording.revision}"',  # digits alone would be a number
            "confirmed": self.day.isoformat(),
            "paragraphs": f'"{self.wording.compact()}"',
        }


def confirm(location: Path, path: str, *, noted: Confirmation, zone: str) -> Outcome:
    """Note a confirmation in a translation's file, and change nothing else in it.

    Args:
        location: The file.
        path: Its path as problems print it.
        noted: What to note.
        zone: Name of the site's time zone.

    Raises:
        OSError: The file cannot be read or written.
    """
    raw = location.read_bytes()
    before = read_full(raw, path, zone)
    if before is None:
        return "unreadable"
    if _is_noted(before, noted):
        return "already"
    if any(text.strip() == TO_FILL for text in (*before.fields.values(), *before.paragraphs)):
        return "unfinished"
    written = write_mark(raw.decode("utf-8"), noted.values())
    after = read_full(written.encode("utf-8"), path, zone) if written else None
    if written is None or after is None or not _is_all_else_same(before, after, noted):
        return "unreadable"
    real = location.resolve()  # a link stays a link
    mode = real.stat().st_mode
    write_file(real, written.encode("utf-8"))
    real.chmod(mode)
    return "confirmed"


def _is_noted(text: FullText, noted: Confirmation) -> bool:
    mark = text.entry.fields.translation
    return (
        mark is not None
        and is_confirmed(mark)
        and mark.revision == noted.wording.revision
        and mark.paragraphs == noted.wording.compact()
    )


def _is_all_else_same(before: FullText, after: FullText, noted: Confirmation) -> bool:
    """Tell whether a file reads as before but for the mark, which reads as it should."""
    fields = replace(before.entry.fields, translation=None)
    return (
        replace(after.entry.fields, translation=None) == fields
        and after.entry.body.html == before.entry.body.html
        and _is_noted(after, noted)
    )
