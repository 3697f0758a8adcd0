"""Changes: what is recorded of how the data changed, in `content/data/changes.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plugins.bulletin.model.common import LocalText, Text
from plugins.bulletin.text.dates import PartialDate

FactKind = Literal["partner", "country", "association", "document"]
ChangeKind = Literal["added", "changed", "removed"]
CHANGE_KINDS: tuple[ChangeKind, ...] = ("added", "changed", "removed")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record before and after. `item` names the part of the record it is in."""

    field: Text
    before: str = ""
    after: str = ""
    item: LocalText | None = None


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record that was added, changed or removed. Fields are told of a changed one only."""

    kind: FactKind
    id: Text
    name: LocalText
    change: ChangeKind
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class DataChange:
    """All that changed at one time. `digest` is that of the data as they were then."""

    date: PartialDate
    digest: Text
    records: tuple[RecordChange, ...] = ()
    note: LocalText | None = None
