"""Issues on the pages of a built site: contents, ways to and from them, and what is hidden."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT
from tests.site.pages import page_at
from tests.site.test_related import rewritten, times

SPRING = "data/issues/mua-xuan-2024.yaml"
FIRST = "data/issues/2023.yaml"
ISSUE = "/so-bao/mua-xuan-2024/"
TITLES = "//main//h2/a/text() | //main//h3/a/text()"
LEAD = "/2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/"


def second(name: str) -> str:
    """Return a file of the second bulletin."""
    return (SECOND_CONTENT / name).read_text(encoding="utf-8")


def test_contents_stand_in_their_order(second_site: Path) -> None:
    """The lead comes first, then what has no heading, then each heading with its articles."""
    page = page_at(second_site, ISSUE)
    assert page.values(TITLES) == [
        "Buổi giao lưu mẫu đầu tiên ở Đường Mẫu",
        "Buổi giao lưu mẫu thứ hai",
        "Bài mẫu chỉ có tiếng Việt",
        "A sample note in English only",
    ]
    assert page.values("//h2[@class='issue-part__title']/text()") == [
        "Trong số này",
        "Một ngôn ngữ",
    ]
    assert page.values("//*[@class='language-mark']/text()") == ["Bằng tiếng Anh"]


def test_articles_lead_to_their_issue(second_site: Path) -> None:
    """Each article of an issue links to it in its language; one that is in none does not."""
    links = "//*[contains(@class, 'tags--issue')]//a/@href"
    assert page_at(second_site, LEAD).values(links) == [ISSUE]
    english = page_at(second_site, "/en/2024/02/the-second-sample-exchange/")
    assert english.values(links) == ["/en/issues/mua-xuan-2024/"]
    hidden = page_at(second_site, "/2024/05/bai-mau-khong-niem-yet/")
    assert hidden.values(links) == []


def test_list_is_newest_first_and_issues_lead_on(second_site: Path) -> None:
    """The list has the newest on top, and each issue leads to the one before and after it."""
    titles = page_at(second_site, "/en/issues/").values("//main//h2/a/text()")
    assert titles == ["The sample spring issue", "The first sample issue"]
    older = page_at(second_site, "/en/issues/2023/").values("//a[@class='neighbours__link']/@href")
    assert older == ["/en/issues/mua-xuan-2024/"]


def test_list_takes_pages(small_site: SmallSite) -> None:
    """A list longer than a page of the site goes on, in both languages alike."""
    site = re.sub("page_size: [0-9]+", "page_size: 1", second("data/site.yaml"))
    built = small_site({"data/site.yaml": site})
    assert built.code == 0, built.out
    for address, further in (("/so-bao/", "trang/2/"), ("/en/issues/", "page/2/")):
        assert page_at(built.output, address).values("//a[@rel='next']/@href") == [
            address + further
        ]
        page = page_at(built.output, address + further)
        assert len(page.values("//main//h2/a/text()")) == 1
        assert page.values("//link[@hreflang='vi']/@href") == [
            "https://bulletin.example/so-bao/trang/2/"
        ]


def test_front_page_shows_the_newest_with_articles(second_site: Path) -> None:
    """The front page has the newest issue; its cover, number and first articles."""
    page = page_at(second_site, "/")
    section = "//section[@aria-labelledby='latest-issue']"
    assert page.values(f"{section}//h3/a/@href") == [ISSUE]
    assert len(page.values(f"{section}//h4/a/@href")) == 4
    assert "Số 2/2024" in page.text(section)


def test_site_without_issues(small_site: SmallSite) -> None:
    """Without an issue the list says so, and neither front page nor footer speaks of them."""
    built = small_site({SPRING: None, FIRST: None})
    assert built.code == 0, built.out
    home = page_at(built.output, "/en/")
    assert home.values("//a[contains(@href, 'issues')]") == []
    assert home.elements("//section[@aria-labelledby='latest-issue']") == []
    page = page_at(built.output, "/en/issues/")
    assert page.text("//p[@class='empty']") == "The first issue is being prepared."


@pytest.mark.parametrize("status", ["draft", "hidden"])
def test_what_visitors_do_not_see_is_left_out(small_site: SmallSite, status: str) -> None:
    """A draft or hidden article is told and stands in no contents; the rest of the issue does."""
    name = "articles/short-news-1.vi.md"
    text = second(name).replace("section: ", f"status: {status}\nsection: ")
    built = small_site({name: text}, "--language", "en")
    assert built.code == 0, built.out
    assert f"its status is `{status}`" in built.out
    assert "[issue-article-unseen]" in built.out
    titles = page_at(built.output, "/so-bao/2023/").values(TITLES)
    assert titles == ["Tin ngắn mẫu số 2"]


def test_issue_of_drafts_alone_says_so(small_site: SmallSite) -> None:
    """An issue of which nothing can be seen yet is no dead end, and not on the front page."""
    issue = "title: {vi: Số mới, en: New issue}\ndate: 2025-05\nlead: unfinished\n"
    built = small_site({"data/issues/moi.yaml": issue})
    assert built.code == 0, built.out
    page = page_at(built.output, "/en/issues/moi/")
    assert page.text("//p[@class='empty']") == "The articles of this issue are being prepared."
    assert "New issue" not in page_at(built.output, "/en/").text("//main")


def test_article_that_vanishes_is_told_at_once(small_site: SmallSite) -> None:
    """After an edit of articles alone, an issue that names a deleted one is in error."""
    assert small_site().code == 0
    gone = dict.fromkeys(("articles/notebook-entry.en.md",))
    vi = "articles/first-exchange.vi.md"
    links = second(vi).replace("[bài chỉ có tiếng Anh](notebook-entry.en.md)", "bài khác")
    built = small_site({**gone, vi: links}, "--language", "en")
    assert built.code == 1
    assert "there is no article “notebook-entry”" in built.out


def test_pages_made_again_after_edits_of_an_issue(small_site: SmallSite) -> None:
    """A new title is on the pages of the issue's articles alone; a summary is on none."""
    before = times(small_site())
    again = times(small_site({SPRING: second(SPRING).replace("Số ví dụ này", "Số này")}))
    assert rewritten(before, again) == set()
    titled = second(SPRING).replace("vi: Số mẫu mùa xuân", "vi: Số mùa xuân")
    last = times(small_site({SPRING: titled}))
    assert rewritten(again, last) == {
        LEAD,
        "/2024/02/giao-luu-lan-hai/",
        "/2024/03/bai-mau-chi-co-tieng-viet/",
    }


def test_text_can_lead_to_an_issue(small_site: SmallSite) -> None:
    """A link that names an issue's file leads to its page in the language of the text."""
    name = "articles/second-exchange.{}.md"
    link = "\n[số ấy](../data/issues/2023.yaml)\n"
    built = small_site(
        {name.format(code): second(name.format(code)) + link for code in ("vi", "en")}
    )
    assert built.code == 0, built.out
    for address, issue in (
        ("/2024/02/giao-luu-lan-hai/", "/so-bao/2023/"),
        ("/en/2024/02/the-second-sample-exchange/", "/en/issues/2023/"),
    ):
        links = page_at(built.output, address).values("//*[contains(@class, 'prose')]//a/@href")
        assert issue in links
