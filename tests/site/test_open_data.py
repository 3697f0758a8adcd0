"""Open data: files read back by libraries that are not ours, against the content they are of."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import geojson
import jsonschema
import pytest
import yaml

from tests.conftest import SmallSite
from tests.site.building import BASE_URL, REAL_CONTENT, SECOND_CONTENT, Built
from tests.site.pages import page_at

Row = dict[str, str]
CONTENTS = {"real": REAL_CONTENT, "second": SECOND_CONTENT}
SAME = ("partners.csv", "relations.csv", "partners.json", "partners.geojson")
FAR_WEST = """\
name: {vi: "=1+1", en: "@Example", local: "＝2"}
aliases: {vi: [], en: ["-3", "b;=4"]}
country: AR
kind: city
position: {lat: -34.123456789, lon: -58.3816}
relations:
  - kind: delegation
    date: 2013-08
    title: {vi: "+5", en: "-6"}
    source: {name: "=7", url: https://source.example/a, confidence: high}
    note: {vi: "\\t=8", en: "＠9"}
"""


@pytest.fixture(params=["real", "second"])
def site(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """Return the content and the output of each site in turn."""
    output: Path = request.getfixturevalue(f"{request.param}_site")
    return CONTENTS[request.param], output


def rows_of(raw: bytes) -> list[Row]:
    """Read a table as a program does that knows nothing of ours."""
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def records(content: Path) -> dict[str, Any]:
    """Return the partners as their files say, by id."""
    files = sorted((content / "data" / "partners").glob("*.yaml"))
    return {file.stem: yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in files}


def test_tables_hold_every_partner_and_relation(site: tuple[Path, Path]) -> None:
    """Each partner is one row by id, each relation one row, with its names and its source."""
    content, output = site
    known = records(content)
    partners = rows_of((output / "data/partners.csv").read_bytes())
    assert [row["id"] for row in partners] == sorted(known)
    assert [row["name_vi"] for row in partners] == [
        known[key]["name"]["vi"] for key in sorted(known)
    ]
    relations = rows_of((output / "data/relations.csv").read_bytes())
    said = sorted(
        (key, tie["title"]["en"], tie["source"]["name"])
        for key, item in known.items()
        for tie in item["relations"]
    )
    found = [(row["partner_id"], row["title_en"], row["source_name"]) for row in relations]
    assert sorted(found) == said
    assert {row["source_confidence"] for row in relations} <= {"high", "medium"}


def test_dates_are_never_padded(site: tuple[Path, Path]) -> None:
    """A relation's date has the precision of its source, in one column and in three."""
    content, output = site
    dates = {
        (key, tie["title"]["en"]): "" if tie["date"] == "null" else tie["date"]
        for key, item in records(content).items()
        for tie in item["relations"]
    }
    for row in rows_of((output / "data/relations.csv").read_bytes()):
        assert row["date"] == dates[row["partner_id"], row["title_en"]]
        parts = [row["year"], row["month"].zfill(2), row["day"].zfill(2)]
        assert "-".join(part for part in parts if part.strip("0")) == row["date"]


def test_table_is_what_a_spreadsheet_takes(real_site: Path) -> None:
    """A table begins with a BOM and has CRLF at every line's end and nowhere else."""
    raw = (real_site / "data/partners.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,")
    assert raw.count(b"\n") == raw.count(b"\r\n") == len(rows_of(raw)) + 1


def test_json_fits_its_schema(site: tuple[Path, Path]) -> None:
    """The schema is one of draft 2020-12, stands where it says, and the data fit it."""
    output = site[1]
    schema = json.loads((output / "data/partners.schema.json").read_text("utf-8"))
    data = json.loads((output / "data/partners.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)
    assert schema["$id"] == data["$schema"] == f"{BASE_URL}/data/partners.schema.json"
    assert data["count"]["partners"] == len(data["partners"])
    assert data["count"]["relations"] == sum(len(item["relations"]) for item in data["partners"])


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("longitude", "102.6"), ("latitude", 91), ("kind", "town"), ("id", "Viêng Chăn")],
)
def test_schema_refuses_what_is_wrong(real_site: Path, field: str, wrong: object) -> None:
    """The schema tells good data from bad: a number from text, an id from a name."""
    schema = json.loads((real_site / "data/partners.schema.json").read_text("utf-8"))
    data = json.loads((real_site / "data/partners.json").read_text("utf-8"))
    data["partners"][0][field] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(data)


def test_json_and_tables_say_the_same(site: tuple[Path, Path]) -> None:
    """A field has one name and one value in all files, an empty cell for null."""
    output = site[1]
    data = json.loads((output / "data/partners.json").read_text("utf-8"))
    table = rows_of((output / "data/partners.csv").read_bytes())
    features = geojson.loads((output / "data/partners.geojson").read_text("utf-8"))["features"]
    for item, row, feature in zip(data["partners"], table, features, strict=True):
        assert list(item) == [*row, "relations"]
        texts = {name: value for name, value in item.items() if isinstance(value, str)}
        assert texts == {name: row[name] for name in texts}
        assert {name for name, value in item.items() if value is None} == {
            name for name in row if not row[name] and not isinstance(item[name], list)
        }
        properties = feature["properties"]
        assert properties == {name: item[name] for name in properties}


def test_geojson_is_valid(site: tuple[Path, Path]) -> None:
    """RFC 7946: points, longitude first, in their box, 7 decimals, and no member crs."""
    content, output = site
    known = records(content)
    found = geojson.loads((output / "data/partners.geojson").read_text("utf-8"))
    assert isinstance(found, geojson.FeatureCollection)
    assert found.is_valid, found.errors()
    assert "crs" not in found
    west, south, east, north = found["bbox"]
    for feature in found["features"]:
        assert isinstance(feature["geometry"], geojson.Point)
        lon, lat = feature["geometry"]["coordinates"]
        position = known[feature["id"]]["position"]
        assert (lon, lat) == (float(position["lon"]), float(position["lat"]))
        assert west <= lon <= east
        assert south <= lat <= north


def test_files_are_the_same_in_both_languages(site: tuple[Path, Path]) -> None:
    """Bilingual columns need no second version."""
    output = site[1]
    for name in SAME:
        assert (output / "data" / name).read_bytes() == (output / "en/data" / name).read_bytes()


def test_hostile_text_stays_text(small_site: SmallSite) -> None:
    """No cell starts a formula; numbers stay numbers; the JSON has each text as it is."""
    countries = (SECOND_CONTENT / "data/countries.yaml").read_text("utf-8")
    countries += "\n- {code: AR, region: americas}\n"
    built = small_site({"data/partners/far-west.yaml": FAR_WEST, "data/countries.yaml": countries})
    assert built.code == 0, built.out
    row = row_of(built, "partners.csv", "id")
    assert row["latitude"] == "-34.1234568"
    assert row["longitude"] == "-58.3816"
    assert [row["name_vi"], row["name_en"], row["name_local"]] == ["'=1+1", "'@Example", "'＝2"]
    assert row["aliases_en"] == "'-3|b;'=4"
    tie = row_of(built, "relations.csv", "partner_id")
    assert (tie["title_vi"], tie["title_en"], tie["source_name"]) == ("'+5", "'-6", "'=7")
    assert (tie["year"], tie["month"], tie["day"]) == ("2013", "8", "")
    numbers = re.compile(r"-[0-9]+(\.[0-9]+)?")
    cells = [*row.values(), *tie.values()]
    starting = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝", "＠"))]
    assert all(numbers.fullmatch(cell) for cell in starting)
    data = json.loads(built.text("data/partners.json"))
    west = next(item for item in data["partners"] if item["id"] == "far-west")
    assert (west["name_vi"], west["aliases_en"]) == ("=1+1", ["-3", "b;=4"])
    points = geojson.loads(built.text("data/partners.geojson"))
    assert points.is_valid
    assert points["bbox"][:2] == [-58.3816, -34.1234568]


def row_of(built: Built, name: str, column: str) -> Row:
    """Return the row of the partner in the far west."""
    rows = rows_of((built.output / "data" / name).read_bytes())
    return next(row for row in rows if row[column] == "far-west")


def test_site_without_partners(small_site: SmallSite) -> None:
    """Empty data are valid data: a head without rows, a collection without a box."""
    names = sorted((SECOND_CONTENT / "data/partners").glob("*.yaml"))
    gone: dict[str, str | bytes | None] = {f"data/partners/{name.name}": None for name in names}
    stripped = {
        f"articles/{file.relative_to(SECOND_CONTENT / 'articles').as_posix()}": re.sub(
            r"(?m)^partners:.*\n|\]\(\.\./data/partners/[^)]*\)", "", file.read_text("utf-8")
        )
        for file in (SECOND_CONTENT / "articles").rglob("*.md")
    }
    built = small_site({**gone, **stripped})
    assert built.code == 0, built.out
    assert rows_of((built.output / "data/partners.csv").read_bytes()) == []
    found = geojson.loads(built.text("data/partners.geojson"))
    assert found.is_valid
    assert "bbox" not in found
    schema = json.loads(built.text("data/partners.schema.json"))
    jsonschema.validate(json.loads(built.text("data/partners.json")), schema)


def test_page_describes_every_field(site: tuple[Path, Path]) -> None:
    """The page of each language names every column of both tables, and leads to every file."""
    output = site[1]
    tables = [
        rows_of((output / f"data/{name}.csv").read_bytes()) for name in ("partners", "relations")
    ]
    for folder in ("/data/", "/en/data/"):
        page = page_at(output, folder)
        named = page.values("//dl[@class='data-fields']//dt/code/text()")
        columns = [name for table in tables if table for name in table[0]]
        assert set(columns) <= set(named)
        links = page.values("//a[@download]/@href")
        assert links == [folder + name for name in SAME]


def test_data_say_nothing_of_the_clock(small_site: SmallSite) -> None:
    """Builds of two years give the same files, and a site without records has no date."""
    first = small_site({}, env={"SOURCE_DATE_EPOCH": "1767225600"})
    before = {name: (first.output / "data" / name).read_bytes() for name in SAME}
    again = small_site({}, "--full", env={"SOURCE_DATE_EPOCH": "1893456000"})
    assert before == {name: (again.output / "data" / name).read_bytes() for name in SAME}
    assert json.loads(again.text("data/partners.json"))["updated"] is None
