"""The map in Chromium: names that can be read and told apart, links that a finger can hit."""

from __future__ import annotations

from itertools import combinations
from math import hypot

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.render.map_desk import LABELS

pytestmark = pytest.mark.browser

DIRECTORIES = {"vi": "/doi-tac/", "en": "/en/partners/"}
HOMES = {"vi": "/", "en": "/en/"}
WIDTHS = (320, 560, 768, 1280)
NAMES = """selector => [...document.querySelectorAll(selector + ' text')]
  .filter(name => name.checkVisibility())
  .map(name => ({text: name.textContent.trim(), size: parseFloat(getComputedStyle(name).fontSize),
                 ...name.getBoundingClientRect().toJSON()}))"""
PANELS = """() => [...document.querySelectorAll('.map__drawing')]
  .map(drawing => drawing.getBoundingClientRect().toJSON())"""
TARGETS = """() => [...document.querySelectorAll('.map__link')]
  .map(link => ({url: link.getAttribute('href'),
                 ...link.querySelector('.map__reach').getBoundingClientRect().toJSON()}))"""
LISTED = """() => [...document.querySelectorAll('main a:not(.map__link)')]
  .map(link => link.getAttribute('href'))"""


def covers(here: dict[str, float], there: dict[str, float]) -> bool:
    """Tell whether two boxes share more than their edges' halo."""
    across = min(here["right"], there["right"]) - max(here["left"], there["left"])
    down = min(here["bottom"], there["bottom"]) - max(here["top"], there["top"])
    return across > 1 and down > 3


def apart(here: dict[str, float], there: dict[str, float]) -> float:
    """Return how far the middles of two targets, which are round, lie from each other."""
    across = (here["left"] + here["right"] - there["left"] - there["right"]) / 2
    return hypot(across, (here["top"] + here["bottom"] - there["top"] - there["bottom"]) / 2)


@pytest.mark.parametrize("language", DIRECTORIES)
@pytest.mark.parametrize("width", WIDTHS)
def test_names_are_legible(real_url: str, open_page: OpenPage, language: str, width: int) -> None:
    """On each drawing both archipelagos are named, in 12 px or more, no name on another."""
    with open_page(width) as page:
        page.goto(real_url + DIRECTORIES[language])
        for panel in (".map__panel--world", ".map__panel--near"):
            names = page.evaluate(NAMES, panel)
            assert set(LABELS[language]) <= {name["text"] for name in names}
            assert min(name["size"] for name in names) >= 12
            assert [(a["text"], b["text"]) for a, b in combinations(names, 2) if covers(a, b)] == []
            assert all(name["left"] >= 0 and name["right"] <= width for name in names)


@pytest.mark.parametrize("language", HOMES)
def test_front_page_names_both(real_url: str, open_page: OpenPage, language: str) -> None:
    """The small map of the front page names both archipelagos on a telephone too."""
    for width in WIDTHS:
        with open_page(width) as page:
            page.goto(real_url + HOMES[language])
            names = {name["text"] for name in page.evaluate(NAMES, ".map__panel--front")}
            assert set(LABELS[language]) <= names


def test_fingers_hit_one_link(real_url: str, open_page: OpenPage) -> None:
    """On a telephone a target is 24 px wide and alone, or the same link stands in the list."""
    with open_page(320) as page:
        page.goto(real_url + DIRECTORIES["vi"])
        targets, listed = page.evaluate(TARGETS), set(page.evaluate(LISTED))
        assert targets
        small = [target for target in targets if min(target["width"], target["height"]) < 23.9]
        assert {target["url"] for target in small} <= listed
        large = [target for target in targets if target not in small]
        assert len(large) >= len(targets) / 3
        assert min(apart(a, b) for a, b in combinations(large, 2)) >= 23.9


def test_links_have_names_and_focus(real_url: str, open_page: OpenPage) -> None:
    """A screen reader hears each mark's partner, country and tie, and the keyboard shows it."""
    with open_page(1280) as page:
        page.goto(real_url + DIRECTORIES["en"])
        link = page.get_by_role("link", name="Vientiane, Laos – ", exact=False).first
        link.focus()
        assert page.evaluate("() => document.activeElement.getAttribute('href')").endswith(
            "/en/partners/vientiane/"
        )
        assert outlined(page)


def outlined(page: Page) -> bool:
    """Tell whether the element in focus has an outline."""
    style = "() => getComputedStyle(document.activeElement).outlineStyle"
    return bool(page.evaluate(style) != "none")


def test_map_keeps_its_shape(real_url: str, open_page: OpenPage) -> None:
    """Every drawing is as high as its window asks, so that areas stay in proportion."""
    for width in WIDTHS:
        with open_page(width) as page:
            page.goto(real_url + DIRECTORIES["vi"])
            world, *near = page.evaluate(PANELS)
            assert world["width"] / world["height"] == pytest.approx(5146 / 2372, rel=0.01)
            assert all(box["width"] / box["height"] == pytest.approx(1.2, rel=0.01) for box in near)
