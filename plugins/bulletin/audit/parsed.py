"""Parsed: what one HTML page says, whole, while it is looked at. Nothing here judges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Reference(NamedTuple):
    """One address as it is written, and its line."""

    url: str
    line: int


class Alternate(NamedTuple):
    """One row of a hreflang table."""

    language: str
    url: str
    line: int


class Mark(NamedTuple):
    """One thing worth naming and its line, such as a repeated id or an inline style."""

    name: str
    line: int


class Heading(NamedTuple):
    """One heading, level 1–6."""

    level: int
    line: int


@dataclass(frozen=True, slots=True)
class Inline:
    """Code and style inside a page, which a strict Content-Security-Policy refuses."""

    scripts: tuple[Mark, ...] = ()
    styles: tuple[Mark, ...] = ()
    handlers: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What one HTML page says.

    `links` are followed by visitors, `assets` are loaded with the page, `pictures` are shown by
    other sites (og:image). `standpoint` is the address from which the page counts relative ones.
    Lines count from 1; `language` is empty where `lang` is missing.
    """

    path: str
    address: str
    standpoint: str
    language: str
    title: str
    description: str
    robots: str
    is_redirect: bool
    canonicals: tuple[Reference, ...]
    alternates: tuple[Alternate, ...]
    feeds: tuple[Reference, ...]
    links: tuple[Reference, ...]
    assets: tuple[Reference, ...]
    pictures: tuple[Reference, ...]
    images_without_alt: tuple[Mark, ...]
    headings: tuple[Heading, ...]
    ids: frozenset[str]
    repeated_ids: tuple[Mark, ...]
    inline: Inline
    drafts: tuple[Mark, ...]
    structured: tuple[Mark, ...] = ()  # text of each block of JSON-LD

    @property
    def is_indexed(self) -> bool:
        """Tell whether search engines are to list this page."""
        is_error_page = self.path.rpartition("/")[2] == "404.html"
        return not (self.is_redirect or is_error_page or "noindex" in self.robots)

    @property
    def references(self) -> tuple[Reference, ...]:
        """Return every address the page names, whatever for."""
        rows = tuple(Reference(row.url, row.line) for row in self.alternates)
        named = (*self.links, *self.canonicals, *self.feeds)
        return (*named, *rows, *self.assets, *self.pictures)
