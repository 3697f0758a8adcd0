"""Shortcuts: what Python-Markdown does at length, done briefly, with the same result."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import unique
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

# Every inline pattern needs one of these signs, so most sentences need no pattern tried.
_INLINE_SIGN = re.compile(r"[`\\\[<&*_]|  \n|\x02")
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))


class QuickInline(InlineProcessor):
    """Spares text without any inline sign the trial of every pattern."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the inline patterns where one may match."""
        for element in tree.iter():
            if element.text and not _INLINE_SIGN.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _INLINE_SIGN.search(element.tail):
                element.tail = AtomicString(element.tail)
        return super().run(tree, ancestors)


class HeadingIds(Treeprocessor):
    """Gives each heading an id from its words; the whole table of contents is not needed."""

    def __init__(self, md: Markdown, name: Callable[[Element], str]) -> None:
        """Take the function that names a heading: an id, perhaps one that is taken."""
        super().__init__(md)
        self.name = name

    def run(self, root: Element) -> None:
        """Set the ids of headings that have none; the second of one name gets a number."""
        taken = {element.get("id", "") for element in root.iter()}
        counters: dict[str, int] = {}
        for heading in root.iter():
            if heading.tag in _HEADINGS and not heading.get("id"):
                name = self.name(_without_notes(heading))
                # `counters` is newer than the types of Python-Markdown.
                heading.set("id", unique(name, taken, counters))  # type: ignore[call-arg]


def _without_notes(heading: Element) -> Element:
    """Return a heading without its references to footnotes, whose numbers are no words of it."""
    if not any(child.get("id", "").startswith("fnref") for child in heading.iter("sup")):
        return heading
    plain = deepcopy(heading)
    for parent in list(plain.iter()):
        for child in [item for item in parent if _is_reference(item)]:
            _remove(parent, child)
    return plain


def _is_reference(element: Element) -> bool:
    return element.tag == "sup" and element.get("id", "").startswith("fnref")


def _remove(parent: Element, child: Element) -> None:
    """Remove an element and keep the text after it."""
    before = list(parent)[: list(parent).index(child)]
    if before:
        before[-1].tail = (before[-1].tail or "") + (child.tail or "")
    else:
        parent.text = (parent.text or "") + (child.tail or "")
    parent.remove(child)
