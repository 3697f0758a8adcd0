"""Identity is data: another city's bulletin shows no trace of the first one's."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from plugins.bulletin.text.folding import fold
from tests.site.building import ROOT, files_of
from tests.site.pages import page_at, pages_of

FIRST_CITY = re.compile(r"ha[\s_-]*noi|haufo|thang[\s_-]*long|lien hiep cac to chuc")
BINARY = (".woff2", ".png", ".jpg", ".webp", ".avif", ".ttf", ".pyc", ".mo")
PACKED = b"\x1f\x8b"  # the first bytes of gzip


def traces(folder: Path) -> list[str]:
    """Name the files below a folder whose path or text names the first city, however spelled."""
    return [
        path
        for path, content in files_of(folder).items()
        if not path.endswith(BINARY)
        and FIRST_CITY.search(fold(path + "\n" + text_in(path, content)))
    ]


def text_in(path: str, content: bytes) -> str:
    """Return a file's text; that of the search index is packed, and its lists stand between."""
    if path.startswith("pagefind/") and content.startswith(PACKED):
        return gzip.decompress(content).decode("utf-8", "replace")
    return content.decode("utf-8")


def test_traces_are_found(real_site: Path) -> None:
    """The search finds the first city in its own site, so it can find it elsewhere."""
    assert "index.html" in traces(real_site)
    assert {"feeds/atom.xml", "en/index.html"} <= set(traces(real_site))


def test_second_site_has_no_trace(second_site: Path) -> None:
    """The output of a second bulletin names its own city only."""
    assert traces(second_site) == []


@pytest.mark.parametrize("folder", ["plugins", "theme"])
def test_generator_has_no_trace(folder: str) -> None:
    """Nothing in the generator and the theme knows whose bulletin it makes."""
    assert traces(ROOT / folder) == []


@pytest.mark.parametrize(
    ("address", "name", "publisher"),
    [
        ("/", "Bản tin Mẫu", "Liên hiệp mẫu thành phố Huế"),
        ("/en/", "Sample Bulletin", "Sample Union of Huế"),
    ],
)
def test_identity_comes_from_the_content(
    second_site: Path, address: str, name: str, publisher: str
) -> None:
    """Name, publisher, licence and colour are those of `data/site.yaml`."""
    page = page_at(second_site, address)
    assert page.text("//h1") == name
    assert publisher in page.text("//header")
    assert page.values("//a[@rel='external license']/@href") == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]
    assert page.values("//meta[@name='theme-color']/@content") == ["#5b2a86"]


def test_accent_is_in_the_stylesheet(second_site: Path) -> None:
    """The bulletin's colour reaches the styles, since no page may carry one of its own."""
    (style,) = (second_site / "theme").glob("site.*.css")
    assert "--accent: #5b2a86" in style.read_text(encoding="utf-8")


def test_emblem_has_the_accent(second_site: Path) -> None:
    """The emblem and the icon of the browser's tab are drawn in the bulletin's colour."""
    drawings = [*(second_site / "theme").glob("*.svg")]
    assert {path.name.split(".")[0] for path in drawings} == {"emblem", "favicon"}
    assert all("#5b2a86" in path.read_text(encoding="utf-8") for path in drawings)


def test_menu_comes_from_the_content(second_site: Path) -> None:
    """The menu of every page has the entries of `data/site.yaml` in their order."""
    papers = ("Associations", "Documents")
    wanted = {
        "vi": ["Tin mẫu", "Đối tác", "Hội", "Văn bản", "Lưu trữ", "Giới thiệu", "Hướng dẫn"],
        "en": ["Sample news", "Partners", *papers, "Archive", "About", "Guide"],
    }
    for page in pages_of(second_site):
        assert page.values("//nav[@id='menu']//a/text()") == wanted[page.language], page.path
