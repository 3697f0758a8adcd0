"""Both sites in Chromium: accessible, narrow, by keyboard, without scripts, asking no one else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.places import PLACES, Place, address_of
from tests.browser.serving import serve
from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT
from tests.site.pages import pages_of

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
VI = "/2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/"
EN = "/en/2023/08/the-first-sample-exchange-with-example-rapids/"
# Axe leaves the size of targets out, unless it is asked.
RUN_AXE = """async () => (await axe.run(document, {
  resultTypes: ['violations'],
  rules: {'target-size': {enabled: true}},
})).violations"""
OVERFLOW = "() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
HAS_VISIBLE_FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return box.width > 0 && box.height > 0 && box.bottom > 0 && isOutlined;
}"""
FOCUSED = "() => document.activeElement.className + ' ' + (document.activeElement.href || '')"
PLACES_OF_CELLS = """() => [...document.querySelectorAll('.sides__row')].map(row =>
  [...row.children].map(cell => cell.getBoundingClientRect().toJSON()))"""
COLLECT_VIOLATIONS = """
window.violations = [];
document.addEventListener('securitypolicyviolation', event =>
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
"""


@pytest.fixture
def sites(request: pytest.FixtureRequest) -> dict[str, tuple[Path, str]]:
    """Return each site's output folder and address."""
    fixture = request.getfixturevalue
    return {name: (fixture(f"{name}_site"), fixture(f"{name}_url")) for name in ("real", "second")}


@pytest.fixture(params=PLACES, ids=" ".join)
def place(request: pytest.FixtureRequest, sites: dict[str, tuple[Path, str]]) -> str:
    """Return the whole address of each place in turn."""
    wanted: Place = request.param
    output, url = sites[wanted[0]]
    return url + address_of(output, wanted)


def test_page_is_accessible_and_fits(place: str, axe: str, open_page: OpenPage) -> None:
    """Axe finds nothing and nothing overflows, on a telephone and a desk, by day and night."""
    faults = []
    with open_page() as page:
        page.goto(place)
        page.evaluate(axe)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate(OVERFLOW) > 0:
                faults.append(f"{width} px: the page scrolls sideways")
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                faults += [f"{width} px, {scheme}: {told}" for told in run_axe(page)]
    assert faults == []


def test_draft_is_accessible(small_site: SmallSite, axe: str, open_page: OpenPage) -> None:
    """A draft in a preview, with its notice, is as accessible as what is published."""
    built = small_site({}, "--drafts")
    with serve(built.output) as url, open_page(320) as page:
        page.goto(f"{url}/en/2024/04/a-secret-sample-draft/")
        page.evaluate(axe)
        assert run_axe(page) == []


def test_gap_side_by_side_is_accessible(
    small_site: SmallSite, axe: str, open_page: OpenPage
) -> None:
    """A passage without a counterpart is told in words that all can read, by day and night."""
    name = "articles/second-exchange.vi.md"
    text = (SECOND_CONTENT / name).read_text(encoding="utf-8")
    built = small_site({name: f"{text}\n- một\n- hai\n"})
    with serve(built.output) as url, open_page(320) as page:
        page.goto(f"{url}/song-ngu/2024/02/giao-luu-lan-hai/")
        expect(page.locator(".sides__gap")).to_be_visible()
        page.evaluate(axe)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert run_axe(page) == []


@pytest.mark.parametrize(
    ("width", "medium", "is_stacked"),
    [(320, "screen", True), (768, "screen", False), (1280, "screen", False), (320, "print", False)],
)
def test_passages_stand_beside_each_other(
    second_url: str, open_page: OpenPage, width: int, medium: str, is_stacked: bool
) -> None:
    """Passages of a row begin at one height; on a telephone the original is above."""
    with open_page(width) as page:
        page.goto(f"{second_url}/song-ngu{VI}")
        page.emulate_media(media=medium)  # type: ignore[arg-type]
        rows = page.evaluate(PLACES_OF_CELLS)
        assert len(rows) > 8
        for first, second in rows:
            if is_stacked:
                assert first["bottom"] <= second["top"]
            else:
                assert first["top"] == pytest.approx(second["top"])
                assert first["right"] <= second["left"] + 0.1


def test_open_menu_is_accessible(second_url: str, axe: str, open_page: OpenPage) -> None:
    """The menu that opens on a telephone has no fault, by day and night."""
    with open_page(320) as page:
        page.goto(second_url + "/")
        page.locator(".menu-button").click()
        expect(page.locator("#menu")).to_be_visible()
        page.evaluate(axe)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            assert run_axe(page) == []


@pytest.mark.parametrize("name", ["real", "second"])
def test_pages_ask_no_one_else_and_keep_the_policy(
    sites: dict[str, tuple[Path, str]], name: str, open_page: OpenPage
) -> None:
    """Every page loads without an error, a foreign request or a breach of a strict policy."""
    output, url = sites[name]
    requests: set[str] = set()
    told: list[str] = []
    with open_page(service_workers="allow") as page:
        page.on("request", lambda request: requests.add(request.url))
        page.on("response", lambda answer: told.extend([answer.url] if answer.status > 399 else []))
        page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
        page.add_init_script(COLLECT_VIOLATIONS)
        for each in pages_of(output):
            answer = page.goto(url + each.address)
            assert answer
            assert answer.status == 200, each.path
            told += [f"{each.path}: {row}" for row in page.evaluate("() => window.violations")]
    assert told == []
    assert [request for request in requests if not request.startswith(url + "/")] == []
    assert any(request.endswith(".woff2") for request in requests)


