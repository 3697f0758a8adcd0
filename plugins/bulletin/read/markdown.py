"""Markdown: one body becomes HTML, with its links and headings listed and placed.

Links are left open (`LINK_MARK`), for what they lead to is not this room's business.
Raw HTML never reaches the output: what is not on the short list is reported and escaped.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from msgspec import Struct, field

from plugins.bulletin.model.article import DECORATIVE, LINK_MARK, NO_LINK, Body, Heading
from plugins.bulletin.problems import Problem, read_rules as rules
from plugins.bulletin.read.bodies import (
    ALLOWED_TAGS,
    Written,
    check_headings,
    check_links,
    check_nesting,
    check_notes,
    check_raw,
    place_link,
)
from plugins.bulletin.read.finding import Finder
from plugins.bulletin.read.media_signs import MediaSign, open_media, with_words
from plugins.bulletin.read.naming import note_names
from plugins.bulletin.read.paragraphs import wording
from plugins.bulletin.read.quotes import mark_pull_quote
from plugins.bulletin.read.shortcuts import HeadingIds, QuickInline
from plugins.bulletin.text.slugs import slugify

if TYPE_CHECKING:
    from plugins.bulletin.model.common import Language

DEPTH_LIMIT = 60  # elements in each other; a list has two a level
BACK_LINK = {"vi": "Trở lại chỗ đặt chú thích {}", "en": "Back to note {} in the text"}

_RAW_TAG = r"(<(!--.{0,2000}?--|/?[A-Za-z][^<>]*|![A-Za-z][^<>]*|\?[^<>]*)>|<!--)"
_MAIL = r"<([^<>@\s]+@[^<>@\s]+\.[^<>@\s]+)>"
_BARE_TAG = re.compile(r"</?([a-z]+) ?/?>")
_CELLS = ("th", "td")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CAPTION_TAGS = ("figure", "figcaption")
_NOTE_CLASSES = ("footnote-ref", "footnote-backref")
_NOTE_IDS = re.compile(r'<(?:li|sup) id="(fn(?:ref\d*)?:[^"]+)"')
# Python-Markdown's own signs in a tree that is not yet a text.
_ESCAPED = re.compile("\x02([0-9]+)\x03")
_STASHED = re.compile("\x02wzxhzdk:([0-9]+)\x03")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]*);")
# Stands for link N until the end, so that no text can be taken for LINK_MARK.
_HOLD = "\x1e%d\x1e"
_HELD = re.compile("\x1e([0-9]+)\x1e")


class _Found(Struct):
    """What one conversion comes across, in the order of the text."""

    links: list[Written] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    raw_tags: list[str] = field(default_factory=list)
    decorative: set[int] = field(default_factory=set)  # numbers of links
    depth: int = 0  # of elements in each other

    def clear(self) -> None:
        self.links.clear()
        self.headings.clear()
        self.raw_tags.clear()
        self.decorative.clear()
        self.depth = 0


class _RawTag(InlineProcessor):
    """Keeps a bare tag of the short list; any other one is noted and shown as text."""

    def __init__(self, md: markdown.Markdown, found: _Found) -> None:
        super().__init__(_RAW_TAG, md)
        self.found = found

    def handleMatch(  # type: ignore[override]  # noqa: N802 -- Python-Markdown's signature
        self, match: re.Match[str], _data: str
    ) -> tuple[str, int, int]:
        raw = match.group(1)
        bare = _BARE_TAG.fullmatch(raw)
        if bare is None or bare.group(1) not in ALLOWED_TAGS:
            self.found.raw_tags.append(_ESCAPED.sub(_with_backslash, raw))
            raw = html.escape(raw, quote=False)
        return self.md.htmlStash.store(raw), match.start(0), match.end(0)


class _Mail(InlineProcessor):
    """Makes a link of `<name@example.org>`, in plain letters."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, match: re.Match[str], _data: str
    ) -> tuple[Element, int, int]:
        link = Element("a", href=f"mailto:{match.group(1)}")
        link.text = markdown.util.AtomicString(match.group(1))
        return link, match.start(0), match.end(0)


def _align(cell: Element) -> None:
    """Say a cell's alignment by a class: a strict policy lets no page carry styles."""
    side = cell.attrib.pop("style", "").removeprefix("text-align: ").removesuffix(";")
    if side:
        cell.set("class", f"cell cell--{side}")


