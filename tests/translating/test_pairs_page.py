"""The page of pairs: in the preview, in both languages, and in no output."""

from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from lxml import html

from plugins.bulletin.preview.desk import Desk
from plugins.bulletin.preview.pairs_page import ADDRESSES
from plugins.bulletin.preview.server import PreviewServer
from plugins.bulletin.settings import BuildSettings
from tests.site.building import ROOT, build_here
from tests.translating.places import PAIR, commit, content_of, rewrite, run


@contextmanager
def previewed(content: Path) -> Iterator[str]:
    """Serve a content folder on loopback and give the address."""
    settings = BuildSettings(
        content, ROOT / "theme", content.parent / "out", "", datetime(2026, 2, 1, tzinfo=UTC)
    )
    desk = Desk(settings)
    desk.begin()
    server = PreviewServer(0, desk, "en")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def read(url: str) -> html.HtmlElement:
    """Return a page as a browser would parse it."""
    with urllib.request.urlopen(url, timeout=20) as answer:
        return html.fromstring(answer.read().decode("utf-8"))


def test_page_shows_old_words_and_new(tmp_path: Path) -> None:
    """A stale pair stands there with links to both texts and what changed in it."""
    content = content_of(tmp_path, PAIR)
    run(content, "translate", "k", "--confirm")
    commit(tmp_path, "2026-01-20")
    rewrite(content, "sông Hương", "sông Hồng")
    with previewed(content) as url:
        page = read(url + ADDRESSES["en"])
        stale = page.xpath("//section[contains(@class, 'pairs--stale')]")[0]
        assert [item.text for item in stale.xpath(".//del")] == ["Hương"]
        assert [item.text for item in stale.xpath(".//ins")] == ["Hồng"]
        assert stale.xpath(".//a/@href") == ["/2024/01/bai/", "/en/2024/01/piece/"]
        for address in stale.xpath(".//a/@href"):
            assert read(url + address).xpath("//h1")
        assert page.get("lang") == "en"
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_page_speaks_both_languages(tmp_path: Path) -> None:
    """The switcher leads from one language of the page to the other."""
    with previewed(content_of(tmp_path, PAIR)) as url:
        page = read(url + ADDRESSES["vi"])
        assert page.get("lang") == "vi"
        assert page.xpath("//h1")[0].text == "Bản gốc và bản dịch"
        assert page.xpath("//a[contains(@class, 'switcher__link')]/@href") == [ADDRESSES["en"]]


def test_page_follows_the_desk(tmp_path: Path) -> None:
    """After an edit the same address shows the new state."""
    content = content_of(tmp_path, PAIR)
    settings = BuildSettings(
        content, ROOT / "theme", tmp_path / "out", "", datetime(2026, 2, 1, tzinfo=UTC)
    )
    desk = Desk(settings)
    desk.begin()
    run(content, "translate", "k", "--confirm")
    desk.refresh({"articles/k.en.md"})
    assert desk.library is not None
    freshness = desk.library.articles["k"]["en"].freshness
    assert freshness is not None
    assert freshness.state == "in-step"


def test_page_is_in_no_output(tmp_path: Path) -> None:
    """A build makes nothing of it, with drafts or without."""
    built = build_here(content_of(tmp_path, PAIR), tmp_path / "output", "--drafts")
    assert built.code == 0
    assert not [name for name in built.files() if "preview" in name or "pairs" in name]