def test_policy_is_in_force(second_url: str, open_page: OpenPage) -> None:
    """The server's policy does forbid what it names, so that the test above means something."""
    with open_page() as page:
        page.add_init_script(COLLECT_VIOLATIONS)
        page.goto(second_url + "/")
        page.evaluate("() => document.body.setAttribute('style', 'color: red')")
        assert page.evaluate("() => window.violations")


def test_skip_link_comes_first(second_url: str, open_page: OpenPage) -> None:
    """The first tab stop is the skip link, which shows itself and leads past the masthead."""
    with open_page() as page:
        page.goto(second_url + VI)
        page.keyboard.press("Tab")
        expect(page.locator(".skip-link")).to_be_focused()
        expect(page.locator(".skip-link")).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("#main")).to_be_focused()
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_is_always_visible(second_url: str, open_page: OpenPage, scheme: str) -> None:
    """Every tab stop of an article shows where the focus is."""
    with open_page(color_scheme=scheme) as page:
        page.goto(second_url + VI)
        seen: list[str] = []
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement === document.body"):
                break
            stop = page.evaluate(FOCUSED)
            seen.append(stop)
            assert page.evaluate(HAS_VISIBLE_FOCUS), stop
        assert len(seen) > 20
        order = ["skip-link", "switcher__link", "masthead__brand", "menu__link", "tags__link"]
        places = [next(i for i, stop in enumerate(seen) if name in stop) for name in order]
        assert places == sorted(places)


def test_menu_on_a_telephone_by_keyboard(second_url: str, open_page: OpenPage) -> None:
    """The menu opens with Enter, its links come next, and Escape closes it and goes back."""
    with open_page(320) as page:
        page.goto(second_url + "/")
        button = page.locator(".menu-button")
        expect(page.locator("#menu")).to_be_hidden()
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#menu")).to_be_visible()
        for _ in range(2):
            page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.closest('#menu') !== null")
        page.keyboard.press("Escape")
        expect(page.locator("#menu")).to_be_hidden()
        expect(button).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
def test_site_works_without_scripts(second_url: str, open_page: OpenPage, width: int) -> None:
    """Menu, switcher, lists and pagination work with scripts off, whatever the width."""
    with open_page(width, java_script_enabled=False) as page:
        page.goto(second_url + "/")
        if width == 320:
            page.locator(".menu-button").click()
        page.locator("#menu").get_by_role("link", name="Tin mẫu").click()
        expect(page).to_have_url(second_url + "/chuyen-muc/tin-mau/")
        page.locator("a[rel=next]").click()
        expect(page).to_have_url(second_url + "/chuyen-muc/tin-mau/trang/2/")
        page.locator(".switcher__link").click()
        expect(page).to_have_url(second_url + "/en/sections/sample-news/page/2/")
        page.locator("main .card__link").first.click()
        expect(page.locator("h1")).to_be_visible()
        assert "/en/20" in page.url or page.url.startswith(second_url + "/20")


def test_switcher_keeps_the_page(second_url: str, open_page: OpenPage) -> None:
    """From an article the switcher leads to its counterpart, and back."""
    with open_page() as page:
        page.goto(second_url + VI)
        page.get_by_role("link", name="English", exact=True).click()
        expect(page).to_have_url(second_url + EN)
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.get_by_role("link", name="Tiếng Việt", exact=True).click()
        expect(page).to_have_url(second_url + VI)


def test_switcher_of_an_article_alone(second_url: str, open_page: OpenPage) -> None:
    """Where there is no counterpart the page says so, and the switcher leads to the section."""
    with open_page() as page:
        page.goto(second_url + "/2024/03/bai-mau-chi-co-tieng-viet/")
        expect(page.locator("#switcher-note")).to_be_visible()
        page.locator(".switcher__link").click()
        expect(page).to_have_url(second_url + "/en/sections/sample-news/")


def test_wrong_address_shows_a_way_back(second_url: str, open_page: OpenPage) -> None:
    """A wrong address deep in the site shows the page of its language, with styles and links."""
    with open_page() as page:
        answer = page.goto(second_url + "/en/2001/01/nowhere/")
        assert answer
        assert answer.status == 404
        expect(page.locator("html")).to_have_attribute("lang", "en")
        assert page.evaluate("() => document.styleSheets[0].cssRules.length") > 0
        page.locator("main").get_by_role("link", name="Front page").click()
        expect(page).to_have_url(second_url + "/en/")


def test_letters_come_from_our_fonts(second_url: str, open_page: OpenPage) -> None:
    """Vietnamese is set in the site's own fonts, which are loaded and not replaced."""
    with open_page() as page:
        page.goto(second_url + "/")
        page.evaluate("() => document.fonts.ready.then(() => null)")
        loaded = "() => [...document.fonts].filter(font => font.status === 'loaded').length"
        assert page.evaluate(loaded) > 0
        family = page.evaluate("() => getComputedStyle(document.body).fontFamily.split(',')[0]")
        check = f"() => document.fonts.check('16px {family}', 'Ữ ế ộ ₫ đ')"
        assert page.evaluate(check)


def run_axe(page: Page) -> list[str]:
    """Return axe's violations as lines: the rule, then the first element it is about."""
    found: list[dict[str, Any]] = page.evaluate(RUN_AXE)
    return [f"{row['id']}: {row['nodes'][0]['html'][:120]}" for row in found]
