"""Partners: a directory of any size, beside the repository's own data. The same for a seed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

import yaml

from benchmarks.corpus import DATA
from benchmarks.layouts import copy_covers, write_our_pages, write_text

KINDS = ("memorandum", "delegation", "cooperation", "friendship", "council-to-council", "twin-city")
VIETNAMESE = "Viêng Chăn Hà Đông Ngãi Mễ Ước Tòa Sầm Nưa Phủ Lưu Kỳ Đức Ốc Bến Ái Thượng"
ENGLISH = "Vieng Chan Brook Dale Nagai Meath Oak Tower Sam North Port Lake Key Deer Ox Ben Ash Up"
SOURCE = {"name": "Hànộimới", "url": "https://hanoimoi.vn/", "confidence": "high"}
STEP, ACROSS = 0.1, 10  # degrees between two places, and places in a row: none is near another


@dataclass(frozen=True, slots=True)
class Place:
    """Where the repository has a partner; made ones stand in a grid around it."""

    country: str
    lat: float
    lon: float


def write_partners(number: int, folder: Path, *, relations: int = 10, seed: int = 7) -> None:
    """Write a content folder with that many made partners and no article.

    Args:
        number: Of partners.
        folder: A new content folder.
        relations: Of each partner, on average.
        seed: The same one gives the same folder.
    """
    by = Random(seed)  # noqa: S311 -- no secret
    shutil.copytree(DATA, folder / "data")
    shutil.rmtree(folder / "data/partners")
    copy_covers(folder / "images/covers")
    write_our_pages(folder / "pages")
    places, names = read_places(), made_names(by)
    for at in range(number):
        place, (vi, en) = places[at % len(places)], next(names)
        partner = {
            "name": {"vi": vi, "en": en},
            "country": place.country,
            "kind": "city",
            "position": beside(place, at // len(places)),
            "relations": [relation(by) for _ in range(by.randint(0, 2 * relations))],
        }
        text = json.dumps(partner, ensure_ascii=False)  # JSON is YAML
        write_text(folder / f"data/partners/made-{at}.yaml", text + "\n")


def read_places() -> list[Place]:
    """Return where the repository's partners are, one in each country."""
    found = {}
    for path in sorted((DATA / "partners").glob("*.yaml")):
        partner = yaml.safe_load(path.read_text(encoding="utf-8"))
        country, position = partner["country"], partner["position"]
        found[country] = Place(country, position["lat"], position["lon"])
    return list(found.values())


def beside(place: Place, turn: int) -> dict[str, float]:
    """Return the position of a turn in the grid around a place."""
    row, column = divmod(turn, ACROSS)
    return {
        "lat": round(place.lat + STEP * row, 4),
        "lon": round(place.lon + STEP * (column - ACROSS // 2), 4),
    }


def made_names(by: Random) -> Iterator[tuple[str, str]]:
    """Yield names in both languages, none twice."""
    pairs = list(zip(VIETNAMESE.split(), ENGLISH.split(), strict=True))
    for number in count(1):
        chosen = by.choices(pairs, k=2)
        vietnamese, english = (" ".join(words) for words in zip(*chosen, strict=True))
        yield f"{vietnamese} {number}", f"{english} {number}"


def relation(by: Random) -> dict[str, object]:
    """Make a relation whose date is a day, a month, a year or not known."""
    kind = by.choice(KINDS)
    year, month, day = by.randint(1975, 2024), by.randint(1, 12), by.randint(1, 28)
    dates = (f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}", str(year), None)
    return {
        "kind": kind,
        "date": by.choice(dates),
        "standing": "unknown",
        "title": {"vi": f"Quan hệ {kind}", "en": f"Relation: {kind}"},
        "source": SOURCE,
    }
