"""Both languages of an article side by side: what stands there, and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.settings import AuditSettings
from tests.conftest import SmallSite
from tests.site.building import BASE_URL
from tests.site.pages import Page, page_at, pages_of

VI = "/2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/"
EN = "/en/2023/08/the-first-sample-exchange-with-example-rapids/"
SIDES = "/song-ngu" + VI
LINK = "//a[contains(@class, 'byline__sides')]/@href"
ROWS = "//*[contains(concat(' ', @class, ' '), ' sides__row ')]"
GAP = "//*[contains(@class, 'sides__gap')]"
HEAD = """---
title: {title}
summary: {title} — một bài ví dụ để thử, dài đủ bốn mươi ký tự.
{more}---
{body}
"""


def text(title: str, body: str, more: str = "date: 2024-06-01\nsection: news\n") -> str:
    """Return an article's file."""
    return HEAD.format(title=title, body=body, more=more)


def english(title: str, body: str) -> str:
    """Return a translation's file."""
    return text(title, body, 'translation: {revision: "1"}\n')


def pair(vi: str, en: str) -> dict[str, str]:
    """Return the two files of one article."""
    return {
        "articles/cap.vi.md": text("Một cặp", vi),
        "articles/cap.en.md": english("A pair", en),
    }


def languages(page: Page) -> list[list[str]]:
    """Return the languages of the cells of each row."""
    rows = page.elements(ROWS)
    return [[str(cell.get("lang")) for cell in row.iterchildren()] for row in rows]


@pytest.fixture
def sides(second_site: Path) -> Page:
    """Return the page of the article that has everything."""
    return page_at(second_site, SIDES)


def test_both_articles_lead_there(second_site: Path) -> None:
    """Each version has one link, under the same address."""
    for address in (VI, EN):
        assert page_at(second_site, address).values(LINK) == [SIDES]


def test_page_is_no_page_of_its_own_for_search_engines(second_site: Path, sides: Page) -> None:
    """It is not indexed, names the article as canonical, and is in no table, map or feed."""
    assert sides.values("//meta[@name='robots']/@content") == ["noindex"]
    assert sides.values("//link[@rel='canonical']/@href") == [BASE_URL + VI]
    assert sides.values("//link[@hreflang]/@href") == []
    for path in ("sitemap.xml", "feeds/atom.xml", "en/feeds/atom.xml"):
        assert "song-ngu" not in (second_site / path).read_text(encoding="utf-8")


def test_lists_do_not_name_it(second_site: Path) -> None:
    """Only the article's own versions lead there."""
    leading = {
        page.address for page in pages_of(second_site) if SIDES in page.values("//main//a/@href")
    }
    assert leading == {VI, EN}


def test_every_cell_has_its_language(sides: Page) -> None:
    """The original comes first in every row, and each cell says its language."""
    rows = languages(sides)
    assert len(rows) > 8
    assert rows == [["vi", "en"]] * len(rows)
    assert sides.root.get("lang") == "vi"


def test_both_texts_are_whole(second_site: Path, sides: Page) -> None:
    """Title, summary, caption and every passage of both articles stand there."""
    for address, language in ((VI, "vi"), (EN, "en")):
        article = page_at(second_site, address)
        shown = sides.text(f"//article//*[@lang='{language}']")
        lead = "//*[contains(@class, 'article__lead')]"
        for part in ("//h1", lead, "//figcaption", "//main//li"):
            assert article.text(part)
        wanted = article.elements(f"//h1 | {lead} | //main//figcaption")
        wanted += article.elements("//*[contains(@class, 'article__body')]/*")
        missing = [
            item.text_content() for item in wanted if words(item.text_content()) not in shown
        ]
        assert missing == []


def words(given: str) -> str:
    """Return a text with single spaces."""
    return " ".join(given.split())


def test_places_are_unique_and_linked(sides: Page) -> None:
    """Ids of both bodies are told apart, and links to notes and headings stay in their column."""
    ids = sides.values("//@id")
    assert len(ids) == len(set(ids))
    assert {"vi-fn:1", "en-fn:1", "vi-fnref:1", "en-fnref:1"} <= set(ids)
    for language in ("vi", "en"):
        inner = sides.values(f"//article//*[@lang='{language}']//a[starts-with(@href, '#')]/@href")
        assert len(inner) >= 3
        assert all(url.startswith(f"#{language}-") and url[1:] in ids for url in inner)


