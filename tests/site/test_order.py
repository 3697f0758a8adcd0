"""Order: every list of names on a whole site stands in the order of the page's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import SmallSite
from tests.site.pages import page_at

# Vietnamese name, English name; below they stand in the order of each language.
NAMES = {
    "duc": ("Đức", "Duchy"),
    "da-lat": ("Đà Lạt", "Dalat"),
    "dua": ("Dứa", "Zebra Hill"),
    "an": ("An", "Oak"),
    "anh": ("Ánh", "Newark"),
    "a-chau": ("Á Châu", "New York"),
    "zagreb": ("Zagreb", "Ångström"),
    "em": ("Em", "Eden"),
}
VIETNAMESE = ["Á Châu", "An", "Ánh", "Dứa", "Đà Lạt", "Đức", "Em", "Zagreb"]
ENGLISH = ["Ångström", "Dalat", "Duchy", "Eden", "New York", "Newark", "Oak", "Zebra Hill"]

PARTNER = """name: {{vi: {0}, en: {1}}}
country: LA
kind: city
position: {{lat: {2}, lon: 102.6}}
relations: []
"""
ALIASES = "aliases: {vi: [Zeta, Đanuýp, Dao, Âu], en: [Zeta, Newbury, New Yard]}\n"
TOPIC = """- id: {0}
  name: {{vi: {1}, en: {2}}}
  description: {{vi: Một chủ đề., en: A topic.}}
"""
ORIGINAL = """---
title: Thứ tự
date: 2024-05-01
section: news
summary: Một bản tóm tắt vừa đủ dài cho một bài viết dùng để thử thứ tự.
topics: [{0}]
partners: [{0}]
---
Thân bài.
"""
TRANSLATION = """---
title: Order
summary: A summary that is just long enough for an article that tries the order.
translation: {revision: "000000"}
---
The body.
"""


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Return partners, topics and an article that names them all, in a third order."""
    ids = ", ".join(sorted(NAMES, reverse=True))
    made = {
        f"data/partners/{key}.yaml": PARTNER.format(*names, 15 + row)
        for row, (key, names) in enumerate(NAMES.items())
    }
    made["data/partners/an.yaml"] += ALIASES
    made["data/partners/mau-thu-hai.yaml"] = PARTNER.format("Mẫu", "Sample", 14)
    made["data/topics.yaml"] = "".join(TOPIC.format(key, *NAMES[key]) for key in sorted(NAMES))
    made["data/topics.yaml"] += TOPIC.format("exchange", "Giao lưu", "Xchange")
    made["articles/order.vi.md"] = ORIGINAL.format(ids)
    made["articles/order.en.md"] = TRANSLATION
    return made


@pytest.fixture
def site(small_site: SmallSite, files: dict[str, str]) -> Path:
    """Build the site of these."""
    built = small_site(files)
    assert built.code == 0, built.out
    return built.output


def test_every_list_of_names_is_in_the_pages_order(site: Path) -> None:
    """Topics and partners of an article, other topics, the directory, other names: each is so."""
    for root, expected in (("/", VIETNAMESE), ("/en/", ENGLISH)):
        slug = "2024/05/thu-tu/" if root == "/" else "2024/05/order/"
        article = page_at(site, root + slug)
        for kind in ("topics", "partners"):
            assert article.values(f"//*[contains(@class, 'tags--{kind}')]//a/text()") == expected
        topic = "chu-de/giao-luu/" if root == "/" else "topics/xchange/"
        others = page_at(site, root + topic)
        assert others.values("//*[contains(@class, 'tags--siblings')]//a/text()") == expected
        directory = page_at(site, root + ("doi-tac/" if root == "/" else "partners/"))
        listed = directory.values("//th[@class='directory__name']/a/text()")
        assert [name for name in listed if name in expected] == expected


def test_neighbours_of_a_partner_follow_the_directory(site: Path) -> None:
    """Previous and next on a city's page are those beside it in the directory."""
    for root in ("/doi-tac/", "/en/partners/"):
        rows = page_at(site, root).elements("//th[@class='directory__name']/a")
        names = [row.text for row in rows]
        assert len(names) == len(NAMES) + 2
        for at, row in enumerate(rows):
            page = page_at(site, row.get("href", ""))
            for side, near in (("previous", names[:at][-1:]), ("next", names[at + 1 : at + 2])):
                item = f"//*[contains(@class, 'neighbours__item--{side}')]"
                assert page.values(f"{item}//a/text()") == near


def test_other_names_of_a_partner_are_in_order(site: Path) -> None:
    """Names in use beside the first one stand in the page's order."""
    xpath = "//*[@class='facts__item'][1]/dd/text()"
    vietnamese = page_at(site, "/doi-tac/an/").values(xpath)
    english = page_at(site, "/en/partners/an/").values(xpath)
    assert vietnamese == ["Âu", "Dao", "Đanuýp", "Zeta"]
    assert english == ["New Yard", "Newbury", "Zeta"]


def test_sections_keep_the_editors_order(site: Path) -> None:
    """Sections stand everywhere in the order of their file, in both languages."""
    for root, expected in (("/", ["Tin mẫu", "Ghi chép"]), ("/en/", ["Sample news", "Notes"])):
        page = page_at(site, root)
        links = page.values("//footer//a/text()")
        assert [text.strip() for text in links if text.strip() in expected] == expected


def test_archive_is_newest_first_with_names_of_months(site: Path) -> None:
    """The archive goes by time alone, and its months are named in the page's language."""
    for root, month in (("/luu-tru/", "Tháng 5"), ("/en/archive/", "May")):
        page = page_at(site, root)
        days = page.values("//main//time/@datetime")
        assert days == sorted(days, reverse=True)
        assert month in page.text("//main")
