"""Every page of the real site and of the second one: links, languages, metadata."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.settings import AuditSettings
from plugins.bulletin.problems.report import report
from tests.conftest import SmallSite
from tests.site.building import BASE_URL, files_of
from tests.site.pages import Page, broken_links, file_of, page_at, pages_of, parse_xml

SITEMAP = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
TEXTS = (".html", ".xml", ".txt", ".css", ".svg", ".json")
SWITCHER = "//a[contains(@class, 'switcher__link')]"


@pytest.fixture(params=["real", "second"])
def site(request: pytest.FixtureRequest) -> Path:
    """Return the output of each site in turn."""
    output: Path = request.getfixturevalue(f"{request.param}_site")
    return output


def test_links_and_anchors_lead_somewhere(site: Path) -> None:
    """Every link, picture, style and anchor of the site's own is there."""
    assert list(broken_links(site, BASE_URL)) == []


def test_audit_finds_nothing(site: Path) -> None:
    """A finished site gives neither errors nor warnings."""
    problems = audit(site, AuditSettings(base_url=BASE_URL))
    assert report(problems, "en", "text") == ""


def test_texts_are_nfc(site: Path) -> None:
    """Every text file is UTF-8 in Unicode's composed form."""
    texts = {path: raw for path, raw in files_of(site).items() if path.endswith(TEXTS)}
    loose = [
        path
        for path, raw in texts.items()
        if not unicodedata.is_normalized("NFC", raw.decode("utf-8"))
    ]
    assert texts
    assert loose == []


def test_page_has_the_language_of_its_folder(site: Path) -> None:
    """`<html lang>` is en below /en/ and vi elsewhere."""
    wrong = [page.path for page in pages_of(site) if page.root.get("lang") != page.language]
    assert wrong == []


def test_canonical_is_the_page_itself(site: Path) -> None:
    """Every page names its own whole address as canonical; one of both languages the article's."""
    for page in pages_of(site):
        wanted = BASE_URL + page.address.removeprefix("/song-ngu")
        assert page.values("//link[@rel='canonical']/@href") == [wanted]


def test_hreflang_is_reciprocal(site: Path) -> None:
    """Both versions of a page carry one table; x-default is the English version."""
    tables = {page.address: hreflang(page) for page in pages_of(site)}
    assert any(tables.values())
    for address, table in tables.items():
        if not table:
            continue
        assert set(table) == {"vi", "en", "x-default"}
        assert table["x-default"] == table["en"]
        assert BASE_URL + address in table.values()
        assert all(tables[url.removeprefix(BASE_URL)] == table for url in table.values())


def test_switcher_keeps_the_page(site: Path) -> None:
    """The switcher of a page with a counterpart leads to it, and back."""
    for page in pages_of(site):
        (link,) = page.elements(SWITCHER)
        other = {"vi": "en", "en": "vi"}[page.language]
        table = hreflang(page)
        assert (link.get("lang"), link.get("hreflang")) == (other, other)
        assert file_of(site, link.get("href", ""))
        if table:
            assert BASE_URL + link.get("href", "") == table[other]


def test_switcher_of_a_page_without_counterpart(second_site: Path) -> None:
    """The switcher tells that there is no other version and leads to the same section."""
    page = page_at(second_site, "/2024/03/bai-mau-chi-co-tieng-viet/")
    (link,) = page.elements(SWITCHER)
    assert link.get("href") == "/en/sections/sample-news/"
    (note,) = page.elements(f"//*[@id='{link.get('aria-describedby')}']")
    assert "tiếng Anh" in note.text_content()
    assert hreflang(page) == {}


def test_sitemap_lists_the_indexed_pages(site: Path) -> None:
    """The sitemap names each page for search engines once, with the table of its head."""
    root = parse_xml(site / "sitemap.xml")
    listed = {
        entry.findtext("s:loc", namespaces=SITEMAP): {
            str(row.get("hreflang")): str(row.get("href"))
            for row in entry.findall("x:link", namespaces=SITEMAP)
        }
        for entry in root
    }
    indexed = {
        BASE_URL + page.address: hreflang(page)
        for page in pages_of(site)
        if "noindex" not in page.values("//meta[@name='robots']/@content")
    }
    assert listed == indexed
    assert len(root) == len(listed)


def test_sitemap_leaves_out_what_is_hidden(second_site: Path) -> None:
    """Hidden texts and the pages for wrong addresses are not for search engines."""
    sitemap = (second_site / "sitemap.xml").read_text(encoding="utf-8")
    for part in ("khong-niem-yet", "trang-an", "404"):
        assert part not in sitemap


