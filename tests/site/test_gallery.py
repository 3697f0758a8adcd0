"""Multimedia on a built site: what articles show, by kind, and where nothing is shown."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import SmallSite
from tests.pictures.drawing import camera_jpeg, halves
from tests.site.building import BASE_URL, SECOND_CONTENT
from tests.site.media import SHOWN, TITLES, with_media
from tests.site.pages import broken_links, page_at

LINKS = "//*[contains(@class, 'tile__link')]"
ARTICLE = "/en/2023/08/the-first-sample-exchange-with-example-rapids/"
NOTE = "articles/notebook-entry.en.md"


def with_photographs() -> dict[str, str | bytes | None]:
    """Return an English article that shows one photograph twice and another once."""
    text = (SECOND_CONTENT / NOTE).read_text(encoding="utf-8")
    pictures = "".join(f"\n\n![{name}.](../images/{name}.jpg)" for name in ("one", "two", "one"))
    return {
        NOTE: f"{text}{pictures}\n",
        "images/one.jpg": camera_jpeg(halves((660, 400))),
        "images/two.jpg": camera_jpeg(halves((400, 660))),
    }


def test_each_kind_has_its_list(small_site: SmallSite) -> None:
    """A video and an infographic stand each in its list and lead to their place in the article."""
    built = small_site(with_media())
    assert built.code == 0, built.out
    for kind, title, place in (
        ("videos", TITLES["en"], "media_1"),
        ("infographics", SHOWN["en"], "media_2"),
    ):
        page = page_at(built.output, f"/en/multimedia/{kind}/")
        assert page.values(f"{LINKS}/text()") == [title]
        assert page.values(f"{LINKS}/@href") == [f"{ARTICLE}#{place}"]
    assert list(broken_links(built.output, BASE_URL)) == []
    front = page_at(built.output, "/en/multimedia/")
    assert front.values(f"{LINKS}/text()") == [TITLES["en"], SHOWN["en"]]
    assert "4:32" in front.text("//main")


def test_nothing_of_a_video_is_asked_elsewhere(small_site: SmallSite) -> None:
    """A tile shows the poster that lies on the site, and leads to the article, not to the host."""
    built = small_site(with_media())
    page = page_at(built.output, "/en/multimedia/videos/")
    assert page.values("//main//@src | //main//@srcset | //main//@href") != []
    assert not re.search("youtu", " ".join(page.values("//main//@*")))


def test_photographs_are_counted_once_each(small_site: SmallSite) -> None:
    """An article with photographs stands once, with how many there are, marked by its language."""
    built = small_site(with_photographs())
    assert built.code == 0, built.out
    page = page_at(built.output, "/da-phuong-tien/anh/")
    assert page.values(f"{LINKS}/@href") == ["/en/2024/01/a-sample-note-in-english-only/"]
    assert page.values(f"{LINKS}/@lang") == ["en"]
    assert "2 ảnh" in page.text("//main")
    assert "Bằng tiếng Anh" in page.text("//main")
    assert page.values("//*[@class='tile__image']/@alt") == ["one."]


def test_draft_and_hidden_show_nothing(small_site: SmallSite) -> None:
    """What a draft or hidden article shows is in no list."""
    files = with_photographs()
    text = files[NOTE]
    assert isinstance(text, str)
    for status in ("draft", "hidden"):
        changed = text.replace("section: ", f"status: {status}\nsection: ", 1)
        vi = "articles/first-exchange.vi.md"
        links = (
            (SECOND_CONTENT / vi)
            .read_text(encoding="utf-8")
            .replace("[bài chỉ có tiếng Anh](notebook-entry.en.md)", "bài khác")
        )
        built = small_site({**files, NOTE: changed, vi: links})
        assert built.code == 0, built.out
        page = page_at(built.output, "/en/multimedia/photographs/")
        assert page.text("//p[@class='empty']") == "No article has photographs yet."


def test_lists_of_another_length_are_no_pair(small_site: SmallSite) -> None:
    """Where one language has more pages of a kind, the last has no counterpart."""
    block = "\n```infographic\nimage: ../images/bridge.svg\ntitle: {}\ndescription: Lời.\n```\n"
    name = "articles/chi-tieng-viet.vi.md"
    text = (SECOND_CONTENT / name).read_text(encoding="utf-8")
    pair = "articles/second-exchange.vi.md"
    paired = (SECOND_CONTENT / pair).read_text(encoding="utf-8")
    many = "".join(block.format(f"Số {number}") for number in range(20))
    built = small_site({name: text + many, pair: paired + many})
    assert built.code == 0, built.out
    first = page_at(built.output, "/da-phuong-tien/do-hoa/")
    assert len(first.values("//link[@hreflang]/@href")) == 3
    second = page_at(built.output, "/da-phuong-tien/do-hoa/trang/2/")
    assert second.values("//link[@hreflang]/@href") == []
    assert second.values("//a[@class='switcher__link']/@href") == ["/en/multimedia/infographics/"]
    assert not (built.output / "en/multimedia/infographics/page/2").exists()


def test_site_without_media_says_so(second_site: Path) -> None:
    """Where no article has any, the front says so and the footer does not lead there."""
    page = page_at(second_site, "/en/multimedia/")
    assert page.text("//p[@class='empty']").startswith("No article has a video")
    assert page_at(second_site, "/en/").values("//a[contains(@href, 'multimedia')]") == []
