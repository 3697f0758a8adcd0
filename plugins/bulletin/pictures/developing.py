"""Developing: a photograph's file becomes the bytes of its variants. Here alone Pillow writes.

What comes out has the pixels and nothing else: turned upright, in sRGB, eight bits a channel,
without what the camera or a program wrote beside them. The same file gives the same bytes in
every run, so encoders have fixed settings and one thread.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from io import BytesIO

from PIL import Image, ImageCms

from plugins.bulletin.pictures.judging import OPENED, ORIENTATION
from plugins.bulletin.pictures.variants import QUALITY, Format, Variant
from plugins.bulletin.store.digests import digest_bytes

SETTINGS: Mapping[Format, Mapping[str, object]] = {
    "avif": {"speed": 7, "max_threads": 1, "subsampling": "4:2:0", "codec": "aom"},
    "webp": {"method": 4},
    "jpg": {"optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "png": {"optimize": True},
}
_KINDS: Mapping[Format, str] = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG"}
_SPARE = 2  # times the widest size that a JPEG is decoded to at least, so that it stays sharp
# What turns a picture upright, by Exif's orientation. Pillow's own function writes Exif anew on
# the way, and fails where a camera wrote it badly.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DEEP = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_LEVELS = 256  # of eight bits among sixteen


def develop(raw: bytes, variants: Iterable[Variant]) -> dict[bytes, bytes]:
    """Make variants of one photograph.

    Args:
        raw: The photograph's file, which was judged and found good.
        variants: What to make of it.

    Returns:
        The variants' bytes by their keys.

    Raises:
        ValueError: The file is not the one that was judged.
    """
    wanted = sorted(variants, key=lambda item: item.width, reverse=True)
    if wanted and digest_bytes(raw).hex() != wanted[0].photograph.digest:
        raise ValueError(wanted[0].photograph.name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # on damaged Exif, which is dropped
        return _develop(raw, wanted)


def _develop(raw: bytes, wanted: Iterable[Variant]) -> dict[bytes, bytes]:
    made, sizes = {}, dict[int, Image.Image]()
    picture: Image.Image | None = None
    for variant in wanted:
        if picture is None:
            picture = _opened(raw, variant)
        if variant.width not in sizes:
            size = (variant.width, variant.height)
            sizes[variant.width] = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
        made[variant.key] = _encoded(sizes[variant.width], variant.form)
    return made


def _opened(raw: bytes, widest: Variant) -> Image.Image:
    """Return the photograph upright, in sRGB, with RGB or RGBA pixels and nothing beside them."""
    with Image.open(BytesIO(raw), formats=OPENED) as image:
        side = _SPARE * max(widest.width, widest.height)
        image.draft(None, (side, side))  # a JPEG alone, by whole parts of its size
        profile = image.info.get("icc_profile")
        turn = _TURNS.get(image.getexif().get(ORIENTATION, 1))
        upright = image.copy() if turn is None else image.transpose(turn)
    plain = _in_srgb(upright, profile if isinstance(profile, bytes) else b"", widest)
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    return bare


def _in_srgb(image: Image.Image, profile: bytes, variant: Variant) -> Image.Image:
    """Convert colours; a profile that is damaged or of another kind of picture is not used."""
    mode = "RGBA" if variant.photograph.has_alpha else "RGB"
    if image.mode in _DEEP:
        return _in_eight_bits(image).convert(mode)
    alpha = image.convert("RGBA").getchannel("A") if mode == "RGBA" else None
    source = image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")
    try:
        colours = _through(source, profile) if profile else source.convert("RGB")
    except (ImageCms.PyCMSError, OSError):
        colours = source.convert("RGB")
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


def _through(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert through a colour profile; only what is drawn in it looks as it was meant.

    Raises:
        PyCMSError: The profile is of another kind of picture.
        OSError: It is none.
    """
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    found = ImageCms.profileToProfile(
        image,
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        renderingIntent=intent,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    return image.convert("RGB") if found is None else found


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Return a grey picture of sixteen bits with eight; Pillow itself would clip it to white."""
    deep = image.convert("I")
    return deep.point([level // _LEVELS for level in range(_LEVELS * _LEVELS)], "L")


def _encoded(image: Image.Image, form: Format) -> bytes:
    stream = BytesIO()
    quality = {"quality": QUALITY[form]} if QUALITY[form] else {}
    image.save(stream, _KINDS[form], **quality, **SETTINGS[form])
    return stream.getvalue()
