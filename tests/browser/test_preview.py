"""The preview in a browser: what is saved is seen, and what is wrong is told over it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.building.places import Site, make_site
from tests.site.building import ROOT, environment

NEWS = "content/articles/short-news-1.vi.md"
PAGE = "/2022/01/tin-ngan-mau-so-1/"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Make a small site."""
    return make_site(tmp_path)


@pytest.fixture
def preview(site: Site) -> Iterator[str]:
    """Run `serve` for the small site; yield its address, and end it as an editor does."""
    site.write({"pelicanconf.py": (ROOT / "pelicanconf.py").read_bytes()})
    command = [sys.executable, "-m", "plugins.bulletin", "serve", "--port", "0"]
    with subprocess.Popen(
        [*command, "--language", "vi"],
        cwd=site.folder,
        env=environment(PYTHONPATH=str(ROOT)),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # What runs the tests may ignore Ctrl-C, and would hand that down.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        try:
            assert process.stderr is not None
            found = (re.search(r"http://localhost:\d+", line) for line in process.stderr)
            address = next(match.group() for match in found if match)
            yield address
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 0
            pairs = f"bản gốc và bản dịch: {address}/__preview/pairs/\n"
            assert process.stderr.read() == pairs  # and nothing of what happened since
        finally:
            process.kill()


def test_saved_text_is_seen(site: Site, preview: str, open_page: OpenPage) -> None:
    """A save shows in the open page by itself; problems come over it, and go when mended."""
    with open_page() as page:
        page.goto(preview + PAGE)
        site.edit(NEWS, "Một đoạn", "Đoạn vừa lưu. Một đoạn")
        expect(page.locator("main")).to_contain_text("Đoạn vừa lưu.")
        problems = page.get_by_role("alert")
        expect(problems).to_have_count(0)
        site.edit(NEWS, "section: news", "section: nowhere")
        expect(problems).to_contain_text("content/articles/short-news-1.vi.md:4:10")
        expect(problems).to_contain_text("đây là bản tốt gần nhất")
        expect(page.locator("main")).to_contain_text("Đoạn vừa lưu.")
        site.edit(NEWS, "section: nowhere", "section: news")
        expect(problems).to_have_count(0)


def test_draft_and_style_are_seen(site: Site, preview: str, open_page: OpenPage) -> None:
    """An article that becomes a draft is marked, and a changed style is in force at once."""
    with open_page() as page:
        page.goto(preview + PAGE)
        expect(page.locator("[data-draft]")).to_have_count(0)
        site.edit(NEWS, "section: news", "section: news\nstatus: draft")
        expect(page.locator("[data-draft]")).to_be_visible()
        style = "@layer block { .notice { outline: 7px solid red; } }\n"
        name = "theme/static/css/notice.css"
        site.write({name: (site.folder / name).read_bytes() + style.encode()})
        expect(page.locator("[data-draft]")).to_have_css("outline-width", "7px")
