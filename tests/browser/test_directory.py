"""The directory in Chromium: sorted, filtered and told, by address, keyboard and telephone."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from benchmarks.directory import Size, write_directory
from plugins.bulletin.render.directory import LONG
from plugins.bulletin.text.folding import plain_words
from tests.browser.conftest import OpenPage
from tests.browser.serving import serve
from tests.browser.test_browser import OVERFLOW, run_axe
from tests.site.building import SECOND_CONTENT, build_here, overlay

pytestmark = pytest.mark.browser

Tie = tuple[str, str | None, str]

VISITS: list[Tie] = [("delegation", "2019-03", "high"), ("delegation", None, "medium")]
MIXED: list[Tie] = [("twin-city", "1994", "high"), ("delegation", "2004-05-06", "medium")]
LONG_NAME = "Krungthepmahanakhonamonrattanakosinmahintharayutthayamahadilok"
# id -> Vietnamese name, English name, country, relations as kind, date and confidence
PARTNERS: dict[str, tuple[str, str, str, list[Tie]]] = {
    "ha-noi-con": ("Hà Nội Con", "Hanoi Minor", "LA", MIXED),
    "duc": ("Đức Đô", "Dukeville", "FR", VISITS),
    "an": ("Ấn Giang", "Angang", "FR", [("memorandum", "2014-11", "high")]),
    "long": (LONG_NAME, LONG_NAME, "LA", [("cooperation", None, "high")] * 40),
}
SHOWN = """() => [...document.querySelectorAll('th.directory__name a')]
  .filter((link) => link.checkVisibility({contentVisibilityAuto: false}))
  .map((link) => link.textContent)"""
IMPORT_FOLD = """async (words) => {
  const {fold} = await import(document.querySelector('link[rel=modulepreload]').href);
  return words.map(fold);
}"""
RANKED = """() => [...document.querySelectorAll('tr[data-ranks]')]
  .map((row) => row.dataset.ranks.split(','))"""
ALL_PLACED = "() => document.querySelectorAll('tbody:empty').length === 0"


def partner_file(key: str) -> str:
    """Write a partner; JSON is YAML. No two stand in one place."""
    vi, en, country, ties = PARTNERS[key]
    place = len(key) + (0.0 if country == "LA" else 30.0)
    partner = {
        "name": {"vi": vi, "en": en},
        "country": country,
        "kind": "city",
        "position": {"lat": place + 12, "lon": 100.0 if country == "LA" else 3.0},
        "relations": [relation(*tie) for tie in ties],
    }
    return json.dumps(partner, ensure_ascii=False) + "\n"


def relation(kind: str, date: str | None, confidence: str) -> dict[str, object]:
    """Return one relation as an editor writes it."""
    title = {"vi": f"Quan hệ {kind}", "en": f"Relation {kind}"}
    source = {"name": "Example source", "confidence": confidence}
    return {"kind": kind, "date": date, "title": title, "source": source}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a bulletin whose six partners have all that the directory must tell apart."""
    folder = tmp_path_factory.mktemp("directory")
    files = {f"data/partners/{key}.yaml": partner_file(key) for key in PARTNERS}
    overlay(SECOND_CONTENT, folder / "content", files)
    assert build_here(folder / "content", folder / "output").code == 0
    with serve(folder / "output") as address:
        yield address


