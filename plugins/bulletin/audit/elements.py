"""Elements: what lxml tells about them, with the types its stubs leave open."""

from __future__ import annotations

from typing import TypeAlias, cast

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml has no other name for it


def line_of(element: Element) -> int:
    """Return the line of an element, from 1; 0 where it is unknown."""
    return cast(int | None, element.sourceline) or 0


def find(path: etree.XPath, root: Element) -> list[Element]:
    """Return the elements of a path that selects elements only."""
    return cast(list[Element], path(root))


def text_of(element: Element, name: str) -> str:
    """Return the words of the first child of some name, "" when there is none."""
    return (element.findtext(name) or "").strip()
