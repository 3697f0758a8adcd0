"""What other machines are told of an article, and that no title breaks it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.settings import AuditSettings
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.render.sitemap import Spot, shares, sitemap, sitemap_index
from tests.building.places import differences, make_site, told
from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT
from tests.site.pages import Page, pages_of, read_page

HOST = "https://bulletin.example"
VI = "2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/index.html"
EN = "en/2023/08/the-first-sample-exchange-with-example-rapids/index.html"
SECOND = "content/articles/second-exchange.vi.md"
HOSTILE = "Tin </script><script>alert(1)</script> ]]> &amp; <b> \\\" ' -->"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
CAME = datetime(2024, 2, 28, 17, 0, tzinfo=UTC)  # of the second exchange, in the site's zone


def article_of(page: Page) -> dict[str, Any]:
    """Return what a page's block says of its article."""
    [text] = page.values("//script[@type='application/ld+json']/text()")
    [node] = [node for node in json.loads(text)["@graph"] if node["@type"] == "NewsArticle"]
    found: dict[str, Any] = node
    return found


def meta(page: Page, name: str) -> list[str]:
    """Return what Open Graph says of a page."""
    return page.values(f"//meta[@property='{name}']/@content")


def test_both_languages_name_each_other(second_site: Path) -> None:
    """The original has its translation, the translation its original, by address and language."""
    original, translation = (article_of(read_page(second_site, path)) for path in (VI, EN))
    assert original["workTranslation"]["@id"] == translation["@id"]
    assert translation["translationOfWork"]["@id"] == original["@id"]
    assert original["workTranslation"]["inLanguage"] == translation["inLanguage"] == "en"
    assert "translationOfWork" not in original
    assert "workTranslation" not in translation


def test_people_and_dates_are_those_of_the_page(real_site: Path) -> None:
    """Authors, dates and language are what visitors read; the editors are no person."""
    articles = [page for page in pages_of(real_site) if meta(page, "og:type") == ["article"]]
    indexed = [page for page in articles if not page.values("//meta[@name='robots']")]
    assert len(indexed) > 20
    for page in indexed:
        node = article_of(page)
        assert node["headline"] == page.elements("//h1")[0].text_content().strip()
        assert [node["datePublished"]] == meta(page, "article:published_time")
        assert node["inLanguage"] == page.language
        names = page.values("//*[contains(@class, 'p-author')]/text()")
        assert [author["name"] for author in node["author"]] == names
        links = page.values("//*[contains(@class, 'p-author')]/@href")
        assert [author["url"] for author in node["author"]] == [HOST + link for link in links]
        boards = {"Ban Biên tập", "Editorial Board"}
        for author in node["author"]:
            assert (author["@type"] == "Organization") == (author["name"] in boards)
        assert page.values("//*[contains(@class, 'dt-published')]/@datetime") == [
            node["datePublished"]
        ]


def test_open_graph_tells_languages_and_pictures(real_site: Path, second_site: Path) -> None:
    """Pairs name the other locale; a picture has its size and words, and is no drawing."""
    for page in (*pages_of(real_site), *pages_of(second_site)):
        if not meta(page, "og:type"):
            continue  # a page at an old address
        own, other = ("vi_VN", "en_GB") if page.root.get("lang") == "vi" else ("en_GB", "vi_VN")
        has_pair = bool(page.values("//link[@rel='alternate'][@hreflang][not(@type)]"))
        assert meta(page, "og:locale") == [own]
        assert meta(page, "og:locale:alternate") == ([other] if has_pair else [])
        for url in meta(page, "og:image"):
            assert url.startswith(HOST)
            assert url.endswith((".jpg", ".png"))
            assert all(int(meta(page, f"og:image:{side}")[0]) > 0 for side in ("width", "height"))


