"""Related articles on the pages of a built site, and what makes such a page again."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT, Built
from tests.site.pages import page_at, pages_of

LINKS = "//section[@class='related']//*[contains(@class, 'card__link')]"
FIRST = "/2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/"
SECOND = "/2024/02/giao-luu-lan-hai/"


def second(name: str) -> str:
    """Return an article of the second bulletin."""
    return (SECOND_CONTENT / "articles" / name).read_text(encoding="utf-8")


def times(built: Built) -> dict[str, int]:
    """Return when each article's page was written, by its address."""
    assert built.code == 0, built.out
    found = built.output.glob("**/20*/*/*/index.html")
    return {f"/{path.parent.relative_to(built.output)}/": path.stat().st_mtime_ns for path in found}


def rewritten(before: dict[str, int], after: dict[str, int]) -> set[str]:
    """Return the addresses of pages that were written again."""
    return {
        address for address in before.keys() & after.keys() if before[address] != after[address]
    }


def test_related_articles_are_of_the_pages_language(real_site: Path) -> None:
    """In the real site nearly every article has related ones: others, listed, in its language."""
    articles = [
        page
        for page in pages_of(real_site)
        if page.elements("//article[contains(@class, 'article ')]")
    ]
    with_some = [page for page in articles if page.values(f"{LINKS}/@href")]
    assert len(with_some) > len(articles) * 0.9
    for page in with_some:
        urls = page.values(f"{LINKS}/@href")
        assert page.address not in urls
        assert 0 < len(set(urls)) == len(urls) <= 3
        for url in urls:
            other = page_at(real_site, url)
            assert other.language == page.language
            assert not other.values("//meta[@name='robots']/@content")


def test_drafts_are_not_related_in_a_preview(small_site: SmallSite) -> None:
    """A preview has drafts' pages, but no article leads to one as related."""
    built = small_site({}, "--drafts")
    assert built.code == 0, built.out
    urls = {url for page in pages_of(built.output) for url in page.values(f"{LINKS}/@href")}
    assert urls
    drafts = {page.address for page in pages_of(built.output) if page.elements("//*[@data-draft]")}
    assert drafts
    assert not urls & drafts


def test_edit_of_a_text_makes_no_other_article_again(small_site: SmallSite) -> None:
    """New words in an article's text touch its own pages; a new title those that show it too."""
    before = times(small_site({}))
    name = "second-exchange.vi.md"
    text = second(name) + "\nMột câu nữa.\n"
    edited = times(small_site({f"articles/{name}": text}))
    assert rewritten(before, edited) == {SECOND, "/song-ngu" + SECOND}
    titled = text.replace("title: ", "title: Mới, ", 1)
    built = small_site({f"articles/{name}": titled})
    assert FIRST in rewritten(edited, times(built))
    assert any(
        title.startswith("Mới, ")
        for title in page_at(built.output, FIRST).values(f"{LINKS}/text()")
    )
