"""Search in Chromium: what is found first, in which language, by whom, and with what at hand."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from plugins.bulletin.render.search_words import folded
from tests.browser.conftest import OpenPage
from tests.browser.queries import QUERIES, Query, nfd
from tests.browser.serving import serve
from tests.browser.test_browser import COLLECT_VIOLATIONS, OVERFLOW, SCHEMES, WIDTHS, run_axe
from tests.conftest import SmallSite

pytestmark = pytest.mark.browser

ADDRESSES = {"vi": "/tim-kiem/", "en": "/en/search/"}
OWN = "[data-own] [data-link]"
FOREIGN = "[data-foreign] [data-link]"
PATIENCE = 20.0  # seconds
# Two words that differ by their marks alone, and one without any.
MARKED = {
    f"articles/{key}.vi.md": f"""---
title: {title}
date: 2024-03-{day} 09:00
section: news
summary: Bài này để thử thứ tự của kết quả tìm kiếm, không nói gì khác ngoài điều ấy.
---

{body}
"""
    for key, title, day, body in (
        ("thu-mot", "Bài thử thứ nhất", "01", "Ở đây chỉ có chữ tuông mà thôi."),
        ("thu-hai", "Bài thử thứ hai", "02", "Ở đây chỉ có chữ tuổng mà thôi."),
        ("thu-ba", "Bài thử thứ ba", "03", "Ở đây chỉ có chữ tuong mà thôi."),
    )
}


class Held:
    """Requests that wait until they are let go; those that come later pass."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.waiting: list[Route] = []
        self.is_free = False
        page.route(pattern, lambda route: self.meet(route))  # noqa: PLW0108 -- Playwright marks what it is given

    def meet(self, route: Route) -> None:
        """Let a request wait, or pass."""
        if self.is_free:
            route.continue_()
        else:
            self.waiting.append(route)

    def let_go(self) -> None:
        """Let all requests pass."""
        self.is_free = True
        for route in self.waiting:
            route.continue_()


def type_query(page: Page, text: str) -> str:
    """Type a query, wait until the answer is announced, and return the announcement."""
    status = page.locator(".search__form [role=status]")
    page.evaluate("document.querySelector('.search__form [role=status]').textContent = ''")
    page.locator("#search-q").fill(text)
    return wait_for_words(page, lambda: status.text_content() or "")


def wait_for_words(page: Page, read: object) -> str:
    """Wait for an announcement that is not of the search's beginning."""
    busy = page.locator("[data-count]").get_attribute("data-busy")
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        said = read()  # type: ignore[operator]
        if said and said != busy:
            return str(said)
        page.wait_for_timeout(30)
    raise AssertionError("nothing was announced")


def addresses(page: Page, selector: str = OWN) -> list[str]:
    """Return where the results lead, in their order."""
    return [str(link.get_attribute("href")) for link in page.locator(selector).all()]


