"""Parsing: one HTML file, read into what it says. Nothing here judges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from lxml import etree

from plugins.bulletin.audit.addresses import Base, Reach, address_of, resolve
from plugins.bulletin.audit.elements import Element, find, line_of
from plugins.bulletin.audit.parsed import (
    Alternate,
    Heading,
    Inline,
    Mark,
    ParsedPage,
    Reference,
)

FEED_TYPES = frozenset({"application/atom+xml", "application/rss+xml", "application/feed+json"})

_LINKS = {"a": ("href",), "area": ("href",), "form": ("action",)}
_ASSETS = {
    **dict.fromkeys(("img", "script", "source", "track", "iframe", "audio", "embed"), ("src",)),
    "input": ("src",),
    "video": ("src", "poster"),
    "object": ("data",),
    "image": ("href",),
    "use": ("href", "xlink:href"),
}
_SETS = {"img": ("srcset",), "source": ("srcset",), "link": ("imagesrcset",)}
_LOADING = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "mask-icon"}
    | {"apple-touch-icon", "preconnect", "dns-prefetch"}
)
_PICTURES = frozenset({"og:image", "og:image:url", "og:image:secure_url", "twitter:image"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TAGS = (
    *dict.fromkeys((*_LINKS, *_ASSETS, *_SETS)),
    *("title", "meta", "style", "base"),
)
_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s[^,]*)?(?:,|$)")
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)

_ids = etree.XPath("//@id", smart_strings=False)
_with_id = etree.XPath("//*[@id]")

# Looking for these in the tree costs as much as all the rest, and nearly no page has them. A
# pattern begins with plain letters, which is what makes its search fast.
_RARE = {
    "style": (re.compile(rb"style\s*="), etree.XPath("//*[@style]")),
    "draft": (re.compile(rb"data-draft"), etree.XPath("//*[@data-draft]")),
    "handler": (
        re.compile(rb"on(?<=[\s\"'/]on)\w+\s*="),
        etree.XPath("//*[@*[starts-with(name(), 'on')]]"),
    ),
}

Tags = Mapping[str, list[Element]]
Rare = Mapping[str, list[Element]]


def parse_page(path: str, data: bytes, base: Base) -> ParsedPage | None:
    """Return what a page says, or None when the file holds no element.

    Args:
        path: Relative to the output folder, with "/".
        data: The file, UTF-8; other bytes are read as far as they go.
        base: Where the site lives.
    """
    if not data.strip():
        return None
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    # lxml's types promise a root, but a file of nothing but comments has none.
    return None if cast(object, root) is None else _parse(path, root, data, base=base)


def _parse(path: str, root: Element, data: bytes, *, base: Base) -> ParsedPage:
    """Return what a page says; long only because a page says so many things."""
    tags, rare = _group(root), _find_rare(root, data)
    meta = _meta(tags)
    refreshes = tuple(_refreshes(tags))
    names = cast(list[str], _ids(root))
    links = tuple(_gather(tags, _LINKS))
    return ParsedPage(
        path=path,
        address=address_of(path),
        standpoint=_standpoint(path, tags, base),
        language=str(root.get("lang") or "").strip(),
        title=_title(tags),
        description=meta.get("description", ""),
        robots=meta.get("robots", "").lower(),
        is_redirect=bool(refreshes),
        canonicals=tuple(_references(_related(tags, "canonical"), "href")),
        alternates=tuple(_alternates(tags)),
        feeds=tuple(_references(_feed_links(tags), "href")),
        links=(*links, *refreshes),
        assets=(*_gather(tags, _ASSETS), *_candidates(tags), *_loaded_links(tags)),
        pictures=tuple(_pictures(tags)),
        images_without_alt=tuple(_images_without_alt(tags)),
        headings=tuple(_headings(root)),
        ids=frozenset(names).union(_texts(tags["a"], "name")),
        repeated_ids=() if len(set(names)) == len(names) else tuple(_repeated(root)),
        inline=_inline(tags, rare, links),
        drafts=_marks(rare["draft"]),
        structured=tuple(_structured(tags)),
    )


def _find_rare(root: Element, data: bytes) -> Rare:
    """Return the elements with attributes that few pages have, asked for only where one may be."""
    small = data.lower()
    return {
        name: find(path, root) if pattern.search(small) else []
        for name, (pattern, path) in _RARE.items()
    }


def _standpoint(path: str, tags: Tags, base: Base) -> str:
    """Return the address from which relative ones count: `<base>`, else the page's own."""
    own = address_of(path)
    targets = [resolve(link.url, base, own) for link in _references(tags["base"][:1], "href")]
    inside = [target.address for target in targets if target.reach is Reach.INSIDE]
    return inside[0] if inside and inside[0] else own


