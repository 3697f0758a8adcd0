"""Golden files: what the second bulletin looks like, page by page. Read the diff, then update."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.conftest import SmallSite
from tests.site.test_builds import FAULTY

PAGES = {
    "home": "index.html",
    "home-en": "en/index.html",
    "article": "2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/index.html",
    "article-en": "en/2023/08/the-first-sample-exchange-with-example-rapids/index.html",
    "sides": "song-ngu/2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/index.html",
    "article-alone": "2024/03/bai-mau-chi-co-tieng-viet/index.html",
    "article-alone-en": "en/2024/01/a-sample-note-in-english-only/index.html",
    "list": "chuyen-muc/tin-mau/trang/2/index.html",
    "list-en": "en/sections/sample-news/page/2/index.html",
    "list-empty-en": "en/topics/nothing-yet/index.html",
    "archive": "luu-tru/index.html",
    "archive-en": "en/archive/index.html",
    "archive-year": "luu-tru/2024/index.html",
    "archive-year-en": "en/archive/2024/index.html",
    "issues": "so-bao/index.html",
    "issues-en": "en/issues/index.html",
    "issue": "so-bao/mua-xuan-2024/index.html",
    "issue-en": "en/issues/mua-xuan-2024/index.html",
    "issue-bare": "so-bao/2023/index.html",
    "multimedia": "da-phuong-tien/index.html",
    "multimedia-en": "en/multimedia/index.html",
    "media-empty-en": "en/multimedia/videos/index.html",
    "partners": "doi-tac/index.html",
    "partners-en": "en/partners/index.html",
    "partner": "doi-tac/duong-mau/index.html",
    "partner-en": "en/partners/duong-mau/index.html",
    "data": "data/index.html",
    "data-en": "en/data/index.html",
    "anniversaries": "ky-niem/index.html",
    "anniversaries-en": "en/anniversaries/index.html",
    "associations": "hoi-thanh-vien/index.html",
    "associations-en": "en/associations/index.html",
    "association": "hoi-thanh-vien/lao-mau/index.html",
    "association-en": "en/associations/lao-mau/index.html",
    "association-bare": "hoi-thanh-vien/phap-mau/index.html",
    "documents": "van-ban/index.html",
    "documents-en": "en/documents/index.html",
    "document": "van-ban/ke-hoach-mau/index.html",
    "document-en": "en/documents/ke-hoach-mau/index.html",
    "document-undated-en": "en/documents/chua-ro-ngay/index.html",
    "page": "gioi-thieu-ban-tin-mau/index.html",
    "page-en": "en/about-the-sample-bulletin/index.html",
    "404": "404.html",
    "404-en": "en/404.html",
}
DATA = {
    "feed": "feeds/atom.xml",
    "feed-en": "en/feeds/atom.xml",
    "sitemap": "sitemap.xml",
}
_DIGEST = re.compile(r"(/theme/[a-z0-9-]+)\.[0-9a-f]{8}\.")


class HtmlFile(SingleFileSnapshotExtension):
    """One golden file a page."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


class XmlFile(HtmlFile):
    """One golden file a feed or sitemap."""

    file_extension = "xml"


class CalendarFile(HtmlFile):
    """One golden file a calendar."""

    file_extension = "ics"


class TextFile(HtmlFile):
    """One golden file a report."""

    file_extension = "txt"


def steady(site: Path, path: str) -> str:
    """Return a file without the digests of styles and icons, which change with every rule."""
    return _DIGEST.sub(r"\1.DIGEST.", (site / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_page(second_site: Path, snapshot: SnapshotAssertion, name: str) -> None:
    """Every template makes the accepted page, in both languages."""
    assert steady(second_site, PAGES[name]) == snapshot(extension_class=HtmlFile)


@pytest.mark.parametrize("name", DATA)
def test_data(second_site: Path, snapshot: SnapshotAssertion, name: str) -> None:
    """Feeds and the sitemap are the accepted ones."""
    assert steady(second_site, DATA[name]) == snapshot(extension_class=XmlFile)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_calendar(second_site: Path, snapshot: SnapshotAssertion, language: str) -> None:
    """Calendars are the accepted ones; how their lines end is tested where they are made."""
    path = f"{'en/' if language == 'en' else ''}data/anniversaries.ics"
    assert steady(second_site, path) == snapshot(extension_class=CalendarFile)


def test_robots(second_site: Path, snapshot: SnapshotAssertion) -> None:
    """`robots.txt` is the accepted one."""
    assert steady(second_site, "robots.txt") == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("form", ["text", "github", "json"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_report(
    small_site: SmallSite, snapshot: SnapshotAssertion, form: str, language: str
) -> None:
    """A whole report of problems is the accepted one, in both languages and every format."""
    told = small_site(FAULTY, "--format", form, "--language", language).out
    assert told == snapshot(extension_class=TextFile)
