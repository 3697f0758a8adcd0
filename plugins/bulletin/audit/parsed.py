"""Parsed: what one HTML page says, whole, while it is looked at. Nothing here judges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

Entry = tuple[str, int]  # what is said, and its line from 1; 0 where it is unknown
Entries = Sequence[Entry]


class Inline(Struct, frozen=True):
    """Code and style inside a page, which a strict Content-Security-Policy refuses."""

    scripts: Entries = ()
    styles: Entries = ()
    handlers: Entries = ()


class ParsedPage(Struct, frozen=True):
    """What one HTML page says.

    `links` are followed by visitors, `assets` are loaded with the page, `pictures` are shown by
    other sites (og:image). `standpoint` is the address from which the page counts relative ones.
    `codes` are the languages of `versions`, the rows of the hreflang table. Of what is no address
    the entry is its name. `language` is empty where `lang` is missing.
    """

    path: str
    address: str
    standpoint: str
    language: str
    title: str
    description: str
    robots: str
    is_redirect: bool
    canonicals: Entries
    codes: tuple[str, ...]
    versions: Entries
    feeds: Entries
    links: Entries
    assets: Entries
    pictures: Entries
    images_without_alt: Entries
    headings: Entries
    ids: frozenset[str]
    repeated_ids: Entries
    inline: Inline
    drafts: Entries
    maps: Entries = ()  # of each its bounds, a line's end, and its words
    structured: Entries = ()  # text of each block of JSON-LD
    shared: Sequence[tuple[str, str]] = ()  # properties of Open Graph, and their values
    search: Entries = ()  # the entry of an index, and titles

    @property
    def is_indexed(self) -> bool:
        """Tell whether search engines are to list this page."""
        is_error_page = self.path.rpartition("/")[2] == "404.html"
        return not (self.is_redirect or is_error_page or "noindex" in self.robots)

    def references(self) -> Iterator[Entry]:
        """Return every address the page names, whatever for."""
        named = (self.links, self.canonicals, self.feeds, self.versions, self.search)
        return chain(*named, self.assets, self.pictures)