def test_links_tell_where_they_lead(real_site: Path, second_site: Path) -> None:
    """Links to other hosts are external, the licence is named, the other language is marked."""
    for page in (*pages_of(real_site), *pages_of(second_site)):
        if page.values("//meta[@http-equiv='refresh']"):
            continue
        assert page.values("//link[@rel='license']/@href")
        for link in page.elements("//a[starts-with(@href, 'http')]"):
            if urlsplit(str(link.get("href"))).netloc != urlsplit(HOST).netloc:
                assert "external" in str(link.get("rel")).split(), (page.path, link.get("href"))
        for link in page.elements("//main//a[starts-with(@href, '/en/')]"):
            around = link.xpath("ancestor::*[@lang][1]/@lang")
            if around == ["vi"]:
                assert link.get("hreflang") == "en", (page.path, link.get("href"))


def test_hostile_title_stays_a_title(small_site: SmallSite) -> None:
    """A title ends no element, attribute, script or feed, in whatever it is printed."""
    name = "articles/second-exchange.vi.md"
    text = (SECOND_CONTENT / name).read_text("utf-8")
    hostile = text.replace("title: Buổi giao lưu mẫu thứ hai", f'title: "{HOSTILE}"')
    built = small_site({name: hostile.replace("date: 2024-02-29", "date: 2025-12-31")})
    assert built.code == 0, built.out
    title = HOSTILE.replace('\\"', '"')
    page = read_page(built.output, "2025/12/giao-luu-lan-hai/index.html")
    assert article_of(page)["headline"] == title
    assert meta(page, "og:title") == [title]
    assert not [
        script for script in page.elements("//script") if "alert" in (script.text or "")[:9]
    ]
    news = etree.fromstring((built.output / "sitemap-news.xml").read_bytes())
    assert next(node.text for node in news.iter(f"{NEWS}title")) == title
    assert audit(built.output, AuditSettings(base_url=HOST)) == []


def test_news_are_of_two_days(tmp_path: Path) -> None:
    """Articles come into the news sitemap when they come, and go two days after."""
    site = make_site(tmp_path)
    site.write({"content/data/issues/mua-xuan-2024.yaml": None})  # it came later
    tick = timedelta(seconds=1)
    moments = [CAME - tick, CAME, CAME + timedelta(days=2) - tick, CAME + timedelta(days=2), CAME]
    for now, count in zip(moments, (0, 2, 2, 0, 2), strict=True):
        done = site.build(now=now)
        clean, tree = site.clean(now=now)
        assert (done.is_refused, told(done)) == (clean.is_refused, told(clean))
        if done.is_refused:
            raise AssertionError(told(done))
        assert differences(site.tree(), tree) == {}
        root = etree.fromstring((site.live / "sitemap-news.xml").read_bytes())
        assert len(root.findall(f"{MAP}url")) == count
        again = site.build(now=now)
        assert (again.written, again.removed) == (0, 0)


def test_long_sitemap_is_split(tmp_path: Path) -> None:
    """No sitemap has more pages than search engines take, and the index names all of them."""
    settings = RenderSettings(Path(), Path(), HOST, CAME)
    spots = [Spot("vi", {"vi": f"/{number:05}/"}) for number in range(7)]
    assert [(path, len(share)) for path, share in shares(spots, 3)] == [
        *(("sitemap-1.xml", 3), ("sitemap-2.xml", 3), ("sitemap-3.xml", 1))
    ]
    assert shares(spots, 7)[0][0] == "sitemap.xml"
    found = []
    for _path, share in shares(reversed(spots), 3):
        raw = sitemap(share, settings)
        found += [node.text for node in etree.fromstring(raw).iter(f"{MAP}loc")]
    assert found == [f"{HOST}{spot.address}" for spot in spots]
    index = etree.fromstring(sitemap_index([path for path, _ in shares(spots, 3)], settings))
    assert [node.text for node in index.iter(f"{MAP}loc")] == [
        f"{HOST}/sitemap-{number}.xml" for number in (1, 2, 3)
    ]
    (tmp_path / "index.html").write_text('<html lang="vi"><title>a</title></html>', "utf-8")
    (tmp_path / "sitemap.xml").write_bytes(sitemap_index(["sitemap-1.xml"], settings))
    missing = [p for p in audit(tmp_path, AuditSettings(base_url=HOST)) if "asset" in p.rule.id]
    assert [dict(problem.details)["url"] for problem in missing] == [f"{HOST}/sitemap-1.xml"]