class _Collector(Treeprocessor):
    """Opens every link and picture, and lists headings with their final ids."""

    def __init__(self, md: markdown.Markdown, found: _Found) -> None:
        super().__init__(md)
        self.found = found

    def run(self, root: Element) -> None:
        self.found.depth = _depth(root)
        for element in root.iter():
            if element.tag == "a" and element.get("class") not in _NOTE_CLASSES:
                self._open(element, "href")
            elif element.tag == "img":
                self._take_mark(element)
                self._open(element, "src")
                element.set("loading", "lazy")
                element.set("decoding", "async")
            elif element.tag in _HEADINGS:
                self._note_heading(element)
            elif element.tag in _CAPTION_TAGS:
                self._strip(element)
            elif element.tag == "blockquote":
                mark_pull_quote(element)
            elif element.tag in _CELLS:
                _align(element)

    def _take_mark(self, element: Element) -> None:
        """Take what declares a picture decorative from behind it; one with words is not."""
        rest = element.tail or ""
        if rest.startswith(DECORATIVE):
            element.tail = rest.removeprefix(DECORATIVE)
            self.found.decorative.add(len(self.found.links))

    def _open(self, element: Element, name: str) -> None:
        target = element.get(name, "")
        if target == NO_LINK and name == "href":
            element.tag, element.attrib = "span", {}
            return
        number = len(self.found.links)
        source = _ESCAPED.sub(_with_backslash, target)
        plain = self._plain(target)
        alt = self._plain(element.get("alt", ""))
        if number in self.found.decorative:
            alt = alt or DECORATIVE
        self.found.links.append(Written(plain, source, name == "src", alt))
        element.set(name, _HOLD % number)

    def name_heading(self, element: Element) -> str:
        """Return the id that a heading's words make."""
        try:
            return slugify(self._words(element))
        except ValueError:
            return "section"

    def _note_heading(self, element: Element) -> None:
        level = _HEADINGS[element.tag]
        self.found.headings.append(Heading(level, element.get("id", ""), self._words(element)))

    def _words(self, element: Element) -> str:
        return " ".join(self._plain("".join(element.itertext())).split())

    def _strip(self, element: Element) -> None:
        """Take off what a caption block's `attrs` would set, such as `onclick`."""
        for name, value in list(element.attrib.items()):
            self.found.raw_tags.append(name if name not in ("class", "id") else value)
            del element.attrib[name]

    def _plain(self, text: str) -> str:
        """Return text of the tree as a visitor sees it."""
        text = text.replace(markdown.util.AMP_SUBSTITUTE, "&")
        text = _STASHED.sub(self._stashed, text)
        text = _ENTITY.sub(lambda match: html.unescape(match.group()), text)
        return _ESCAPED.sub(lambda match: chr(int(match.group(1))), text)

    def _stashed(self, match: re.Match[str]) -> str:
        raw = str(self.md.htmlStash.rawHtmlBlocks[int(match.group(1))])
        return "" if _BARE_TAG.fullmatch(raw) else raw


def _depth(root: Element) -> int:
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
    return depth


def _with_backslash(match: re.Match[str]) -> str:
    return "\\" + chr(int(match.group(1)))


class _OurExtension(Extension):
    """Puts our processors in their places."""

    def __init__(self, found: _Found) -> None:
        super().__init__()
        self.found = found

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        md.preprocessors.deregister("html_block")
        md.parser.blockprocessors.register(MediaSign(md.parser), "media", 175)
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.deregister("automail")
        md.inlinePatterns.register(_Mail(_MAIL, md), "mail", 110)
        md.inlinePatterns.register(_RawTag(md, self.found), "raw-tag", 90)
        collector = _Collector(md, self.found)
        md.treeprocessors.register(QuickInline(md), "inline", 20)
        md.treeprocessors.register(HeadingIds(md, collector.name_heading), "heading-ids", 5)
        md.treeprocessors.register(collector, "collector", 1)


@lru_cache(maxsize=2)
def _converter(language: Language) -> tuple[markdown.Markdown, _Found]:
    """Make the converter of one language once a process: making one takes 3 ms."""
    found = _Found()
    extensions: list[str | Extension] = [
        "tables",
        "sane_lists",
        "pymdownx.blocks.caption",
        FootnoteExtension(BACKLINK_TITLE=BACK_LINK[language], UNIQUE_IDS=False),
        _OurExtension(found),
    ]
    return markdown.Markdown(extensions=extensions, output_format="html"), found


def convert(
    text: str,
    path: str,
    *,
    first_line: int,
    language: Language,
    words: Sequence[Sequence[str]] = (),
) -> tuple[Body | None, list[Problem]]:
    """Convert one Markdown body.

    Args:
        text: Markdown, NFC.
        path: The file's path as problems print it.
        first_line: The file's line on which the body begins, from 1.
        language: The body's language, for the words of footnotes.
        words: What visitors read of each block that a sign stands for (see `read.fences`).

    Returns:
        The body, with places of links as lines and columns of the file, and its problems;
        None when it is nested too deeply to be converted.
    """
    finder = Finder(text, path, first_line)
    problems = check_nesting(finder)
    if problems:
        return None, problems
    converter, found = _converter(language)
    found.clear()
    try:
        markup = converter.reset().convert(text)
    except RecursionError:
        _converter.cache_clear()  # the parser is left in the middle of its work
        found.depth = sys.maxsize
    if found.depth > DEPTH_LIMIT:
        return None, [rules.MARKDOWN_NESTED.at(finder.deepest_place())]
    links = tuple(place_link(finder, link) for link in found.links)
    notes = tuple(_NOTE_IDS.findall(markup))
    opened = open_media(_open_links(markup), len(words))
    said, names = wording(with_words(markup, words)), note_names(opened, language)
    body = Body(opened, links, tuple(found.headings), notes, words=said, names=names)
    problems = check_raw(found.raw_tags, finder) + check_notes(finder, markup)
    problems += check_headings(body.headings, finder)
    return body, problems + check_links(body.links, path)


def _open_links(markup: str) -> str:
    """Write `LINK_MARK` for every link, and keep letters of a text from being taken for it."""
    disarmed = markup.replace(LINK_MARK.partition("%")[0], "bulletin-link&#58;")
    return _HELD.sub(lambda held: LINK_MARK % int(held.group(1)), disarmed)
