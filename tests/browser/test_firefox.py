"""The main pages in the Firefox of the machine: whole, accessible, narrow, and working."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest

from tests.browser.bidi import Firefox, Tab, opened, running
from tests.browser.places import LANGUAGES, Place, address_of
from tests.browser.test_browser import COLLECT_VIOLATIONS, OVERFLOW, RUN_AXE, WIDTHS

pytestmark = pytest.mark.browser

MAIN = ("home", "article", "partners", "partner")
PLACES: list[Place] = [("real", name, language) for name in MAIN for language in LANGUAGES]
STYLED = """async () => {
  await document.fonts.ready;
  return document.styleSheets.length === 1
    && document.styleSheets[0].cssRules.length > 0
    && getComputedStyle(document.body).fontFamily.startsWith('"Be Vietnam Pro"');
}"""
IS_MENU_OPEN = "() => document.querySelector('#menu').matches(':popover-open')"
IS_IN_MENU = "() => document.activeElement.closest('#menu') !== null"
SHOWN = """() => [...document.querySelectorAll('th.directory__name a')]
  .filter((link) => link.checkVisibility({contentVisibilityAuto: false}))
  .map((link) => link.getAttribute('href'))"""

OpenTab = Callable[[int], AbstractContextManager[Tab]]


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return one browser for all tests of a process."""
    with running(tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


@pytest.fixture
def open_tab(firefox: Firefox) -> OpenTab:
    """Return a function that opens a tab of a width, which is closed at the end of its block."""
    return partial(opened, firefox)


def asked_by(tab: Tab) -> list[str]:
    """Return the addresses that a tab asked for."""
    return [row["request"]["url"] for row in tab.take("network.beforeRequestSent")]


def faults_told(tab: Tab, url: str) -> list[str]:
    """Return errors of the console, answers that were none, and requests to other hosts."""
    logged = [entry["text"] for entry in tab.take("log.entryAdded") if entry["level"] == "error"]
    answers = [row["response"] for row in tab.take("network.responseCompleted")]
    missing = [f"{row['status']} {row['url']}" for row in answers if row["status"] > 399]
    asked = asked_by(tab)
    assert asked
    # Firefox has its own font for the bullets of lists, as a data: address.
    return [
        *logged,
        *missing,
        *(each for each in asked if not each.startswith((url + "/", "data:"))),
    ]


def test_driver_notices_faults(second_url: str, open_tab: OpenTab) -> None:
    """What the tests below look for would be told: errors, lost files, breaches of the policy."""
    with open_tab(320) as tab:
        tab.firefox.send(
            "script.addPreloadScript", functionDeclaration=f"() => {{{COLLECT_VIOLATIONS}}}"
        )
        tab.goto(f"{second_url}/en/nothing-here/")
        tab.evaluate("() => { console.error('a fault'); setTimeout(() => { throw 'thrown'; }); }")
        tab.evaluate("() => document.body.setAttribute('style', 'color: red')")
        tab.evaluate("() => { document.body.style.inlineSize = '2000px'; }")
        tab.wait_for("() => window.violations.length > 0")
        told = " ".join(faults_told(tab, second_url))
        assert all(part in told for part in ("a fault", "thrown", "404 http")), told
        assert faults_told(tab, "http://other.example")
        assert tab.evaluate(OVERFLOW) > 0


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_main_page_is_sound(
    place: Place, real_site: Path, real_url: str, axe: str, open_tab: OpenTab
) -> None:
    """A page is styled, asks no one else, tells no error, fits, and axe finds nothing."""
    faults = []
    with open_tab(WIDTHS[0]) as tab:
        tab.goto(real_url + address_of(real_site, place))
        assert tab.evaluate("() => document.documentElement.lang") == place[2]
        assert tab.evaluate(STYLED)
        assert any(url.endswith(".woff2") for url in asked_by(tab))
        faults += faults_told(tab, real_url)
        tab.evaluate(f"() => {{{axe}}}")
        for width in WIDTHS:
            tab.resize(width)
            if tab.evaluate(OVERFLOW) > 0:
                faults.append(f"{width} px: the page scrolls sideways")
            faults += [
                f"{width} px: {row['id']} {row['nodes'][0]['html'][:120]}"
                for row in tab.evaluate(RUN_AXE)
            ]
    assert faults == []


@pytest.mark.parametrize("address", ["/", "/en/"])
def test_menu_opens_and_closes(real_url: str, open_tab: OpenTab, address: str) -> None:
    """On a telephone the menu opens with a touch, closes with Escape, and leads on."""
    with open_tab(320) as tab:
        tab.goto(real_url + address)
        assert not tab.evaluate(IS_MENU_OPEN)
        tab.click(".menu-button")
        tab.wait_for(IS_MENU_OPEN)
        tab.type("Tab")
        assert tab.evaluate(IS_IN_MENU)
        tab.type("Escape")
        assert not tab.evaluate(IS_MENU_OPEN)
        tab.click(".menu-button")
        tab.click(".menu__item:nth-child(2) .menu__link")
        tab.wait_for(f"() => location.pathname !== '{address}'")
        tab.wait_for("() => document.querySelector('.menu__link[aria-current=page]') !== null")


@pytest.mark.parametrize("language", LANGUAGES)
def test_switcher_keeps_the_page(
    real_site: Path, real_url: str, open_tab: OpenTab, language: str
) -> None:
    """The switcher of a city's page leads to the same city in the other language."""
    here, there = (address_of(real_site, ("real", "partner", name)) for name in ("vi", "en"))
    if language == "en":
        here, there = there, here
    with open_tab(1280) as tab:
        tab.goto(real_url + here)
        tab.click(".switcher__link")
        tab.wait_for(f"() => location.pathname === '{there}' && document.readyState === 'complete'")
        assert tab.evaluate("() => document.documentElement.lang") != language


@pytest.mark.parametrize(
    ("address", "typed"), [("/doi-tac/", "viêng chăn"), ("/en/partners/", "vientiane")]
)
def test_directory_is_filtered(real_url: str, open_tab: OpenTab, address: str, typed: str) -> None:
    """What is typed leaves the partners that fit, and stands in the address."""
    with open_tab(1280) as tab:
        tab.goto(real_url + address)
        tab.wait_for("() => document.querySelector('.directory__form').checkVisibility()")
        assert len(tab.evaluate(SHOWN)) > 20
        tab.click("#directory-q")
        tab.type(typed)
        tab.wait_for("() => location.search.startsWith('?q=')")
        assert tab.evaluate(SHOWN) == [f"{address}vientiane/"]
