"""Sitemaps: the pages that they list, read into facts. Nothing here judges."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from plugins.bulletin.audit.addresses import resolve
from plugins.bulletin.audit.elements import Element, line_of, text_of
from plugins.bulletin.audit.facts import Named, SitemapEntry, named
from plugins.bulletin.audit.settings import Ground

_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
URLSET, INDEX = _MAP + "urlset", _MAP + "sitemapindex"
_XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}news"


def stream_sitemap(data: bytes, ground: Ground) -> tuple[SitemapEntry, ...] | None:
    """Return a sitemap's entries, each forgotten once it is read: all of them fill a tree.

    Returns:
        None for what is no sound sitemap, of which the whole tree must tell.
    """
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    entries = []
    try:
        for _, element in etree.iterparse(BytesIO(data), tag=_MAP + "url", **options):
            parent = element.getparent()
            if parent is None or parent.tag != URLSET or parent.getparent() is not None:
                return None
            entries.append(_sitemap_entry(element, ground))
            del parent[: parent.index(element)]
            element.clear(keep_tail=True)
    except etree.XMLSyntaxError:
        return None
    return tuple(entries) or None


def read_sitemap(root: Element, ground: Ground) -> Iterator[SitemapEntry]:
    """Yield the entries of a sitemap whose tree is at hand."""
    return (_sitemap_entry(entry, ground) for entry in root.iter(_MAP + "url"))


def named_sitemaps(root: Element, ground: Ground) -> Named:
    """Return the sitemaps that an index names, which must be there."""
    urls = [(text_of(entry, _MAP + "loc"), line_of(entry)) for entry in root.iter(_MAP + "sitemap")]
    return named([(_address(url, ground), line, url) for url, line in urls])


def _sitemap_entry(entry: Element, ground: Ground) -> SitemapEntry:
    url = text_of(entry, _MAP + "loc")
    links = [link for link in entry.iterfind(_XHTML_LINK) if link.get("hreflang")]
    return SitemapEntry(
        target=_address(url, ground),
        line=line_of(entry),
        url=url,
        codes=tuple(str(link.get("hreflang")) for link in links),
        versions=tuple(_address(str(link.get("href") or ""), ground) for link in links),
        is_news=entry.find(_NEWS) is not None,
    )


def _address(url: str, ground: Ground) -> str:
    """Return an address named outside any page, where it counts from the root."""
    return resolve(url, ground.base, "/").address
