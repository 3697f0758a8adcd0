"""Data schema: JSON Schema of the partners' JSON, from the columns that write it.

Source: json-schema.org, draft 2020-12.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from plugins.bulletin.model.common import LocalText
from plugins.bulletin.render.columns import WEB, Column, Json, Row, maybe, several, text, whole
from plugins.bulletin.render.partner_columns import PARTNER_COLUMNS
from plugins.bulletin.render.relation_columns import RELATION_COLUMNS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def schema_file(address: str, title: LocalText) -> bytes:
    """Write the schema.

    Args:
        address: Where it stands for ever; its `$id`.
        title: Of the data.
    """
    return (json.dumps(schema(address, title), ensure_ascii=False, indent=2) + "\n").encode()


def schema(address: str, title: LocalText) -> dict[str, Json]:
    """Return the schema as a value."""
    inner = (column for column in RELATION_COLUMNS if not column.is_outer)
    partner = _of_columns(PARTNER_COLUMNS, relations=several({"$ref": "#/$defs/relation"}))
    return {
        "$schema": DRAFT,
        "$id": address,
        "title": f"{title.en} / {title.vi}",
        **_closed(_head()),
        "$defs": {"partner": partner, "relation": _of_columns(inner)},
    }


def _head() -> dict[str, Json]:
    """Return the schema of what stands before the partners."""
    both = _closed({"vi": text(1), "en": text(1)})
    counts = {name: whole(0) for name in ("partners", "countries", "relations")}
    return {
        "$schema": text(1),
        "title": both,
        "publisher": both,
        "page": both,
        "licence": _closed({"name": text(1), "url": text(pattern=WEB)}),
        "updated": maybe(text(pattern=DAY)),
        "count": _closed(dict(counts)),
        "partners": several({"$ref": "#/$defs/partner"}),
    }


def _of_columns(columns: Iterable[Column[Row]], **more: Json) -> dict[str, Json]:
    described = {
        column.name: {**column.shape, "description": f"{column.meaning.en} / {column.meaning.vi}"}
        for column in columns
    }
    return _closed({**described, **more})


def _closed(properties: dict[str, Json]) -> dict[str, Json]:
    """Return the schema of an object that has these members, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }
