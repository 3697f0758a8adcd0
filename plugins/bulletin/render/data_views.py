"""Views of the open data: the page that describes them. Nothing here computes."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.views import DateView, Link


class DataFileView(Struct, frozen=True):
    """One file to take away."""

    name: str
    url: str
    media_type: str
    text: str  # what it is good for


class DataFieldView(Struct, frozen=True):
    """One field. `values` are the ids it may have, where they are few."""

    name: str
    kind: str  # text, number … in the page's language
    may_be_empty: bool
    meaning: str
    values: tuple[str, ...] = ()


class DataTableView(Struct, frozen=True):
    """The fields of one table."""

    title: str
    anchor: str
    fields: tuple[DataFieldView, ...]


class ChangedFieldView(Struct, frozen=True):
    """One field before and after; `item` is the part of the record it is in."""

    field: str
    item: str
    before: str
    after: str


class ChangedRecordView(Struct, frozen=True):
    """One record that came, changed or went. `link` has no address where no page is."""

    link: Link
    fields: tuple[ChangedFieldView, ...] = ()


class ChangeGroupView(Struct, frozen=True):
    """Records of one kind to which the same happened; `more` of them are not shown."""

    title: str
    records: tuple[ChangedRecordView, ...]
    more: int = 0


class DataChangeView(Struct, frozen=True):
    """All that changed at one time."""

    date: DateView
    note: str
    groups: tuple[ChangeGroupView, ...]


class DataView(Struct, frozen=True):
    """The page of the open data: template `data.html`."""

    partner_count: int
    country_count: int
    relation_count: int
    files: tuple[DataFileView, ...]
    tables: tuple[DataTableView, ...]
    updated: DateView | None
    citation: str
    schema: Link
    changes_file: Link
    changes: tuple[DataChangeView, ...]
    older: int = 0  # entries that the file alone has
