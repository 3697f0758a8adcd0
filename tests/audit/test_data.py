"""Data: feeds of every kind, and XML that is not to be trusted."""

from __future__ import annotations

import pytest

from plugins.bulletin.audit.addresses import Base
from plugins.bulletin.audit.data import read_json, read_xml
from plugins.bulletin.audit.facts import FeedFacts, FeedItem, FileFacts, fault
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import audit_rules as rules

GROUND = Ground(Base.of("https://example.org"), ("vi", "en"))
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><id>i</id><title>t</title><updated>u</updated>'
ENTRY = "<entry><id>A</id><title>A</title><updated>A</updated>"


def read(text: str) -> FileFacts:
    """Return the facts of an XML file."""
    return read_xml("a.xml", text.encode(), GROUND)


def test_rss() -> None:
    """An RSS channel has its language and the links of its items."""
    found = read(
        "<rss><channel><language>vi</language>\n<item><link> /a/ </link></item></channel></rss>"
    )
    assert found == FileFacts(feed=FeedFacts("vi", (FeedItem("/a/", "", 2, "/a/"),)))


def test_rss_without_channel() -> None:
    """An RSS file without a channel is no feed."""
    assert read("<rss/>").faults == (fault(rules.FEED_INVALID, missing="<channel>"),)


def test_json_feed() -> None:
    """A JSON Feed is told by its version; other JSON is no feed and no fault."""
    item = b'{"url": "/a/", "id": "a", "content_text": "A"}'
    text = b'{"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [%s, 1]}' % item
    feed = FeedFacts("", (FeedItem("/a/", "", 0, "/a/"),))
    assert read_json("a.json", text, GROUND) == FileFacts(feed=feed)
    assert read_json("a.json", b"[1]", GROUND) == FileFacts()


def test_json_feed_without_a_list_of_items() -> None:
    """Items that are no list make no feed."""
    text = b'{"version": "https://jsonfeed.org/version/1.1", "items": 5}'
    assert read_json("a.json", text, GROUND).faults[0].rule == "output-feed-invalid"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ('"items": []', "title"),
        ('"title": "A", "items": [{"content_text": "A"}]', "items: id"),
        ('"title": "A", "items": [{"id": "A"}]', "items: content_html"),
    ],
)
def test_json_feed_has_what_it_must(text: str, missing: str) -> None:
    """What version 1.1 wants and is not there is named."""
    data = f'{{"version": "https://jsonfeed.org/version/1.1", {text}}}'.encode()
    assert read_json("a.json", data, GROUND).faults == (fault(rules.FEED_INVALID, missing=missing),)


@pytest.mark.parametrize("name", ["id", "title", "updated"])
def test_atom_entry_has_what_it_must(name: str) -> None:
    """What an entry lacks is named, with the entry's line."""
    lacking = ENTRY.replace(f"<{name}>A</{name}>", "")
    found = read(f"{ATOM}{ENTRY}</entry>\n{lacking}</entry></feed>").faults
    assert found == (fault(rules.FEED_INVALID, 2, missing=f"<entry> <{name}>"),)


def test_style_of_a_feed_must_be_there() -> None:
    """What a browser loads with a feed is what a page loads; other programs' words are not."""
    style = '<?xml-stylesheet type="text/css" href="/a.css"?><?php href="/b.css"?>\n'
    assert read(style + ATOM + "</feed>").assets.targets == ("/a.css",)


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"{\n", 2, "Expecting property name enclosed in double quotes"),
        (b"\xff", 0, "no JSON"),
        (b"[" * 100_000, 0, "no JSON"),
    ],
)
def test_broken_json_has_a_line(data: bytes, line: int, reason: str) -> None:
    """What is wrong in JSON is said, with its line where it has one."""
    expected = fault(rules.DATA_INVALID, line, reason=reason)
    assert read_json("a.json", data, GROUND).faults == (expected,)


def test_entities_are_not_followed() -> None:
    """An XML file cannot make the audit read another file."""
    found = read(
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
        "<rss><channel><language>&b;</language></channel></rss>"
    )
    assert found == FileFacts(feed=FeedFacts("", ()))


def test_atom_entry_links_to_its_page() -> None:
    """The page of an entry is its alternate link, not its enclosure; without one it has none."""
    found = read(
        f'{ATOM}{ENTRY}<link rel="enclosure" href="/b.jpg"/><link href="/a/"/></entry>'
        f"{ENTRY}</entry></feed>"
    )
    assert found.feed is not None
    assert [item.url for item in found.feed.items] == ["/a/", ""]