def test_links_stay_in_their_language(sides: Page) -> None:
    """In the English column links lead to English pages, in the Vietnamese one to Vietnamese."""
    for language in ("vi", "en"):
        cells = f"//main//*[@lang='{language}' and contains(@class, 'prose')]"
        found = sides.values(f"{cells}//a[starts-with(@href, '/') and not(@hreflang)]/@href")
        assert found
        assert all(url.startswith("/en/") == (language == "en") for url in found)


def test_words_of_the_page_are_in_both_languages(sides: Page) -> None:
    """What the page itself says in the other language is marked."""
    marked = {
        (item.text_content(), item.get("lang")) for item in sides.elements("//main//*[@lang]")
    }
    assert {("Song ngữ", "vi"), ("Side by side", "en")} <= marked
    assert "Bản gốc" in sides.text("//*[@lang='vi']")
    assert "Translation" in sides.text("//*[@lang='en']")


def test_switcher_leads_to_the_english_article(sides: Page) -> None:
    """The other language of this page is the English article, and no note says otherwise."""
    assert sides.values("//a[contains(@class, 'switcher__link')]/@href") == [EN]
    assert sides.elements("//*[@id='switcher-note']") == []


def test_passage_without_a_counterpart_is_told(small_site: SmallSite) -> None:
    """An empty place says in both languages that the other version has no such passage."""
    built = small_site(pair("Một.\n\n## Đầu\n\n- a\n\nHai.", "One.\n\n## Head\n\nTwo.\n\nThree."))
    page = page_at(built.output, "/song-ngu/2024/06/mot-cap/")
    english_gap, vietnamese_gap = page.elements(GAP)
    assert words(english_gap.text_content()) == (
        "Bản tiếng Anh không có đoạn này. This passage is not in the English version."
    )
    assert words(vietnamese_gap.text_content()) == (
        "Bản tiếng Việt không có đoạn này. This passage is not in the Vietnamese version."
    )
    assert [item.get("lang") for item in english_gap] == ["vi", "en"]
    assert audit(built.output, AuditSettings(base_url=BASE_URL)) == []


def test_english_original_stands_first(small_site: SmallSite) -> None:
    """The order is that of the making, and the address is still the Vietnamese one."""
    files = {
        "articles/cap.en.md": text("A pair", "One."),
        "articles/cap.vi.md": english("Một cặp", "Một."),
    }
    page = page_at(small_site(files).output, "/song-ngu/2024/06/mot-cap/")
    assert languages(page) == [["en", "vi"]] * 4
    assert page.values("//link[@rel='canonical']/@href") == [f"{BASE_URL}/2024/06/mot-cap/"]
    assert "Original" in page.text("//*[@lang='en']")


@pytest.mark.parametrize("status", ["draft", "hidden"])
def test_what_is_not_listed_has_none(small_site: SmallSite, status: str) -> None:
    """Neither drafts nor hidden articles stand side by side on the public site."""
    files = pair("Một.", "One.")
    name = "articles/cap.vi.md"
    files[name] = files[name].replace("section:", f"status: {status}\nsection:")
    output = small_site(files).output
    assert not (output / "song-ngu/2024/06").exists()
    if status == "hidden":
        assert page_at(output, "/2024/06/mot-cap/").values(LINK) == []


def test_preview_shows_a_draft_side_by_side(small_site: SmallSite) -> None:
    """Translators see both languages of a draft in the preview, marked as one."""
    output = small_site({}, "--drafts").output
    page = page_at(output, "/song-ngu/2024/04/ban-nhap-mau-bi-mat/")
    assert page.elements("//*[@data-draft]")


def test_article_of_one_language_has_none(second_site: Path) -> None:
    """Without a counterpart there is nothing to set beside, and no link."""
    article = page_at(second_site, "/2024/03/bai-mau-chi-co-tieng-viet/")
    assert article.values(LINK) == []
    assert not (second_site / "song-ngu/2024/03").exists()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_edit_of_either_text_shows(small_site: SmallSite, language: str) -> None:
    """The page is made again when one of its texts changes, and not for another article."""
    files = pair("Một.", "One.")
    path = "song-ngu/2024/06/mot-cap/index.html"
    first = small_site(files)
    before = {name: raw for name, raw in first.files().items() if name.startswith("song-ngu/")}
    files[f"articles/cap.{language}.md"] += "\nThêm.\n"
    after = small_site(files).files()
    assert b"Th\xc3\xaam." in after[path]
    assert {name for name, raw in before.items() if after[name] != raw} == {path}
