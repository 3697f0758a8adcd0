"""Names: what the path of a content file tells about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.problems import Place, Problem, link_rules
from plugins.bulletin.problems import read_rules as rules
from plugins.bulletin.text.slugs import slugify

TextKind = Literal["articles", "pages"]
TEXT_KINDS: tuple[TextKind, ...] = ("articles", "pages")
LIST_FILES = ("site", "sections", "topics", "countries", "documents", "glossary")
RECORD_FOLDERS = ("partners", "associations")
IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".svg")
KNOWN = "articles/…/KEY.vi.md, pages/KEY.vi.md, images/…, data/….yaml"

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*$")
_LANGUAGE_PART = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?$")


@dataclass(frozen=True, slots=True)
class TextName:
    """An article's or a page's file: the pair's key and the language."""

    kind: TextKind
    key: str
    language: Language


@dataclass(frozen=True, slots=True)
class DataName:
    """A data file: `folder` is empty for the lists, `stem` is the name without `.yaml`."""

    folder: str
    stem: str


@dataclass(frozen=True, slots=True)
class ImageName:
    """A picture that content may use."""


Name = TextName | DataName | ImageName


def read_name(name: str, path: str) -> tuple[Name | None, list[Problem]]:
    """Tell what a file is from its path below the content folder."""
    parts = PurePosixPath(name)
    folder = parts.parts[0]
    if folder in TEXT_KINDS and parts.suffix == ".md":
        return _text_name(folder, parts, path)
    if folder == "data" and parts.suffix == ".yaml":
        return _data_name(parts, path)
    if parts.suffix.lower() in IMAGE_SUFFIXES:
        return ImageName(), []
    return None, [rules.FILE_UNEXPECTED.at(Place(path), known=KNOWN)]


def _text_name(
    kind: TextKind, parts: PurePosixPath, path: str
) -> tuple[TextName | None, list[Problem]]:
    key, dot, language = parts.stem.rpartition(".")
    place = Place(path)
    if not dot:
        return None, [rules.FILE_LANGUAGE_MISSING.at(place, **_names(parts.stem))]
    if language not in LANGUAGES:
        is_language = _LANGUAGE_PART.match(language)
        names = _names(key if is_language else parts.stem)
        rule = rules.FILE_LANGUAGE_UNKNOWN if is_language else rules.FILE_LANGUAGE_MISSING
        return None, [rule.at(place, language=language, **names)]
    if not _KEY.match(key):
        example = f"{_as_key(key)}.{language}.md"
        return None, [link_rules.FILE_CASE.at(place, found=parts.name, example=example)]
    return TextName(kind, key, language), []


def _names(key: str) -> dict[str, str]:
    return {language: f"{_as_key(key)}.{language}.md" for language in LANGUAGES}


def _as_key(text: str) -> str:
    try:
        return slugify(text)
    except ValueError:
        return "ten-bai"


def _data_name(parts: PurePosixPath, path: str) -> tuple[DataName | None, list[Problem]]:
    inner = parts.parts[1:-1]
    is_list = not inner and parts.stem in LIST_FILES
    is_record = len(inner) == 1 and inner[0] in RECORD_FOLDERS
    if not is_list and not is_record:
        known = ", ".join(f"{name}.yaml" for name in LIST_FILES)
        return None, [rules.FILE_UNEXPECTED.at(Place(path), known=f"{known}, partners/ID.yaml")]
    if is_record and not _KEY.match(parts.stem):
        example = f"{_as_key(parts.stem)}.yaml"
        return None, [link_rules.FILE_CASE.at(Place(path), found=parts.name, example=example)]
    return DataName("".join(inner), parts.stem), []
