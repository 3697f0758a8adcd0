"""Foreign words: names in Vietnamese letters on an English page say their language.

A program that reads aloud then says them as they are said. It is done to the finished page, for
such names stand everywhere: in titles, texts, sources and bylines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.bulletin.text.vietnamese import SURE, find_vietnamese

_OPENED = '<span lang="vi">'
_CLOSED = "</span>"
# Where the text is no prose, says its language already, or may hold no other element.
_LEFT_ALONE = re.compile(r'<(?:title|script|style|option|text|tspan|textarea)\b|<[^>]*\blang="')


def with_languages(html: str) -> str:
    """Mark Vietnamese words in the text of an English page.

    Args:
        html: A whole page as our templates write it: no `<` or `>` but around tags.
    """
    pieces, at = [], 0
    for start, end in _texts(html, html.find("<body")):
        for first, last in find_vietnamese(html[start:end]):
            pieces += [
                html[at : start + first],
                _OPENED,
                html[start + first : start + last],
                _CLOSED,
            ]
            at = start + last
    return "".join([*pieces, html[at:]]) if pieces else html


def _texts(html: str, begin: int) -> Iterator[tuple[int, int]]:
    """Yield where texts with Vietnamese letters stand, each between two tags."""
    at = begin
    while found := SURE.search(html, at):
        start = html.rfind(">", begin, found.start()) + 1
        end = html.find("<", found.end())
        inside = html.rfind("<", begin, found.start()) < start
        tag = html[html.rfind("<", begin, start) : start]
        if inside and start and end > 0 and not _LEFT_ALONE.match(tag):
            yield start, end
        at = max(end if inside else html.find(">", found.end()), found.end())
