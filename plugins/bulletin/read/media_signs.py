"""Signs of media: what stands for a block of fields while a body is converted, and after."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString

from plugins.bulletin.model.media import MEDIA_MARK
from plugins.bulletin.read.fences import SIGN

_SIGN = re.compile(SIGN.replace("%d", "([0-9]+)"))
_ELEMENT = re.compile(f"<div>{_SIGN.pattern}</div>")
_MARK = MEDIA_MARK.partition("%")[0].removeprefix("<div>")


class MediaSign(BlockProcessor):
    """Makes an element of its own of a sign, which has a line to itself."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 -- the library's signature
        """Tell whether a block of lines begins with a sign."""
        return _SIGN.match(block.lstrip("\n")) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Add the element, which keeps the sign as its text; what is behind it comes next."""
        sign, _, rest = blocks.pop(0).lstrip("\n").partition("\n")
        SubElement(parent, "div").text = AtomicString(sign.strip())
        if rest.strip():
            blocks.insert(0, rest)


def open_media(markup: str, count: int) -> str:
    """Write `MEDIA_MARK` for every sign, and keep letters of a text from being taken for it."""
    disarmed = markup.replace(_MARK, _MARK.replace(":", "&#58;"))
    if not count:
        return disarmed
    return _ELEMENT.sub(lambda found: MEDIA_MARK % int(found[1]), disarmed)


def with_words(markup: str, words: Sequence[Sequence[str]]) -> str:
    """Return a body in whose HTML the words of its blocks stand as paragraphs."""
    if not words:
        return markup
    pieces = ["".join(f"<p>{html.escape(word)}</p>" for word in said) for said in words]
    return _ELEMENT.sub(lambda found: pieces[int(found[1])], markup)
