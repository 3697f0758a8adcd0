"""Drawing: photographs for tests, with what cameras and programs write beside the pixels."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

SECRET = "A-house-in-Hue"  # stands in every field that must not be published
PLACE = {1: "N", 2: (16.0, 27.0, 0.0), 3: "E", 4: (107.0, 35.0, 0.0)}
GPS, DESCRIPTION, ORIENTATION = 0x8825, 0x010E, 0x0112
RED, BLUE = (200, 30, 30), (30, 30, 200)


def halves(size: tuple[int, int] = (900, 600), mode: str = "RGB") -> Image.Image:
    """Return a picture whose left half is red and right half is blue."""
    image = Image.new("RGB", size, BLUE)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2 - 1, size[1]), fill=RED)
    return image.convert(mode)


def slope(size: tuple[int, int]) -> Image.Image:
    """Return a picture with many colours that costs no time to draw."""
    ramp = Image.linear_gradient("L").resize(size)
    return Image.merge("RGB", (ramp, ramp.rotate(180), ramp.transpose(Image.Transpose.ROTATE_180)))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return a picture as the bytes of a file."""
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """Return what a camera writes: where it stood, and how it was held."""
    fields = Image.Exif()
    fields[ORIENTATION] = orientation
    fields[DESCRIPTION] = SECRET
    fields._ifds[GPS] = PLACE
    return fields


def xmp() -> bytes:
    """Return what a program of pictures writes."""
    return f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()


def camera_jpeg(image: Image.Image, orientation: int = 1) -> bytes:
    """Return a JPEG with all that is written beside the pixels."""
    options = {"exif": exif(orientation), "xmp": xmp(), "comment": SECRET.encode()}
    return saved(image, "JPEG", quality=92, **options)


def program_png(image: Image.Image) -> bytes:
    """Return a PNG with texts beside the pixels."""
    texts = PngInfo()
    texts.add_text("Comment", SECRET)
    texts.add_itxt("XML:com.adobe.xmp", SECRET)
    return saved(image, "PNG", pnginfo=texts, exif=exif())


def program_webp(image: Image.Image) -> bytes:
    """Return a WebP with all that is written beside the pixels."""
    return saved(image, "WEBP", exif=exif(), xmp=xmp())


def swapped_profile() -> bytes:
    """Return a colour profile that is sRGB but for this: its red is blue, and its blue red."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    aside = profile.replace(b"rXYZ", b"????")
    return aside.replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def png_of(width: int, height: int) -> bytes:
    """Return a PNG whose head claims a size, and which has no pixel."""
    return _png(struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), b"")


def deep_png(levels: tuple[int, ...], size: tuple[int, int] = (300, 200)) -> bytes:
    """Return a PNG of 16 bits a channel, all its pixels alike: grey of one level, or RGB."""
    width, height = size
    kind = 0 if len(levels) == 1 else 2
    row = b"\0" + struct.pack(f">{len(levels)}H", *levels) * width
    return _png(struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0), row * height)


def _png(head: bytes, rows: bytes) -> bytes:
    parts = (b"IHDR" + head, b"IDAT" + zlib.compress(rows), b"IEND")
    chunks = [
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
        for part in parts
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


WITH_SECRETS: dict[str, Callable[[Image.Image], bytes]] = {
    "a.jpg": camera_jpeg,
    "a.png": program_png,
    "a.webp": program_webp,
}
