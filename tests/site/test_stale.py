"""Stale translations: what a visitor sees, and that builds notice every change."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.conftest import SmallSite
from tests.link.making import text, translation
from tests.site.building import SECOND_CONTENT, Built, build_here, overlay
from tests.site.pages import Page, read_page
from tests.translating.places import rewrite, run

ARTICLE = "articles/first-exchange"
PAGES = {
    "vi": "2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/index.html",
    "en": "en/2023/08/the-first-sample-exchange-with-example-rapids/index.html",
}
NOTICE = "//*[contains(@class, 'stale-notice')]"
_MARK = re.compile(r"^translation: .*$", re.MULTILINE)


def second(name: str) -> str:
    """Return a file of the second bulletin."""
    return (SECOND_CONTENT / name).read_text(encoding="utf-8")


def marked(name: str, revision: str) -> str:
    """Return a translation of the second bulletin with another revision."""
    return _MARK.sub(f'translation: {{revision: "{revision}"}}', second(name), count=1)


def notices(built: Built) -> list[str]:
    """Return the pages of the output that bear a notice."""
    assert built.code == 0, built.out
    mark = b'class="stale-notice"'
    return [name for name, raw in built.files().items() if mark in raw]


def page_of(built: Built, language: str) -> Page:
    """Return the article's page."""
    return read_page(built.output, PAGES[language])


def test_stale_translation_says_so(small_site: SmallSite) -> None:
    """The translation alone bears a notice that leads to its original."""
    built = small_site({f"{ARTICLE}.en.md": marked(f"{ARTICLE}.en.md", "3f9a1c")})
    assert notices(built) == [PAGES["en"]]
    page = page_of(built, "en")
    assert page.text(NOTICE).startswith("The Vietnamese original has changed since this translat")
    address = "/" + PAGES["vi"].removesuffix("index.html")
    assert page.values(f"{NOTICE}//a/@href") == [address]
    assert page.values(f"{NOTICE}//a/@hreflang") == ["vi"]


def test_vietnamese_translation_says_so_in_vietnamese(small_site: SmallSite) -> None:
    """Where the English text is the original, the notice stands on the Vietnamese page."""
    built = small_site(
        {
            "articles/note.en.md": text("A note.", title="Sample note", section="news"),
            "articles/note.vi.md": translation(
                "Một ghi chép.", title="Ghi chép", translation='{revision: "3f9a1c"}'
            ),
        }
    )
    assert notices(built) == ["2024/01/ghi-chep/index.html"]
    page = read_page(built.output, "2024/01/ghi-chep/index.html")
    assert page.text(NOTICE).startswith("Bản gốc tiếng Anh đã thay đổi sau khi bản dịch này")
    assert page.values(f"{NOTICE}//a/@href") == ["/en/2024/01/sample-note/"]


def test_page_says_so_too(small_site: SmallSite) -> None:
    """A page of the menu bears the same notice."""
    built = small_site({"pages/about.en.md": marked("pages/about.en.md", "3f9a1c")})
    assert notices(built) == ["en/about-the-sample-bulletin/index.html"]


def test_unconfirmed_translation_is_silent(small_site: SmallSite) -> None:
    """That nobody has confirmed a translation is the editors' business."""
    assert notices(small_site({})) == []


def test_change_of_the_original_makes_the_translation_again(tmp_path: Path) -> None:
    """A build after an edit of the original's words brings the notice; mending takes it away."""
    content, output = tmp_path / "content", tmp_path / "output"
    shutil.copytree(SECOND_CONTENT, content)
    assert run(content, "translate", "first-exchange", "--confirm").code == 0
    assert notices(build_here(content, output)) == []
    name = f"{ARTICLE}.vi.md"
    rewrite(content, "văn bản ví dụ. Bài", "văn bản\nví  dụ. Bài", name=name)
    assert notices(build_here(content, output)) == []
    rewrite(content, "Câu có chú thích", "Câu có lời chú", name=name)
    built = build_here(content, output, "--explain", PAGES["en"])
    assert notices(built) == [PAGES["en"]]
    assert "what it is about changed" in built.out
    assert "[translation-stale]" in built.out
    rewrite(content, "Câu có lời chú", "Câu có chú thích", name=name)
    built = build_here(content, output)
    assert notices(built) == []
    assert "translation-stale" not in built.out


def test_confirming_takes_the_notice_away(tmp_path: Path) -> None:
    """After a confirmation the next build has no notice and no warning."""
    content, output = tmp_path / "content", tmp_path / "output"
    overlay(SECOND_CONTENT, content, {f"{ARTICLE}.en.md": marked(f"{ARTICLE}.en.md", "3f9a1c")})
    assert notices(build_here(content, output)) == [PAGES["en"]]
    assert run(content, "translate", "first-exchange", "--confirm").code == 0
    built = build_here(content, output)
    assert notices(built) == []
    assert "warning" not in built.out
