"""Pictures: whether a file can be shown, and how large it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from PIL import Image, UnidentifiedImageError

PIXEL_LIMIT = 120_000_000  # width × height; above it a file is taken for a bomb

_LENGTH = re.compile(r"\s*([0-9.]+)\s*(px)?\s*$")
_SCRIPTING = ("script", "foreignObject", "iframe", "handler")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's width and height in pixels; `fault` says why it cannot be used."""

    width: int = 0
    height: int = 0
    fault: str = ""


def examine(location: Path) -> Picture:
    """Read a picture's size without decoding its pixels."""
    try:
        return _vector(location) if location.suffix.lower() == ".svg" else _raster(location)
    except (OSError, etree.XMLSyntaxError, UnidentifiedImageError, ValueError) as error:
        return Picture(fault=str(error).split("\n")[0].replace(str(location), location.name))
    except Image.DecompressionBombError:
        return Picture(fault="too many pixels")


def _raster(location: Path) -> Picture:
    with Image.open(location) as image:
        width, height = image.size
        orientation = image.getexif().get(0x0112, 1)
    if width * height > PIXEL_LIMIT:
        return Picture(fault="too many pixels")
    is_turned = orientation in (5, 6, 7, 8)
    return Picture(height, width) if is_turned else Picture(width, height)


def _vector(location: Path) -> Picture:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.parse(location, parser).getroot()
    fault = _active_part(root)
    if fault:
        return Picture(fault=fault)
    width, height = (_length(root.get(name)) for name in ("width", "height"))
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if not (width and height) and len(box) == 4:
        width, height = float(box[2]), float(box[3])
    if not (width and height):
        return Picture(fault="no width, height or viewBox")
    return Picture(round(width), round(height))


def _length(text: str | None) -> float:
    found = _LENGTH.match(text or "")
    return float(found.group(1)) if found else 0.0


def _active_part(root: etree._Element) -> str:
    """Name the first part of an SVG that could run or fetch something, or nothing."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            if isinstance(element, etree._Entity):
                return "an entity"
            continue
        name = etree.QName(element).localname
        if name in _SCRIPTING:
            return f"<{name}>"
        for attribute, value in element.attrib.items():
            plain = etree.QName(attribute).localname.lower()
            if plain.startswith("on"):
                return f"{plain}="
            if plain == "href" and not value.startswith("#"):
                return f"href={value[:40]}"
    return ""
