"""Data files: the open data as CSV, JSON and GeoJSON. The same rows give the same bytes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO

from plugins.bulletin.render.columns import Column, Json, PartnerRow, RelationRow, Row
from plugins.bulletin.render.partner_columns import PARTNER_COLUMNS
from plugins.bulletin.render.relation_columns import RELATION_COLUMNS
from plugins.bulletin.text.cells import guard, number

BETWEEN = "|"  # values in one cell; a semicolon would divide cells in some programs
POSITION = ("latitude", "longitude")  # which a point of GeoJSON tells by itself


def csv_file(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> bytes:
    """Write a table: UTF-8 with BOM, so that Excel sees the letters; CRLF, as RFC 4180 asks."""
    table = StringIO()
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    writer.writerows([cell(column.value(row)) for column in columns] for row in rows)
    return table.getvalue().encode("utf-8-sig")


def cell(value: Json) -> str:
    """Write a value into a cell; text cannot start a formula, numbers stay numbers."""
    if isinstance(value, str):
        return guard(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, list):
        return guard(BETWEEN.join(_part(item) for item in value))
    return guard(_part(value))


def _part(value: Json) -> str:
    """Write one of several values: of a source, its name and its address in brackets."""
    if isinstance(value, dict):
        name, url = value["name"], value["url"]
        return f"{name} <{url}>" if url else str(name)
    return str(value)


def json_file(
    head: dict[str, Json], rows: Iterable[tuple[PartnerRow, Sequence[RelationRow]]]
) -> bytes:
    """Write the partners as JSON, each with its relations, one partner a line."""
    return listing(head, "partners", [partner_object(row, ties) for row, ties in rows])


def partner_object(row: PartnerRow, relations: Iterable[RelationRow]) -> dict[str, Json]:
    """Return a partner as an object with its relations in it."""
    inner = [column for column in RELATION_COLUMNS if not column.is_outer]
    ties: list[Json] = [_object(inner, relation) for relation in relations]
    return {**_object(PARTNER_COLUMNS, row), "relations": ties}


def geojson_file(rows: Sequence[PartnerRow]) -> bytes:
    """Write the partners as points, longitude before latitude, in a box that holds them all.

    Source: RFC 7946. It knows WGS 84 alone, so there is no member `crs`.
    """
    head: dict[str, Json] = {"type": "FeatureCollection"}
    if rows:
        lons, lats = zip(*(_point(row) for row in rows), strict=True)
        head["bbox"] = [min(lons), min(lats), max(lons), max(lats)]
    return listing(head, "features", [_feature(row) for row in rows])


def _feature(row: PartnerRow) -> dict[str, Json]:
    columns = [column for column in PARTNER_COLUMNS if column.name not in POSITION]
    return {
        "type": "Feature",
        "id": row.partner.id,
        "geometry": {"type": "Point", "coordinates": [*_point(row)]},
        "properties": _object(columns, row),
    }


def _point(row: PartnerRow) -> tuple[float, float]:
    """Return longitude and latitude; 7 decimals are a centimetre. Adding 0 makes no -0."""
    position = row.partner.position
    return round(position.lon, 7) + 0.0, round(position.lat, 7) + 0.0


def _object(columns: Iterable[Column[Row]], row: Row) -> dict[str, Json]:
    return {column.name: column.value(row) for column in columns}


def listing(head: dict[str, Json], name: str, items: Iterable[Json]) -> bytes:
    """Write an object whose last member is a list, one item a line, so that changes show."""
    start = compact(head).removesuffix("}")
    comma = "," if head else ""
    lines = ",\n".join(map(compact, items))
    return f'{start}{comma}"{name}":[\n{lines}\n]}}\n'.encode()


def compact(value: Json) -> str:
    """Write JSON in the fewest characters."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
