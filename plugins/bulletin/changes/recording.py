"""Recording: a change is written at the top of `changes.yaml`; what stands below stays."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

import yaml
from msgspec import Struct

from plugins.bulletin.model.changes import FieldChange, RecordChange
from plugins.bulletin.model.common import LocalText
from plugins.bulletin.read.yaml_values import read_yaml

HEADER = """\
# What changed in the data, newest first. Written by `python3 tasks.py data-changes --record`.
# A note {vi, en} may be added to an entry by hand.
---
"""
_ENTRY = re.compile(r"^- ", re.MULTILINE)

Plain = str | datetime.date | list["Plain"] | dict[str, "Plain"]


class _Dumper(yaml.SafeDumper):
    """Indents lists as the other data files do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 -- PyYAML's signature
        super().increase_indent(flow, indentless=False)


class Recorded(Struct, frozen=True):
    """A file of changes: its entries as they are written, and the digest of the newest."""

    entries: str = ""
    digest: str = ""
    note: LocalText | None = None


def read_recorded(content: bytes) -> Recorded:
    """Return what a file of changes holds; of a broken one nothing is known."""
    text = content.decode("utf-8", "replace")
    value, _, _ = read_yaml(text, "changes.yaml")
    first = value[0] if isinstance(value, tuple) and value else None
    start = _ENTRY.search(text)
    if not isinstance(first, Mapping) or start is None:
        return Recorded()
    return Recorded(text[start.start() :], str(first.get("digest") or ""), _note(first))


def _note(entry: Mapping[str, object]) -> LocalText | None:
    note = entry.get("note")
    if not isinstance(note, Mapping):
        return None
    vi, en = (str(note.get(language) or "") for language in ("vi", "en"))
    return LocalText(vi, en) if vi and en else None


def with_entry(
    below: str,
    records: Sequence[RecordChange],
    *,
    day: datetime.date,
    digest: str,
    note: LocalText | None = None,
) -> str:
    """Return the text of the file with an entry above those that stand already."""
    entry: dict[str, Plain] = {"date": day, "digest": digest}
    entry |= {"note": _both(note)} if note else {}
    entry |= {"records": [_record(record) for record in records]}
    return HEADER + _dump([entry]) + (f"\n{below}" if below else "")


def with_digest(recorded: Recorded, digest: str) -> str:
    """Return the text of the file with another digest in its newest entry."""
    return HEADER + recorded.entries.replace(recorded.digest, digest, 1)


def _dump(value: list[Plain]) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text


def _record(record: RecordChange) -> Plain:
    entry: dict[str, Plain] = {
        "change": record.change,
        "kind": record.kind,
        "id": record.id,
        "name": _both(record.name),
    }
    return entry | ({"fields": [_field(field) for field in record.fields]} if record.fields else {})


def _field(field: FieldChange) -> Plain:
    entry: dict[str, Plain] = {"field": field.field}
    entry |= {"item": _both(field.item)} if field.item else {}
    entry |= {"before": field.before} if field.before else {}
    return entry | ({"after": field.after} if field.after else {})


def _both(text: LocalText) -> dict[str, Plain]:
    return {"vi": text.vi, "en": text.en}
