"""For machines: what robots.txt, the map of old addresses and the web manifest name.

Source: RFC 9309 with sitemaps.org ("Submitting your Sitemap"); Netlify and Cloudflare Pages,
"Redirects"; W3C, Web Application Manifest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import cast

from plugins.bulletin.audit.addresses import Reach, address_of, resolve
from plugins.bulletin.audit.facts import Fault, FileFacts, Named, fault, named
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import audit_rules as rules, sharing_rules

ROBOTS, REDIRECTS = "robots.txt", "_redirects"

_SITEMAP = re.compile(r"\s*sitemap:\s*(\S+)", re.IGNORECASE)
_SCHEME = re.compile(r"^https?://")
_PATTERN = re.compile(r"[*:]")  # rules for many addresses at once, which no folder can tell

Entry = tuple[str, int]  # an address as written, and its line


def read_robots(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return the sitemaps that robots.txt names, which must be there."""
    matches = ((_SITEMAP.match(line), number) for line, number in _lines(data))
    return FileFacts(assets=inside(path, ((m[1], line) for m, line in matches if m), ground))


def read_redirects(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return where old addresses lead, which must be there."""
    rows = ((line.partition("#")[0].split(), number) for line, number in _lines(data))
    targets = ((row[1], line) for row, line in rows if len(row) > 1)
    fixed = ((url, line) for url, line in targets if not _PATTERN.search(_SCHEME.sub("", url)))
    return FileFacts(assets=inside(path, fixed, ground))


def _lines(data: bytes) -> Iterator[tuple[str, int]]:
    text = data.decode("utf-8", "replace")
    return ((line, number) for number, line in enumerate(text.splitlines(), 1))


def parse_json(data: bytes) -> object | Fault:
    """Return what a JSON file holds, or why it cannot be read."""
    try:
        return cast("object", json.loads(data))
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "no JSON")
        return fault(rules.DATA_INVALID, getattr(error, "lineno", 0), reason=reason)


def read_manifest(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return what a web manifest names, or what it lacks for a device to take the site in."""
    content = parse_json(data)
    if isinstance(content, Fault):
        return FileFacts((content,))
    if not isinstance(content, dict):
        content = {}
    lacking = [name for name in ("start_url", "icons") if not content.get(name)]
    lacking += [] if content.get("name") or content.get("short_name") else ["name"]
    faults = tuple(fault(sharing_rules.MANIFEST_LACKING, missing=name) for name in lacking)
    return FileFacts(faults, inside(path, _manifest_urls(content), ground))


def _manifest_urls(content: dict[str, object]) -> Iterator[Entry]:
    """Yield the addresses of a manifest: where it starts, and its icons."""
    icons = content.get("icons")
    rows = icons if isinstance(icons, list) else []
    urls = [content.get("start_url"), *(row.get("src") for row in rows if isinstance(row, dict))]
    return ((url, 0) for url in urls if isinstance(url, str) and url)


def inside(path: str, entries: Iterable[Entry], ground: Ground) -> Named:
    """Return the addresses that lead into this site."""
    standpoint = address_of(path)
    followed = ((resolve(url, ground.base, standpoint), line, url) for url, line in entries)
    return named(
        [(to.address, line, url) for to, line, url in followed if to.reach is Reach.INSIDE]
    )
