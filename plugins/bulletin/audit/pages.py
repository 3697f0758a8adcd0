"""Pages: one HTML file read once into its facts. Nothing here judges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from plugins.bulletin.audit.addresses import address_of
from plugins.bulletin.audit.elements import find, line_of
from plugins.bulletin.audit.facts import (
    Alternate,
    Heading,
    Inline,
    Mark,
    PageFacts,
    Reference,
)

FEED_TYPES = frozenset({"application/atom+xml", "application/rss+xml", "application/feed+json"})

_LINKS = (("a", "href"), ("area", "href"), ("form", "action"))
_ASSETS = (
    *(("img", "src"), ("script", "src"), ("source", "src"), ("track", "src"), ("iframe", "src")),
    *(("video", "src"), ("video", "poster"), ("audio", "src"), ("embed", "src"), ("input", "src")),
    *(("object", "data"), ("use", "href"), ("use", "xlink:href"), ("image", "href")),
)
_SETS = (("img", "srcset"), ("source", "srcset"), ("link", "imagesrcset"))
_LOADING = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "mask-icon"}
    | {"apple-touch-icon", "preconnect", "dns-prefetch"}
)
_PICTURES = frozenset({"og:image", "og:image:url", "og:image:secure_url", "twitter:image"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TAGS = (
    *dict.fromkeys(tag for tag, _ in (*_LINKS, *_ASSETS, *_SETS)),
    *("title", "meta", "style"),
)
_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s[^,]*)?(?:,|$)")
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)

_with_id = etree.XPath("//*[@id]")
_with_style = etree.XPath("//*[@style]")
_with_draft = etree.XPath("//*[@data-draft]")
_with_handler = etree.XPath("//*[@*[starts-with(name(), 'on')]]")

Tags = Mapping[str, list[etree._Element]]


def read_page(path: str, data: bytes) -> PageFacts | None:
    """Return the facts of a page, or None when the file holds no element.

    Args:
        path: Relative to the output folder, with "/".
        data: The file, UTF-8; other bytes are read as far as they go.
    """
    if not data.strip():
        return None
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", remove_comments=True))
    return None if root is None else _facts(path, root)


def _facts(path: str, root: etree._Element) -> PageFacts:
    tags = _group(root)
    meta = _meta(tags)
    refreshes = tuple(_refreshes(tags))
    marked = find(_with_id, root)
    return PageFacts(
        path=path,
        address=address_of(path),
        language=root.get("lang"),
        title=_title(tags),
        description=meta.get("description", ""),
        robots=meta.get("robots", "").lower(),
        is_redirect=bool(refreshes),
        canonicals=tuple(_references(_related(tags, "canonical"), "href")),
        alternates=tuple(_alternates(tags)),
        feeds=tuple(_references(_feed_links(tags), "href")),
        links=(*_gather(tags, _LINKS), *refreshes),
        assets=(*_gather(tags, _ASSETS), *_candidates(tags), *_loaded_links(tags)),
        pictures=tuple(_pictures(tags)),
        images_without_alt=tuple(_images_without_alt(tags)),
        headings=tuple(_headings(root)),
        ids=frozenset(_texts(marked, "id")) | frozenset(_texts(tags["a"], "name")),
        repeated_ids=tuple(_repeated(marked)),
        inline=_inline(root, tags),
        drafts=tuple(
            Mark(str(element.tag), line_of(element)) for element in find(_with_draft, root)
        ),
    )


def _group(root: etree._Element) -> Tags:
    """Return the elements worth reading by tag; one pass, in C, is what makes this fast."""
    tags: dict[str, list[etree._Element]] = defaultdict(list)
    for element in root.iter(*_TAGS):
        tags[str(element.tag)].append(element)
    return tags


def _texts(elements: Iterable[etree._Element], name: str) -> Iterator[str]:
    for element in elements:
        if (value := element.get(name)) is not None:
            yield str(value)


def _references(elements: Iterable[etree._Element], name: str) -> Iterator[Reference]:
    """Yield the address in one attribute of each element that has it."""
    for element in elements:
        if (value := element.get(name)) is not None:
            yield Reference(str(value).strip(), line_of(element))


def _gather(tags: Tags, places: Iterable[tuple[str, str]]) -> Iterator[Reference]:
    for tag, name in places:
        yield from _references(tags[tag], name)


def _candidates(tags: Tags) -> Iterator[Reference]:
    """Yield every image of every srcset."""
    for whole in _gather(tags, _SETS):
        for url in _CANDIDATE.findall(whole.url):
            yield Reference(url, whole.line)


def _relations(link: etree._Element) -> list[str]:
    return str(link.get("rel") or "").lower().split()


def _related(tags: Tags, relation: str) -> Iterator[etree._Element]:
    return (link for link in tags["link"] if relation in _relations(link))


def _loaded_links(tags: Tags) -> Iterator[Reference]:
    loading = (link for link in tags["link"] if not _LOADING.isdisjoint(_relations(link)))
    return _references(loading, "href")


def _feed_links(tags: Tags) -> Iterator[etree._Element]:
    return (link for link in _related(tags, "alternate") if link.get("type") in FEED_TYPES)


def _alternates(tags: Tags) -> Iterator[Alternate]:
    """Yield the rows of the hreflang table; a feed with hreflang is none of them."""
    for link in _related(tags, "alternate"):
        if link.get("hreflang") and link.get("type") not in FEED_TYPES:
            url = str(link.get("href") or "").strip()
            yield Alternate(str(link.get("hreflang")), url, line_of(link))


def _title(tags: Tags) -> str:
    """Return the words of the head's title; drawings have titles too."""
    titles = (title for title in tags["title"] if _parent_tag(title) == "head")
    return " ".join((title.text or "") for title in titles).strip()