def test_robots_names_the_sitemap(site: Path) -> None:
    """`robots.txt` allows all and gives the sitemap's whole address."""
    lines = (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    named = [f"Sitemap: {BASE_URL}/{name}" for name in ("sitemap.xml", "sitemap-news.xml")]
    assert lines == ["User-agent: *", "Allow: /", "", *named]


@pytest.mark.parametrize(("path", "home"), [("404.html", "/"), ("en/404.html", "/en/")])
def test_page_for_wrong_addresses(second_site: Path, path: str, home: str) -> None:
    """Each language has its 404 page, not indexed, whose links hold at any address."""
    page = next(page for page in pages_of(second_site) if page.path == path)
    assert page.values("//meta[@name='robots']/@content") == ["noindex"]
    assert home in page.values("//main//a/@href")
    urls = page.values("//a/@href | //link/@href | //img/@src")
    assert all(url.startswith(("/", "#", "http")) for url in urls)


# Texts that are the same in both languages on purpose.
SAME = re.compile(r"[\W\d]*|CC BY 4\.0|GMT\+7|.*\d{2}/\d{2}/\d{4}( GMT\+7)?|404")


def test_interface_speaks_the_pages_language(site: Path) -> None:
    """No word of the interface stands on a Vietnamese page as it stands on its English version."""
    versions = {page.address: page for page in pages_of(site)}
    checked = 0
    for page in versions.values():
        other = hreflang(page).get("en", "").removeprefix(BASE_URL)
        if page.language == "en" or not other:
            continue
        both = interface(page) & interface(versions[other])
        assert [text for text in sorted(both) if not SAME.fullmatch(text)] == [], page.path
        checked += 1
    assert checked > 5


def interface(page: Page) -> set[str]:
    """Return the texts of a page's frame: what editors wrote about a matter is left out."""
    frame = page.values(
        "//header[1]//text()[not(ancestor::*[@lang or @class='masthead__publisher'])] | "
        "//head//title/text() | //nav[@aria-label]/@aria-label | "
        "//ol[@class='breadcrumb__list']/li[position() < last()]//a/text() | "
        "//body/footer//text() | //main//*[contains(@class, 'label')]//text()"
    )
    return {" ".join(text.split()) for text in frame if text.strip()}


def test_names_in_other_languages_are_marked(second_site: Path) -> None:
    """A partner's own name carries the language of its country, the other name its own."""
    page = page_at(second_site, "/en/partners/duong-mau/")
    marked = {item.text_content(): item.get("lang") for item in page.elements("//main//*[@lang]")}
    assert marked["ຕົວຢ່າງ"] == "lo"
    assert marked["Đường Mẫu"] == "vi"


def test_foreign_texts_are_marked(second_site: Path) -> None:
    """Titles and summaries in the other language carry `lang` wherever they stand."""
    title = "Bài mẫu chỉ có tiếng Việt"
    for page in pages_of(second_site):
        if page.language == "vi":
            continue
        holders = page.elements(f"//body//*[text()[contains(., '{title}')]]")
        assert all(item.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["vi"] for item in holders)


def test_lists_take_pages(second_site: Path) -> None:
    """A long list is cut into pages in order, each item once, at /trang/N/ and /page/N/."""
    for base, word in (("/chuyen-muc/tin-mau/", "trang"), ("/en/sections/sample-news/", "page")):
        parts = [base, f"{base}{word}/2/", f"{base}{word}/3/"]
        titles = [
            page_at(second_site, part).values("//main//*[@class='card__link']/@href")
            for part in parts
        ]
        assert [len(part) for part in titles] == [2, 2, 1]
        flat = [title for part in titles for title in part]
        assert len(set(flat)) == len(flat)
    assert "page 2" in page_at(second_site, "/en/sections/sample-news/page/2/").text("//title")


def test_dates_are_machine_readable(second_site: Path) -> None:
    """A date says what is known and no more: a minute, a day, or a month."""
    article = page_at(second_site, "/2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/")
    assert "2023-08-17T16:37+07:00" in article.values("//time/@datetime")
    assert "16:37 | 17/08/2023 GMT+7" in article.text("//main")
    plain = page_at(second_site, "/2024/02/giao-luu-lan-hai/")
    assert "2024-02-29" in plain.values("//time/@datetime")
    partner = page_at(second_site, "/en/partners/duong-mau/")
    assert {"2003-05", "1962-09"} <= set(partner.values("//time/@datetime"))


def test_drafts_show_in_previews_only(small_site: SmallSite, second_site: Path) -> None:
    """With drafts, texts that are not published are there, marked and not indexed."""
    preview = small_site({}, "--drafts")
    assert preview.code == 0
    added = set(preview.files()) - set(files_of(second_site))
    assert added == {
        "2024/04/ban-nhap-mau-bi-mat/index.html",
        "en/2024/04/a-secret-sample-draft/index.html",
        "song-ngu/2024/04/ban-nhap-mau-bi-mat/index.html",
        "trang-nhap-mau/index.html",
    }
    pages = [page for page in pages_of(preview.output) if page.path in added]
    for page in pages:
        assert page.elements("//*[@data-draft]")
        assert page.values("//meta[@name='robots']/@content") == ["noindex"]
    assert "Bản nháp mẫu bí mật" in page_at(preview.output, "/luu-tru/").text()
    problems = audit(preview.output, AuditSettings(base_url=BASE_URL))
    assert {problem.rule.id for problem in problems} == {"output-draft"}


def hreflang(page: Page) -> dict[str, str]:
    """Return a page's table of languages and addresses."""
    rows = page.elements("//link[@rel='alternate'][@hreflang]")
    return {str(row.get("hreflang")): str(row.get("href")) for row in rows}
