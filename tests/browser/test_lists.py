"""Issues, multimedia and the archive in Chromium: by keyboard, without scripts, on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.test_browser import HAS_VISIBLE_FOCUS, SCHEMES, WIDTHS

pytestmark = pytest.mark.browser

STOPS = "() => document.activeElement.closest('main') && document.activeElement.href"


@pytest.mark.parametrize("width", WIDTHS)
def test_lists_work_without_scripts(second_url: str, open_page: OpenPage, width: int) -> None:
    """From the archive to a year and month, to an article, to its issue and the one before."""
    with open_page(width, java_script_enabled=False) as page:
        page.goto(second_url + "/en/archive/")
        page.get_by_role("navigation", name="Years and months").get_by_role(
            "link", name="2024"
        ).click()
        expect(page).to_have_url(second_url + "/en/archive/2024/")
        page.get_by_role("navigation", name="Months").get_by_role("link", name="February").click()
        expect(page.locator("h2:target")).to_be_in_viewport()
        page.get_by_role("link", name="The second sample exchange").click()
        page.locator(".tags--issue a").click()
        expect(page).to_have_url(second_url + "/en/issues/mua-xuan-2024/")
        page.locator(".switcher__link").click()
        expect(page).to_have_url(second_url + "/so-bao/mua-xuan-2024/")
        page.locator(".neighbours__link").click()
        expect(page).to_have_url(second_url + "/so-bao/2023/")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_contents_by_keyboard(second_url: str, open_page: OpenPage, scheme: str) -> None:
    """The tab key goes through the contents in their order, and shows where it is."""
    with open_page(color_scheme=scheme) as page:
        page.goto(second_url + "/so-bao/mua-xuan-2024/")
        titles = page.locator(".issue-lead h2 a, .contents__title a")
        wanted = [link.get_attribute("href") for link in titles.all()]
        assert len(wanted) == 4
        seen = []
        page.locator("#main").focus()
        for _ in range(15):
            page.keyboard.press("Tab")
            assert page.evaluate(HAS_VISIBLE_FOCUS)
            seen.append(page.evaluate(STOPS) or "")
        places = [seen.index(second_url + str(address)) for address in wanted]
        assert places == sorted(places)


def test_contents_on_paper(second_url: str, open_page: OpenPage) -> None:
    """On paper the contents are whole, and what only leads elsewhere is left out."""
    with open_page() as page:
        page.goto(second_url + "/so-bao/mua-xuan-2024/")
        page.emulate_media(media="print")
        expect(page.locator(".contents__title").first).to_be_visible()
        expect(page.locator(".contents__summary").last).to_be_visible()
        for name in (".menu", ".breadcrumb", ".neighbours"):
            expect(page.locator(name).first).to_be_hidden()
