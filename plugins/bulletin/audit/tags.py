"""Tags: what one start tag says, wherever on a page it stands. Nothing here judges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from plugins.bulletin.audit.parsed import Entry

ENTRY = "pagefind-entry.json"  # what leads to the parts of Pagefind's index
FEED_TYPES = frozenset({"application/atom+xml", "application/rss+xml", "application/feed+json"})

Kind = Literal[
    "assets",
    "bases",
    "canonicals",
    "codes",  # languages of the hreflang table, and in the same order
    "versions",  # their addresses
    "descriptions",
    "drafts",
    "feeds",
    "handlers",
    "headings",
    "ids",
    "links",
    "maps",
    "names",
    "pictures",
    "refreshes",
    "robots",
    "scripts",
    "search",  # what a search page asks for
    "shared",  # a property of Open Graph and its value, after a space
    "structured",  # text of a block of JSON-LD
    "styles",
    "titles",
    "without_alt",
]
Item = tuple[Kind, str]
Attributes = Mapping[str, str]
Read: TypeAlias = "Callable[[Attributes], Iterator[Item]]"


class Said:
    """What the tags of one page say, by kind, in the order of the page."""

    __slots__ = ("entries", "language")

    def __init__(self, language: str) -> None:
        """Begin with the language of the root."""
        self.language = language
        self.entries: defaultdict[Kind, list[Entry]] = defaultdict(list)

    def add(self, first: int, lines: Iterable[Iterable[Item] | None]) -> None:
        """Take in what the tags of some lines say, from a first line on."""
        entries = self.entries
        for line, items in enumerate(lines, first):
            for kind, text in items or ():
                entries[kind].append((text, line))

    def __getitem__(self, kind: Kind) -> list[Entry]:
        """Return what was said of one kind."""
        return self.entries.get(kind, [])


_LOADING = frozenset(
    {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "mask-icon"}
    | {"apple-touch-icon", "preconnect", "dns-prefetch"}
)
_METAS: Mapping[str, Kind] = {"description": "descriptions", "robots": "robots"}
_PICTURES = frozenset({"og:image", "og:image:url", "og:image:secure_url", "twitter:image"})
SHARED = ("og:title", "og:type", "og:url")  # what Open Graph wants, beside a picture
_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s[^,]*)?(?:,|$)")
_REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)


def read_tag(name: str, tag: Attributes) -> tuple[Item, ...]:
    """Return what a start tag says; its id, and what hardly any tag has, is found elsewhere."""
    read = READERS.get(name)
    return tuple(read(tag)) if read else ()


def _values(tag: Attributes, kind: Kind, *names: str) -> Iterator[Item]:
    """Yield the address in each attribute that is there."""
    for name in names:
        if (value := tag.get(name)) is not None:
            yield kind, value.strip()


def _candidates(tag: Attributes, name: str) -> Iterator[Item]:
    """Yield every image of a srcset."""
    if value := tag.get(name):
        yield from (("assets", url) for url in _CANDIDATE.findall(value.strip()))


def _follow(tag: Attributes, name: str) -> Iterator[Item]:
    """Yield an address that visitors follow; code in its place runs in the page."""
    if (value := tag.get(name)) is not None:
        yield "links", (url := value.strip())
        if url[:11].lower() == "javascript:":
            yield "handlers", "javascript:"


def _read_anchor(tag: Attributes) -> Iterator[Item]:
    yield from _follow(tag, "href")
    if (name := tag.get("name")) is not None:
        yield "names", name


def _read_source(tag: Attributes) -> Iterator[Item]:
    yield from _values(tag, "assets", "src")
    yield from _candidates(tag, "srcset")


def _read_image(tag: Attributes) -> Iterator[Item]:
    yield from _read_source(tag)
    if tag.get("alt") is None:
        yield "without_alt", tag.get("src") or ""


def _read_input(tag: Attributes) -> Iterator[Item]:
    yield from _values(tag, "assets", "src")
    if tag.get("type") == "image" and tag.get("alt") is None:
        yield "without_alt", tag.get("src") or ""


def _read_script(tag: Attributes) -> Iterator[Item]:
    """Yield a script's file, or that it is code in the page; JSON and JSON-LD never run."""
    yield from _values(tag, "assets", "src")
    if tag.get("src") is None and not (tag.get("type") or "").endswith("json"):
        yield "scripts", "script"


def _read_link(tag: Attributes) -> Iterator[Item]:
    """Yield what a link of the head names; a feed with hreflang is no row of that table."""
    relations = (tag.get("rel") or "").lower().split()
    is_feed = tag.get("type") in FEED_TYPES
    if "canonical" in relations:
        yield from _values(tag, "canonicals", "href")
    if "alternate" in relations and is_feed:
        yield from _values(tag, "feeds", "href")
    elif "alternate" in relations and (language := tag.get("hreflang")):
        yield "codes", language
        yield "versions", (tag.get("href") or "").strip()
    if not _LOADING.isdisjoint(relations):
        yield from _values(tag, "assets", "href")
    yield from _candidates(tag, "imagesrcset")


def _read_meta(tag: Attributes) -> Iterator[Item]:
    name, content = tag.get("name"), (tag.get("content") or "").strip()
    if name and (kind := _METAS.get(name.lower())):
        yield kind, content
    if (told := tag.get("property") or "") in SHARED:
        yield "shared", f"{told} {content}"
    if (told or name) in _PICTURES:
        yield from _values(tag, "pictures", "content")
    if (tag.get("http-equiv") or "").lower() == "refresh" and (found := _REFRESH.match(content)):
        yield "refreshes", found[1].strip()
        yield from _follow({"url": found[1]}, "url")


def _read_division(tag: Attributes) -> Iterator[Item]:
    """Yield the index and the titles that a search page asks for."""
    if bundle := tag.get("data-bundle"):
        yield "search", bundle.strip() + ENTRY
        yield from _values(tag, "search", "data-titles")


def _heading(level: str) -> Read:
    return lambda _tag: iter([("headings", level)])


READERS: dict[str, Read] = {
    "a": _read_anchor,
    "area": lambda tag: _follow(tag, "href"),
    "div": _read_division,
    "form": lambda tag: _follow(tag, "action"),
    "img": _read_image,
    "input": _read_input,
    "source": _read_source,
    "script": _read_script,
    "link": _read_link,
    "meta": _read_meta,
    "style": lambda _tag: iter([("styles", "style")]),
    "base": lambda tag: iter([("bases", (tag.get("href") or "").strip())]),
    "video": lambda tag: _values(tag, "assets", "src", "poster"),
    "object": lambda tag: _values(tag, "assets", "data"),
    "image": lambda tag: _values(tag, "assets", "href"),
    "use": lambda tag: _values(tag, "assets", "href", "xlink:href"),
    **dict.fromkeys(
        ("track", "iframe", "audio", "embed"), lambda tag: _values(tag, "assets", "src")
    ),
    **{f"h{level}": _heading(str(level)) for level in range(1, 7)},
}
