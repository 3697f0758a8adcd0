"""Atom: a feed as XML, which a browser shows as a page in the theme's look.

Links of Atom cannot be followed in a browser, so links of XHTML stand beside them; a reader of
feeds passes over what is in a name space that it does not know.
Source: RFC 4287; Media RSS 1.5.1; "Associating Style Sheets with XML documents".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import StringIO

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator
from markupsafe import escape

from plugins.bulletin.render.feed_entries import Feed, FeedEntry

_MEDIA, _PAGE = "http://search.yahoo.com/mrss/", "http://www.w3.org/1999/xhtml"


class _Atom(Atom1Feed):  # type: ignore[misc]
    """The library's Atom, with the feed's own date, its style, people and pictures."""

    def __init__(self, feed: Feed, style: str, words: str) -> None:
        super().__init__(
            title=feed.title,
            link=feed.page_url,
            description=feed.description,
            language=feed.language,
            author_name=feed.publisher,
            author_link=feed.publisher_url or None,
            feed_url=feed.url,
            feed_guid=feed.id,
            feed_copyright=feed.rights,
        )
        self.told, self.style, self.words = feed, style, words

    def latest_post_date(self) -> datetime:
        """Return the date of the articles; the library would ask the clock."""
        return self.told.updated

    def root_attributes(self) -> dict[str, str]:
        """Add the name spaces of pictures and of what browsers show."""
        more = {"xmlns:media": _MEDIA, "xmlns:page": _PAGE}
        return {**super().root_attributes(), **more}

    def write(self, outfile: StringIO, encoding: str) -> None:
        """Write the style before the feed, where browsers look for it."""
        handler = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        handler.processingInstruction(
            "xml-stylesheet", f'type="text/css" href="{escape(self.style)}"'
        )
        outfile.write("\n")
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        """Add the icon, and a line for visitors who came with a browser."""
        super().add_root_elements(handler)
        handler.addQuickElement("icon", self.told.icon_url)
        handler.startElement("page:p", {"class": "feed-words"})
        handler.characters(f"{self.words} ")
        handler.addQuickElement("page:a", self.told.page_url, {"href": self.told.page_url})
        handler.endElement("page:p")

    def add_item_elements(
        self, handler: SimplerXMLGenerator, item: Mapping[str, FeedEntry]
    ) -> None:
        """Add what the library has no words for."""
        entry = item["entry"]
        handler.addQuickElement("page:a", entry.title, {"href": entry.url})
        super().add_item_elements(handler, item)
        for element, names in (("author", entry.authors), ("contributor", (entry.translator,))):
            for name in filter(None, names):
                handler.startElement(element, {})
                handler.addQuickElement("name", name)
                handler.endElement(element)
        handler.addQuickElement("summary", entry.summary)
        _add_image(handler, entry)


def _add_image(handler: SimplerXMLGenerator, entry: FeedEntry) -> None:
    image = entry.image
    if image is None:
        return
    handler.addQuickElement(
        "link", "", {"rel": "enclosure", "href": image.url, "type": image.media_type}
    )
    size = {"width": str(image.width), "height": str(image.height)}
    place = {"url": image.url, "type": image.media_type, "medium": "image", **size}
    handler.startElement("media:content", place)
    if image.alt:
        handler.addQuickElement("media:description", image.alt, {"type": "plain"})
    handler.endElement("media:content")


def atom_feed(feed: Feed, *, style: str, words: str) -> bytes:
    """Write a feed as Atom.

    Args:
        feed: What it says.
        style: Path of the stylesheet for browsers.
        words: What to tell visitors who came with a browser.
    """
    atom = _Atom(feed, style, words)
    for entry in feed.entries:
        atom.add_item(
            title=entry.title,
            link=entry.url,
            description=None,
            content=entry.content or None,
            pubdate=entry.published,
            updateddate=entry.updated,
            unique_id=entry.id,
            categories=entry.tags,
            entry=entry,
        )
    text = StringIO()
    atom.write(text, "utf-8")
    return text.getvalue().encode("utf-8")
