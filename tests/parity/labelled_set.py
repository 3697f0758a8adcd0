"""The labelled set: its halves, their pairs and faults, and a content folder made of them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Problem, glossary_rules, parity_rules
from tests.parity.faults import Fault, read_faults

HERE = Path(__file__).parent / "labelled"
CONTENT = Path(__file__).parents[2] / "content"  # its partner cities, sections and pages
HALVES = ("seen", "held-out")
_MEASURED = (glossary_rules.GLOSSARY_FORM, *parity_rules.RULES)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Half:
    """One half: the texts of its clean pairs by key, and its faults."""

    name: str
    pairs: dict[str, dict[Language, str]]
    faults: list[Fault]


def read_half(name: str) -> Half:
    """Read one half from its folder."""
    folder = HERE / name
    keys = sorted(file.name.removesuffix(".vi.md") for file in folder.glob("*.vi.md"))
    pairs = {key: {each: _text(folder / f"{key}.{each}.md") for each in LANGUAGES} for key in keys}
    return Half(name, pairs, read_faults(_text(folder / "faults.yaml")))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def path_of(key: str, language: Language) -> str:
    """Return the path under which problems name a text of the set."""
    return f"content/articles/labelled/{key}.{language}.md"


def linked(half: Half, folder: Path) -> tuple[Library, list[Problem]]:
    """Make the library of a half's clean pairs, with the bulletin's own records.

    Args:
        half: One half.
        folder: An empty folder, for a content folder.
    """
    content = folder / "content"
    shutil.copytree(CONTENT / "data", content / "data", ignore=shutil.ignore_patterns("issues"))
    shutil.copytree(CONTENT / "pages", content / "pages")
    shutil.copytree(HERE / "images", content / "images")
    (content / "articles" / "labelled").mkdir(parents=True)
    for key, texts in half.pairs.items():
        for language, text in texts.items():
            (folder / path_of(key, language)).write_text(text, encoding="utf-8")
    entries, problems = take_in(content)
    library, faults = link(entries, LinkSettings(content, NOW))
    if library is None:
        raise ValueError("the bulletin's records have no site")
    # What parity finds is what is measured; the choice of words is measured elsewhere.
    return library, [item for item in problems + faults if item.rule not in _MEASURED]