@pytest.fixture(scope="module", params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Return each language in turn."""
    return str(request.param)


def test_queries_find_their_pages(real_url: str, language: str, open_page: OpenPage) -> None:
    """Every query of the table finds its page where it is expected, or before."""
    wrong = []
    with open_page() as page:
        page.goto(real_url + ADDRESSES[language])
        for query in (query for query in QUERIES if query.language == language):
            type_query(page, query.text)
            found = addresses(page)
            if not is_found(query, found):
                wrong.append((query, found[:6]))
    assert wrong == []


def is_found(query: Query, found: list[str]) -> bool:
    """Tell whether a result fits a query early enough."""
    return any(query.address in address for address in found[: query.place])


def test_the_table_is_large_enough() -> None:
    """There are at least forty queries, of both languages, and each is another."""
    assert len({(query.language, query.text) for query in QUERIES}) == len(QUERIES) >= 40
    assert {query.language for query in QUERIES} == {"vi", "en"}


def test_marks_may_be_left_out_and_come_first_when_given(
    small_site: SmallSite, open_page: OpenPage
) -> None:
    """Without marks all forms are found; with them, in NFC or NFD, the exact one comes first."""
    built = small_site(MARKED)
    assert built.code == 0, built.out
    with serve(built.output) as url, open_page() as page:
        page.goto(url + ADDRESSES["vi"])
        for word, first in (("tuông", "nhat"), ("tuổng", "hai"), ("tuong", "ba")):
            for text in (word, nfd(word), word.upper()):
                type_query(page, text)
                found = addresses(page)
                assert len(found) == 3, (text, found)
                assert f"thu-{first}" in found[0], (text, found)


def test_excerpts_show_words_as_they_are_written(real_url: str, open_page: OpenPage) -> None:
    """What was sought is marked, đ is đ, and no result says a word of markup."""
    with open_page() as page:
        page.goto(real_url + ADDRESSES["vi"])
        type_query(page, "doi ngoai")
        marks = page.locator(f"{OWN} mark, [data-own] [data-excerpt] mark").all_text_contents()
        whole = page.locator("[data-found]").inner_text()
    assert {"đối", "ngoại"} <= {mark.strip(" .,;:").lower() for mark in marks}
    assert not set("ḓḒ<>") & set(whole)
    assert "bulletin-link" not in whole


def test_own_language_comes_first_and_the_other_is_marked(
    real_url: str, open_page: OpenPage
) -> None:
    """English results come first; Vietnamese ones say so in words, `lang` and `hreflang`."""
    with open_page() as page:
        page.goto(real_url + ADDRESSES["en"])
        said = type_query(page, "Vientiane")
        own, foreign = addresses(page), addresses(page, FOREIGN)
        link = page.locator(FOREIGN).first
        marked = (link.get_attribute("lang"), link.get_attribute("hreflang"))
        words = page.locator("[data-foreign] .language-mark").first.text_content()
        twin = page.locator("[data-foreign] [data-twin] a").first.get_attribute("href")
    assert own
    assert all(address.startswith("/en/") for address in own)
    assert foreign
    assert not any(address.startswith("/en/") for address in foreign)
    assert marked == ("vi", "vi")
    assert words == "In Vietnamese"
    assert str(twin).startswith("/en/")
    assert "results · " in said
    assert said.endswith("in Vietnamese")


def test_what_is_in_one_language_is_found_by_words_of_the_other(
    real_url: str, open_page: OpenPage
) -> None:
    """An article without a translation is found by the title that English lists give it."""
    with open_page() as page:
        page.goto(real_url + ADDRESSES["en"])
        type_query(page, "how to read a document number")
        assert "doc-ten-mot-van-ban" in addresses(page, FOREIGN)[0]


def test_counts_have_the_right_plural(real_url: str, open_page: OpenPage) -> None:
    """One result is one result."""
    with open_page() as page:
        page.goto(real_url + ADDRESSES["en"])
        assert type_query(page, "Toulouse agreement").split(" · ")[0].split()[1] in {
            "result",
            "results",
        }
        counts = {}
        for text in ("haufo", "Peking", "Vietnam Germany", "friendship"):
            said = type_query(page, text).split(" · ")[0].split()
            counts[int(said[0])] = said[1]
    assert all((word == "result") == (count == 1) for count, word in counts.items()), counts


def test_filters_narrow_and_clear(real_url: str, open_page: OpenPage) -> None:
    """Section, year and partner narrow, alone or together, are in the address, and are cleared."""
    with open_page() as page:
        page.goto(real_url + ADDRESSES["vi"])
        type_query(page, "Hà Nội")
        everything = page.locator("[data-count]").text_content()
        page.locator("#choice-partner").select_option("vientiane")
        expect(page.locator("[data-count]")).not_to_have_text(str(everything))
        assert "/doi-tac/vientiane/" in addresses(page)
        page.locator("#choice-year").select_option("2024")
        expect(page.locator(OWN)).to_have_count(1)
        assert addresses(page)[0].startswith("/2024/")
        page.wait_for_url("**partner=vientiane**")
        assert "year=2024" in page.url
        page.reload()
        expect(page.locator(OWN)).to_have_count(1)
        page.locator("[data-clear]").click()
        expect(page.locator("[data-count]")).to_have_text(str(everything))
        assert page.evaluate("document.activeElement.id") == "search-q"


def test_filters_alone_list_the_newest_first(real_url: str, open_page: OpenPage) -> None:
    """Without words, what fits the filters is listed, newest first."""
    with open_page() as page:
        page.goto(real_url + ADDRESSES["vi"])
        page.locator("#choice-year").select_option("2024")
        expect(page.locator(OWN).nth(2)).to_be_visible()
        dates = page.locator("[data-own] time").evaluate_all("all => all.map(t => t.dateTime)")
    assert dates == sorted(dates, reverse=True)
    assert all(date.startswith("2024") for date in dates)


def test_no_result_is_helpful(real_url: str, language: str, open_page: OpenPage) -> None:
    """A query that finds nothing says so, advises, and leads to the archive and sections."""
    with open_page() as page:
        page.goto(real_url + ADDRESSES[language])
        said = type_query(page, "xyzzyx <b>")
        assert "xyzzyx <b>" in said
        expect(page.locator(".search__none")).to_be_visible()
        expect(page.locator("[data-ways] .more")).to_be_visible()
        expect(page.locator("[data-ways] .tags__link").first).to_be_visible()
        assert page.locator(OWN).count() == 0


def test_a_search_can_be_done_by_keyboard(real_url: str, open_page: OpenPage) -> None:
    """From the masthead to a result by Tab and Enter; more results take the focus along."""
    with open_page() as page:
        page.goto(real_url + "/en/")
        page.locator(".masthead__search").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/search/")
        page.locator("main").focus()
        while page.evaluate("document.activeElement.id") != "search-q":
            page.keyboard.press("Tab")
        page.keyboard.type("friendship")
        page.keyboard.press("Enter")
        expect(page.locator("[data-own]")).to_have_attribute("data-query", "friendship")
        expect(page.locator(OWN)).to_have_count(10)
        page.locator("[data-own] [data-more]").focus()
        page.keyboard.press("Enter")
        expect(page.locator(OWN).nth(10)).to_be_focused()
        target = page.locator(OWN).nth(10).get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{target}")
        page.go_back()
        expect(page.locator(OWN).first).to_be_visible()
        assert page.locator("#search-q").input_value() == "friendship"


def test_results_are_accessible_and_fit(
    real_url: str, language: str, axe: str, open_page: OpenPage
) -> None:
    """With results and without, axe finds nothing, nothing overflows, and nothing is refused."""
    faults = []
    with open_page() as page:
        page.add_init_script(COLLECT_VIOLATIONS)
        page.goto(real_url + ADDRESSES[language])
        page.evaluate(axe)
        for text in ("", "Vientiane", "đối ngoại nhân dân", "xyzzyx" * 12):
            if text:
                type_query(page, text)
            faults += [f"“{text}”, {told}" for told in look_at(page)]
        refused = page.evaluate("window.violations")
    assert faults == []
    assert refused == []


def look_at(page: Page) -> list[str]:
    """Return what is wrong with a page on a telephone and a desk, by day and night."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate(OVERFLOW) > 0:
            faults.append(f"{width} px: the page scrolls sideways")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            faults += [f"{width} px, {scheme}: {told}" for told in run_axe(page)]
    return faults


def test_without_script_the_page_leads_on(
    real_url: str, language: str, open_page: OpenPage
) -> None:
    """Without script the page says why there is no search, and leads to archive and sections."""
    with open_page(java_script_enabled=False) as page:
        page.goto(real_url + ADDRESSES[language])
        expect(page.locator(".search__form")).to_be_hidden()
        expect(page.locator("[data-without]")).to_contain_text("JavaScript")
        expect(page.locator("[data-ways] .more")).to_be_visible()
        assert page.locator("[data-ways] .tags__link").count() > 5


def test_search_works_below_a_path(
    small_site: SmallSite, open_page: OpenPage, tmp_path: Path
) -> None:
    """A site that stands below a path of its host finds its pages there."""
    built = small_site({}, env={"BULLETIN_SITE_URL": "https://example.org/below"})
    assert built.code == 0, built.out
    (tmp_path / "host").mkdir()
    (tmp_path / "host" / "below").symlink_to(built.output)
    with serve(tmp_path / "host") as url, open_page() as page:
        page.goto(f"{url}/below{ADDRESSES['vi']}")
        type_query(page, "mẫu")
        found = addresses(page)
        assert found
        assert all(address.startswith("/below/") for address in found)
        page.locator(OWN).first.click()
        expect(page.locator("article h1")).to_be_visible()


def test_a_failure_is_told(real_url: str, open_page: OpenPage) -> None:
    """When the index cannot be loaded the page says so, and a later try may succeed."""
    with open_page() as page:
        page.route("**/pagefind/**", lambda route: route.abort())
        page.goto(real_url + ADDRESSES["en"])
        assert "could not be loaded" in type_query(page, "Vientiane")


def test_titles_answer_before_the_index(real_url: str, open_page: OpenPage) -> None:
    """While the index is on its way, pages that are called by the words are shown already."""
    with open_page() as page:
        page.route("**/*.pf_index", lambda _: None)  # no answer ever comes
        page.goto(real_url + ADDRESSES["vi"])
        page.locator("#search-q").fill("vieng chan")
        expect(page.locator("[data-own]")).to_have_attribute("data-first", "vieng chan")
        found = addresses(page)
        assert "/doi-tac/vientiane/" in found
        assert page.locator("[data-own] mark").count() > 0
        assert page.locator("[data-own] [data-excerpt]").first.is_hidden()
        page.locator("#search-q").fill("khong co xyzzyx")
        page.wait_for_timeout(500)
        assert page.locator("[data-own]").get_attribute("data-first") == "vieng chan"


def test_titles_with_the_marks_as_typed_come_first(real_url: str, open_page: OpenPage) -> None:
    """Of two titles that differ by their marks the one that was typed stands first."""
    rows = [["/a/", "Tuồng cổ", "", {}], ["/b/", "Tuông cổ", "", {}], ["/c/", "Chèo", "", {}]]
    with open_page() as page:
        page.route("**/*.pf_index", lambda _: None)
        page.route("**/titles.json", lambda route: route.fulfill(json={"pages": rows, "words": []}))
        page.goto(real_url + ADDRESSES["vi"])
        for query, expected in (("tuông", ["/b/", "/a/"]), ("tuồng", ["/a/", "/b/"])):
            page.locator("#search-q").fill(query)
            expect(page.locator("[data-own]")).to_have_attribute("data-first", query)
            assert addresses(page) == expected


def test_titles_heed_filters(real_url: str, open_page: OpenPage) -> None:
    """Filters narrow titles too."""
    with open_page() as page:
        page.route("**/*.pf_index", lambda _: None)
        page.goto(real_url + ADDRESSES["vi"] + "?q=hà+nội&year=2023")
        expect(page.locator("[data-own]")).to_have_attribute("data-first", "hà nội")
        found = addresses(page)
        assert found
        assert all(address.startswith(("/2023/", "/van-ban/", "/so-bao/")) for address in found)


def test_words_of_texts_answer_before_the_index(real_url: str, open_page: OpenPage) -> None:
    """A word that is in no title shows pages that say it; the ranked answer takes their place."""
    with open_page() as page:
        held = Held(page, "**/*.pf_index")
        page.goto(real_url + ADDRESSES["vi"])
        for query, address in (
            ("ARGEN", "/doi-tac/buenos-aires/"),
            (nfd("bệnh"), "so-ket-giua-nam-2022"),
            ("Thăng Long 1010", "ky-niem-70-nam"),
        ):
            page.locator("#search-q").fill(query)
            expect(page.locator("[data-own]")).to_have_attribute("data-first", query)
            assert any(address in found for found in addresses(page))
        page.locator("#search-q").fill("Argentina")
        expect(page.locator("[data-own]")).to_have_attribute("data-first", "Argentina")
        assert page.locator("[data-own] [data-excerpt]").first.is_hidden()
        held.let_go()
        page.unroute("**/*.pf_index")
        expect(page.locator("[data-own]")).to_have_attribute("data-query", "Argentina")
        assert addresses(page)[0] == "/doi-tac/buenos-aires/"
        assert page.locator("[data-own] [data-excerpt]").first.is_visible()


def test_words_stand_behind_titles_and_heed_filters(real_url: str, open_page: OpenPage) -> None:
    """What is called by a word comes first; all words and filters must fit; a lost file is none."""
    pages = [
        ["/a/", "Trà và gốm", "", {"year": ["2024"]}],
        ["/b/", "Lụa", "", {"year": ["2023"]}],
        ["/c/", "Gốm", "", {"year": ["2022"]}],
        ["/d/", "Đồng", "", {"year": ["2021"]}],
    ]
    words = {"gom": [1, 2, 3], "gomla": [0], "tra": [3]}
    with open_page() as page:
        page.route("**/*.pf_index", lambda _: None)
        listed = {"pages": pages, "words": [["b", "1"], ["v", "2"]]}
        page.route("**/titles.json", lambda route: route.fulfill(json=listed))
        page.route("**/words/1.json", lambda route: route.fulfill(json=words))
        page.goto(real_url + ADDRESSES["vi"])
        own = page.locator("[data-own]")
        for query, expected in (
            ("gốm", ["/a/", "/c/", "/b/", "/d/"]),
            ("trà gốm", ["/a/", "/d/"]),
            ("gomla", ["/a/"]),
        ):
            page.locator("#search-q").fill(query)
            expect(page.locator(OWN)).to_have_count(len(expected))
            expect(own).to_have_attribute("data-first", query)
            assert addresses(page) == expected
        with page.expect_response("**/words/2.json") as answer:
            page.locator("#search-q").fill("gốm vàng")
        assert answer.value.status == 404
        page.wait_for_timeout(500)
        expect(own).to_have_attribute("data-first", "gomla")
        page.goto(real_url + ADDRESSES["vi"] + "?q=gốm&year=2023")
        expect(own).to_have_attribute("data-first", "gốm")
        assert addresses(page) == ["/b/"]


def test_page_and_build_fold_alike(real_url: str, open_page: OpenPage) -> None:
    """The script takes words apart as the build did that made the files of words."""
    letters = [chr(code) for code in (*range(0x20, 0x250), *range(0x1E00, 0x1F00))]
    others = ["Xơ-un", "경기도", nfd("경기도"), "北京", "ວຽງຈັນ", "Βία", "Żółć", "12-CT/TW", "İĐÐ"]
    texts = [*letters, *others, *(nfd(text) for text in letters)]
    with open_page() as page:
        page.goto(real_url + ADDRESSES["vi"])
        module = page.locator("link[rel=modulepreload]").get_attribute("href")
        ask = "([url, all]) => import(url).then(({fold}) => all.map((text) => fold(text)))"
        said = page.evaluate(ask, [module, texts])
    assert {text: tuple(words.split()) for text, words in zip(texts, said, strict=True)} == {
        text: folded(text) for text in texts
    }


def test_search_without_titles(real_url: str, open_page: OpenPage) -> None:
    """When the titles cannot be had, the index answers alone."""
    with open_page() as page:
        page.route("**/titles.json", lambda route: route.abort())
        page.goto(real_url + ADDRESSES["en"])
        type_query(page, "Vientiane")
        assert addresses(page)[0] == "/en/partners/vientiane/"


def test_focus_stays_on_a_result(real_url: str, open_page: OpenPage) -> None:
    """When the index answers after the titles, the result with the focus keeps it."""
    with open_page() as page:
        held = Held(page, "**/*.pf_index")
        page.goto(real_url + ADDRESSES["vi"])
        page.locator("#search-q").fill("vieng chan")
        expect(page.locator("[data-own]")).to_have_attribute("data-first", "vieng chan")
        link = page.locator(f'{OWN}[href="/doi-tac/vientiane/"]')
        link.focus()
        held.let_go()
        expect(page.locator("[data-own]")).to_have_attribute("data-query", "vieng chan")
        expect(link).to_be_focused()
