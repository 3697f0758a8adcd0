"""Data: feeds of every kind, and XML that is not to be trusted."""

from __future__ import annotations

from lxml import etree

from plugins.bulletin.audit.data import parse_xml, read_feed, read_json
from plugins.bulletin.audit.facts import DataFault, FeedFacts, FeedItem


def test_rss() -> None:
    """An RSS channel has its language and the links of its items."""
    root = etree.fromstring(
        "<rss><channel><language>vi</language>\n<item><link> /a/ </link></item></channel></rss>"
    )
    assert read_feed("a.xml", root) == FeedFacts("a.xml", "vi", (FeedItem("/a/", "", 2),))


def test_rss_without_channel() -> None:
    """An RSS file without a channel is no feed."""
    assert read_feed("a.xml", etree.fromstring("<rss/>")).fault == "<channel>?"


def test_json_feed() -> None:
    """A JSON Feed is told by its version; other JSON is no feed and no fault."""
    text = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a/"}, 1]}'
    assert read_json("a.json", text) == FeedFacts("a.json", "", (FeedItem("/a/", "", 0),))
    assert read_json("a.json", b"[1]") is None


def test_broken_json_has_a_line() -> None:
    """What is wrong in JSON is said with its line."""
    assert read_json("a.json", b"{\n") == DataFault(
        "a.json", 2, "Expecting property name enclosed in double quotes"
    )
    assert read_json("a.json", b"\xff") == DataFault("a.json", 0, "no JSON")


def test_entities_are_not_followed() -> None:
    """An XML file cannot make the audit read another file."""
    data = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    root = parse_xml("a.xml", data)
    assert not isinstance(root, DataFault)
    assert "root:" not in str(etree.tostring(root, method="text"))


def test_atom_entry_links_to_its_page() -> None:
    """The page of an entry is its alternate link, not its enclosure; without one it has none."""
    root = etree.fromstring(
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>i</id><title>t</title><updated>u</updated>'
        '<entry><link rel="enclosure" href="/b.jpg"/><link href="/a/"/></entry><entry/></feed>'
    )
    assert [item.url for item in read_feed("a.xml", root).items] == ["/a/", ""]
