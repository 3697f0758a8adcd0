"""App icons: the theme's mark as PNG in the bulletin's colour, for where no drawing is shown.

`static/app/mark.png` is the favicon's two strokes as a mask: red where the accent comes, green
where the theme's own green does. A browser test holds it to the drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from plugins.bulletin.store.digests import digest_of
from plugins.bulletin.store.versions import version_of

if TYPE_CHECKING:
    from PIL.Image import Image

PAPER, GREEN = "#faf6ee", "#2f6f5e"  # as in static/icons/favicon.svg
RECIPE = 1  # add one whenever other bytes are made of the same mark

_CORNER = 12 / 64  # of the side, as in the favicon
_FINER = 4  # times: the corners are drawn larger and made smaller
# Size in pixels, part of it that the mark takes, purpose. A maskable icon may be cut to a circle
# of four fifths of its side (W3C, Web Application Manifest, "safe zone").
_KINDS = ((192, 1.0, "any"), (512, 1.0, "any"), (512, 0.68, "maskable"))


class AppIcon(Struct, frozen=True):
    """One icon. `path` is below the output folder and carries a digest of all that it is of."""

    mark: bytes
    accent: str
    size: int
    part: float
    purpose: str

    @property
    def key(self) -> bytes:
        """Return what its bytes follow from."""
        parts = (self.accent, self.size, self.part, self.purpose)
        return digest_of(RECIPE, version_of("pillow"), self.mark, parts)

    @property
    def path(self) -> str:
        """Return where it stands."""
        return f"theme/app-{self.purpose}-{self.size}.{self.key.hex()[:8]}.png"


def app_icons(mark: bytes, accent: str) -> Iterator[AppIcon]:
    """Yield the icons of a bulletin."""
    for size, part, purpose in _KINDS:
        yield AppIcon(mark, accent, size, part, purpose)


def draw_icon(icon: AppIcon) -> bytes:
    """Draw an icon as PNG; what may be cut by others fills its square, any other has corners."""
    from PIL import Image as Images, ImageColor  # takes longer to import than most builds have

    side = round(icon.size * icon.part)
    mark = Images.open(BytesIO(icon.mark)).convert("RGB")
    place = (icon.size - side) // 2
    layers = Images.new("RGB", (icon.size, icon.size))
    layers.paste(mark.resize((side, side), Images.Resampling.LANCZOS), (place, place))
    drawn = Images.new("RGB", layers.size, PAPER)
    accent, green, _ = layers.split()
    for colour, mask in ((icon.accent, accent), (GREEN, green)):
        drawn.paste(ImageColor.getrgb(colour)[:3], mask=mask)
    if icon.purpose == "any":
        drawn.putalpha(_corners(icon.size))
    found = BytesIO()
    drawn.save(found, "PNG", optimize=True)
    return found.getvalue()


def _corners(size: int) -> Image:
    """Return the mask of a square with round corners."""
    from PIL import Image as Images, ImageDraw

    side = size * _FINER
    mask = Images.new("L", (side, side))
    box = (0, 0, side - 1, side - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius=round(side * _CORNER), fill=255)
    return mask.resize((size, size), Images.Resampling.LANCZOS)
