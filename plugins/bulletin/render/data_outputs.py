"""Data outputs: every file of the open data, with what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.changes import DataChange
from plugins.bulletin.model.common import LANGUAGES, LocalText
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.columns import Json
from plugins.bulletin.render.data_files import (
    csv_file,
    geojson_file,
    json_file,
    listing,
)
from plugins.bulletin.render.data_rows import DataRows, Desks, data_rows, relation_rows, say_both
from plugins.bulletin.render.data_schema import schema_file
from plugins.bulletin.render.partner_columns import PARTNER_COLUMNS
from plugins.bulletin.render.relation_columns import RELATION_COLUMNS
from plugins.bulletin.store.digests import digest_of

TITLE = mark("Partner cities and their relations")
SCHEMA, CHANGES = "partners.schema.json", "changes.json"
FILES = {  # of each language; who makes them
    "partners.csv": "partners_csv",
    "relations.csv": "relations_csv",
    "partners.json": "partners_json",
    "partners.geojson": "partners_geojson",
}
ONCE = (SCHEMA, CHANGES)  # that stand in one place for both languages


class DataFile(Struct, frozen=True):
    """One file: where it stands, the digest of what it is made of, and its maker."""

    address: str
    own: Callable[[], bytes]
    make: Callable[[], bytes]


def data_address(name: str) -> str:
    """Return where a file stands that is for both languages."""
    return addresses.data_file(name, "vi")


def data_files(desks: Desks) -> Iterator[DataFile]:
    """Yield the files; those of a language are the same in the other."""
    press = _Press(desks)
    for name, attribute in FILES.items():
        make = partial(getattr, press, attribute)
        for language in LANGUAGES:
            yield DataFile(addresses.data_file(name, language), press.digest, make)
    yield DataFile(data_address(SCHEMA), bytes, press.schema)
    yield DataFile(data_address(CHANGES), press.digest_of_changes, press.changes)


class _Press(Struct, frozen=True, dict=True):
    """Makes the files of one build. Not slotted: what both languages share is made once."""

    desks: Desks

    @cached_property
    def rows(self) -> DataRows:
        """Return the rows of all files."""
        return data_rows(self.desks)

    @cached_property
    def _digest(self) -> bytes:
        records = self.desks["vi"].library.records
        return digest_of(records.partner_digests, records.countries, _day(records.changes))

    def digest(self) -> bytes:
        """Return the digest of what the rows come from."""
        return self._digest

    def digest_of_changes(self) -> bytes:
        """Return the digest of what was recorded."""
        return digest_of(self.desks["vi"].library.records.changes)

    @cached_property
    def partners_csv(self) -> bytes:
        """Make the table of partners."""
        return csv_file(PARTNER_COLUMNS, self.rows.partners)

    @cached_property
    def relations_csv(self) -> bytes:
        """Make the table of relations."""
        return csv_file(RELATION_COLUMNS, self.rows.relations)

    @cached_property
    def partners_geojson(self) -> bytes:
        """Make the points."""
        return geojson_file(self.rows.partners)

    @cached_property
    def partners_json(self) -> bytes:
        """Make the objects, with what a program must know of them before."""
        rows = [(row, relation_rows(self.desks, row)) for row in self.rows.partners]
        return json_file(self._head(), rows)

    def _head(self) -> dict[str, Json]:
        desk, rows = self.desks["vi"], self.rows
        site = desk.library.records.site
        absolute = desk.settings.absolute
        page: dict[str, Json] = {
            language: absolute(addresses.place("data", language)) for language in LANGUAGES
        }
        return {
            "$schema": absolute(data_address(SCHEMA)),
            "title": _both(say_both(self.desks, TITLE)),
            "publisher": _both(site.publisher),
            "page": page,
            "licence": {"name": site.licence.name, "url": site.licence.url},
            "updated": _day(desk.library.records.changes),
            "count": {
                "partners": len(rows.partners),
                "countries": rows.country_count,
                "relations": len(rows.relations),
            },
        }

    def schema(self) -> bytes:
        """Make the schema of the objects."""
        address = self.desks["vi"].settings.absolute(data_address(SCHEMA))
        return schema_file(address, say_both(self.desks, TITLE))

    def changes(self) -> bytes:
        """Make the list of recorded changes, newest first."""
        changes = self.desks["vi"].library.records.changes
        return listing({"updated": _day(changes)}, "changes", map(_change, changes))


def _day(changes: tuple[DataChange, ...]) -> str | None:
    """Return when the data changed last, None where nobody records it; never the clock's day."""
    return max((str(change.date) for change in changes), default=None)


def _both(text: LocalText) -> dict[str, Json]:
    return {"vi": text.vi, "en": text.en}


def _change(change: DataChange) -> Json:
    records: list[Json] = [
        {
            "change": record.change,
            "kind": record.kind,
            "id": record.id,
            "name": _both(record.name),
            "fields": [
                {
                    "field": field.field,
                    "item": _both(field.item) if field.item else None,
                    "before": field.before or None,
                    "after": field.after or None,
                }
                for field in record.fields
            ],
        }
        for record in change.records
    ]
    note = _both(change.note) if change.note else None
    return {"date": str(change.date), "note": note, "records": records}
