"""Sitemaps and robots.txt: what search engines are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as ET

from msgspec import Struct

from plugins.bulletin.model.common import Language
from plugins.bulletin.render.frame import alternates
from plugins.bulletin.render.setting import RenderSettings

MOST = 50_000  # pages in one file, as sitemaps.org allows
WHOLE, NEWS = "sitemap.xml", "sitemap-news.xml"

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


class Spot(Struct, frozen=True):
    """Where one page stands, in its own language and in the other where it exists."""

    language: Language
    addresses: Mapping[Language, str]

    @property
    def address(self) -> str:
        """Return the page's own address."""
        return self.addresses[self.language]


class NewsItem(Struct, frozen=True):
    """One new article, as the sitemap of news tells it. `date` is ISO 8601."""

    address: str
    title: str
    date: str
    language: Language
    publication: str


def shares(spots: Iterable[Spot], most: int = MOST) -> list[tuple[str, list[Spot]]]:
    """Return the pages of each sitemap by its file, none with more than `most`.

    A site that needs several has an index of them in `sitemap.xml`, which is not listed here.
    """
    ordered = sorted(spots, key=lambda spot: spot.address)
    if len(ordered) <= most:
        return [(WHOLE, ordered)]
    starts = range(0, len(ordered), most)
    return [
        (f"sitemap-{number}.xml", ordered[start : start + most])
        for number, start in enumerate(starts, 1)
    ]


def sitemap(spots: Iterable[Spot], settings: RenderSettings) -> bytes:
    """List indexed pages with the same table of languages as their heads."""
    root = _root("urlset")
    for spot in spots:
        entry = _entry(root, settings.absolute(spot.address))
        for row in alternates(settings, spot.addresses):
            attributes = {"rel": "alternate", "hreflang": row.language, "href": row.url}
            ET.SubElement(entry, f"{{{_XHTML}}}link", attributes)
    return _written(root)


def sitemap_index(paths: Sequence[str], settings: RenderSettings) -> bytes:
    """List the sitemaps of a site that needs several."""
    root = _root("sitemapindex")
    for path in paths:
        _entry(root, settings.absolute(f"/{path}"), "sitemap")
    return _written(root)


def news_sitemap(items: Iterable[NewsItem], settings: RenderSettings) -> bytes:
    """List new articles for news search. Without any the list is empty."""
    root = _root("urlset")
    for item in items:
        entry = _entry(root, settings.absolute(item.address))
        news = ET.SubElement(entry, f"{{{_NEWS}}}news")
        publication = ET.SubElement(news, f"{{{_NEWS}}}publication")
        ET.SubElement(publication, f"{{{_NEWS}}}name").text = item.publication
        ET.SubElement(publication, f"{{{_NEWS}}}language").text = item.language
        ET.SubElement(news, f"{{{_NEWS}}}publication_date").text = item.date
        ET.SubElement(news, f"{{{_NEWS}}}title").text = item.title
    return _written(root)


def _root(name: str) -> ET.Element:
    for prefix, space in (("", _SITEMAP), ("xhtml", _XHTML), ("news", _NEWS)):
        ET.register_namespace(prefix, space)
    return ET.Element(f"{{{_SITEMAP}}}{name}")


def _entry(root: ET.Element, url: str, name: str = "url") -> ET.Element:
    entry = ET.SubElement(root, f"{{{_SITEMAP}}}{name}")
    ET.SubElement(entry, f"{{{_SITEMAP}}}loc").text = url
    return entry


def _written(root: ET.Element) -> bytes:
    ET.indent(root, space="")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def robots(settings: RenderSettings) -> bytes:
    """Allow everything and name the sitemaps."""
    named = "".join(f"Sitemap: {settings.absolute(f'/{name}')}\n" for name in (WHOLE, NEWS))
    return f"User-agent: *\nAllow: /\n\n{named}".encode()
