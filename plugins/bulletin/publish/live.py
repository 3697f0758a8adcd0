"""Live: the addresses that visitors have, and those that a build would take from them.

What was live is told by the folder that is served, and by nothing else: no record has to be
kept beside the content. Of a folder with no more than `sitemap.xml` and `_redirects` in it, as
it can be had from a host, these two tell.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from plugins.bulletin.link import addresses
from plugins.bulletin.problems import Place, Problem, live_rules as rules
from plugins.bulletin.store.folders import look_into

_LOC = re.compile(r"<loc>([^<]*)</loc>")
_PAGE = "/index.html"
# Further pages of lists come and go; no link leads to the pages for what is not there.
_FLEETING = re.compile(r".*/(?:trang|page)/[0-9]+/|/ngoai-tuyen/|/en/offline/|.*/404\.html")


def check_vanished(live: Path, outputs: Collection[str], prefix: str = "") -> list[Problem]:
    """Report the addresses of pages that are live and that a build would leave empty.

    Args:
        live: The folder that is served; one that is not there holds nothing.
        outputs: Every path that the build has, the pages at old addresses among them.
        prefix: The path below which the site stands, as in what the folder's lists say.
    """
    found = live_addresses(live, prefix)
    lost = {address for address in found if addresses.file_of(address) not in outputs}
    # What stood side by side moves with its article, once that has its alias.
    moving = set(map(addresses.beside, lost))
    return [
        rules.ADDRESS_VANISHED.at(
            Place(f"{live.name}/{addresses.file_of(address)}"), address=quote(address)
        )
        for address in sorted(lost - moving)
        if not _FLEETING.fullmatch(address)
    ]


def live_addresses(live: Path, prefix: str = "") -> set[str]:
    """Return the addresses of all pages in a folder, and of those that its lists name."""
    paths = look_into(live)
    pages = {f"/{path}".removesuffix("index.html") for path in paths if f"/{path}".endswith(_PAGE)}
    listed = {*_from_sitemaps(live, paths), *_from_redirects(live)}
    below = (address.removeprefix(prefix) for address in listed if address.startswith(prefix + "/"))
    return pages | {unquote(address) for address in below}


def _from_sitemaps(live: Path, paths: Collection[str]) -> Iterator[str]:
    """Yield what sitemaps list that are pages: not other sitemaps."""
    for path in paths:
        if path.startswith("sitemap") and path.endswith(".xml"):
            text = (live / path).read_text(encoding="utf-8", errors="replace")
            found = (urlsplit(unescape(url.strip())).path for url in _LOC.findall(text))
            yield from (address for address in found if not address.endswith(".xml"))


def _from_redirects(live: Path) -> Iterator[str]:
    """Yield the old addresses of the map for servers."""
    place = live / "_redirects"
    text = place.read_text(encoding="utf-8", errors="replace") if place.is_file() else ""
    for line in text.splitlines():
        if line.startswith("/"):
            yield line.split()[0]
