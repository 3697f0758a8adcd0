"""Judging: whether a picture can be shown, and how large it is."""

from __future__ import annotations

import os
import struct
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from msgspec import Struct, field

from plugins.bulletin.model.pictures import Photograph
from plugins.bulletin.problems import Words
from plugins.bulletin.store.digests import code_digest, digest_bytes, digest_of
from plugins.bulletin.store.packing import pack, unpack
from plugins.bulletin.store.shelf import Shelf

if TYPE_CHECKING:
    from PIL.Image import Image

# Kind of file as Pillow names it -> endings of its name.
_JPEG = (".jpg", ".jpeg")
FORMATS = {"JPEG": _JPEG, "MPO": _JPEG, "PNG": (".png",), "WEBP": (".webp",)}
OPENED = ("JPEG", "PNG", "WEBP")  # a JPEG that carries more pictures calls itself MPO
MOST_PIXELS = 80_000_000  # three bytes each: what making variants may hold in memory

Defect = Literal["broken", "large", "animated"]

_TURNED = (5, 6, 7, 8)  # values of Exif's orientation that swap width and height
ORIENTATION = 0x0112  # the field of Exif
_DAMAGED = Words("the file is damaged or not a picture", "tệp bị hỏng hoặc không phải là ảnh")
_CLOSED = Words("it cannot be opened", "không mở được tệp")
_OVER = Words(f"over {MOST_PIXELS // 1_000_000} million", f"trên {MOST_PIXELS // 1_000_000} triệu")
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


class Picture(Struct, frozen=True):
    """A picture's width and height in pixels; `fault` says why it cannot be used.

    `defect` is the kind of the fault. A raster picture that can be used has its `photograph`.
    """

    width: int = 0
    height: int = 0
    fault: Words | None = None
    defect: Defect = "broken"
    photograph: Photograph | None = None


class Looking(Struct, frozen=True):
    """What is known of pictures before they are looked at.

    `digests` are those of files that are as the last build read them, by name; what was seen
    in a file of that digest lies on the shelf.
    """

    shelf: Shelf | None = None
    digests: Mapping[str, bytes] = field(default_factory=dict)


def look_at(name: str, content: Path, looking: Looking) -> Picture:
    """Return what a picture is, by what was seen of it before where there is that.

    Args:
        name: Its path from the content folder.
        content: The content folder.
        looking: What is known already.
    """
    if looking.shelf is None:
        return examine(content / name, name)
    digest = looking.digests.get(name) or _digest(content / name)
    key = digest_of(code_digest(), "picture", name, digest)
    found = looking.shelf.take([key]).get(key)
    if found is not None:
        # Sealed by the shelf and named by our own code: it is ours to open.
        return cast("Picture", unpack(found))
    picture = examine(content / name, name)
    if digest:
        looking.shelf.put({key: pack(picture)})
    return picture


def _digest(location: Path) -> bytes:
    try:
        return digest_bytes(location.read_bytes())
    except OSError:
        return b""


def examine(location: Path, name: str = "") -> Picture:
    """Read a picture's size, and see that it is whole.

    Args:
        location: The file.
        name: Its path from the content folder, where the file is not alone.
    """
    if not os.access(location, os.R_OK):
        return Picture(fault=_CLOSED)
    if location.suffix.lower() == ".svg":
        return _vector(location)
    return _guarded(lambda: _raster(location, name or location.name))


def _guarded(look: Callable[[], Picture]) -> Picture:
    """Look at a picture; whatever Pillow makes of a bad one is a fault of it."""
    from PIL import Image  # takes longer to import than most builds have

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)  # on damaged Exif, which we do not need
            return look()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _too_large()
    except _ERRORS:
        return Picture(fault=_DAMAGED)


def _raster(location: Path, name: str) -> Picture:
    from PIL import Image

    with Image.open(location, formats=OPENED) as image:
        width, height = image.size
        suffix, kind = location.suffix.lower(), image.format or ""
        if suffix not in FORMATS[kind]:
            words = Words(_MISNAMED.en.format(kind, suffix), _MISNAMED.vi.format(kind, suffix))
            return Picture(fault=words)
        if not (width and height):
            return Picture(fault=_EMPTY)
        if width * height > MOST_PIXELS:
            return _too_large(Words(*[f"{width} × {height}"] * 2))
        if kind != "MPO" and getattr(image, "is_animated", False):
            return Picture(fault=_DAMAGED, defect="animated")
        if image.getexif().get(ORIENTATION, 1) in _TURNED:
            width, height = height, width
        image.draft("RGB", (max(width // 8, 1), max(height // 8, 1)))  # JPEG: 60 times faster
        image.load()
        photograph = Photograph(
            name, digest_bytes(location.read_bytes()).hex(), width, height, shines_through(image)
        )
    return Picture(width, height, photograph=photograph)


def _too_large(size: Words = _OVER) -> Picture:
    return Picture(fault=size, defect="large")


def shines_through(image: Image) -> bool:
    """Tell whether a loaded picture has a pixel that is not opaque."""
    if not image.has_transparency_data or image.mode.startswith("I"):  # of 16 bits, grey
        return False
    lowest, _ = image.convert("RGBA").getchannel("A").getextrema()
    return isinstance(lowest, int | float) and lowest < 255


def _vector(location: Path) -> Picture:
    from plugins.bulletin.pictures.drawings import BadDrawing, measure

    try:
        width, height = measure(location)
    except BadDrawing as error:
        return Picture(fault=error.reason)
    return Picture(width, height) if width and height else Picture(fault=_EMPTY)
