"""Paragraphs: the text of a converted body, one piece for each block that a visitor sees.

A paragraph, heading, item of a list, row of a table, caption and footnote is one piece.
The words for a picture are part of the paragraph around it.
"""

from __future__ import annotations

import html
import re

from plugins.bulletin.text.wording import digest_words, opening

# As read.markdown writes markup: attributes in double quotes, no `<` or `>` inside a tag.
# fmt: off
_BLOCKS = frozenset({
    "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "li", "ol", "p", "pre", "table", "tr", "ul",
})
# fmt: on
_BLOCK = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS))})(?![a-z0-9])[^>]*>")
_INLINE = re.compile(r"</?[a-z0-9]+[^>]*>")
_PICTURE = re.compile(r'<img(?: (?!alt=)[a-z]+="[^"]*")*(?: alt="(?P<alt>[^"]*)")?[^>]*>')
_PARTING = re.compile(r"</?(?:td|th|br)(?![a-z0-9])[^>]*>")
_NOTE_MARK = re.compile(
    r'<sup id="fnref[^>]*><a class="footnote-ref"[^>]*>[^<]*</a></sup>'
    r'|<a class="footnote-backref"[^>]*>[^<]*</a>'
)


def paragraphs(markup: str) -> list[str]:
    """Return the text of every piece of a converted body, in order."""
    text = _NOTE_MARK.sub("", markup) if "footnote-" in markup else markup
    text = _PICTURE.sub(r" \g<alt> ", text)
    text = _PARTING.sub(" ", text)
    pieces = (html.unescape(_INLINE.sub("", piece)).split() for piece in _BLOCK.split(text))
    return [" ".join(words) for words in pieces if words]


def wording(markup: str) -> str:
    """Return one line for each piece: the digest of its words, a space, how it begins."""
    return "\n".join(f"{digest_words(text)} {opening(text)}" for text in paragraphs(markup))
