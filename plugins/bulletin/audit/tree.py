"""Tree: any page, read as browsers do, by lxml. Slow, and right whatever the page is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from lxml import etree

from plugins.bulletin.audit.elements import Element, find, line_of
from plugins.bulletin.audit.tags import READERS, Item, Said, read_tag

_TITLE = "title"

_with_id = etree.XPath("//*[@id]")

# Looking for these in the tree costs as much as all the rest, and nearly no page has them. A
# pattern begins with plain letters, which is what makes its search fast.
_RARE = {
    "style": (re.compile(rb"style\s*="), etree.XPath("//*[@style]")),
    "draft": (re.compile(rb"data-draft"), etree.XPath("//*[@data-draft]")),
    "map": (re.compile(rb"data-bounds"), etree.XPath("//*[@data-bounds]")),
    "handler": (
        re.compile(rb"on(?<=[\s\"'/]on)\w+\s*="),
        etree.XPath("//*[@*[starts-with(name(), 'on')]]"),
    ),
}


def read_tree(data: bytes) -> Said | None:
    """Return what a page says, or None when the file holds no element.

    Args:
        data: The file, UTF-8; other bytes are read as far as they go.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    # lxml's types promise a root, but a file of nothing but comments has none.
    return None if cast(object, root) is None else _read(root, data)


def _read(root: Element, data: bytes) -> Said:
    said = Said(str(root.get("lang") or ""))
    for element in root.iter(*READERS, _TITLE):
        said.add(line_of(element), [_items(element)])
    for element in find(_with_id, root):
        said.add(line_of(element), [[("ids", str(element.get("id")))]])
    for element, item in _find_rare(root, data):
        said.add(line_of(element), [[item]])
    return said


def _items(element: Element) -> Iterator[Item]:
    """Yield what an element says; of titles only the head's: drawings have some too."""
    name = str(element.tag)
    if name == "script" and (element.get("type") or "").lower() == "application/ld+json":
        yield "structured", element.text or ""
    if name != _TITLE:
        yield from read_tag(name, cast(Mapping[str, str], element.attrib))
    elif (parent := element.getparent()) is not None and parent.tag == "head":
        yield "titles", element.text or ""


def _find_rare(root: Element, data: bytes) -> Iterator[tuple[Element, Item]]:
    """Yield what few elements have, asked for only where there may be one."""
    small = data.lower()
    for name, (pattern, path) in _RARE.items():
        for element in find(path, root) if pattern.search(small) else ():
            yield from ((element, item) for item in _rare_items(name, element))


def _rare_items(name: str, element: Element) -> Iterator[Item]:
    if name == "style":
        yield "styles", str(element.tag)
    elif name == "draft":
        yield "drafts", str(element.tag)
    elif name == "map":
        words = " ".join(" ".join(map(str, element.itertext())).split())
        yield "maps", f"{element.get('data-bounds')}\n{words}"
    else:
        names = (str(attribute) for attribute in element.attrib)
        yield from (("handlers", found) for found in names if found.startswith("on"))
