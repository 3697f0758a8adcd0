"""Sitemap and robots.txt: what search engines are told."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.render.views import PageView

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(pages: Iterable[PageView]) -> bytes:
    """List every indexed page with the same table of languages as its head."""
    ET.register_namespace("", _SITEMAP)
    ET.register_namespace("xhtml", _XHTML)
    root = ET.Element(f"{{{_SITEMAP}}}urlset")
    for page in sorted(pages, key=lambda page: page.canonical):
        if not page.is_indexed:
            continue
        entry = ET.SubElement(root, f"{{{_SITEMAP}}}url")
        ET.SubElement(entry, f"{{{_SITEMAP}}}loc").text = page.canonical
        for row in page.alternates:
            attributes = {"rel": "alternate", "hreflang": row.language, "href": row.url}
            ET.SubElement(entry, f"{{{_XHTML}}}link", attributes)
    ET.indent(root, space="")
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def robots(settings: RenderSettings) -> bytes:
    """Allow everything and name the sitemap."""
    address = settings.absolute("/sitemap.xml")
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}\n".encode()
