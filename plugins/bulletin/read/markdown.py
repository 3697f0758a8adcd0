"""Markdown: one body becomes HTML, with its links and headings listed and placed.

Links are left open (`LINK_MARK`), for what they lead to is not this room's business.
Raw HTML never reaches the output: what is not on the short list is reported and escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import AUTOMAIL_RE, InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from plugins.bulletin.model.article import LINK_MARK, Body, BodyLink, Heading
from plugins.bulletin.problems import Place, Problem
from plugins.bulletin.problems import read_rules as rules
from plugins.bulletin.text.slugs import slugify

if TYPE_CHECKING:
    from plugins.bulletin.model.common import Language

ALLOWED_TAGS = ("br", "cite", "del", "ins", "kbd", "mark", "q", "small", "sub", "sup")
ALLOWED_SCHEMES = ("http", "https", "mailto", "tel")
BACK_LINK = {"vi": "Trở lại chỗ đặt chú thích {}", "en": "Back to note {} in the text"}

_RAW_TAG = r"(<(/?[A-Za-z][^<>]*|!--.*?--|![A-Za-z][^<>]*|\?[^<>]*)>)"
_BARE_TAG = re.compile(r"/?([a-z]+) ?/?$")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(slots=True)
class _Found:
    """What one conversion comes across, in the order of the text."""

    links: list[tuple[str, bool, str]] = field(default_factory=list)  # target, is image, alt
    headings: list[Heading] = field(default_factory=list)
    raw_tags: list[str] = field(default_factory=list)


class _RawTag(InlineProcessor):
    """Keeps a bare tag of the short list; any other one is noted and shown as text."""

    def __init__(self, md: markdown.Markdown, found: _Found) -> None:
        super().__init__(_RAW_TAG, md)
        self.found = found

    def handleMatch(  # noqa: N802 -- Python-Markdown's name
        self, match: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        raw, inside = match.group(1), match.group(2)
        bare = _BARE_TAG.match(inside)
        if bare is None or bare.group(1) not in ALLOWED_TAGS:
            self.found.raw_tags.append(raw)
            raw = raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return self.md.htmlStash.store(raw), match.start(0), match.end(0)


class _PlainMail(InlineProcessor):
    """Links `<name@example.org>` as it stands; the library would hide it behind entities."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- Python-Markdown's name
        self, match: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        link = Element("a", {"href": "mailto:" + match.group(1).removeprefix("mailto:")})
        link.text = AtomicString(match.group(1))
        return link, match.start(0), match.end(0)


class _Collector(Treeprocessor):
    """Opens every link and picture, and lists headings with their final ids."""

    def __init__(self, md: markdown.Markdown, found: _Found) -> None:
        super().__init__(md)
        self.found = found

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and not element.get("href", "").startswith(("#fn", "#fnref")):
                self._open(element, "href")
            elif element.tag == "img":
                self._open(element, "src")
                element.set("loading", "lazy")
            elif element.tag in _HEADINGS:
                text = "".join(element.itertext()).strip()
                heading = Heading(_HEADINGS[element.tag], element.get("id", ""), text)
                self.found.headings.append(heading)

    def _open(self, element: Element, name: str) -> None:
        target = element.get(name, "")
        number = len(self.found.links)
        self.found.links.append((target, name == "src", element.get("alt", "")))
        element.set(name, LINK_MARK % number)


class _OurExtension(Extension):
    """Puts both processors in their places."""

    def __init__(self, found: _Found) -> None:
        super().__init__()
        self.found = found

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_RawTag(md, self.found), "raw-tag", 90)
        md.inlinePatterns.register(_PlainMail(AUTOMAIL_RE, md), "automail", 110)
        md.treeprocessors.register(_Collector(md, self.found), "collector", 1)


def _slug(text: str, separator: str) -> str:
    del separator
    try:
        return slugify(text)
    except ValueError:
        return "section"


@lru_cache(maxsize=2)
def _converter(language: Language) -> tuple[markdown.Markdown, _Found]:
    """Make the converter of one language once a process: making one takes 3 ms."""
    found = _Found()
    extensions: list[str | Extension] = [
        "tables",
        "sane_lists",
        "pymdownx.blocks.caption",
        FootnoteExtension(BACKLINK_TITLE=BACK_LINK[language], UNIQUE_IDS=False),
        TocExtension(slugify=_slug),
        _OurExtension(found),
    ]
    return markdown.Markdown(extensions=extensions, output_format="html"), found


def convert(
    text: str, path: str, *, first_line: int, language: Language
) -> tuple[Body, list[Problem]]:
    """Convert one Markdown body.

    Args:
        text: Markdown, NFC.
        path: The file's path as problems print it.
        first_line: The file's line on which the body begins, from 1.
        language: The body's language, for the words of footnotes.

    Returns:
        The body, with places of links as lines and columns of the file, and its problems.
    """
    converter, found = _converter(language)
    converter.reset()
    found.links.clear(), found.headings.clear(), found.raw_tags.clear()
    html = converter.convert(text)
    finder = _Finder(text, path, first_line)
    links = tuple(_place_link(finder, *link) for link in found.links)
    body = Body(html, links, tuple(found.headings))
    problems = [*_check_raw(found, finder), *_check_headings(body, finder)]
    return body, problems + _check_links(body, path)


class _Finder:
    """Finds where the n-th use of a string stands in the source."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.from_offset: Counter[str] = Counter()

    def place(self, needle: str) -> Place:
        """Return the place of the next use of a string; the body's start when it is not found."""
        offset = self.text.find(needle, self.from_offset[needle])
        if offset < 0:
            return Place(self.path, self.first_line)
        self.from_offset[needle] = offset + len(needle)
        before = self.text[:offset]
        line = before.count("\n")
        column = offset - (before.rfind("\n") + 1)
        return Place(self.path, self.first_line + line, column + 1)


def _place_link(finder: _Finder, target: str, is_image: bool, alt: str) -> BodyLink:
    place = finder.place(target or "](")
    return BodyLink(target, place.line, place.column, is_image, alt)


def _check_raw(found: _Found, finder: _Finder) -> list[Problem]:
    allowed = ", ".join(f"<{tag}>" for tag in ALLOWED_TAGS)
    return [
        rules.RAW_HTML.at(finder.place(raw), tag=raw[:60], allowed=allowed)
        for raw in found.raw_tags
    ]


def _check_headings(body: Body, finder: _Finder) -> list[Problem]:
    """Report a heading that leaves out a level; the page's title has level 1."""
    problems = []
    deepest = 1
    for heading in body.headings:
        place = finder.place(heading.text)
        if heading.level == 1 or heading.level > deepest + 1:
            most = 2 if heading.level == 1 else deepest + 1
            problem = rules.HEADING_LEVEL.at(
                place, text=heading.text, level=heading.level, most=most, marks="#" * most
            )
            problems.append(problem)
        deepest = max(heading.level, 1)
    return problems


def _check_links(body: Body, path: str) -> list[Problem]:
    problems = []
    for link in body.links:
        place = Place(path, link.line, link.column)
        scheme = _SCHEME.match(link.target)
        if scheme and scheme.group(1).lower() not in ALLOWED_SCHEMES:
            problems.append(rules.LINK_SCHEME.at(place, target=link.target))
        if link.is_image and not link.alt.strip():
            problems.append(rules.ALT_MISSING.at(place, target=link.target))
    return problems
