"""Data page: what the open data hold, how to take and cite them, and how they changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.columns import Column, Row
from plugins.bulletin.render.data_changes import change_views
from plugins.bulletin.render.data_outputs import CHANGES, SCHEMA, TITLE, data_address
from plugins.bulletin.render.data_views import (
    DataFieldView,
    DataFileView,
    DataTableView,
    DataView,
)
from plugins.bulletin.render.frame import DATA, Standing, home_link, page_view, place_link
from plugins.bulletin.render.lists import PARTNERS
from plugins.bulletin.render.partner_columns import PARTNER_COLUMNS
from plugins.bulletin.render.parts import partial_view
from plugins.bulletin.render.relation_columns import RELATION_COLUMNS
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.structured import Node, filled, publisher_reference
from plugins.bulletin.render.views import DateView, Link, PageView

ENTRIES = 20  # of the changes; the file has them all
FILES = (
    ("partners.csv", "text/csv", mark("One row a partner, for spreadsheets.")),
    ("relations.csv", "text/csv", mark("One row a relation, for spreadsheets.")),
    ("partners.json", "application/json", mark("Partners with their relations, for programs.")),
    ("partners.geojson", "application/geo+json", mark("Partners as points, for maps.")),
)
LEAD = mark(
    "Every partner city and every relation with its date and source, free to take, use and share."
)
CITATION = mark("%(publisher)s, “%(title)s”, %(name)s, as of %(date)s, %(url)s (%(licence)s).")
UNDATED = mark("%(publisher)s, “%(title)s”, %(name)s, %(url)s (%(licence)s).")
KINDS = {
    "string": mark("text"),
    "integer": mark("whole number"),
    "number": mark("number"),
    "boolean": mark("true or false"),
    "array": mark("list"),
    "enum": mark("one of"),
}


def data_view(desk: Desk) -> DataView:
    """Show the open data."""
    records = desk.library.records
    partners = records.partners.values()
    return DataView(
        partner_count=len(partners),
        country_count=len({partner.country for partner in partners}),
        relation_count=sum(len(partner.relations) for partner in partners),
        files=tuple(
            DataFileView(name, desk.path(_file(desk, name)), media_type, desk.say(text))
            for name, media_type, text in FILES
        ),
        tables=(
            _table(desk, PARTNER_COLUMNS, title=mark("Fields of a partner"), anchor="partner"),
            _table(desk, RELATION_COLUMNS, title=mark("Fields of a relation"), anchor="relation"),
        ),
        updated=_updated(desk),
        citation=_citation(desk),
        schema=Link(SCHEMA, desk.path(data_address(SCHEMA))),
        changes_file=Link(CHANGES, desk.path(data_address(CHANGES))),
        changes=change_views(desk, records.changes[:ENTRIES]),
        older=max(0, len(records.changes) - ENTRIES),
    )


def data_page(desk: Desk) -> PageView:
    """Make the head of the page."""
    partners = place_link(desk, "partners", PARTNERS)
    standing = Standing(
        {name: addresses.place("data", name) for name in LANGUAGES},
        trail=(home_link(desk), partners),
        menu=addresses.place("partners", desk.language),
    )
    about = (_dataset(desk),)
    return page_view(desk, standing, title=desk.say(DATA), description=desk.say(LEAD), about=about)


def _file(desk: Desk, name: str) -> str:
    return addresses.data_file(name, desk.language)


def _table(desk: Desk, columns: Iterable[Column[Row]], *, title: str, anchor: str) -> DataTableView:
    fields = tuple(_field(desk, column) for column in columns)
    return DataTableView(desk.say(title), anchor, fields)


def _field(desk: Desk, column: Column[Row]) -> DataFieldView:
    shape = column.shape
    items = shape.get("items")
    inner = items if isinstance(items, dict) else shape
    kinds = shape.get("type", "enum")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    values = inner.get("enum", [])
    ids = values if isinstance(values, list) else []
    return DataFieldView(
        column.name,
        desk.say(KINDS[str(kind)]),
        None in ids or isinstance(kinds, list),
        column.meaning.in_language(desk.language),
        tuple(str(value) for value in ids if value is not None),
    )


def _updated(desk: Desk) -> DateView | None:
    days = [change.date for change in desk.library.records.changes]
    return partial_view(max(days), desk.language) if days else None


def _citation(desk: Desk) -> str:
    site, language = desk.library.records.site, desk.language
    updated = _updated(desk)
    return desk.say(CITATION if updated else UNDATED) % {
        "publisher": site.publisher.in_language(language),
        "title": desk.say(TITLE),
        "name": site.name.in_language(language),
        "date": updated.long if updated else "",
        "url": desk.settings.absolute(addresses.place("data", language)),
        "licence": site.licence.name,
    }


def _dataset(desk: Desk) -> Node:
    """Return the data in the words of schema.org, for searches among data."""
    updated = _updated(desk)
    url = desk.settings.absolute(addresses.place("data", desk.language))
    return filled(
        _type="Dataset",
        _id=f"{url}#data",
        name=desk.say(TITLE),
        description=desk.say(LEAD),
        url=url,
        license=desk.library.records.site.licence.url,
        creator=publisher_reference(desk),
        dateModified=updated.iso if updated else "",
        inLanguage=[*LANGUAGES],
        distribution=_downloads(desk, [name for name, _, _ in FILES]),
    )


def _downloads(desk: Desk, names: Sequence[str]) -> list[Node]:
    media_types = {name: media_type for name, media_type, _ in FILES}
    return [
        {
            "@type": "DataDownload",
            "contentUrl": desk.settings.absolute(_file(desk, name)),
            "encodingFormat": media_types[name],
        }
        for name in names
    ]
