"""The preview's server: this machine alone, nothing but the site, problems over its pages."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.bulletin.preview.desk import Desk
from plugins.bulletin.preview.server import HOST, PreviewServer
from plugins.bulletin.problems.problem import ReportLanguage
from tests.building.places import Site, make_site

NEWS = "content/articles/short-news-1.vi.md"
PAGE = "/2022/01/tin-ngan-mau-so-1/"


@contextmanager
def serving(site: Site, language: ReportLanguage = "en") -> Iterator[PreviewServer]:
    """Serve a site while the block runs."""
    desk = Desk(replace(site.settings, output=site.folder / "preview" / "site"))
    desk.begin()
    server = PreviewServer(0, desk, language)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Make a small site."""
    return make_site(tmp_path)


@pytest.fixture
def server(site: Site) -> Iterator[PreviewServer]:
    """Serve the small site."""
    with serving(site) as server:
        yield server


def get(server: PreviewServer, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    """Ask for an address as it stands; return status, text and headers."""
    connection = http.client.HTTPConnection(HOST, server.server_address[1], timeout=60)
    try:
        connection.putrequest("GET", path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders())
    finally:
        connection.close()


def test_loopback_alone(server: PreviewServer) -> None:
    """The server listens on the loopback interface and on no other address."""
    assert server.server_address[0] == HOST == "127.0.0.1"
    with pytest.raises(OSError, match="refused"), socket.socket() as other:
        other.connect(("127.0.0.2", server.server_address[1]))


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", ""]
)
def test_other_names_are_refused(server: PreviewServer, host: str) -> None:
    """A page of another host that was led here by its name gets nothing to read."""
    assert get(server, "/", Host=host)[:2] == (403, "")


@pytest.mark.parametrize(
    "path",
    [
        "/../content/data/site.yaml",
        "/..%2f..%2fcontent/data/site.yaml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/content/data/site.yaml",
        "/theme/../../theme/templates/base.html",
        "/.cache/builds/site/shelf.sqlite",
        "/images/../../content/data/site.yaml",
        "/%00",
    ],
)
def test_nothing_outside_the_output(server: PreviewServer, path: str) -> None:
    """Whatever is asked for, what is not in the table of outputs does not exist."""
    status, text, _ = get(server, path)
    assert status == 404
    assert "Không tìm thấy trang" in text
    assert "root:" not in text
    assert "timezone" not in text


def test_page_not_found_in_its_language(server: PreviewServer) -> None:
    """An English address that leads nowhere gets the English page."""
    status, text, _ = get(server, "/en/nowhere/")
    assert (status, "Page not found" in text) == (404, True)
    assert get(server, PAGE.removesuffix("/"))[2]["Location"] == PAGE


def test_names_with_digests_are_kept(server: PreviewServer) -> None:
    """A browser keeps what can never change, and nothing else."""
    style = next(name for name in server.desk.shown.table if name.endswith(".css"))
    assert "immutable" in get(server, f"/{style}")[2]["Cache-Control"]
    for path in (PAGE, "/images/bridge.svg", "/theme/nowhere.0a1b2c3d.css"):
        assert get(server, path)[2]["Cache-Control"] == "no-store"


def test_drafts_are_shown_and_marked(site: Site) -> None:
    """A draft is there as an article is, with a notice in the language of its page."""
    site.edit(NEWS, "section: news", "section: news\nstatus: draft")
    with serving(site) as server:
        status, text, _ = get(server, PAGE)
        assert status == 200
        assert "data-draft" in text
        assert "ản nháp" in text
        assert "data-draft" not in get(server, "/2022/02/tin-ngan-mau-so-2/")[1]


@pytest.mark.parametrize(
    ("language", "title", "words"),
    [
        ("vi", "Nội dung có vấn đề; đây là bản tốt gần nhất.", "không có chuyên mục"),
        ("en", "Problems in the content; this is the last good version.", "section"),
    ],
)
def test_problems_over_the_last_good_version(
    site: Site, language: ReportLanguage, title: str, words: str
) -> None:
    """Problems stand on every page with file and line, in the editor's language, until mended."""
    with serving(site, language) as server:
        good = get(server, PAGE)[1]
        site.edit(NEWS, "section: news", "section: nowhere")
        server.desk.refresh({NEWS.removeprefix("content/")})
        for path in (PAGE, "/", "/en/"):
            text = get(server, path)[1]
            assert title in text
            assert "content/articles/short-news-1.vi.md:4:10" in text
            assert 'role="alert"' in text
        assert words in text
        assert good.split("<footer")[0] == get(server, PAGE)[1].split("<footer")[0]
        site.edit(NEWS, "section: nowhere", "section: news")
        server.desk.refresh({NEWS.removeprefix("content/")})
        assert "preview-problems" not in get(server, PAGE)[1]


def test_problems_are_text(site: Site) -> None:
    """What an editor wrote into a faulty file is shown as letters, not as markup."""
    with serving(site) as server:
        site.edit(NEWS, "section: news", 'section: "<script>alert(1)</script>"')
        server.desk.refresh({NEWS.removeprefix("content/")})
        assert "<script>alert" not in get(server, PAGE)[1]
        assert "&lt;script&gt;alert" in get(server, PAGE)[1]


def test_page_that_cannot_be_made(site: Site) -> None:
    """A template that fails only when it is used is told over the page as it last was."""
    with serving(site) as server:
        good = get(server, PAGE)[1]
        old = "{% block main %}"
        site.edit("theme/templates/article.html", old, old + "\n{{ view.nothing }}")
        server.desk.refresh(set())
        text = get(server, PAGE)[1]
        assert "article.html:" in text
        assert "the theme has a fault here" in text
        assert good.split("<footer")[0] == text.split("<footer")[0]
        assert "the theme has a fault here" in get(server, "/2022/02/tin-ngan-mau-so-2/")[1]
        site.edit("theme/templates/article.html", old + "\n{{ view.nothing }}", old)
        server.desk.refresh(set())
        assert "preview-problems" not in get(server, PAGE)[1]


def test_picture_that_is_gone(site: Site, server: PreviewServer) -> None:
    """A picture that was taken away a moment ago is not found, and nothing worse happens."""
    (site.settings.content / "images/bridge.svg").unlink()
    assert get(server, "/images/bridge.svg")[:2] == (404, "")


def test_news_of_a_change(server: PreviewServer) -> None:
    """A page that waits is told as soon as another version is shown."""
    threading.Timer(0.2, server.desk.refresh, [set()]).start()
    version = server.desk.shown.version
    status, text, headers = get(server, f"/__preview/news?version={version}")
    assert (status, headers["Content-Type"]) == (200, "text/event-stream")
    assert text.endswith("event: changed\ndata: now\n\n")
