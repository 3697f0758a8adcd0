"""Data: XML and JSON, sitemaps and feeds, read once into their facts. Nothing here judges."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from lxml import etree

from plugins.bulletin.audit.elements import line_of
from plugins.bulletin.audit.facts import (
    Alternate,
    DataFault,
    FeedFacts,
    FeedItem,
    SitemapEntry,
)

_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def parse_xml(path: str, data: bytes) -> etree._Element | DataFault:
    """Return the root of an XML file, or why it cannot be read. No entity is ever followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return DataFault(path, error.lineno or 0, (error.msg or "no XML").partition(", line ")[0])


def is_sitemap(root: etree._Element) -> bool:
    """Tell whether an XML file lists pages for search engines."""
    return root.tag == _MAP + "urlset"


def read_sitemap(path: str, root: etree._Element) -> Iterator[SitemapEntry]:
    """Yield the entries of a sitemap."""
    for entry in root.iter(_MAP + "url"):
        links = entry.iterfind(_XHTML_LINK)
        table = tuple(_alternate(link) for link in links if link.get("hreflang"))
        yield SitemapEntry(path, _text(entry, _MAP + "loc"), line_of(entry), table)


def is_feed(root: etree._Element) -> bool:
    """Tell whether an XML file is Atom or RSS."""
    return root.tag in {_ATOM + "feed", "rss"}


def read_feed(path: str, root: etree._Element) -> FeedFacts:
    """Return the facts of an Atom or RSS feed."""
    if root.tag == "rss":
        return _read_rss(path, root)
    lacking = _first_lacking(root, ("id", "title", "updated"))
    if lacking:
        return FeedFacts(path, fault=f"<{lacking}>?")
    items = tuple(_atom_item(entry) for entry in root.iterfind(_ATOM + "entry"))
    return FeedFacts(path, str(root.get(_LANG) or ""), items)


def read_json(path: str, data: bytes) -> FeedFacts | DataFault | None:
    """Return the facts of a JSON Feed, None for other JSON, or why the file cannot be read."""
    try:
        content = json.loads(data)
    except ValueError as error:
        return DataFault(path, getattr(error, "lineno", 0), getattr(error, "msg", "no JSON"))
    if not isinstance(content, dict) or "jsonfeed.org" not in str(content.get("version")):
        return None
    items = tuple(_json_item(item) for item in content.get("items") or () if isinstance(item, dict))
    return FeedFacts(path, str(content.get("language") or ""), items)


def _json_item(item: dict[str, object]) -> FeedItem:
    return FeedItem(str(item.get("url") or ""), str(item.get("language") or ""), 0)


def _read_rss(path: str, root: etree._Element) -> FeedFacts:
    channel = root.find("channel")
    if channel is None:
        return FeedFacts(path, fault="<channel>?")
    items = tuple(
        FeedItem(_text(item, "link"), "", line_of(item)) for item in channel.iterfind("item")
    )
    return FeedFacts(path, _text(channel, "language"), items)


def _first_lacking(root: etree._Element, names: Iterable[str]) -> str:
    return next((name for name in names if not _text(root, _ATOM + name)), "")


def _atom_item(entry: etree._Element) -> FeedItem:
    """Return an entry with its page's address: the link that is the entry itself."""
    links = [link for link in entry.iterfind(_ATOM + "link") if _is_page_link(link)]
    url = str(links[0].get("href") or "") if links else ""
    return FeedItem(url, str(entry.get(_LANG) or ""), line_of(entry))


def _is_page_link(link: etree._Element) -> bool:
    return link.get("rel", "alternate") == "alternate"


def _alternate(link: etree._Element) -> Alternate:
    return Alternate(str(link.get("hreflang")), str(link.get("href") or ""), line_of(link))


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(name) or "").strip()
