"""Pictures: whether a file can be shown, and how large it is."""

from __future__ import annotations

import os
import struct
import warnings
from dataclasses import dataclass
from pathlib import Path

from plugins.bulletin.link.drawings import BadDrawing, measure
from plugins.bulletin.problems import Words

# Kind of file as Pillow names it -> endings of its name.
FORMATS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",), "WEBP": (".webp",)}

_TURNED = (5, 6, 7, 8)  # values of Exif's orientation that swap width and height
_ORIENTATION = 0x0112
_DAMAGED = Words("the file is damaged or not a picture", "tệp bị hỏng hoặc không phải là ảnh")
_CLOSED = Words("it cannot be opened", "không mở được tệp")
_TOO_LARGE = Words("it has too many pixels", "ảnh có quá nhiều điểm ảnh")
_EMPTY = Words("it has no width or height", "ảnh không có chiều rộng hoặc chiều cao")
_MISNAMED = Words(
    "it is a {} file, but its name ends in {}", "đây là tệp {}, nhưng tên lại có đuôi {}"
)
_ERRORS = (  # all that Pillow was seen to raise at damaged files
    OSError,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    ArithmeticError,
    EOFError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's width and height in pixels; `fault` says why it cannot be used."""

    width: int = 0
    height: int = 0
    fault: Words | None = None


def examine(location: Path) -> Picture:
    """Read a picture's size, and see that it is whole."""
    if not os.access(location, os.R_OK):
        return Picture(fault=_CLOSED)
    if location.suffix.lower() == ".svg":
        return _vector(location)
    from PIL import Image  # takes longer to import than most builds have

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)  # on damaged Exif, which we do not need
            picture = _raster(location)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Picture(fault=_TOO_LARGE)
    except _ERRORS:
        return Picture(fault=_DAMAGED)
    return picture if picture.fault or (picture.width and picture.height) else Picture(fault=_EMPTY)


def _raster(location: Path) -> Picture:
    from PIL import Image

    with Image.open(location, formats=tuple(FORMATS)) as image:
        width, height = image.size
        suffix, kind = location.suffix.lower(), image.format or ""
        if suffix not in FORMATS[kind]:
            words = Words(_MISNAMED.en.format(kind, suffix), _MISNAMED.vi.format(kind, suffix))
            return Picture(fault=words)
        is_turned = image.getexif().get(_ORIENTATION, 1) in _TURNED
        image.draft("RGB", (max(width // 8, 1), max(height // 8, 1)))  # JPEG: 60 times faster
        image.load()
    return Picture(height, width) if is_turned else Picture(width, height)


def _vector(location: Path) -> Picture:
    try:
        width, height = measure(location)
    except BadDrawing as error:
        return Picture(fault=error.reason)
    return Picture(width, height) if width and height else Picture(fault=_EMPTY)
