"""Components in Chromium: all their states are accessible, fit, and clip no letter."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.preview.components_page import ADDRESSES, components_page
from plugins.bulletin.settings import BuildSettings
from tests.browser.conftest import OpenPage
from tests.browser.serving import serve
from tests.browser.test_browser import OVERFLOW, SCHEMES, VI, WIDTHS, run_axe
from tests.site.building import BASE_URL, REAL_CONTENT, ROOT

pytestmark = pytest.mark.browser

NOW = datetime(2026, 1, 1, tzinfo=UTC)
THEME = ROOT / "theme"
# What cuts off its content: its letters may then lose their marks. A scroll bar shows the rest.
CLIPPED = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(element => {
  const style = getComputedStyle(element);
  const cuts = ['hidden', 'clip'].includes(style.overflowY) && style.clipPath === 'none';
  return cuts && element.scrollHeight > element.clientHeight + 1 && element.textContent.trim();
}).map(element => element.className)"""
# Texts whose lines are nearer than the tallest stacks of marks need.
CROWDED = """() => [...document.querySelectorAll('body *')].filter(element => {
  const style = getComputedStyle(element);
  const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
  const isLong = [...element.childNodes].some(node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return node.nodeType === 3 && node.data.trim() && range.getClientRects().length > 1;
  });
  return isLong && element.tagName !== 'SUP' && !element.closest('sup, svg') && ratio < 1.3;
}).map(element => element.outerHTML.slice(0, 100))"""


@pytest.fixture
def components_url(real_site: Path, tmp_path: Path) -> Iterator[str]:
    """Serve the page of components in both languages, with the assets of the site."""
    settings = BuildSettings(REAL_CONTENT, THEME, tmp_path / "output", BASE_URL, NOW)
    entries, _ = take_in(REAL_CONTENT)
    library, _ = link(entries, LinkSettings(REAL_CONTENT, NOW))
    assert library
    for folder in ("theme", "images"):
        shutil.copytree(real_site / folder, tmp_path / folder)
    for language in LANGUAGES:
        page = tmp_path / ADDRESSES[language].strip("/") / "index.html"
        page.parent.mkdir(parents=True)
        page.write_bytes(components_page(library, settings, language))
    with serve(tmp_path) as url:
        yield url


def test_every_component_has_examples() -> None:
    """The page calls every macro of the theme but those of the frame, which is around it."""
    frame = {"breadcrumb", "footer", "masthead", "text_size"}
    page = (THEME / "templates" / "components.html").read_text(encoding="utf-8")
    templates = THEME / "templates"
    called, waiting = set[str](), [page]
    while waiting:
        found = set(re.findall(r"from 'components/(\w+)\.html'", waiting.pop())) - called
        called |= found
        waiting += [(templates / f"components/{name}.html").read_text("utf-8") for name in found]
    there = {path.stem for path in (THEME / "templates" / "components").glob("*.html")}
    assert there - called == frame


@pytest.mark.parametrize("language", LANGUAGES)
def test_components_are_accessible_and_fit(
    components_url: str, axe: str, open_page: OpenPage, language: Language
) -> None:
    """Axe finds nothing, nothing overflows and nothing is clipped in any state of any of them."""
    faults = []
    with open_page() as page:
        page.goto(components_url + ADDRESSES[language])
        page.evaluate(axe)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(OVERFLOW) <= 0
            assert page.evaluate(CLIPPED) == []
            assert page.evaluate(CROWDED) == []
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                faults += [f"{width} px, {scheme}: {told}" for told in run_axe(page)]
    assert faults == []


def test_largest_text_fits(components_url: str, open_page: OpenPage) -> None:
    """With the largest text nothing overflows on a telephone."""
    with open_page(320) as page:
        page.goto(components_url + ADDRESSES["vi"])
        page.get_by_role("button", name="Chữ lớn nhất").click()
        assert page.evaluate(OVERFLOW) <= 0
        assert page.evaluate(CLIPPED) == []


def test_wide_table_scrolls_by_keyboard(components_url: str, open_page: OpenPage) -> None:
    """A wide table takes the focus and scrolls in its own frame."""
    with open_page(320) as page:
        page.goto(components_url + ADDRESSES["vi"])
        region = page.locator(".table-region")
        region.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("() => document.querySelector('.table-region').scrollLeft > 0")


def test_text_size_is_kept(second_url: str, open_page: OpenPage) -> None:
    """A larger text stays on other pages, set before anything is drawn; the usual one too."""
    with open_page() as page:
        page.goto(second_url + "/")
        usual = _size(page)
        large = page.get_by_role("button", name="Chữ lớn", exact=True)
        large.click()
        expect(large).to_have_attribute("aria-pressed", "true")
        page.route("**/site.*.js", lambda route: route.abort())
        page.goto(second_url + VI)
        assert _size(page) == pytest.approx(usual * 1.125)
        page.unroute("**/site.*.js")
        page.reload()
        page.get_by_role("button", name="Chữ thường").click()
        page.reload()
        assert _size(page) == usual


def _size(page: Page) -> float:
    size: float = page.evaluate("() => parseFloat(getComputedStyle(document.body).fontSize)")
    return size


def test_storage_may_be_refused(second_url: str, open_page: OpenPage) -> None:
    """Where nothing may be kept the text still grows, and nothing breaks."""
    faults: list[str] = []
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"
    with open_page() as page:
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.add_init_script(refuse)
        page.goto(second_url + "/")
        usual = _size(page)
        page.get_by_role("button", name="Chữ lớn nhất").click()
        assert _size(page) == pytest.approx(usual * 1.25)
        assert faults == []


def test_address_of_an_article_is_copied(second_url: str, open_page: OpenPage) -> None:
    """One button copies the address and says so; the link that it stands for is gone."""
    with open_page(permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(second_url + VI)
        expect(page.locator("[data-address]")).to_be_hidden()
        page.get_by_role("button", name="Chép địa chỉ").click()
        expect(page.locator(".share__status")).to_have_text("Đã chép địa chỉ.")
        assert page.evaluate("() => navigator.clipboard.readText()") == BASE_URL + VI


def test_without_scripts_there_are_plain_links(second_url: str, open_page: OpenPage) -> None:
    """Nothing that needs a script is shown without one; the address is a link."""
    with open_page(java_script_enabled=False) as page:
        page.goto(second_url + VI)
        expect(page.locator(".share [data-address]")).to_have_attribute("href", BASE_URL + VI)
        expect(page.locator(".share__scripted:visible, .text-size:visible")).to_have_count(0)
        expect(page.locator(".share").get_by_role("link")).to_have_count(3)


@pytest.mark.parametrize("media", ["forced", "print"])
def test_other_media_keep_what_matters(second_url: str, open_page: OpenPage, media: str) -> None:
    """In forced colours and on paper the title is there, and tools are not printed."""
    options = {"forced_colors": "active"} if media == "forced" else {}
    with open_page(**options) as page:
        page.goto(second_url + VI)
        if media == "print":
            page.emulate_media(media="print")
        expect(page.locator("h1")).to_be_visible()
        assert page.locator(".share").is_visible() is (media == "forced")
        assert page.locator(".text-size").is_visible() is (media == "forced")
