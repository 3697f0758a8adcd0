"""Associations and documents: their lists and pages, and the links to them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT
from tests.site.pages import read_page

ROWS = "//*[contains(@class, 'register__title')]/a"


def hrefs(site: Path, path: str, xpath: str) -> list[str]:
    """Return the addresses that some links of a page lead to, in order."""
    return read_page(site, path).values(f"{xpath}/@href")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("hoi-thanh-vien/", ["lao-mau", "phap-mau"]),
        ("en/associations/", ["phap-mau", "lao-mau"]),
        ("van-ban/", ["ke-hoach-mau", "nghi-quyet-mau", "chua-ro-ngay"]),
        ("en/documents/", ["ke-hoach-mau", "nghi-quyet-mau", "chua-ro-ngay"]),
    ],
)
def test_order_of_lists(second_site: Path, path: str, expected: list[str]) -> None:
    """Associations stand by their countries' names, documents newest first, undated last."""
    found = hrefs(second_site, f"{path}index.html", ROWS)
    assert found == [f"/{path}{identity}/" for identity in expected]


def test_real_associations_in_vietnamese_order(real_site: Path) -> None:
    """Đức stands after Cuba and before Hoa Kỳ, as in a Vietnamese dictionary."""
    page = read_page(real_site, "hoi-thanh-vien/index.html")
    marks = [
        " ".join(mark.text_content().split())
        for mark in page.elements("//p[@class='register__mark']")
    ]
    assert len(marks) == 14
    assert marks.index("Cuba") < marks.index("Đức") < marks.index("Hoa Kỳ") < marks.index("Lào")


def test_association_shows_what_relates_to_it(second_site: Path) -> None:
    """Its page leads to partners in its country and to articles, and tells facts by date."""
    path = "hoi-thanh-vien/lao-mau/index.html"
    partners = hrefs(second_site, path, "//a[@class='record__partner']")
    assert partners == ["/doi-tac/duong-mau/"]
    assert hrefs(second_site, path, "//a[@class='card__link']") == [
        "/2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/"
    ]
    dates = read_page(second_site, path).values("//ol[@class='chronicle']//time/@datetime")
    assert dates == ["2001-05-19", "2011"]


def test_document_shows_what_relates_to_it(second_site: Path) -> None:
    """Its page leads to the partner of the relation that names it, articles and other papers."""
    path = "en/documents/ke-hoach-mau/index.html"
    place = "//p[contains(@class, 'chronicle__place')]/a"
    assert hrefs(second_site, path, place) == ["/en/partners/duong-mau/"]
    assert hrefs(second_site, path, "//a[@class='card__link']") == [
        "/en/2023/08/the-first-sample-exchange-with-example-rapids/"
    ]
    assert hrefs(second_site, path, ROWS) == ["/en/documents/nghi-quyet-mau/"]
    facts = read_page(second_site, path).text("//dl[@class='facts']")
    assert "7/KH-LHM" in facts
    assert "21 April 2003" in facts


def test_document_leads_to_the_association_of_a_fact(second_site: Path) -> None:
    """A dated fact of an association that names a document stands on the document's page."""
    page = read_page(second_site, "van-ban/nghi-quyet-mau/index.html")
    place = page.values("//p[contains(@class, 'chronicle__place')]/a/@href")
    assert place == ["/hoi-thanh-vien/lao-mau/"]
    assert "Đại hội thành lập mẫu." in page.text("//ol[@class='chronicle']")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("van-ban/nghi-quyet-mau/", "năm 2003"),
        ("en/documents/chua-ro-ngay/", "Date not known"),
        ("en/associations/lao-mau/", "May 2001"),
        ("hoi-thanh-vien/phap-mau/", "Chưa rõ thời điểm"),
    ],
)
def test_precision_is_kept(second_site: Path, path: str, expected: str) -> None:
    """A date is shown as exactly as it is known, and none is made up."""
    facts = read_page(second_site, f"{path}index.html").text("//dl[@class='facts']")
    assert expected in facts


def test_article_links_to_its_records(second_site: Path) -> None:
    """An article ends with links to the associations and documents that it names."""
    path = "2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/index.html"
    link = "//div[contains(@class, 'tags--{}')]//a"
    assert hrefs(second_site, path, link.format("associations")) == ["/hoi-thanh-vien/lao-mau/"]
    assert hrefs(second_site, path, link.format("documents")) == [
        "/van-ban/ke-hoach-mau/",
        "/van-ban/nghi-quyet-mau/",
    ]


def test_lists_without_records(small_site: SmallSite) -> None:
    """A list of nothing says so, and the footer does not lead to it."""
    built = small_site(WITHOUT)
    assert built.code == 0, built.err
    assert "Chưa có văn bản nào" in built.text("van-ban/index.html")
    assert "No association with" in built.text("en/associations/index.html")
    assert hrefs(built.output, "index.html", "//footer//a[contains(@href, 'van-ban')]") == []


def test_mentions_are_linked_where_read(small_site: SmallSite) -> None:
    """An article and its two languages side by side have the links; the feed has none."""
    built = small_site(MENTIONING)
    assert built.code == 0, built.err
    link = "//a[@class='mention']"
    assert hrefs(built.output, "2024/01/bai/index.html", link) == ["/doi-tac/song-mau/"]
    assert hrefs(built.output, "en/2024/01/piece/index.html", link) == ["/en/partners/song-mau/"]
    assert hrefs(built.output, "song-ngu/2024/01/bai/index.html", link) == [
        "/doi-tac/song-mau/",
        "/en/partners/song-mau/",
    ]
    assert "Thăm Sông Mẫu" in built.text("feeds/atom.xml")
    assert "mention" not in built.text("feeds/atom.xml")


NAMED = re.compile("^ *(associations|documents): .*\n", re.MULTILINE)
NAMING = ("articles/first-exchange.vi.md", "data/partners/duong-mau.yaml")
WITHOUT = {
    "data/documents.yaml": None,
    "data/associations/lao-mau.yaml": None,
    "data/associations/phap-mau.yaml": None,
    **{name: NAMED.sub("", (SECOND_CONTENT / name).read_text("utf-8")) for name in NAMING},
}
SUMMARY = "Một bản tóm tắt vừa đủ dài, không vi phạm quy tắc nào khác cả."
ENGLISH = "A summary that is just long enough and breaks no other rule at all."
MENTIONING = {
    "articles/bai.vi.md": (
        f"---\ntitle: Bài\ndate: 2024-01-02\nsection: news\nsummary: {SUMMARY}\n---\n"
        "Thăm Sông Mẫu, rồi Sông Mẫu.\n"
    ),
    "articles/bai.en.md": (
        f"---\ntitle: Piece\nsummary: {ENGLISH}\ntranslation: {{revision: '000000'}}\n---\n"
        "A visit to Sample River, then Sample River.\n"
    ),
    "data/partners/song-mau.yaml": (
        "name: {vi: Sông Mẫu, en: Sample River}\ncountry: LA\nkind: city\n"
        "position: {lat: 16, lon: 104}\nrelations: []\n"
    ),
}
