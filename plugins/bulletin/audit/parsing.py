"""Parsing: one HTML file, read into what it says. Nothing here judges."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.addresses import Base, Reach, address_of, resolve
from plugins.bulletin.audit.parsed import (
    Alternate,
    Heading,
    Inline,
    Mark,
    ParsedPage,
    Reference,
)
from plugins.bulletin.audit.rows import read_rows
from plugins.bulletin.audit.tags import Kind, Said
from plugins.bulletin.audit.tree import read_tree


def parse_page(path: str, data: bytes, base: Base) -> ParsedPage | None:
    """Return what a page says, or None when the file holds no element.

    Args:
        path: Relative to the output folder, with "/".
        data: The file, UTF-8; other bytes are read as far as they go.
        base: Where the site lives.
    """
    if not data.strip():
        return None
    said = read_rows(data) or read_tree(data)
    return _page(path, said, base) if said else None


def _page(path: str, said: Said, base: Base) -> ParsedPage:
    """Return a page; long only because a page says so many things."""
    meta = {name: content for name, _, content in said["metas"]}
    names = [name for name, _, _ in said["ids"]]
    return ParsedPage(
        path=path,
        address=address_of(path),
        standpoint=_standpoint(path, said, base),
        language=said.language.strip(),
        title=" ".join(title for title, _, _ in said["titles"]).strip(),
        description=meta.get("description", ""),
        robots=meta.get("robots", "").lower(),
        is_redirect=bool(said["refreshes"]),
        canonicals=_references(said, "canonicals"),
        alternates=tuple(Alternate(code, url, line) for code, line, url in said["alternates"]),
        feeds=_references(said, "feeds"),
        links=_references(said, "links"),
        assets=_references(said, "assets"),
        pictures=_references(said, "pictures"),
        images_without_alt=_marks(said, "without_alt"),
        headings=tuple(Heading(int(level), line) for level, line, _ in said["headings"]),
        ids=frozenset(names).union(name for name, _, _ in said["names"]),
        repeated_ids=() if len(set(names)) == len(names) else tuple(_repeated(said)),
        inline=Inline(_marks(said, "scripts"), _marks(said, "styles"), _marks(said, "handlers")),
        drafts=_marks(said, "drafts"),
    )


def _references(said: Said, kind: Kind) -> tuple[Reference, ...]:
    return tuple([Reference(url, line) for url, line, _ in said[kind]])


def _marks(said: Said, kind: Kind) -> tuple[Mark, ...]:
    return tuple([Mark(name, line) for name, line, _ in said[kind]])


def _standpoint(path: str, said: Said, base: Base) -> str:
    """Return the address from which relative ones count: `<base>`, else the page's own."""
    own = address_of(path)
    targets = [resolve(url, base, own) for url, _, _ in said["bases"][:1]]
    inside = [target.address for target in targets if target.reach is Reach.INSIDE]
    return inside[0] if inside and inside[0] else own


def _repeated(said: Said) -> Iterator[Mark]:
    seen: set[str] = set()
    for name, line, _ in said["ids"]:
        if name in seen:
            yield Mark(name, line)
        seen.add(name)
