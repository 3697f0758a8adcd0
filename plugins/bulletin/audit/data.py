"""Data: XML and JSON, sitemaps and feeds, read into their facts."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from plugins.bulletin.audit.addresses import Reach, address_of, resolve
from plugins.bulletin.audit.elements import Element, line_of, text_of
from plugins.bulletin.audit.facts import (
    Fault,
    FeedFacts,
    FeedItem,
    FileFacts,
    Named,
    fault,
)
from plugins.bulletin.audit.for_machines import inside, parse_json
from plugins.bulletin.audit.search_files import read_search
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.audit.sitemaps import (
    INDEX,
    URLSET,
    named_sitemaps,
    read_sitemap,
    stream_sitemap,
)
from plugins.bulletin.problems import audit_rules as rules

_ATOM = "{http://www.w3.org/2005/Atom}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Item = tuple[str, str, int]  # address as written, language, line


def read_xml(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return the facts of a sitemap or feed; other XML need only be readable."""
    entries = stream_sitemap(data, ground) if b"<urlset" in data[:1000] else None
    if entries is not None:
        return FileFacts(sitemap=entries)
    root = _parse_xml(data)
    if isinstance(root, Fault):
        return FileFacts((root,))
    if root.tag == URLSET:
        return FileFacts(sitemap=tuple(read_sitemap(root, ground)))
    if root.tag == INDEX:
        return FileFacts(assets=named_sitemaps(root, ground))
    if root.tag in {_ATOM + "feed", "rss"}:
        return _read_feed(path, root, ground)._replace(assets=_styles(path, root, ground))
    return FileFacts()


def read_json(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return the facts of a JSON Feed or a file of search; other JSON need only be readable."""
    content = parse_json(data)
    if isinstance(content, Fault):
        return FileFacts((content,))
    if not isinstance(content, dict) or "jsonfeed.org" not in str(content.get("version")):
        return read_search(path, content, ground)
    items = content.get("items")
    if not isinstance(items, list):
        return FileFacts((fault(rules.FEED_INVALID, missing="items"),))
    if lacking := _json_lacking(content, items):
        return FileFacts((fault(rules.FEED_INVALID, missing=lacking),))
    found = (_json_item(item) for item in items if isinstance(item, dict))
    return _feed(path, str(content.get("language") or ""), found, ground=ground)


def _json_lacking(content: dict[str, object], items: Iterable[object]) -> str:
    """Return what JSON Feed 1.1 wants and a feed has not, "" where it has all."""
    if not content.get("title"):
        return "title"
    rows = [item for item in items if isinstance(item, dict)]
    if any(not item.get("id") for item in rows):
        return "items: id"
    is_whole = all(item.get("content_html") or item.get("content_text") for item in rows)
    return "" if is_whole else "items: content_html"


def _parse_xml(data: bytes) -> Element | Fault:
    """Return the root of an XML file, or why it cannot be read. No entity is ever followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "no XML").partition(", line ")[0]
        return fault(rules.DATA_INVALID, error.lineno or 0, reason=reason)


def _styles(path: str, root: Element, ground: Ground) -> Named:
    """Return the stylesheets with which a browser shows a feed."""
    found = root.itersiblings(etree.ProcessingInstruction, preceding=True)
    styles = [node for node in found if etree.tostring(node).startswith(b"<?xml-stylesheet")]
    return inside(path, ((str(node.get("href") or ""), 1) for node in styles), ground)


def _read_feed(path: str, root: Element, ground: Ground) -> FileFacts:
    if root.tag == "rss":
        return _read_rss(path, root, ground)
    lacking = _first_lacking(root, ("id", "title", "updated"))
    if lacking:
        return FileFacts((fault(rules.FEED_INVALID, missing=f"<{lacking}>"),))
    for entry in root.iterfind(_ATOM + "entry"):
        if lacking := _first_lacking(entry, ("id", "title", "updated")):
            missing = f"<entry> <{lacking}>"
            return FileFacts((fault(rules.FEED_INVALID, line_of(entry), missing=missing),))
    items = (_atom_item(entry) for entry in root.iterfind(_ATOM + "entry"))
    return _feed(path, str(root.get(_LANG) or ""), items, ground=ground)


def _read_rss(path: str, root: Element, ground: Ground) -> FileFacts:
    channel = root.find("channel")
    if channel is None:
        return FileFacts((fault(rules.FEED_INVALID, missing="<channel>"),))
    items = ((text_of(item, "link"), "", line_of(item)) for item in channel.iterfind("item"))
    return _feed(path, text_of(channel, "language"), items, ground=ground)


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
    return next((name for name in names if not text_of(root, _ATOM + name)), "")


def _is_page_link(link: Element) -> bool:
    return link.get("rel", "alternate") == "alternate"