@pytest.fixture(scope="module")
def long_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a directory so long that the browser leaves out what is off the screen."""
    folder: Path = tmp_path_factory.mktemp("long")
    write_directory(Size(LONG + 25, LONG + 25), folder / "content")
    assert build_here(folder / "content", folder / "output").code == 0
    with serve(folder / "output") as address:
        yield address


@pytest.fixture
def page(url: str, open_page: OpenPage) -> Iterator[Page]:
    """Open the English directory."""
    with open_page() as page:
        page.goto(f"{url}/en/partners/")
        yield page


def names(page: Page) -> list[str]:
    """Return the names of the partners that are shown, from above."""
    found: list[str] = page.evaluate(SHOWN)
    return found


def head(page: Page, key: str) -> Locator:
    """Return the head of a column."""
    return page.locator(f"th[data-key={key}]")


ALL = ["Example Rapids", "Hanoi Minor", LONG_NAME, "Angang", "Dukeville", "Sample Region"]


def test_whole_without_scripts(url: str, open_page: OpenPage) -> None:
    """With scripts off all partners are there by regions, and nothing that could do nothing."""
    with open_page(java_script_enabled=False) as page:
        page.goto(f"{url}/en/partners/")
        rows = page.locator("th.directory__name a")
        assert rows.all_text_contents() == ALL
        expect(page.get_by_role("link", name="Europe")).to_be_visible()
        expect(page.locator("form")).to_be_hidden()
        assert page.locator("main button:visible").count() == 0
        expect(page.get_by_role("row", name="Dukeville")).to_contain_text("Visits only")
        expect(page.get_by_role("cell", name="1994")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ha noi", ["Hanoi Minor"]),
        ("hanoi", ["Hanoi Minor"]),
        ("HÀ NỘI", ["Hanoi Minor"]),
        (unicodedata.normalize("NFD", "đức đô"), ["Dukeville"]),
        ("duc", ["Dukeville"]),
        ("minor hanoi", ["Hanoi Minor"]),
        ("phap", ["Angang", "Dukeville", "Sample Region"]),
        ("exempleville", ["Sample Region"]),
        ("  ", ALL),
    ],
)
def test_text_is_found_without_marks(page: Page, typed: str, found: list[str]) -> None:
    """Names, other names, seats and countries of both languages are found, marks or not."""
    page.get_by_role("searchbox").fill(typed)
    assert names(page) == found


def test_kind_and_decade_are_of_one_relation(page: Page) -> None:
    """A partner fits when one of its relations is of the kind and of the decade."""
    kind, decade = page.get_by_label("Kind of relation"), page.get_by_label("Decade")
    kind.select_option(label="Twin cities")
    decade.select_option("1990")
    assert names(page) == ["Hanoi Minor"]
    decade.select_option("2000")
    assert names(page) == ["Example Rapids"]
    kind.select_option("agreement")
    assert names(page) == ["Example Rapids"]
    kind.select_option("delegation")
    assert names(page) == ["Hanoi Minor"]
    decade.select_option("undated")
    assert names(page) == ["Dukeville"]


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", ["/doi-tac/", "/en/partners/"])
def test_only_what_fits_is_shown_at_any_width(
    url: str, open_page: OpenPage, width: int, path: str
) -> None:
    """On a telephone too the rows that a filter leaves out are gone, and come back."""
    with open_page(width) as page:
        page.goto(url + path)
        every = names(page)
        page.get_by_role("searchbox").fill("anga")
        assert len(names(page)) == 1
        page.get_by_role("searchbox").fill("")
        assert names(page) == every


def test_count_is_told_in_the_right_form(page: Page, url: str) -> None:
    """The count is seen at once and told when the keys rest, in each language's form."""
    count, status = page.locator("[data-count]"), page.locator("[role=status]")
    expect(count).to_have_text("6 partners")
    for region, told in (("asia", "3 partners of 6"), ("europe", "3 partners of 6")):
        page.get_by_label("Region").select_option(region)
        expect(count).to_have_text(told)
        expect(status).to_have_text(f"{told}. Sorted by Region, ascending.")
    page.get_by_role("searchbox").fill("anga")
    expect(count).to_have_text("1 partner of 6")
    expect(status).to_have_text(re.compile(r"^1 partner of 6\. "))
    page.goto(f"{url}/doi-tac/?q=an")
    expect(count).to_have_text(re.compile(r"^\d trong 6 đối tác$"))


def test_way_back_from_nothing(page: Page) -> None:
    """Where nothing fits the page says so, and one button shows all again and keeps the focus."""
    page.get_by_role("searchbox").fill("zzz")
    expect(page.get_by_text("No partner fits what you chose.")).to_be_visible()
    page.get_by_role("button", name="Show all partners").click()
    assert names(page) == ALL
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page).to_have_url(re.compile("/en/partners/$"))


@pytest.mark.parametrize(
    ("key", "first", "second"),
    [
        (
            "name",
            ["Angang", "Dukeville", "Example Rapids", "Hanoi Minor", LONG_NAME, "Sample Region"],
            ["Sample Region", LONG_NAME, "Hanoi Minor", "Example Rapids", "Dukeville", "Angang"],
        ),
        (
            "since",  # those without an agreement's date are last both times
            ["Hanoi Minor", "Example Rapids", "Angang", LONG_NAME, "Dukeville", "Sample Region"],
            ["Angang", "Example Rapids", "Hanoi Minor", LONG_NAME, "Dukeville", "Sample Region"],
        ),
        (
            "number",
            [LONG_NAME, "Example Rapids", "Hanoi Minor", "Dukeville", "Angang", "Sample Region"],
            ["Sample Region", "Angang", "Example Rapids", "Hanoi Minor", "Dukeville", LONG_NAME],
        ),
    ],
)
def test_columns_sort_both_ways(page: Page, key: str, first: list[str], second: list[str]) -> None:
    """A head sorts by its column, then the other way, and says so; regions bring groups back."""
    button = head(page, key).get_by_role("button")
    button.focus()
    for expected in (first, second):
        page.keyboard.press("Enter")
        assert names(page) == expected
        expect(head(page, key)).to_have_attribute("aria-sort", re.compile("ascending|descending"))
        assert page.locator("[aria-sort]").count() == 1
        expect(button).to_be_focused()
    head(page, "region").get_by_role("button").click()
    assert names(page) == ALL
    expect(page.get_by_role("rowheader", name="Europe 3 partners")).to_be_visible()


