"""Addresses: where a reference on a page leads, seen from the site. Nothing here reads a file."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_WEB = ("http", "https")
_is_plain = re.compile(r"/(?!/)[\w./-]*", re.ASCII).fullmatch


class Base(NamedTuple):
    """Where the site lives; all empty in a preview. `prefix` is "" or "/repo"."""

    scheme: str = ""
    host: str = ""
    prefix: str = ""

    @classmethod
    def of(cls, base_url: str) -> Base:
        """Return the base of an address such as https://example.org/repo/; of nonsense, none."""
        try:
            parts = urlsplit(base_url)
        except ValueError:  # such as http://[
            return cls()
        return cls(parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/"))

    def url_of(self, address: str) -> str:
        """Return the address as a page should write it, whole where the host is known."""
        origin = f"{self.scheme}://{self.host}" if self.host else ""
        return origin + self.prefix + address


class Reach(Enum):
    """Inside the site, on another host, or no page at all (mailto:, data: …)."""

    INSIDE = 1
    OUTSIDE = 2
    OTHER = 3


class Target(NamedTuple):
    """Where a reference leads.

    `address` counts from the site's root and starts with "/"; it is empty for what is on this
    host but above the site's folder, or is no valid address at all.
    """

    reach: Reach
    address: str = ""
    fragment: str = ""
    has_query: bool = False
    is_absolute: bool = False
    is_insecure: bool = False
    has_dots: bool = False


def address_of(path: str) -> str:
    """Return the address of an output file: `a/index.html` is at /a/."""
    return "/" + path.removesuffix("index.html") if _is_index(path) else "/" + path


def resolve(url: str, base: Base, address: str) -> Target:
    """Return where a reference leads.

    Args:
        url: As it stands on the page, relative or not, perhaps percent-encoded.
        base: Where the site lives.
        address: Of the page that names it, from the site's root.
    """
    if url.startswith("#"):
        return Target(Reach.INSIDE, address, unquote(url[1:]))
    whole = _resolve_whole(url, base)
    return whole or _resolve_relative(url, address)


@lru_cache(maxsize=1 << 13)
def _resolve_whole(url: str, base: Base) -> Target | None:
    """Return where an address leads that does not depend on its page, else None."""
    if found := _resolve_plain(url, base):
        return found
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # such as http://[
        return Target(Reach.INSIDE)
    if parts.scheme and parts.scheme not in _WEB:
        return Target(Reach.OTHER)
    if parts.netloc and parts.netloc.lower() != base.host:
        return Target(Reach.OUTSIDE, is_absolute=True)
    if not parts.netloc and not parts.path.startswith("/"):
        return None
    return _from_root(parts.path or "/", base, whole=bool(parts.netloc), url=url)


def _resolve_plain(url: str, base: Base) -> Target | None:
    """Return where an address leads that can be seen at a glance, as nearly all can."""
    origin = f"{base.scheme}://{base.host}" if base.host else ""
    whole = origin != "" and url.startswith(origin)
    path = url[len(origin) :] if whole else url
    if "/." in path or not _is_plain(path):
        return None
    if not path.startswith(base.prefix + "/") and path != base.prefix:
        return Target(Reach.OUTSIDE, is_absolute=True) if whole else Target(Reach.INSIDE)
    return Target(Reach.INSIDE, path[len(base.prefix) :] or "/", is_absolute=whole)


def _from_root(path: str, base: Base, *, whole: bool, url: str) -> Target:
    parts = urlsplit(url.strip())
    inside = path.startswith(base.prefix + "/") or path == base.prefix
    if whole and not inside:
        return Target(Reach.OUTSIDE, is_absolute=True)
    rest = path[len(base.prefix) :] or "/"
    return Target(
        Reach.INSIDE,
        _without_dots(unquote(rest)) if inside else "",
        unquote(parts.fragment),
        has_query=bool(parts.query),
        is_absolute=whole,
        is_insecure=(parts.scheme, base.scheme) == ("http", "https"),
        has_dots=".." in path.split("/"),
    )


def _resolve_relative(url: str, address: str) -> Target:
    """Return where a relative address leads; ".." at its start is how such sites climb."""
    parts = urlsplit(url.strip())
    found = Target(Reach.INSIDE, address, unquote(parts.fragment), has_query=bool(parts.query))
    if not parts.path:
        return found
    folder = address[: address.rindex("/") + 1]
    climbed = parts.path.lstrip("./") if parts.path.startswith(".") else parts.path
    path = _without_dots(folder + unquote(parts.path))
    return found._replace(address=path, has_dots=".." in climbed.split("/"))


def _without_dots(path: str) -> str:
    """Return a path with "." and ".." worked out as a browser does, its last slash kept."""
    if "/." not in path:
        return path
    kept: list[str] = []
    *segments, last = path.split("/")[1:]
    for segment in [*segments, last]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    ends_as_folder = last in {".", ".."} and kept
    return "/" + "/".join(kept) + ("/" if ends_as_folder else "")


def _is_index(path: str) -> bool:
    return path == "index.html" or path.endswith("/index.html")
