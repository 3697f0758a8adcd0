"""Offline in Chromium: what is kept, that nothing stale is shown, and how it all goes away."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.browser.conftest import OpenPage
from tests.browser.serving import Handler, serve
from tests.browser.test_browser import COLLECT_VIOLATIONS
from tests.conftest import SmallSite
from tests.site.building import ROOT, SECOND_CONTENT

pytestmark = pytest.mark.browser

SITE, ARTICLE = "data/site.yaml", "articles/second-exchange.vi.md"
TITLE = "Buổi giao lưu mẫu thứ hai"
SECOND = "/2024/02/giao-luu-lan-hai/"
ISSUE = "/so-bao/mua-xuan-2024/"
TRIES = 200  # a tenth of a second each
READ, UNREAD = "/doi-tac/duong-mau/", "/doi-tac/"
FALLBACKS = {"vi": "Bạn đang ngoại tuyến", "en": "You are offline"}
IS_KEPT = """async (url) => (await caches.match(url)) !== undefined"""
KEPT_BY = """async () => {
  const all = await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).map(({url}) => new URL(url).pathname)));
  return all.flat();
}"""
NOTHING_LEFT = """async () => (await navigator.serviceWorker.getRegistrations()).length === 0
  && (await caches.keys()).length === 0"""
IS_STYLED = "() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0)"


class Line(Handler):
    """A server that keeps its pages in browsers for an hour, and can be cut off."""

    is_cut = False

    def do_GET(self) -> None:  # noqa: N802 -- the library's name
        """Answer, or hang up; never say that a browser's own copy will do."""
        del self.headers["If-Modified-Since"]
        if not type(self).is_cut:
            super().do_GET()
            return
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def end_headers(self) -> None:
        """Let browsers keep everything but the worker."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


@dataclass
class Visit:
    """One visitor of a site that is built, and built again, while they are there."""

    page: Page
    url: str
    line: type[Line]
    build: SmallSite

    def goto(self, address: str) -> None:
        """Open an address."""
        self.page.goto(self.url + address)

    def title(self) -> str:
        """Return the heading of the page."""
        return self.page.inner_text("h1")

    def settle(self) -> None:
        """Wait until the worker has begun, and keeps the page that is open."""
        self.wait_for("() => navigator.serviceWorker.controller !== null")
        self.wait_for(IS_KEPT, self.page.url)

    def wait_for(self, script: str, arg: object = None) -> None:
        """Ask the page until it says yes; Playwright's own waiting takes any promise for yes."""
        for _ in range(TRIES):
            if self.page.evaluate(script, arg):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"never came true: {script}")

    def rebuild(self, files: Mapping[str, str], *, offline: bool = True) -> None:
        """Build the site anew with other texts."""
        built = self.build({**site(offline=offline), **files})
        assert built.code == 0, built.out


def site(*, offline: bool) -> dict[str, str]:
    """Return the second bulletin's identity with the setting."""
    text = (SECOND_CONTENT / SITE).read_text("utf-8")
    return {SITE: f"{text}\noffline: {str(offline).lower()}\n"}


@pytest.fixture
def visit(small_site: SmallSite, open_page: OpenPage) -> Iterator[Visit]:
    """Return a visitor of the second bulletin, with the setting on."""
    with visiting(small_site, open_page) as found:
        yield found


@contextmanager
def visiting(build: SmallSite, open_page: OpenPage) -> Iterator[Visit]:
    """Let somebody visit a site under the strict policy, which nothing may breach."""
    built = build(site(offline=True))
    assert built.code == 0, built.out
    line = type("OwnLine", (Line,), {})
    with (
        serve(built.output, line) as url,
        open_page(320, service_workers="allow") as page,
    ):
        page.add_init_script(COLLECT_VIOLATIONS)
        yield Visit(page, url, line, build)
        assert page.evaluate("() => window.violations ?? []") == []


def edited(old: str, new: str) -> dict[str, str]:
    """Return the article with other words."""
    text = (SECOND_CONTENT / ARTICLE).read_text("utf-8")
    assert old in text
    return {ARTICLE: text.replace(old, new)}


def test_online_every_page_is_fresh(visit: Visit) -> None:
    """A page that is kept, by us and by the browser, is still fetched anew when it changed."""
    visit.goto(SECOND)
    visit.settle()
    visit.goto(SECOND)
    assert visit.title() == TITLE
    visit.rebuild(edited(f"title: {TITLE}", "title: Tên đã sửa"))
    visit.goto(SECOND)
    assert visit.title() == "Tên đã sửa"
    visit.line.is_cut = True
    visit.goto(SECOND)
    assert visit.title() == "Tên đã sửa"


def test_read_page_is_there_offline(visit: Visit) -> None:
    """What was read is shown with its look, the first page of a visit too."""
    visit.goto(READ)
    visit.settle()
    title = visit.title()
    visit.line.is_cut = True
    visit.goto(f"{READ}?from=elsewhere")
    assert visit.title() == title
    assert visit.page.evaluate(IS_STYLED)


@pytest.mark.parametrize(("language", "address"), [("vi", UNREAD), ("en", "/en/partners/")])
def test_unread_page_is_explained_offline(visit: Visit, language: str, address: str) -> None:
    """The fallback is in the language of what was asked for, and leads to what is kept."""
    visit.goto(READ)
    visit.settle()
    title = visit.title()
    visit.line.is_cut = True
    visit.goto(address)
    assert visit.title() == FALLBACKS[language]
    assert visit.page.evaluate("() => document.documentElement.lang") == language
    assert visit.page.evaluate(IS_STYLED)
    visit.page.click(f"[data-kept] a:text-is('{title}')")
    assert visit.title() == title


