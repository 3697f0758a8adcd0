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
# Elements whose text is no prose, or may hold no other element.
_LEFT_ALONE = re.compile(r"<(?:title|script|style|option|text|tspan|textarea)\b")
_TOLD = re.compile(r'<([a-z0-9]+)\b[^<>]*\slang="[^<>]*>')  # says its language already


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
    at, told = begin, begin
    while found := SURE.search(html, at):
        told = _end_of_told(html, told, found.start())
        at, start = found.end(), html.rfind(">", begin, found.start()) + 1
        opened = html.rfind("<", begin, found.start())
        if opened >= start:  # in an attribute
            continue
        if told > found.start():
            at = told
            continue
        at = html.find("<", found.end())
        if start and at > 0 and not _LEFT_ALONE.match(html, opened):
            yield start, at


def _end_of_told(html: str, at: int, place: int) -> int:
    """Return where the last element before a place that says its language ends.

    One that holds another of its kind seems to end with that; its rest is marked needlessly.
    """
    start = at
    while (word := html.find('lang="', start, place)) > 0:  # found at once, unlike an element
        start = word + 1
        opened = html.rfind("<", at, word)
        if opened > 0 and (element := _TOLD.match(html, opened, place)) is not None:
            at = start = max(html.find(f"</{element[1]}>", element.end()), element.end())
    return at
