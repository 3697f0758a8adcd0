"""Typesetting: words set in a family onto a picture, as a browser would take its files.

Every letter is set in the file that has it. Vietnamese letters are whole in the fonts, so their
marks stand where they were drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct
from PIL import ImageFont

from plugins.bulletin.pictures.faces import Face
from plugins.bulletin.problems.machine import BrokenTheme


class Run(Struct, frozen=True):
    """Letters that one file sets. `width` is in pixels."""

    text: str
    font: ImageFont.FreeTypeFont
    width: float


def set_line(text: str, faces: Sequence[Face], size: int) -> tuple[Run, ...]:
    """Return the runs of one line, side by side.

    Args:
        text: The line; a letter that no file has is left out.
        faces: Files of one weight.
        size: Of the letters, in pixels.

    Raises:
        BrokenTheme: A file is no font.
    """
    runs = groupby(text, key=lambda letter: _face_of(letter, tuple(faces)))
    return tuple(_run("".join(letters), face, size) for face, letters in runs if face)


@lru_cache(maxsize=1024)
def _face_of(letter: str, faces: tuple[Face, ...]) -> Face | None:
    return next((face for face in faces if letter in face.letters), None)


def _run(text: str, face: Face, size: int) -> Run:
    font = _font(face, size)
    return Run(text, font, font.getlength(text))


@lru_cache(maxsize=64)
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(face.file, size, layout_engine=ImageFont.Layout.BASIC)
    except OSError as error:
        raise BrokenTheme(face.file, str(error)) from error


def width_of(runs: Iterable[Run]) -> float:
    """Return how wide a line is, in pixels."""
    return sum(run.width for run in runs)


def break_lines(text: str, faces: Sequence[Face], *, size: int, width: int) -> list[str]:
    """Break a text into lines no wider than `width` pixels; a longer word stands alone."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(set_line(longer, faces, size)) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