def test_newest_articles_are_kept_unread(visit: Visit) -> None:
    """Of the language that is read; the other costs nobody anything."""
    visit.goto("/")
    visit.settle()
    kept = visit.page.evaluate(KEPT_BY)
    assert SECOND in kept
    assert [path for path in kept if path.startswith("/en/")] == ["/en/offline/"]
    visit.line.is_cut = True
    visit.goto(SECOND)
    assert visit.title() == TITLE


def test_latest_issue_is_kept_unread(visit: Visit) -> None:
    """From its page on, a visitor reads the issue through without a network."""
    visit.goto("/doi-tac/")
    visit.settle()
    visit.line.is_cut = True
    visit.goto(ISSUE)
    assert visit.title() == "Số mẫu mùa xuân"
    assert visit.page.evaluate(IS_STYLED)
    links = visit.page.locator("main h2 a, main h3 a").evaluate_all(
        "all => all.map((a) => a.pathname)"
    )
    own = [link for link in links if link.startswith("/2")]
    assert len(own) >= 3
    for link in own:
        visit.goto(link)
        assert visit.title() not in FALLBACKS.values(), link


def test_what_is_kept_ahead_follows_the_site(visit: Visit) -> None:
    """After an edit a visitor of any page has the new words, without having opened them."""
    visit.goto("/")
    visit.settle()
    visit.rebuild(edited(f"title: {TITLE}", "title: Tên đã sửa"))
    visit.goto("/")
    visit.wait_for(
        """async (url) => (await (await caches.match(url))?.text())?.includes('Tên đã sửa')
          && (await caches.keys()).length === 3""",
        visit.url + SECOND,
    )
    visit.line.is_cut = True
    visit.goto(SECOND)
    assert visit.title() == "Tên đã sửa"


def test_what_is_gone_is_forgotten(visit: Visit) -> None:
    """A page that was taken away online is not shown offline."""
    visit.goto(SECOND)
    visit.settle()
    visit.rebuild(edited("slug: giao-luu-lan-hai", "slug: ten-moi"))
    visit.goto(SECOND)
    visit.wait_for(f"async (url) => !(await ({IS_KEPT})(url))", arg=visit.url + SECOND)
    visit.line.is_cut = True
    visit.goto(SECOND)
    assert visit.title() == FALLBACKS["vi"]


def test_turned_off_it_removes_itself(visit: Visit) -> None:
    """The next page that is opened takes worker and copies away, and the site works on."""
    visit.goto(READ)
    visit.settle()
    visit.rebuild({}, offline=False)
    visit.goto(SECOND)
    assert not visit.page.query_selector("link[rel=manifest]")
    visit.wait_for(NOTHING_LEFT)
    visit.goto(SECOND)
    assert visit.title() == TITLE
    assert visit.page.evaluate("() => navigator.serviceWorker.controller") is None


@pytest.mark.parametrize(("address", "start"), [("/", "/"), ("/en/", "/en/")])
def test_manifest_is_sound(visit: Visit, address: str, start: str) -> None:
    """Chromium reads the manifest without a fault; each icon has the size that is told."""
    visit.goto(address)
    session = visit.page.context.new_cdp_session(visit.page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    assert manifest["start_url"] == start
    assert [error["errorId"] for error in _installability(session)] == []
    for icon in manifest["icons"][1:]:
        raw = visit.page.request.get(visit.url + icon["src"]).body()
        width, height = Image.open(BytesIO(raw)).size
        assert f"{width}x{height}" == icon["sizes"]


def _installability(session: object) -> list[dict[str, str]]:
    found: dict[str, list[dict[str, str]]] = session.send("Page.getInstallabilityErrors")  # type: ignore[attr-defined]
    # Each test has a profile of its own without a name, as in a private window.
    errors = found["installabilityErrors"]
    return [error for error in errors if error["errorId"] != "in-incognito"]


def test_mark_is_the_drawing(chromium: Browser) -> None:
    """The mask of the icons is what the browser draws of the favicon's two strokes."""
    static = ROOT / "theme" / "static"
    drawing = (static / "icons" / "favicon.svg").read_text("utf-8")
    drawing, count = re.subn("<rect[^>]*/>", "", drawing, count=1)
    assert count == 1
    for old, new in (
        ("currentColor", "#f00"),
        ("#2f6f5e", "#0f0"),
        ('width="64" height="64" viewBox', 'width="512" height="512" viewBox'),
    ):
        assert old in drawing
        drawing = drawing.replace(old, new, 1)
    page = chromium.new_page(viewport={"width": 512, "height": 512})
    page.set_content(f'<body style="margin:0;background:#000">{drawing}')
    drawn = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    kept = Image.open(static / "app" / "mark.png").convert("RGB")
    difference = ImageChops.difference(drawn, kept).convert("L").point(lambda value: value > 64)
    assert sum(difference.histogram()[1:]) < 300  # of 262,144: browsers smooth edges differently


def test_setting_off_leaves_nothing(second_site: Path) -> None:
    """Without the setting pages name no manifest, and the worker is the one that goes."""
    assert not [*second_site.rglob("*.webmanifest")]
    assert "unregister" in (second_site / "service-worker.js").read_text("utf-8")
    assert 'rel="manifest"' not in (second_site / "index.html").read_text("utf-8")
