"""Names: what the path of a content file tells about it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from msgspec import Struct

from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.problems import Place, Problem, read_rules as rules
from plugins.bulletin.text.slugs import slugify

TextKind = Literal["articles", "pages"]
TEXT_KINDS: tuple[TextKind, ...] = ("articles", "pages")
LIST_FILES = ("site", "sections", "topics", "countries", "documents", "glossary", "changes")
RECORD_FOLDERS = ("partners", "associations", "issues")
IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".svg")
KNOWN = "articles/…/KEY.vi.md, pages/KEY.vi.md, images/…, data/….yaml"

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_IMAGE_PART = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
# Other endings in use for the two that are read.
_ENDINGS = {".md": ".md", ".markdown": ".md", ".yaml": ".yaml", ".yml": ".yaml"}
_LANGUAGE_PART = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")


class TextName(Struct, frozen=True):
    """An article's or a page's file: the pair's key and the language."""

    kind: TextKind
    key: str
    language: Language


class DataName(Struct, frozen=True):
    """A data file: `folder` is empty for the lists, `stem` is the name without `.yaml`."""

    folder: str
    stem: str


class ImageName(Struct, frozen=True):
    """A picture that content may use."""


Name = TextName | DataName | ImageName


def read_name(name: str, path: str) -> tuple[Name | None, list[Problem]]:
    """Tell what a file is from its path below the content folder."""
    parts = PurePosixPath(name)
    folder = parts.parts[0]
    ending = _ENDINGS.get(parts.suffix.lower())
    if folder not in (*TEXT_KINDS, "data") or len(parts.parts) == 1:
        ending = None
    if ending and parts.suffix != ending:
        return _misnamed(parts, path, _as_key_parts(parts.stem) + ending)
    if folder in TEXT_KINDS and ending == ".md":
        return _text_name(folder, parts, path)
    if folder == "data" and ending == ".yaml":
        return _data_name(parts, path)
    if parts.suffix.lower() in IMAGE_SUFFIXES:
        return _image_name(parts, path)
    return None, [rules.FILE_UNEXPECTED.at(Place(path), known=KNOWN)]


def _misnamed(parts: PurePosixPath, path: str, example: str) -> tuple[None, list[Problem]]:
    return None, [rules.FILE_NAME_INVALID.at(Place(path), found=parts.name, example=example)]


def _image_name(parts: PurePosixPath, path: str) -> tuple[ImageName | None, list[Problem]]:
    """Let only names through that are the same in a path, in an address and on every computer."""
    wrong = next((part for part in parts.parts if not _IMAGE_PART.fullmatch(part)), None)
    if wrong is None:
        return ImageName(), []
    example = "/".join(_as_key_parts(part) for part in parts.parts)
    return _misnamed(parts, path, example)


def _as_key_parts(name: str) -> str:
    """Return a name with each of its parts between dots in the form of a key."""
    return ".".join(_as_key(part) for part in name.split("."))


def _text_name(
    kind: TextKind, parts: PurePosixPath, path: str
) -> tuple[TextName | None, list[Problem]]:
    key, dot, language = parts.stem.rpartition(".")
    place = Place(path)
    if not dot:
        return None, [rules.FILE_LANGUAGE_MISSING.at(place, **_names(parts.stem))]
    if language not in LANGUAGES:
        is_language = _LANGUAGE_PART.fullmatch(language)
        names = _names(key if is_language else parts.stem)
        rule = rules.FILE_LANGUAGE_UNKNOWN if is_language else rules.FILE_LANGUAGE_MISSING
        return None, [rule.at(place, language=language, **names)]
    if not _KEY.fullmatch(key):
        return _misnamed(parts, path, f"{_as_key(key)}.{language}.md")
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
    if is_record and not _KEY.fullmatch(parts.stem):
        return _misnamed(parts, path, f"{_as_key(parts.stem)}.yaml")
    return DataName("".join(inner), parts.stem), []
