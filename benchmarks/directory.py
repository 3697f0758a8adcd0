"""Directory: a content folder with many partners, relations and documents, and no article.

The same numbers and the same seed always give the same files. Names are made up; every place
lies in its country, and no two are within some kilometres of each other.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from benchmarks.corpus import DATA, SEED
from benchmarks.layouts import write_our_pages, write_text
from benchmarks.prose import Both
from plugins.bulletin.schema.positions import country_boxes

KEPT = ("site", "sections", "topics", "countries", "glossary")  # from the repository's data
STEP = 0.1  # degrees between two places, at least
SYLLABLES = (
    ("ba", "ba"), ("can", "can"), ("dô", "do"), ("ê", "e"), ("ga", "ga"), ("ki", "ki"),
    ("lô", "lo"), ("ma", "ma"), ("nê", "ne"), ("pu", "pu"), ("ra", "ra"), ("sông", "song"),
    ("ta", "ta"), ("tô", "to"), ("u", "u"), ("van", "van"), ("xi", "xi"), ("den", "den"),
)  # fmt: skip
KINDS = ("city", "city", "city", "province", "region", "district")
RELATIONS = {
    "twin-city": Both("Thỏa thuận kết nghĩa", "Twinning agreement"),
    "friendship": Both("Thỏa thuận hữu nghị và hợp tác", "Friendship and cooperation agreement"),
    "cooperation": Both("Chương trình hợp tác", "Cooperation programme"),
    "memorandum": Both("Bản ghi nhớ hợp tác", "Memorandum of cooperation"),
    "council-to-council": Both("Thỏa thuận giữa hai hội đồng", "Agreement of two councils"),
    "delegation": Both("Đoàn đại biểu sang thăm", "Visit of a delegation"),
}
STANDINGS = ("in-force", "unknown", "unknown")


@dataclass(frozen=True, slots=True)
class Size:
    """How many records a directory has; a fifth as many documents as partners."""

    partners: int
    relations: int

    @property
    def documents(self) -> int:
        """Return the number of documents."""
        return max(1, self.partners // 5)


def write_directory(size: Size, folder: Path, seed: int = SEED) -> None:
    """Write a new content folder with this many partners, relations and documents."""
    random = Random(seed)  # noqa: S311 -- names, no secret
    (folder / "data").mkdir(parents=True)
    for name in KEPT:
        shutil.copyfile(DATA / f"{name}.yaml", folder / f"data/{name}.yaml")
    write_our_pages(folder / "pages")
    documents = "\n".join(_document(number, random) for number in range(size.documents))
    write_text(folder / "data/documents.yaml", documents)
    places = _places(random)
    names = _names(random)
    for number in range(size.partners):
        more = size.relations * (number + 1) // size.partners
        count = more - size.relations * number // size.partners
        relations = "".join(_relation(random, size) for _ in range(count))
        text = _partner(next(names), next(places), random.choice(KINDS))
        write_text(
            folder / f"data/partners/place-{number:04}.yaml",
            f"{text}relations:{'' if relations else ' []'}\n{relations}",
        )


def _document(number: int, random: Random) -> str:
    return (
        f"- id: plan-{number}\n"
        f"  number: {number}/KH\n"
        f"  date: {_date(random)}\n"
        "  issuer: {vi: Liên hiệp, en: The Union}\n"
        f"  title: {{vi: Kế hoạch giao lưu {number}, en: Plan of exchanges {number}}}\n"
        f"  source: {_source(number)}\n"
    )


def _partner(name: Both, place: tuple[str, float, float], kind: str) -> str:
    country, lat, lon = place
    seat = f", of: {name.en}" if kind not in ("city", "district") else ""
    return (
        f"name: {{vi: {name.vi}, en: {name.en}, local: {name.en}}}\n"
        f"aliases: {{vi: [{name.vi} Cổ], en: [Old {name.en}]}}\n"
        f"country: {json.dumps(country)}\n"
        f"kind: {kind}\n"
        f"position: {{lat: {lat:.4f}, lon: {lon:.4f}{seat}}}\n"
    )


def _relation(random: Random, size: Size) -> str:
    kind = random.choice(list(RELATIONS))
    title, year = RELATIONS[kind], random.randrange(1960, 2025)
    number = random.randrange(size.documents)
    documents = f"    documents: [plan-{number}]\n" if random.random() < 0.2 else ""
    return (
        f"  - kind: {kind}\n"
        f"    date: {_date(random)}\n"
        f"    standing: {random.choice(STANDINGS)}\n"
        "    title:\n"
        f"      vi: {title.vi} giai đoạn {year}–{year + 3}\n"
        f"      en: {title.en}, {year}–{year + 3}\n"
        f"    source: {_source(random.randrange(10**6))}\n"
        f"{documents}"
    )


def _source(number: int) -> str:
    url = f"https://news.example.org/article-{number}.html"
    return f"{{name: Example news, url: {json.dumps(url)}, confidence: high}}"


def _date(random: Random) -> str:
    """Return a day, a month, a year or nothing, as sources give it."""
    year, month, day = (
        random.randrange(1960, 2025),
        random.randrange(1, 13),
        random.randrange(1, 29),
    )
    day_text, month_text = f"{year}-{month:02}-{day:02}", f"{year}-{month:02}"
    return random.choice((day_text, day_text, day_text, month_text, str(year), "null"))


def _names(random: Random) -> Iterator[Both]:
    """Yield names of three syllables or four, none twice."""
    taken = set()
    while True:
        parts = random.choices(SYLLABLES, k=random.choice((3, 4, 4)))
        english = "".join(part for _, part in parts).capitalize()
        if english not in taken:
            taken.add(english)
            yield Both("-".join(part for part, _ in parts).capitalize(), english)


def _places(random: Random) -> Iterator[tuple[str, float, float]]:
    """Yield countries of the repository and positions in them, on a grid with no point twice."""
    rows = yaml.safe_load((DATA / "countries.yaml").read_text(encoding="utf-8"))
    codes = [row["code"] for row in rows]
    taken = set()
    while True:
        code = random.choice(codes)
        south, west, north, east = random.choice(country_boxes()[code])
        row = random.randrange(int((north - south) / STEP))
        column = random.randrange(int((min(east, 179) - west) / STEP))
        place = (code, south + row * STEP, west + column * STEP)
        if place[1:] not in taken and abs(place[1]) < 60:
            taken.add(place[1:])
            yield place
