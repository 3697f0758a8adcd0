"""Variants: in which sizes and formats a photograph is published, and at which addresses.

All of it follows from what the photograph is, so pages can be written before a variant is made.
An address carries a digest of the photograph's bytes and of how its variants are made, so that
browsers may keep the file for ever.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from plugins.bulletin.model.pictures import Photograph
from plugins.bulletin.store.digests import digest_of
from plugins.bulletin.store.versions import version_of

Format = Literal["avif", "webp", "jpg", "png"]

WIDTHS = (400, 800, 1200, 1600)  # pixels; the widest place has 1120, and screens double it
SHARED_WIDTH = 1200  # of the one that is shown where a page is shared, or opened by itself
QUALITY = {"avif": 60, "webp": 78, "jpg": 80, "png": 0}
MEDIA_TYPES: dict[Format, str] = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
}
RECIPE = 1  # add one whenever other bytes are made of the same photograph

_OPAQUE: tuple[Format, ...] = ("avif", "webp", "jpg")
_CLEAR: tuple[Format, ...] = ("avif", "webp", "png")
_MARK_LENGTH = 12  # hex digits


class Variant(Struct, frozen=True):
    """One size and format of a photograph. `path` is below the output folder."""

    photograph: Photograph
    width: int
    height: int
    form: Format
    path: str

    @property
    def key(self) -> bytes:
        """Return what its bytes are kept by: all that they follow from."""
        return digest_of(_recipe(), self.photograph, self.width, self.form)


def variants_of(photograph: Photograph) -> tuple[Variant, ...]:
    """Return all variants of a photograph: by format, the best first, each from narrow to wide."""
    return tuple(
        variant for form in formats_of(photograph) for variant in in_format(photograph, form)
    )


def formats_of(photograph: Photograph) -> tuple[Format, ...]:
    """Return the formats in which a photograph is published; the last is for every browser."""
    return _CLEAR if photograph.has_alpha else _OPAQUE


def in_format(photograph: Photograph, form: Format) -> tuple[Variant, ...]:
    """Return the variants of one format, from narrow to wide."""
    mark = digest_of(_recipe(), photograph.digest).hex()[:_MARK_LENGTH]
    stem = photograph.name.rpartition(".")[0]
    return tuple(
        Variant(
            photograph,
            width,
            max(round(photograph.height * width / photograph.width), 1),
            form,
            f"{stem}.{mark}.{width}.{form}",
        )
        for width in _widths(photograph.width)
    )


def shared_variant(photograph: Photograph) -> Variant:
    """Return the one variant that stands for the photograph where only one can."""
    found = in_format(photograph, formats_of(photograph)[-1])
    return next((item for item in reversed(found) if item.width <= SHARED_WIDTH), found[0])


def _widths(width: int) -> tuple[int, ...]:
    """Return the widths below a photograph's own, and its own where it is not too wide."""
    narrower = [each for each in WIDTHS if each < width * 0.9]
    return (*narrower, min(width, WIDTHS[-1])) if width < WIDTHS[-1] / 0.9 else WIDTHS


@cache
def _recipe() -> bytes:
    """Return the digest of all that decides how variants are made."""
    return digest_of(RECIPE, WIDTHS, QUALITY, version_of("pillow"))
