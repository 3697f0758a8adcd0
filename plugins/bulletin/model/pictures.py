"""Photographs: what linking found out about a raster picture, for those who publish it."""

from __future__ import annotations

from msgspec import Struct


class Photograph(Struct, frozen=True):
    """A raster picture of the content. It is published in other sizes and formats, never itself.

    `name` is its path from the content folder, `digest` that of its bytes, in hex. Width and
    height are in pixels, as it is shown. `has_alpha` tells that something shines through it.
    """

    name: str
    digest: str
    width: int
    height: int
    has_alpha: bool = False
