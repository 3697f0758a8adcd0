"""Checks of structured data: JSON-LD that search engines can read, and addresses that are there.

Source: schema.org; Google Search Central, "Breadcrumb (BreadcrumbList) structured data".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.audit.parsed import Entry, ParsedPage
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import structured_rules as rules

# What a search engine must have of each type; other types are known to nobody here.
REQUIRED: Mapping[str, tuple[str, ...]] = {
    "AdministrativeArea": ("name",),
    "Article": ("headline", "url"),
    "BreadcrumbList": ("itemListElement",),
    "City": ("name",),
    "Country": ("name",),
    "DataDownload": ("contentUrl", "encodingFormat"),
    "Dataset": ("name", "description"),
    "GeoCoordinates": ("latitude", "longitude"),
    "ListItem": ("position", "name"),
    "NewsArticle": ("headline", "datePublished", "author", "publisher", "inLanguage"),
    "NGO": ("name", "url"),
    "Organization": ("name", "url"),
    "Periodical": ("name",),
    "Person": ("name",),
    "PublicationIssue": ("name", "url", "isPartOf"),
    "State": ("name",),
    "WebSite": ("name", "url"),
}
CONTEXTS = ("https://schema.org", "https://schema.org/", "http://schema.org", "http://schema.org/")
_PAGES = ("contentUrl", "item", "url")  # fields that name what must be there
_ADDRESSES = (*_PAGES, "@id", "license", "sameAs")

Node = Mapping[str, object]


def check_structured(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report blocks that cannot be read, or lack what search engines must have."""
    for text, line in page.structured:
        try:
            content = json.loads(text)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", "no JSON")
            yield fault(rules.STRUCTURED_INVALID, line, reason=reason)
        else:
            yield from _check_block(content, line, ground)


def named_pages(page: ParsedPage) -> Iterator[Entry]:
    """Yield the addresses of pages and files that a page's blocks name."""
    for text, line in page.structured:
        for node in _nodes(_read(text)):
            yield from ((url, line) for name in _PAGES for url in _texts(node.get(name)))


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _check_block(content: object, line: int, ground: Ground) -> Iterator[Fault]:
    for top in content if isinstance(content, list) else [content]:
        if not isinstance(top, dict) or top.get("@context") not in CONTEXTS:
            yield fault(rules.STRUCTURED_LACKING, line, kind="JSON-LD", missing="@context")
    for node in _nodes(content):
        yield from _check_node(node, line)
        yield from _check_urls(node, line, ground)


def _nodes(content: object) -> Iterator[Node]:
    """Yield every node, outermost first; what only refers to another one is none."""
    if isinstance(content, list):
        for item in content:
            yield from _nodes(item)
    elif isinstance(content, dict):
        if content.keys() - {"@context", "@graph", "@id"}:
            yield content
        for value in content.values():
            yield from _nodes(value)


def _check_node(node: Node, line: int) -> Iterator[Fault]:
    kind = node.get("@type")
    if not isinstance(kind, str) or not kind:
        yield fault(rules.STRUCTURED_LACKING, line, kind="JSON-LD", missing="@type")
        return
    for name in REQUIRED.get(kind, ()):
        if node.get(name) in (None, "", []):
            yield fault(rules.STRUCTURED_LACKING, line, kind=kind, missing=name)
    if kind == "BreadcrumbList":
        yield from _check_steps(node.get("itemListElement"), line)


def _check_steps(items: object, line: int) -> Iterator[Fault]:
    """Report steps that do not count from 1; every one but the last must name its page."""
    steps = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    found = [step.get("position") for step in steps]
    if found != [*range(1, len(steps) + 1)]:
        yield fault(rules.BREADCRUMB_ORDER, line, found=", ".join(map(str, found)))
    for step in steps[:-1]:
        if not step.get("item"):
            yield fault(rules.STRUCTURED_LACKING, line, kind="ListItem", missing="item")


def _check_urls(node: Node, line: int, ground: Ground) -> Iterator[Fault]:
    """Report addresses without a host; a preview does not know its own."""
    if not ground.base.host:
        return
    for name in _ADDRESSES:
        for url in _texts(node.get(name)):
            if not url.startswith(("https://", "http://")):
                yield fault(rules.STRUCTURED_RELATIVE, line, field=name, url=url)


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)]
