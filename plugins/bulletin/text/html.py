"""HTML: its text. Nothing here cleans or changes markup."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template"})
# Tags inside a sentence; every other tag parts words.
# fmt: off
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
})
# fmt: on


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
