"""Paragraphs: the text of a converted body, one piece for each block that a visitor sees.

A paragraph, heading, item of a list, row of a table, caption and footnote is one piece.
The words for a picture are part of the paragraph around it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from plugins.bulletin.text.wording import digest_words, opening

# As read.markdown writes markup: attributes in double quotes, no `<` or `>` inside a tag.
_TAG = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>")
_ALT = re.compile(r'\balt="([^"]*)"')
_CELLS = ("td", "th")
# fmt: off
_BLOCKS = frozenset({
    "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "ol", "p", "pre", "table", "tr", "ul",
})
# fmt: on
_NOTE_MARK = re.compile(
    r'<sup id="fnref[^>]*><a class="footnote-ref"[^>]*>[^<]*</a></sup>'
    r'|<a class="footnote-backref"[^>]*>[^<]*</a>'
)


def paragraphs(markup: str) -> list[str]:
    """Return the text of every piece of a converted body, in order."""
    pieces = (" ".join(piece.split()) for piece in _pieces(_NOTE_MARK.sub("", markup)))
    return [piece for piece in pieces if piece]


def wording(markup: str) -> str:
    """Return one line for each piece: the digest of its words, a space, how it begins."""
    return "\n".join(f"{digest_words(text)} {opening(text)}" for text in paragraphs(markup))


def _pieces(markup: str) -> Iterator[str]:
    piece: list[str] = []
    at = 0
    for match in _TAG.finditer(markup):
        piece.append(html.unescape(markup[at : match.start()]))
        at = match.end()
        name = match[2]
        if name in _BLOCKS:
            yield "".join(piece)
            piece = []
        else:
            piece.append(_beside(name, match[3]))
    yield "".join(piece) + html.unescape(markup[at:])


def _beside(name: str, attributes: str) -> str:
    """Return what a tag within a piece puts between the words around it."""
    if name == "img":
        alt = _ALT.search(attributes)
        return f" {html.unescape(alt[1])} " if alt else ""
    return " " if name in (*_CELLS, "br") else ""
