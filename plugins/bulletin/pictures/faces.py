"""Faces: which letters the theme's heading family has, and in which of its files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from plugins.bulletin.store.digests import digest_bytes, digest_of

FAMILY = "Be Vietnam Pro"
_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_FILE = re.compile(r'url\("\.\./fonts/([^"]+\.woff2)"\)')
_WEIGHT = re.compile(r"font-weight:\s*(\d+);")
_RANGE = re.compile(r"unicode-range:\s*([^;]+);")
_FAMILY = re.compile(r'font-family:\s*"([^"]+)"')


class Face(Struct, frozen=True):
    """One file of a family: its weight, the letters that it has, and a digest of its bytes."""

    file: Path
    weight: int
    letters: frozenset[str]
    digest: bytes


class Family(Struct, frozen=True):
    """A family of fonts in several files, the letters of all, and a digest of how words look."""

    faces: tuple[Face, ...]
    letters: frozenset[str]
    digest: bytes

    def of_weight(self, weight: int) -> tuple[Face, ...]:
        """Return the files of one weight."""
        return tuple(face for face in self.faces if face.weight == weight)

    def can_set(self, text: str) -> bool:
        """Tell whether the family has every letter of a text."""
        return self.letters.issuperset(text)


def load_family(theme: Path, family: str = FAMILY) -> Family:
    """Read which letters a family has, from a theme's stylesheet and fonts.

    Args:
        theme: The theme's folder, with `static/css/fonts.css` and `static/fonts/`.
        family: The family's name.

    Raises:
        OSError: A file is not there.
    """
    css = (theme / "static" / "css" / "fonts.css").read_text("utf-8")
    rules = [rule for rule in _FACE.findall(css) if _said(_FAMILY, rule) == family]
    faces = tuple(_face(rule, theme / "static" / "fonts") for rule in rules)
    letters = frozenset[str]().union(*(face.letters for face in faces))
    digest = digest_of(css, [(face.file.name, face.digest) for face in faces])
    return Family(faces, letters, digest)


def _face(rule: str, folder: Path) -> Face:
    file = folder / _said(_FILE, rule)
    letters = frozenset(_letters(_said(_RANGE, rule)))
    return Face(file, int(_said(_WEIGHT, rule)), letters, digest_bytes(file.read_bytes()))


def _said(part: re.Pattern[str], rule: str) -> str:
    found = part.search(rule)
    return found[1] if found else ""


def _letters(ranges: str) -> Iterator[str]:
    for each in ranges.split(","):
        first, _, last = each.strip().removeprefix("U+").partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))
