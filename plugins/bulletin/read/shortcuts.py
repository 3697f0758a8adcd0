"""Shortcuts: what Python-Markdown does at length, done briefly, with the same result."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import unique
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from markdown.util import AtomicString

# Every inline pattern needs one of these signs, so most sentences need no pattern tried.
_INLINE_SIGN = re.compile(r"[`\\\[<&*_]|  \n|\x02")
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))


# What must stand in a text for a pattern to match; a pattern that is not listed is always tried.
_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "image_link": "![",
    "image_reference": "![",
    "short_image_ref": "![",
    "reference": "[",
    "link": "[",
    "short_reference": "[",
    "autolink": "://",
    "mail": "@",
    "linebreak": "  \n",
    "raw-tag": "<",
    "entity": "&",
}


class QuickInline(InlineProcessor):
    """Tries no pattern that cannot match: none where a sentence has no inline sign."""

    def __init__(self, md: Markdown) -> None:
        """Take the converter; its patterns are looked at when it first converts."""
        super().__init__(md)
        self.signed: list[tuple[object, str]] = []

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply the inline patterns where one may match."""
        busy: list[str] = []
        for element in tree.iter():
            if element.text:
                element.text = _still(element.text, busy)
            if element.tail:
                element.tail = _still(element.tail, busy)
        text = "\x00".join(busy)
        wanted = [pattern for pattern, sign in self._signed() if sign in text]
        self.inlinePatterns = wanted  # type: ignore[assignment]
        return super().run(tree, ancestors)

    def _signed(self) -> Iterable[tuple[object, str]]:
        """Return all patterns in their order, each with the sign that it needs."""
        if not self.signed:
            patterns = self.md.inlinePatterns
            signs = {id(patterns[name]): _SIGNS[name] for name in _SIGNS if name in patterns}
            self.signed += [(pattern, signs.get(id(pattern), "")) for pattern in patterns]
        return self.signed


def _still(text: str, busy: list[str]) -> str:
    """Return a text so marked that no pattern is tried on it, or list it among the others."""
    if _INLINE_SIGN.search(text):
        busy.append(text)
        return text
    return AtomicString(text)


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
