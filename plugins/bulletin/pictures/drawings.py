"""Drawings: SVG files, which could run or fetch something where a photograph cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from plugins.bulletin.problems import Words

LONGEST_SIDE = 100_000  # pixels

_SVG = "http://www.w3.org/2000/svg"
_FOREIGN = "http://www.w3.org/1999/xhtml"
_LENGTH = re.compile(r"\s*([0-9]{1,9}(?:\.[0-9]+)?)\s*(?:px)?\s*")
_ACTIVE = ("script", "foreignObject", "iframe", "handler", "listener")
_OWN_TARGET = re.compile(r"#|data:image/(?:png|jpeg|webp);base64,", re.IGNORECASE)
_FETCHING = re.compile(
    r"url\(\s*[\"\']?(?!\s*[\"\']?#)|@import|javascript:|expression\(", re.IGNORECASE
)
_NOT_XML = Words("the file is damaged or not a drawing", "tệp bị hỏng hoặc không phải là hình vẽ")
_ENTITY = Words("it defines entities (<!ENTITY …>)", "tệp có khai báo thực thể (<!ENTITY …>)")
_PART = Words(
    "it contains {}, which may run or fetch something",
    "tệp có {}, có thể chạy mã hoặc tải thứ khác về",
)


class BadDrawing(Exception):
    """A drawing that cannot be used, for a reason in both languages."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


def measure(location: Path) -> tuple[int, int]:
    """Return a drawing's width and height in pixels; 0 where it has none.

    Raises:
        BadDrawing: It is no SVG, or could run or fetch something.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        tree = etree.parse(location, parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise BadDrawing(_NOT_XML) from error
    root = tree.getroot()
    if root.tag not in (f"{{{_SVG}}}svg", "svg"):
        raise BadDrawing(_NOT_XML)
    declared = tree.docinfo.internalDTD
    if declared is not None and any(declared.iterentities()):  # type: ignore[union-attr]
        raise BadDrawing(_ENTITY)
    for part in _active_parts(root):
        raise BadDrawing(Words(_PART.en.format(part), _PART.vi.format(part)))
    return _size(root)


def _size(root: etree._Element) -> tuple[int, int]:
    width, height = (_length(str(root.get(name, ""))) for name in ("width", "height"))
    box = str(root.get("viewBox", "")).replace(",", " ").split()
    if not (width and height) and len(box) == 4:
        width, height = _length(box[2]), _length(box[3])
    return width, height


def _length(text: str) -> int:
    """Return a length in pixels, at least 1 where it is any; 0 for what is none."""
    found = _LENGTH.fullmatch(text)
    length = float(found.group(1)) if found else 0.0
    return min(max(round(length), 1), LONGEST_SIDE) if length else 0


def _active_parts(root: etree._Element) -> Iterator[str]:
    """Name each part that could run or fetch something."""
    before = root.itersiblings(etree.PI, preceding=True)
    for node in (*before, *root.iter(etree.PI), *root.itersiblings(etree.PI)):
        yield f"<?{getattr(node, 'target', '')}?>"
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        if name.localname in _ACTIVE or name.namespace == _FOREIGN:
            yield f"<{name.localname}>"
        if name.localname == "style" and _FETCHING.search(element.text or ""):
            yield "<style>"
        for attribute, value in element.attrib.items():
            plain = etree.QName(str(attribute)).localname
            if _is_active(plain.lower(), str(value)):
                yield f"{plain}="


def _is_active(attribute: str, value: str) -> bool:
    if attribute.startswith("on"):
        return True
    if attribute in ("href", "src"):
        return not _OWN_TARGET.match(value.strip())
    return bool(_FETCHING.search(value))
