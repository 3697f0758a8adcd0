"""Feeds: what each form must have, who is in them, and that nothing breaks them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from lxml import etree

from plugins.bulletin.render.atom import atom_feed
from plugins.bulletin.render.feed_entries import Feed, FeedEntry, FeedImage, clean
from plugins.bulletin.render.json_feed import json_feed
from tests.building.places import make_site
from tests.site.pages import read_page

A = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MEDIA = "{http://search.yahoo.com/mrss/}content"
HOST = "https://bulletin.example/"
FOLDERS = {"vi": ("", "chuyen-muc/", "doi-tac/"), "en": ("en/", "en/sections/", "en/partners/")}
# What no program should have to meet in a title.
HOSTILE = ("]]>", "</title>", "<![CDATA[", "&lt;b&gt;", "\x00\x0b\x1f", "\ud7ff\ufffe\uffff", "'\"")

Content = dict[str, Any]  # of JSON


def atom_files(folder: Path) -> list[str]:
    """Return the paths of all Atom feeds of an output."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("atom.xml"))
    assert len(found) > 8
    return found


def root_of(folder: Path, path: str) -> etree._Element:
    """Return the root of an Atom feed."""
    return etree.fromstring((folder / path).read_bytes())


def href(item: etree._Element, relation: str) -> str:
    """Return the address of the one link with a relation."""
    (link,) = item.iterfind(f"{A}link[@rel='{relation}']")
    return str(link.get("href"))


def json_of(folder: Path, path: str) -> Content:
    """Return the JSON Feed beside an Atom feed."""
    name = path.replace("atom.xml", "feed.json")
    content: Content = json.loads((folder / name).read_text("utf-8"))
    return content


def test_atom_has_all_it_must(second_site: Path) -> None:
    """RFC 4287, 4.1: ids, titles, dates and authors; all addresses whole; one language."""
    for path in atom_files(second_site):
        root = root_of(second_site, path)
        assert root.get(LANG) == ("en" if path.startswith("en/") else "vi")
        assert root.findtext(f"{A}id", "").startswith("tag:bulletin.example,2026:feed/")
        assert href(root, "self") == HOST + path
        for item in (root, *root.iterfind(f"{A}entry")):
            assert item.findtext(f"{A}title")
            updated = datetime.fromisoformat(item.findtext(f"{A}updated", ""))
            assert updated.tzinfo is not None
            assert root.findtext(f"{A}author/{A}name")
            assert href(item, "alternate").startswith(HOST)
        ids = [node.text for node in root.iter(f"{A}id")]
        assert len(ids) == len(set(ids))


def test_json_has_all_it_must(second_site: Path) -> None:
    """JSON Feed 1.1: version, title and items, each with an id and content; the same as Atom."""
    for path in atom_files(second_site):
        feed, root = json_of(second_site, path), root_of(second_site, path)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"] == root.findtext(f"{A}title")
        assert feed["feed_url"] == HOST + path.replace("atom.xml", "feed.json")
        assert feed["language"] == root.get(LANG)
        entries = root.findall(f"{A}entry")
        assert [item["id"] for item in feed["items"]] == [e.findtext(f"{A}id") for e in entries]
        for item in feed["items"]:
            assert bool(item.get("content_html")) != bool(item.get("content_text"))
            assert item["url"].startswith(HOST)
            assert item["authors"]
            assert datetime.fromisoformat(item["date_modified"]).tzinfo is not None


def test_each_list_has_its_own_feed(second_site: Path) -> None:
    """A page of a section or partner names its feeds; they hold what the page lists."""
    for language, (home, sections, partners) in FOLDERS.items():
        pages = [*second_site.glob(f"{sections}*/index.html")]
        pages += second_site.glob(f"{partners}*/index.html")
        assert len(pages) > 3
        for file in pages:
            path = file.relative_to(second_site).as_posix()
            page = read_page(second_site, path)
            feed = path.replace("index.html", "atom.xml")
            found = page.values(
                "//link[@rel='alternate'][contains(@type, 'feed') or contains(@type, 'atom')]/@href"
            )
            both = [f"/{home}feeds/atom.xml", f"/{home}feeds/feed.json"]
            assert found == [*both, f"/{feed}", f"/{feed.replace('atom.xml', 'feed.json')}"]
            root = root_of(second_site, feed)
            links = [href(item, "alternate") for item in root.iterfind(f"{A}entry")]
            listed = {HOST + url[1:] for url in page.values("//main//article//a/@href")}
            own = re.compile(rf"{re.escape(HOST + home)}[0-9]{{4}}/")
            assert {link for link in listed if own.match(link)} <= {*links}
            assert all(map(own.match, links)), language