def _group(root: Element) -> Tags:
    """Return the elements worth reading by tag; one pass, in C, is what makes this fast."""
    tags: dict[str, list[Element]] = defaultdict(list)
    for element in root.iter(*_TAGS):
        tags[str(element.tag)].append(element)
    return tags


def _texts(elements: Iterable[Element], name: str) -> Iterator[str]:
    for element in elements:
        if (value := element.get(name)) is not None:
            yield str(value)


def _references(elements: Iterable[Element], name: str) -> Iterator[Reference]:
    """Yield the address in one attribute of each element that has it."""
    for element in elements:
        if (value := element.get(name)) is not None:
            yield Reference(value.strip(), line_of(element))


def _gather(tags: Tags, places: Mapping[str, tuple[str, ...]]) -> Iterator[Reference]:
    present = ((tags[tag], names) for tag, names in places.items() if tag in tags)
    for elements, names in present:
        for name in names:
            yield from _references(elements, name)


def _candidates(tags: Tags) -> Iterator[Reference]:
    """Yield every image of every srcset."""
    for whole in _gather(tags, _SETS):
        for url in _CANDIDATE.findall(whole.url):
            yield Reference(url, whole.line)


def _relations(link: Element) -> list[str]:
    return str(link.get("rel") or "").lower().split()


def _related(tags: Tags, relation: str) -> Iterator[Element]:
    return (link for link in tags["link"] if relation in _relations(link))


def _loaded_links(tags: Tags) -> Iterator[Reference]:
    loading = (link for link in tags["link"] if not _LOADING.isdisjoint(_relations(link)))
    return _references(loading, "href")


def _feed_links(tags: Tags) -> Iterator[Element]:
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


def _parent_tag(element: Element) -> str:
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
        is_refresh = str(tag.get("http-equiv") or "").lower() == "refresh"
        found = _REFRESH.match(str(tag.get("content") or "")) if is_refresh else None
        if found:
            yield Reference(found[1].strip(), line_of(tag))


def _images_without_alt(tags: Tags) -> Iterator[Mark]:
    buttons = (tag for tag in tags["input"] if tag.get("type") == "image")
    for image in (*tags["img"], *buttons):
        if image.get("alt") is None:
            yield Mark(str(image.get("src") or ""), line_of(image))


def _headings(root: Element) -> Iterator[Heading]:
    for element in root.iter(*_HEADINGS):
        yield Heading(int(str(element.tag)[1]), line_of(element))


def _repeated(root: Element) -> Iterator[Mark]:
    seen: set[str] = set()
    for element in find(_with_id, root):
        name = str(element.get("id"))
        if name in seen:
            yield Mark(name, line_of(element))
        seen.add(name)


def _inline(tags: Tags, rare: Rare, links: Iterable[Reference]) -> Inline:
    return Inline(
        scripts=_marks(script for script in tags["script"] if _runs_inline(script)),
        styles=_marks((*tags["style"], *rare["style"])),
        handlers=tuple(_handlers(rare, links)),
    )


def _marks(elements: Iterable[Element]) -> tuple[Mark, ...]:
    return tuple(Mark(str(element.tag), line_of(element)) for element in elements)


def _structured(tags: Tags) -> Iterator[Mark]:
    """Yield the text of each block of JSON-LD."""
    for script in tags["script"]:
        if str(script.get("type") or "").lower() == "application/ld+json":
            yield Mark(script.text or "", line_of(script))


def _runs_inline(script: Element) -> bool:
    """Tell whether a script is code in the page; JSON and JSON-LD are data that never run."""
    return script.get("src") is None and not str(script.get("type") or "").endswith("json")


def _handlers(rare: Rare, links: Iterable[Reference]) -> Iterator[Mark]:
    for element in rare["handler"]:
        names = (str(name) for name in element.attrib if str(name).startswith("on"))
        yield from (Mark(name, line_of(element)) for name in names)
    for link in links:
        if link.url[:11].lower() == "javascript:":
            yield Mark("javascript:", link.line)
