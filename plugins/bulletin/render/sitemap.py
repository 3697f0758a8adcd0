"""Sitemap and robots.txt: what search engines are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

from plugins.bulletin.model.common import Language
from plugins.bulletin.render.frame import alternates
from plugins.bulletin.render.setting import RenderSettings

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


class Spot(Struct, frozen=True):
    """Where one page stands, in its own language and in the other where it exists."""

    language: Language
    addresses: Mapping[Language, str]

    @property
    def address(self) -> str:
        """Return the page's own address."""
        return self.addresses[self.language]


def sitemap(spots: Iterable[Spot], settings: RenderSettings) -> bytes:
    """List every indexed page with the same table of languages as its head."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    for spot in sorted(spots, key=lambda spot: spot.address):
        entry = ET.SubElement(root, f"{{{_SITEMAP}}}url")
        ET.SubElement(entry, f"{{{_SITEMAP}}}loc").text = settings.absolute(spot.address)
        for row in alternates(settings, spot.addresses):
            attributes = {"rel": "alternate", "hreflang": row.language, "href": row.url}
            ET.SubElement(entry, f"{{{_XHTML}}}link", attributes)
    ET.indent(root, space="")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def robots(settings: RenderSettings) -> bytes:
    """Allow everything and name the sitemap."""
    address = settings.absolute("/sitemap.xml")
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}\n".encode()
