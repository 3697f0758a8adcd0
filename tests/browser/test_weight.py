"""What a first view costs: bytes over the wire, requests to others, and words that jump."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.places import LANGUAGES, Place, address_of
from tests.browser.serving import LateFonts, serve
from tests.site.pages import file_of, pages_of

pytestmark = pytest.mark.browser

KB = 1000
FIRST_VIEW, STYLES, SCRIPTS = 150 * KB, 20 * KB, 10 * KB  # at most, over the wire
STEADY: list[Place] = [
    (site, name, language)
    for site, names in (
        ("real", ("home", "article", "partners", "partner")),
        ("second", ("article with all",)),
    )
    for name in names
    for language in LANGUAGES
]
SEARCH = re.compile(r"search|pagefind")  # its scripts weigh apart, where a visitor searches
WEIGHED = (".html", ".css", ".js", ".woff2")
PACKED = (".woff2", ".avif", ".webp", ".jpg", ".jpeg", ".png")  # no server packs them again
LOADED = """async () => {
  await document.fonts.ready;
  return performance.getEntriesByType('resource').map((entry) => entry.name);
}"""
WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => window.shifts.push(
  entry.value.toFixed(5) + ' ' + entry.sources.map(({node, previousRect, currentRect}) =>
    (node?.className || node?.parentElement?.className || node?.nodeName) + ' from '
    + [previousRect.x, previousRect.y, previousRect.width, previousRect.height] + ' to '
    + [currentRect.x, currentRect.y, currentRect.width, currentRect.height]).join(', ')
))).observe({type: 'layout-shift', buffered: true});
"""
READ_TO_THE_END = """async () => {
  const painted = () => new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(done)));
  await document.fonts.ready;
  for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await painted();
  }
  await painted();
  return window.shifts;
}"""
PUSH = """() => {
  const note = document.createElement('div');
  note.style.blockSize = '200px';
  setTimeout(() => document.body.prepend(note), 600);
  return new Promise((done) => setTimeout(() => done(window.shifts), 900));
}"""


@dataclass(frozen=True)
class File:
    """A file that a page loads, and its bytes over the wire."""

    path: str
    size: int


@cache
def weigh(output: Path, address: str) -> File:
    """Weigh what a server sends for an address: packed by gzip where that makes it less."""
    path = file_of(output, address)
    assert path, f"{address} is not there"
    raw = (output / path).read_bytes()
    return File(path, len(raw) if path.endswith(PACKED) else len(gzip.compress(raw, 6, mtime=0)))


def told(files: list[File]) -> str:
    """List files, the heaviest first."""
    rows = sorted(files, key=lambda file: -file.size)
    return "; ".join(f"{file.size / KB:.1f} kB {file.path}" for file in rows)


def too_heavy(files: list[File], most: int, page: str) -> list[str]:
    """Say what a page's files weigh when that is too much."""
    total = sum(file.size for file in files)
    return [f"{page}: {total / KB:.1f} kB of {told(files)}"] if total > most else []


def loaded(page: Page, output: Path, url: str, address: str) -> list[File]:
    """Open a page and return it and all that it loads, weighed; none is from another host."""
    page.goto(url + address)
    names = {*page.evaluate(LOADED)}
    assert [name for name in names if not name.startswith(url + "/")] == []
    return [weigh(output, each) for each in (address, *(name.removeprefix(url) for name in names))]


def articles_of(output: Path) -> list[str]:
    """Return the addresses of all articles."""
    found = pages_of(output)
    return [
        page.address
        for page in found
        if page.values("//meta[@property='article:section']/@content")
    ]


def test_first_view_of_an_article_is_light(
    real_site: Path, real_url: str, open_page: OpenPage
) -> None:
    """Markup, styles, scripts and fonts of every article stay below 150 kB over the wire."""
    faults = []
    with open_page(320) as page:
        for address in articles_of(real_site):
            files = loaded(page, real_site, real_url, address)
            weighed = [file for file in files if file.path.endswith(WEIGHED)]
            assert {Path(file.path).suffix for file in weighed} >= {".html", ".css", ".woff2"}
            faults += too_heavy(weighed, FIRST_VIEW, address)
    assert faults == []


@pytest.mark.parametrize("name", ["real", "second"])
def test_styles_and_scripts_are_light(request: pytest.FixtureRequest, name: str) -> None:
    """No page names more than 20 kB of styles or, apart from search, 10 kB of scripts."""
    output: Path = request.getfixturevalue(f"{name}_site")
    faults: set[str] = set()
    for page in pages_of(output):
        styles = page.values("//link[@rel='stylesheet']/@href")
        scripts = [url for url in page.values("//script/@src") if not SEARCH.search(url)]
        assert styles
        faults |= {*too_heavy([weigh(output, url) for url in styles], STYLES, "styles")}
        faults |= {*too_heavy([weigh(output, url) for url in scripts], SCRIPTS, page.address)}
    assert sorted(faults) == []


def test_all_scripts_together_are_light(real_site: Path) -> None:
    """Nor would a visitor of every page load more, whatever scripts bring in themselves."""
    scripts = [path.relative_to(real_site).as_posix() for path in real_site.rglob("*.js")]
    files = [weigh(real_site, f"/{path}") for path in scripts if not SEARCH.search(path)]
    assert files
    assert too_heavy(files, SCRIPTS, "all scripts") == []


@pytest.fixture(scope="module")
def late_urls(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """Serve both sites to visitors whose line brings the fonts late."""
    with ExitStack() as stack:
        outputs = {name: request.getfixturevalue(f"{name}_site") for name in ("real", "second")}
        yield {
            name: stack.enter_context(serve(output, LateFonts)) for name, output in outputs.items()
        }


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("place", STEADY, ids=" ".join)
def test_nothing_shifts(
    request: pytest.FixtureRequest,
    late_urls: dict[str, str],
    open_page: OpenPage,
    place: Place,
    width: int,
) -> None:
    """No word jumps while a page loads, its fonts arrive late, and it is read to the end."""
    address = address_of(request.getfixturevalue(f"{place[0]}_site"), place)
    with open_page(width) as page:
        page.add_init_script(WATCH_SHIFTS)
        page.goto(late_urls[place[0]] + address)
        assert page.evaluate(READ_TO_THE_END) == []


def test_shift_is_noticed(second_url: str, open_page: OpenPage) -> None:
    """What is put above the text of a page that stands counts as a shift."""
    with open_page() as page:
        page.add_init_script(WATCH_SHIFTS)
        page.goto(second_url + "/")
        assert page.evaluate(PUSH)