def _parent_tag(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else str(parent.tag)


def _meta(tags: Tags) -> dict[str, str]:
    named = (tag for tag in tags["meta"] if tag.get("name"))
    return {str(tag.get("name")).lower(): str(tag.get("content") or "").strip() for tag in named}


def _pictures(tags: Tags) -> Iterator[Reference]:
    for tag in tags["meta"]:
        if (tag.get("property") or tag.get("name")) in _PICTURES:
            yield from _references([tag], "content")


def _refreshes(tags: Tags) -> Iterator[Reference]:
    """Yield where a page sends its visitors on."""
    for tag in tags["meta"]:
        if str(tag.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match(str(tag.get("content") or ""))
            if found:
                yield Reference(found[1].strip(), line_of(tag))


def _images_without_alt(tags: Tags) -> Iterator[Mark]:
    buttons = (tag for tag in tags["input"] if tag.get("type") == "image")
    for image in (*tags["img"], *buttons):
        if image.get("alt") is None:
            yield Mark(str(image.get("src") or ""), line_of(image))


def _headings(root: etree._Element) -> Iterator[Heading]:
    for element in root.iter(*_HEADINGS):
        yield Heading(int(str(element.tag)[1]), line_of(element))


def _repeated(marked: Iterable[etree._Element]) -> Iterator[Mark]:
    seen: set[str] = set()
    for element in marked:
        name = str(element.get("id"))
        if name in seen:
            yield Mark(name, line_of(element))
        seen.add(name)


def _inline(root: etree._Element, tags: Tags) -> Inline:
    scripts = (script for script in tags["script"] if _runs_inline(script))
    styles = (*tags["style"], *find(_with_style, root))
    return Inline(
        scripts=tuple(Mark("script", line_of(script)) for script in scripts),
        styles=tuple(Mark(str(style.tag), line_of(style)) for style in styles),
        handlers=tuple(_handlers(root, tags)),
    )


def _runs_inline(script: etree._Element) -> bool:
    """Tell whether a script is code in the page; JSON and JSON-LD are data that never run."""
    return script.get("src") is None and not str(script.get("type") or "").endswith("json")


def _handlers(root: etree._Element, tags: Tags) -> Iterator[Mark]:
    for element in find(_with_handler, root):
        names = (str(name) for name in element.attrib if str(name).startswith("on"))
        yield from (Mark(name, line_of(element)) for name in names)
    for link in _gather(tags, _LINKS):
        if link.url.lower().startswith("javascript:"):
            yield Mark("javascript:", link.line)
