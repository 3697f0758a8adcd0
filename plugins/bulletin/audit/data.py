"""Data: XML and JSON, sitemaps and feeds, read into their facts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from lxml import etree

from plugins.bulletin.audit.addresses import Reach, address_of, resolve
from plugins.bulletin.audit.elements import Element, line_of
from plugins.bulletin.audit.facts import (
    Fault,
    FeedFacts,
    FeedItem,
    FileFacts,
    SitemapEntry,
    fault,
)
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import audit_rules as rules

_ATOM = "{http://www.w3.org/2005/Atom}"
_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Item = tuple[str, str, int]  # address as written, language, line


def read_xml(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return the facts of a sitemap or feed; other XML need only be readable."""
    root = _parse_xml(data)
    if isinstance(root, Fault):
        return FileFacts((root,))
    if root.tag == _MAP + "urlset":
        return FileFacts(sitemap=tuple(_read_sitemap(root, ground)))
    if root.tag in {_ATOM + "feed", "rss"}:
        return _read_feed(path, root, ground)
    return FileFacts()


def read_json(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return the facts of a JSON Feed; other JSON need only be readable."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "no JSON")
        return FileFacts((fault(rules.DATA_INVALID, getattr(error, "lineno", 0), reason=reason),))
    if not isinstance(content, dict) or "jsonfeed.org" not in str(content.get("version")):
        return FileFacts()
    items = content.get("items")
    if not isinstance(items, list):
        return FileFacts((fault(rules.FEED_INVALID, missing="items"),))
    found = (_json_item(item) for item in items if isinstance(item, dict))
    return _feed(path, str(content.get("language") or ""), found, ground=ground)


def _parse_xml(data: bytes) -> Element | Fault:
    """Return the root of an XML file, or why it cannot be read. No entity is ever followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "no XML").partition(", line ")[0]
        return fault(rules.DATA_INVALID, error.lineno or 0, reason=reason)


def _read_sitemap(root: Element, ground: Ground) -> Iterator[SitemapEntry]:
    for entry in root.iter(_MAP + "url"):
        url = _text(entry, _MAP + "loc")
        links = [link for link in entry.iterfind(_XHTML_LINK) if link.get("hreflang")]
        yield SitemapEntry(
            target=_address(url, ground),
            line=line_of(entry),
            url=url,
            codes=tuple(str(link.get("hreflang")) for link in links),
            versions=tuple(_address(str(link.get("href") or ""), ground) for link in links),
        )


def _address(url: str, ground: Ground) -> str:
    """Return an address named outside any page, where it counts from the root."""
    return resolve(url, ground.base, "/").address


def _read_feed(path: str, root: Element, ground: Ground) -> FileFacts:
    if root.tag == "rss":
        return _read_rss(path, root, ground)
    lacking = _first_lacking(root, ("id", "title", "updated"))
    if lacking:
        return FileFacts((fault(rules.FEED_INVALID, missing=f"<{lacking}>"),))
    items = (_atom_item(entry) for entry in root.iterfind(_ATOM + "entry"))
    return _feed(path, str(root.get(_LANG) or ""), items, ground=ground)


def _read_rss(path: str, root: Element, ground: Ground) -> FileFacts:
    channel = root.find("channel")
    if channel is None:
        return FileFacts((fault(rules.FEED_INVALID, missing="<channel>"),))
    items = ((_text(item, "link"), "", line_of(item)) for item in channel.iterfind("item"))
    return _feed(path, _text(channel, "language"), items, ground=ground)


def _feed(path: str, language: str, items: Iterable[Item], *, ground: Ground) -> FileFacts:
    """Return the facts of a feed. Of items on other sites nothing is known."""
    followed = (
        (resolve(url, ground.base, address_of(path)), url, language, line)
        for url, language, line in items
    )
    inside = (
        FeedItem(target.address, language, line, url)
        for target, url, language, line in followed
        if target.reach is Reach.INSIDE
    )
    return FileFacts(feed=FeedFacts(language, tuple(inside)))


def _json_item(item: dict[str, object]) -> Item:
    return str(item.get("url") or ""), str(item.get("language") or ""), 0


def _atom_item(entry: Element) -> Item:
    """Return an entry with its page's address: the link that is the entry itself."""
    links = [link for link in entry.iterfind(_ATOM + "link") if _is_page_link(link)]
    url = str(links[0].get("href") or "") if links else ""
    return url, str(entry.get(_LANG) or ""), line_of(entry)


def _first_lacking(root: Element, names: Iterable[str]) -> str:
    return next((name for name in names if not _text(root, _ATOM + name)), "")


def _is_page_link(link: Element) -> bool:
    return link.get("rel", "alternate") == "alternate"


def _text(element: Element, name: str) -> str:
    return (element.findtext(name) or "").strip()
