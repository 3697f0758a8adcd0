"""Elements: what lxml tells about them, with the types its stubs leave open."""

from __future__ import annotations

from typing import cast

from lxml import etree


def line_of(element: etree._Element) -> int:
    """Return the line of an element, from 1; 0 where it is unknown."""
    return cast(int | None, element.sourceline) or 0


def find(path: etree.XPath, root: etree._Element) -> list[etree._Element]:
    """Return the elements of a path that selects elements only."""
    return cast(list[etree._Element], path(root))
