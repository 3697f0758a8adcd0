"""HTML: its text, and its parts. Nothing here cleans or changes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from msgspec import Struct

_SILENT = frozenset({"script", "style", "template"})
# Tags inside a sentence; every other tag parts words.
# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})
# fmt: on
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})
# As Python-Markdown writes them: no `<` or `>` inside a tag.
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^<>]*>")
# A whole paragraph or heading without another of its kind inside, which most elements are.
_PLAIN = re.compile(r"\s*(<(p|h[1-6])(?: [^<>]*)?>(?:[^<]++|<(?!/?\2[ >]))*+</\2>)")


class Element(Struct, frozen=True):
    """One top-level element: its tag, and its whole HTML. Loose text has the tag ""."""

    tag: str
    html: str


def split_elements(html: str) -> tuple[Element, ...]:
    """Split HTML into its top-level elements, in order; only space between them is left out.

    An element that is not closed ends with the one around it, as in a browser.
    """
    elements: list[Element] = []
    start = 0
    while start < len(html):
        plain = _PLAIN.match(html, start)
        if plain is not None:
            elements.append(Element(plain[2], plain[1]))
            start = plain.end()
        else:
            found, start = _split_one(html, start)
            elements += found
    return tuple(elements)


def _split_one(html: str, start: int) -> tuple[list[Element], int]:
    """Return the next element with the loose text before it, and where it ends."""
    open_tags: list[str] = []
    before: list[Element] = []
    for match in _TAG.finditer(html, start):
        is_end, tag = bool(match[1]), match[2]
        if not open_tags and not is_end:
            before = _loose(html[start : match.start()])
            start = match.start()
        first = open_tags[0] if open_tags else tag
        open_tags = _after(open_tags, tag, is_end=is_end)
        if not open_tags:
            return [*before, Element(first, html[start : match.end()])], match.end()
    rest = html[start:]
    return [*before, *([Element(open_tags[0], rest)] if open_tags else _loose(rest))], len(html)


def _after(open_tags: list[str], tag: str, *, is_end: bool) -> list[str]:
    """Return the elements that are open after a tag."""
    if not is_end:
        return open_tags if tag in _VOID else [*open_tags, tag]
    if tag not in open_tags:
        return open_tags
    last = len(open_tags) - 1 - open_tags[::-1].index(tag)
    return open_tags[:last]


def _loose(text: str) -> list[Element]:
    return [Element("", text.strip())] if text.strip() else []


def text_of(html: str) -> str:
    """Return the words of a piece of HTML with single spaces, without scripts and styles."""
    collector = _Collector()
    collector.feed(html)
    collector.close()
    return " ".join("".join(collector.pieces).split())


class _Collector(HTMLParser):
    """Gather text while parsing; lives for one call of `text_of`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silence = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Part words at a block; fall silent inside a script."""
        self.silence += tag in _SILENT
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        """Speak again after a script."""
        self.silence -= tag in _SILENT and self.silence > 0
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Keep text that a visitor would see."""
        if not self.silence:
            self.pieces.append(data)

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.pieces.append(" ")