def test_pictures_are_told(real_site: Path) -> None:
    """A cover that is a photograph is in both forms, whole, as a file that is there."""
    root, feed = root_of(real_site, "feeds/atom.xml"), json_of(real_site, "feeds/atom.xml")
    told = [str(node.get("url")) for node in root.iter(MEDIA)]
    images = [item["image"] for item in feed["items"] if "image" in item]
    assert told == images
    for url in told:
        assert (real_site / url.removeprefix(HOST)).is_file()


def test_browser_gets_a_style(second_site: Path) -> None:
    """Each Atom feed names a stylesheet that is there, and links that can be followed."""
    for path in atom_files(second_site):
        text = (second_site / path).read_text("utf-8")
        style = re.search(
            r'<\?xml-stylesheet type="text/css" href="/(theme/feed\.\w+\.css)"\?>', text
        )
        assert style
        assert (second_site / style[1]).is_file()
        root = root_of(second_site, path)
        links = root.findall(f"{A}entry/{{http://www.w3.org/1999/xhtml}}a")
        assert len(links) == len(root.findall(f"{A}entry"))
        assert all(str(link.get("href")).startswith(HOST) for link in links)


def test_ids_outlive_titles_and_addresses(tmp_path: Path) -> None:
    """A new title and slug leave every id as it was."""
    site = make_site(tmp_path)
    site.build()
    path = "feeds/atom.xml"
    before = [node.text for node in root_of(site.live, path).iter(f"{A}id")]
    site.edit("content/articles/second-exchange.vi.md", "slug: giao-luu-lan-hai", "slug: ten-moi")
    site.edit("content/articles/second-exchange.vi.md", "title: Buổi", "title: Một buổi")
    site.build()
    root = root_of(site.live, path)
    assert [node.text for node in root.iter(f"{A}id")] == before
    assert any("ten-moi" in str(link.get("href")) for link in root.iter(f"{A}link"))


def test_feed_without_news_is_not_made_again(tmp_path: Path) -> None:
    """An edit of one article makes anew the feeds that it is in, and no other."""
    site = make_site(tmp_path)
    site.build()
    times = {path: (site.live / path).stat().st_mtime_ns for path in atom_files(site.live)}
    site.edit("content/articles/second-exchange.vi.md", "title: Buổi", "title: Một buổi")
    site.build()
    changed = {path for path in times if (site.live / path).stat().st_mtime_ns != times[path]}
    assert changed
    for path in times:
        has_it = "Một buổi giao lưu mẫu thứ hai" in (site.live / path).read_text("utf-8")
        assert has_it == (path in changed)


texts = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=8)).map("".join)


@given(title=texts, summary=texts, name=texts, body=texts)
@pytest.mark.filterwarnings("error")
def test_no_text_breaks_a_feed(title: str, summary: str, name: str, body: str) -> None:
    """Whatever an article says, both forms can be read and say the same."""
    given_texts = [
        clean(text.encode("utf-8", "replace").decode()) for text in (title, summary, name, body)
    ]
    title, summary, name, body = given_texts
    when = datetime(2026, 1, 1, tzinfo=UTC)
    image = FeedImage(f"{HOST}a.jpg", "image/jpeg", 4, 3, title)
    entry = FeedEntry(
        "tag:x", f"{HOST}a/", title, summary, body, (name,), name, when, when, (name,), image
    )
    feed = Feed(
        "tag:y", HOST, HOST, HOST, title, summary, "vi", name, HOST, name, HOST, when, (entry,)
    )
    root = etree.fromstring(atom_feed(feed, style="/a.css", words=title))
    (item,) = root.iterfind(f"{A}entry")
    told = [item.findtext(f"{A}{tag}") or "" for tag in ("title", "summary", "content")]
    assert told == [_as_xml(text) for text in (title, summary, body)]
    (row,) = json.loads(json_feed(feed))["items"]
    assert (row.get("title", ""), row.get("summary", "")) == (title, summary)


def _as_xml(text: str) -> str:
    """Return text as every reader of XML hands it over: with one sign for the end of a line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
