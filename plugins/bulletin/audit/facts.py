"""Facts: the little of one output file that an audit has to keep. Nothing here judges.

A site has hundreds of thousands of links, so facts are plain tuples that share their strings:
what a file alone tells is judged when it is read, and only what another file can make wrong
is kept. An address is counted from the site's root; "" is one that no file can have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.bulletin.problems import Rule

LONGEST_DETAIL = 200


class Fault(NamedTuple):
    """One problem of a file that is not named yet."""

    rule: str
    line: int
    details: tuple[tuple[str, str], ...]


class Named(NamedTuple):
    """Addresses on this site that a file names, as three rows of one length.

    `urls` is what is written in the file, and empty where that is the targets themselves.
    """

    targets: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    urls: tuple[str, ...] = ()

    def entries(self) -> Iterator[tuple[str, int, str]]:
        """Yield target, line and what is written, together."""
        return zip(self.targets, self.lines, self.urls or self.targets, strict=True)


class Anchor(NamedTuple):
    """A place on another page that a page names."""

    target: str
    fragment: str
    line: int
    url: str


class PageFacts(NamedTuple):
    """What other files must know of a page, or the page of them.

    language: "" where `lang` is missing.
    title: Kept of pages for search engines only, which must differ.
    canonicals: Kept of other pages only; those name themselves.
    codes: Languages of the hreflang table, one for each of `versions`.
    ids: Where links may lead, one a line.
    structured: What structured data name, which must be there.
    search: What a search page asks for: the entry of an index, and titles.
    """

    language: str
    title: str
    is_indexed: bool
    links: Named
    anchors: tuple[Anchor, ...]
    canonicals: Named
    codes: tuple[str, ...]
    versions: Named
    feeds: Named
    ids: str
    structured: Named = Named()
    search: Named = Named()


class FeedItem(NamedTuple):
    """One item of a feed; `language` is empty where only its page tells."""

    target: str
    language: str
    line: int
    url: str


class FeedFacts(NamedTuple):
    """What one feed says of pages of this site; `language` is empty where it tells none."""

    language: str
    items: tuple[FeedItem, ...]


class SitemapEntry(NamedTuple):
    """One page of a sitemap with its hreflang table, as on the page; a row of news has none."""

    target: str
    line: int
    url: str
    codes: tuple[str, ...]
    versions: tuple[str, ...]
    is_news: bool = False


class TitlesFacts(NamedTuple):
    """What the titles of a search name: addresses of pages, and names of files of words."""

    pages: tuple[str, ...]
    words: tuple[str, ...]


class WordsFacts(NamedTuple):
    """What one file of words says: the last place in the list of titles that it leads to."""

    last: int


class FileFacts(NamedTuple):
    """What one file says. Pictures and programs say nothing.

    assets: What pages and stylesheets load, which must be there.
    """

    faults: tuple[Fault, ...] = ()
    assets: Named = Named()
    page: PageFacts | None = None
    feed: FeedFacts | None = None
    sitemap: tuple[SitemapEntry, ...] = ()
    titles: TitlesFacts | None = None
    words: WordsFacts | None = None


def fault(rule: Rule, line: int = 0, **details: object) -> Fault:
    """Return a fault with the values its sentences name, fit to be shown on one line."""
    found = ((name, _short(printable(str(value)))) for name, value in details.items())
    return Fault(rule.id, line, tuple(sorted(found)))


def printable(text: str) -> str:
    """Return text that any terminal can show on one line."""
    if text.isprintable():
        return text
    words = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in words)


def named(entries: Iterable[tuple[str, int, str]]) -> Named:
    """Return addresses as rows, from target, line and what is written."""
    if not (rows := tuple(zip(*entries, strict=True))):
        return Named()
    targets, lines, urls = rows
    return Named(targets, lines, () if urls == targets else urls)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_DETAIL else text[: LONGEST_DETAIL - 1] + "…"
