"""Videos and infographics in Chromium: nothing is fetched before a visitor asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.serving import serve
from tests.browser.test_browser import OVERFLOW, run_axe
from tests.site.building import SECOND_CONTENT, build_here, once, overlay
from tests.site.media import PAGES, with_media

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def media_url(shared_folder: Path) -> Iterator[str]:
    """Serve the second bulletin with a video and an infographic in its first article."""

    def make(folder: Path) -> None:
        content = overlay(SECOND_CONTENT, folder / "content", with_media())
        assert build_here(content, folder / "output").code == 0

    with serve(once(shared_folder / "media", make) / "output") as url:
        yield url


def foreign_requests(page: Page, own: str) -> list[str]:
    """Answer whatever is asked of another host with an empty page, and list it from now on."""
    found: list[str] = []

    def answer(route: object) -> None:
        found.append(route.request.url)  # type: ignore[attr-defined]
        route.fulfill(body="<title>player</title>", content_type="text/html")  # type: ignore[attr-defined]

    page.route(lambda url: not url.startswith(own), answer)
    return found


def test_player_comes_when_it_is_asked_for(open_page: OpenPage, media_url: str) -> None:
    """A click puts a named player in the poster's place, and the keyboard goes on from it."""
    with open_page() as page:
        found = foreign_requests(page, media_url)
        page.goto(f"{media_url}/{PAGES['en']}")
        link = page.locator(".video__link")
        link.scroll_into_view_if_needed()
        link.hover()
        assert found == []
        link.focus()
        with page.expect_request("**/embed/**"):
            page.keyboard.press("Enter")
        player = page.locator("iframe.video__player")
        expect(player).to_be_focused()
        expect(player).to_have_attribute("title", "A <sample> concert")
        assert [address.partition("?")[0] for address in found] == [
            "https://www.youtube-nocookie.com/embed/abcdefghijk"
        ]
        expect(link).to_have_count(0)


def test_without_scripts_the_link_leads_to_the_video(open_page: OpenPage, media_url: str) -> None:
    """It is a plain link, and its words open without a script too."""
    with open_page(java_script_enabled=False) as page:
        foreign_requests(page, media_url)
        page.goto(f"{media_url}/{PAGES['vi']}")
        page.locator(".alternative__name").first.click()
        expect(page.get_by_text("Lời chào đầu tiên.")).to_be_visible()
        page.locator(".video__link").click()
        assert page.url == "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", ["vi", "en", "sides"])
def test_blocks_are_for_everyone(
    open_page: OpenPage, media_url: str, axe: str, *, name: str, width: int, scheme: str
) -> None:
    """Axe finds no fault with all words opened, and nothing is wider than the screen."""
    with open_page(width, color_scheme=scheme) as page:
        page.goto(f"{media_url}/{PAGES[name]}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        page.evaluate(axe)
        assert run_axe(page) == []
        assert page.evaluate(OVERFLOW) == 0


def test_paper_shows_address_and_words(open_page: OpenPage, media_url: str) -> None:
    """Who reads on paper can type the address, and reads what is said."""
    with open_page() as page:
        page.goto(f"{media_url}/{PAGES['vi']}")
        page.emulate_media(media="print")
        expect(page.locator(".video__address")).to_be_visible()
        expect(page.get_by_text("Lời chào đầu tiên.")).to_be_visible()


def test_photograph_keeps_its_room_before_it_comes(open_page: OpenPage, media_url: str) -> None:
    """Width and height are known beforehand, so nothing jumps when a picture is there."""
    with open_page(320) as page:
        page.route("**/*.avif", lambda route: route.abort())
        page.goto(f"{media_url}/{PAGES['vi']}")
        room = page.locator(".video__image").bounding_box()
        assert room is not None
        assert abs(room["height"] - room["width"] * 9 / 16) < 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "address", ["/da-phuong-tien/", "/en/multimedia/", "/en/multimedia/videos/", "/en/"]
)
def test_lists_of_media_are_for_everyone(
    open_page: OpenPage, media_url: str, axe: str, *, address: str, width: int, scheme: str
) -> None:
    """The lists of videos and infographics are accessible, fit, and ask no other host."""
    with open_page(width, color_scheme=scheme) as page:
        found = foreign_requests(page, media_url)
        page.goto(media_url + address)
        expect(page.locator(".tile__link").first).to_be_visible()
        page.evaluate(axe)
        assert run_axe(page) == []
        assert page.evaluate(OVERFLOW) <= 0
        assert found == []


def test_tile_leads_to_its_place(open_page: OpenPage, media_url: str) -> None:
    """An infographic's tile leads to it in its article, in the list's language."""
    with open_page() as page:
        page.goto(f"{media_url}/en/multimedia/infographics/")
        page.locator(".tile__link").click()
        expect(page.locator(".infographic:target")).to_be_in_viewport()
        expect(page.locator("html")).to_have_attribute("lang", "en")
