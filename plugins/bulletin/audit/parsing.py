"""Parsing: one HTML file, read into what it says. Nothing here judges."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.addresses import Base, Reach, address_of, resolve
from plugins.bulletin.audit.parsed import Entry, Inline, ParsedPage
from plugins.bulletin.audit.rows import read_rows
from plugins.bulletin.audit.tags import Kind, Said


def parse_page(path: str, data: bytes, base: Base) -> ParsedPage | None:
    """Return what a page says, or None when the file holds no element.

    Args:
        path: Relative to the output folder, with "/".
        data: The file, UTF-8; other bytes are read as far as they go.
        base: Where the site lives.
    """
    if not data.strip():
        return None
    said = read_rows(data) or _read_tree(data)
    return _page(path, said, base) if said else None


def _read_tree(data: bytes) -> Said | None:
    from plugins.bulletin.audit.tree import read_tree  # needs lxml, as hardly a page of ours does

    return read_tree(data)


def _page(path: str, said: Said, base: Base) -> ParsedPage:
    """Return a page; long only because a page says so many things."""
    names = [name for name, _ in said["ids"]]
    return ParsedPage(
        path=path,
        address=address_of(path),
        standpoint=_standpoint(path, said, base),
        language=said.language.strip(),
        title=" ".join([title for title, _ in said["titles"]]).strip(),
        description=_last(said, "descriptions"),
        robots=_last(said, "robots").lower(),
        is_redirect=bool(said["refreshes"]),
        canonicals=said["canonicals"],
        codes=tuple([code for code, _ in said["codes"]]),
        versions=said["versions"],
        feeds=said["feeds"],
        links=said["links"],
        assets=said["assets"],
        pictures=said["pictures"],
        images_without_alt=said["without_alt"],
        headings=said["headings"],
        ids=frozenset(names).union([name for name, _ in said["names"]]),
        repeated_ids=() if len(set(names)) == len(names) else tuple(_repeated(said)),
        inline=Inline(said["scripts"], said["styles"], said["handlers"]),
        drafts=said["drafts"],
        maps=said["maps"],
        structured=said["structured"],
        shared=[_property(text) for text, _ in said["shared"]],
        search=said["search"],
    )


def _property(text: str) -> tuple[str, str]:
    name, _, value = text.partition(" ")
    return name, value


def _last(said: Said, kind: Kind) -> str:
    entries = said[kind]
    return entries[-1][0] if entries else ""


def _standpoint(path: str, said: Said, base: Base) -> str:
    """Return the address from which relative ones count: `<base>`, else the page's own."""
    own = address_of(path)
    targets = [resolve(url, base, own) for url, _ in said["bases"][:1]]
    inside = [target.address for target in targets if target.reach is Reach.INSIDE]
    return inside[0] if inside and inside[0] else own


def _repeated(said: Said) -> Iterator[Entry]:
    seen: set[str] = set()
    for name, line in said["ids"]:
        if name in seen:
            yield name, line
        seen.add(name)
