"""Data changes: what was recorded of them, for the page of the open data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from plugins.bulletin.link import addresses
from plugins.bulletin.model.changes import (
    CHANGE_KINDS,
    DataChange,
    FieldChange,
    RecordChange,
)
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.data_views import (
    ChangedFieldView,
    ChangedRecordView,
    ChangeGroupView,
    DataChangeView,
)
from plugins.bulletin.render.parts import partial_view
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import Link
from plugins.bulletin.text.collation import sort_key

SHOWN = 60  # records of one group; the file has them all
TITLES = {
    "partner": {
        "added": mark("Partners added"),
        "changed": mark("Partners changed"),
        "removed": mark("Partners removed"),
    },
    "country": {
        "added": mark("Countries added"),
        "changed": mark("Countries changed"),
        "removed": mark("Countries removed"),
    },
    "association": {
        "added": mark("Associations added"),
        "changed": mark("Associations changed"),
        "removed": mark("Associations removed"),
    },
    "document": {
        "added": mark("Documents added"),
        "changed": mark("Documents changed"),
        "removed": mark("Documents removed"),
    },
}


def change_views(desk: Desk, changes: Iterable[DataChange]) -> tuple[DataChangeView, ...]:
    """Show recorded changes in the order they are given."""
    return tuple(
        DataChangeView(
            partial_view(change.date, desk.language),
            change.note.in_language(desk.language) if change.note else "",
            tuple(_groups(desk, change.records)),
        )
        for change in changes
    )


def _groups(desk: Desk, records: Sequence[RecordChange]) -> Iterable[ChangeGroupView]:
    for kind, change in product(TITLES, CHANGE_KINDS):
        found = [row for row in records if (row.kind, row.change) == (kind, change)]
        if found:
            shown = tuple(_record(desk, row) for row in _by_name(desk, found)[:SHOWN])
            yield ChangeGroupView(desk.say(TITLES[kind][change]), shown, max(0, len(found) - SHOWN))


def _by_name(desk: Desk, records: Iterable[RecordChange]) -> list[RecordChange]:
    key = sort_key(desk.language)
    return sorted(records, key=lambda row: (key(row.name.in_language(desk.language)), row.id))


def _record(desk: Desk, record: RecordChange) -> ChangedRecordView:
    is_here = record.kind == "partner" and record.id in desk.library.records.partners
    address = addresses.partner(record.id, desk.language) if is_here else ""
    link = Link(record.name.in_language(desk.language), desk.path(address) if address else "")
    return ChangedRecordView(link, tuple(_field(desk, field) for field in record.fields))


def _field(desk: Desk, field: FieldChange) -> ChangedFieldView:
    item = field.item.in_language(desk.language) if field.item else ""
    return ChangedFieldView(field.field, item, field.before, field.after)