def test_order_is_the_builds_own(page: Page, url: str) -> None:
    """Vietnamese names are in Vietnamese order: Ấn Giang, Đức Đô, Đường Mẫu, Hà Nội Con."""
    page.goto(f"{url}/doi-tac/?sort=name")
    assert names(page)[:4] == ["Ấn Giang", "Đức Đô", "Đường Mẫu", "Hà Nội Con"]


def test_choice_is_in_the_address(page: Page, url: str) -> None:
    """What is chosen stands in the address, a shared link shows the same, in both languages."""
    page.get_by_label("Region").select_option("europe")
    head(page, "name").get_by_role("button").click()
    page.get_by_role("searchbox").press_sequentially("anga")
    expect(page).to_have_url(f"{url}/en/partners/?q=anga&region=europe&sort=name")
    page.goto(page.url)
    assert names(page) == ["Angang"]
    expect(page.get_by_label("Region")).to_have_value("europe")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page).to_have_url(f"{url}/doi-tac/?q=anga&region=europe&sort=name")
    assert names(page) == ["Ấn Giang"]


def test_back_button_undoes_step_by_step(page: Page, url: str) -> None:
    """A word typed is one step, a choice another; back and forward go through them."""
    page.get_by_role("searchbox").press_sequentially("an", delay=400)
    expect(page).to_have_url(re.compile(r"q=an$"))
    shown = names(page)
    page.get_by_label("Region").select_option("europe")
    page.go_back()
    expect(page).to_have_url(f"{url}/en/partners/?q=an")
    assert names(page) == shown
    page.go_back()
    expect(page).to_have_url(f"{url}/en/partners/")
    assert names(page) == ALL
    expect(page.get_by_role("searchbox")).to_have_value("")
    page.go_forward()
    assert names(page) == shown
    page.get_by_role("link", name=shown[0]).first.click()
    page.go_back()
    assert names(page) == shown


def test_unknown_values_are_passed_over(page: Page, url: str) -> None:
    """An old or mistyped link shows what can be understood of it."""
    page.goto(f"{url}/en/partners/?region=moon&kind=%5B&decade=x&sort=-nothing&q=anga")
    assert names(page) == ["Angang"]
    expect(page.get_by_label("Region")).to_have_value("")


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("query", ["", "?sort=-latest", "?q=zzz"])
def test_every_state_is_accessible_and_fits(
    url: str, axe: str, open_page: OpenPage, width: int, query: str
) -> None:
    """Sorted, filtered or empty, at any width, by day and night: no fault, no sideways scroll."""
    with open_page(width) as page:
        for path in (f"/doi-tac/{query}", f"/en/partners/{query}"):
            page.goto(url + path)
            assert page.evaluate(OVERFLOW) <= 0
            page.evaluate(axe)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert run_axe(page) == []


@pytest.mark.parametrize("key", PARTNERS)
def test_city_pages_are_accessible_and_fit(
    url: str, axe: str, open_page: OpenPage, key: str
) -> None:
    """Visits alone, one relation, forty of them or a very long name: no fault on a telephone."""
    with open_page(320) as page:
        page.goto(f"{url}/en/partners/{key}/")
        assert page.evaluate(OVERFLOW) <= 0
        page.evaluate(axe)
        assert run_axe(page) == []


def test_folding_is_that_of_the_build(page: Page) -> None:
    """The script folds every letter of Latin, Greek and Cyrillic as the build does."""
    blocks = (range(0x20, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000), range(0x1780, 0x17F0))
    letters = [chr(code) for block in blocks for code in block]
    words = [*letters, *(f"x{letter}y" for letter in letters), "Viêng-chăn  (ວຽງຈັນ)", "ĐÀ NẴNG"]
    assert page.evaluate(IMPORT_FOLD, words) == [plain_words(word) for word in words]


def test_long_directory_sorts_whole(long_url: str, open_page: OpenPage) -> None:
    """Thousands of rows are put in order in parts: all arrive, in order, and go back home."""
    with open_page() as page:
        page.goto(f"{long_url}/en/partners/")
        built = page.evaluate(RANKED)
        head(page, "name").get_by_role("button").click()
        page.wait_for_function(ALL_PLACED)
        by_name = [int(row[0]) for row in page.evaluate(RANKED)]
        assert by_name == sorted(by_name)
        assert len(by_name) == len(built) > LONG
        head(page, "country").get_by_role("button").click()
        head(page, "region").get_by_role("button").click()
        page.wait_for_function(ALL_PLACED)
        page.wait_for_function("() => !document.querySelector('tbody[hidden]')")
        assert page.evaluate(RANKED) == built
        page.get_by_role("searchbox").fill("sông")  # the names have "song"
        assert 0 < len(names(page)) < len(built)
