"""Feeds as real readers find them: feedparser, and newsboat over HTTP."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from calendar import timegm
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from tests.browser.serving import serve
from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT
from tests.site.test_feeds import MEDIA, A, atom_files, href, root_of
from tests.site.test_metadata import HOSTILE

SECOND = "articles/second-exchange.vi.md"
PATIENCE = 120  # seconds
ITEMS = "select guid, title, url, pubDate, author, content from rss_item"
FEEDS = "select title, url from rss_feed where rssurl = ?"


def find_newsboat() -> str:
    """Return newsboat's path; a machine without it fails the tests and says what to do."""
    path = shutil.which(os.environ.get("BULLETIN_NEWSBOAT") or "newsboat")
    assert path, "there is no newsboat: install it, or set BULLETIN_NEWSBOAT to its path"
    return path


@dataclass(frozen=True)
class Followed:
    """What newsboat keeps of one feed: its title and page, and its entries by id."""

    feeds: list[tuple[str, str]]
    items: dict[str, tuple[Any, ...]]


def follow(folder: Path, url: str) -> Followed:
    """Let newsboat fetch a feed as a follower's does, who follows no other.

    Of an article in several feeds it keeps one entry, by its id.
    """
    folder.mkdir()
    for name, text in (("urls", url), ("config", "")):
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
    command = [find_newsboat(), "-q", "-u", "urls", "-c", "cache.db", "-C", "config"]
    env = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    subprocess.run([*command, "-x", "reload"], cwd=folder, env=env, check=True, timeout=PATIENCE)
    with closing(sqlite3.connect(folder / "cache.db")) as database:
        items = {row[0]: row[1:] for row in database.execute(ITEMS)}
        return Followed(database.execute(FEEDS, [url]).fetchall(), items)


def parsed(raw: bytes) -> Any:
    """Read a feed with feedparser, which has nothing to object."""
    found = feedparser.parse(raw)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def seconds(item: etree._Element, name: str) -> int:
    """Return a date of an entry as seconds since 1970."""
    return int(datetime.fromisoformat(item.findtext(A + name, "")).timestamp())


def test_feedparser_finds_all_that_is_said(second_site: Path) -> None:
    """Every feed: language, ids, titles, addresses, dates, people and texts come out whole."""
    for path in atom_files(second_site):
        root, found = root_of(second_site, path), parsed((second_site / path).read_bytes())
        assert found.feed.title == root.findtext(f"{A}title")
        assert found.feed.id == root.findtext(f"{A}id")
        assert found.feed.language == ("en" if path.startswith("en/") else "vi")
        assert found.feed.link == href(root, "alternate")
        items = root.findall(f"{A}entry")
        assert len(found.entries) == len(items)
        for entry, item in zip(found.entries, items, strict=True):
            assert (entry.id, entry.title) == (item.findtext(f"{A}id"), item.findtext(f"{A}title"))
            assert entry.link == href(item, "alternate")
            assert timegm(entry.published_parsed) == seconds(item, "published")
            assert timegm(entry.updated_parsed) == seconds(item, "updated")
            names = [node.text for node in item.iterfind(f"{A}author/{A}name")]
            assert [author.name for author in entry.get("authors", [])] == names
            assert entry.summary
            assert bool(entry.get("content")) == (item.find(f"{A}content") is not None)


def test_feedparser_finds_the_pictures(real_site: Path) -> None:
    """A cover is found with its type and size, and as an enclosure."""
    raw = (real_site / "feeds/atom.xml").read_bytes()
    told = [str(node.get("url")) for node in etree.fromstring(raw).iter(MEDIA)]
    entries = [entry for entry in parsed(raw).entries if "media_content" in entry]
    assert [entry.media_content[0]["url"] for entry in entries] == told
    for entry in entries:
        assert int(entry.media_content[0]["width"]) > 0
        assert [file.href for file in entry.enclosures] == [entry.media_content[0]["url"]]


@pytest.fixture
def hostile(small_site: SmallSite) -> Path:
    """Return a site with a title that would break what is not written with care."""
    text = (SECOND_CONTENT / SECOND).read_text("utf-8")
    title = "title: Buổi giao lưu mẫu thứ hai"
    assert title in text
    built = small_site({SECOND: text.replace(title, f'title: "{HOSTILE}"')})
    assert built.code == 0, built.out
    return built.output


def test_hostile_title_comes_through(hostile: Path) -> None:
    """A title with markup, an end of CDATA and entities is the text of one entry."""
    found = parsed((hostile / "feeds/atom.xml").read_bytes())
    raw = etree.fromstring((hostile / "feeds/atom.xml").read_bytes())
    [title] = [
        item.findtext(f"{A}title")
        for item in raw.iterfind(f"{A}entry")
        if item.findtext(f"{A}id", "").endswith("second-exchange")
    ]
    assert title == HOSTILE.replace('\\"', '"')
    [entry] = [entry for entry in found.entries if entry.id.endswith("second-exchange")]
    assert entry.title == title
    assert len(found.entries) == len(raw.findall(f"{A}entry"))


@pytest.fixture(scope="module")
def followed(
    second_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Followed]]:
    """Return what newsboat keeps of each feed of the second bulletin, by the feed's path."""
    if sys.platform == "win32":
        pytest.skip("there is no newsboat for Windows")
    folder = tmp_path_factory.mktemp("newsboat")
    with serve(second_site) as url:
        yield {
            path: follow(folder / str(number), f"{url}/{path}")
            for number, path in enumerate(atom_files(second_site))
        }


def test_newsboat_finds_every_entry(second_site: Path, followed: dict[str, Followed]) -> None:
    """Titles, addresses, dates, authors and texts of each feed are those that it has."""
    for path, found in followed.items():
        items = root_of(second_site, path).findall(f"{A}entry")
        assert {item.findtext(f"{A}id") for item in items} == {*found.items}
        for item in items:
            title, link, date, author, content = found.items[item.findtext(f"{A}id", "")]
            assert (title, link) == (item.findtext(f"{A}title"), href(item, "alternate"))
            assert date == seconds(item, "published")
            assert author == item.findtext(f"{A}author/{A}name", "")
            assert content == (item.findtext(f"{A}content") or item.findtext(f"{A}summary"))


def test_newsboat_names_the_feeds(second_site: Path, followed: dict[str, Followed]) -> None:
    """In a follower's list each feed has its own title and leads to its page."""
    for path, found in followed.items():
        root = root_of(second_site, path)
        assert found.feeds == [(root.findtext(f"{A}title"), href(root, "alternate"))]
