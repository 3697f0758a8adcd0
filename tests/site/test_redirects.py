"""Old addresses lead on: by a page, and by maps for servers."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.link import addresses
from plugins.bulletin.render.redirects import redirect_files
from plugins.bulletin.render.setting import RenderSettings
from tests.building.places import NOW
from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT, Built
from tests.site.pages import read_page

VI, EN = "articles/second-exchange.vi.md", "articles/second-exchange.en.md"
NAMING = ("articles/first-exchange.en.md", "articles/notebook-entry.en.md")  # the one above
DRAFT = "articles/unfinished.vi.md"
NEW_VI = "/2024/02/giao-luu-lan-hai/"
NEW_EN = "/en/2024/02/the-second-sample-exchange/"
OLD_VI = ("/tin/b%C3%A0i.html", "/Cu/tin.php", "/en/lac-cho/", "/2024/01/giao-luu/")
OLD_EN = ("/vi-du/",)
FILES = {
    "tin/bài.html": ("vi", NEW_VI),
    "Cu/tin.php/index.html": ("vi", NEW_VI),
    "en/lac-cho/index.html": ("vi", NEW_VI),
    "vi-du/index.html": ("en", NEW_EN),
    "2024/01/giao-luu/index.html": ("vi", NEW_VI),
    "song-ngu/2024/01/giao-luu/index.html": ("vi", f"/song-ngu{NEW_VI}"),
    "cu-gioi-thieu/index.html": ("vi", "/gioi-thieu-ban-tin-mau/"),
}


def moved() -> dict[str, str]:
    """Return texts of the second bulletin with old addresses, one title of them hostile."""
    given = {name: (SECOND_CONTENT / name).read_text("utf-8") for name in (VI, EN)}
    page = (SECOND_CONTENT / "pages/about.vi.md").read_text("utf-8")
    title = "Buổi giao lưu mẫu thứ hai"
    return {
        VI: given[VI]
        .replace("slug:", f"aliases: [{', '.join(OLD_VI)}]\nslug:")
        .replace(f"title: {title}", f"title: {title} </a><script>\"&amp;'"),
        EN: given[EN].replace("translation:", f"aliases: [{', '.join(OLD_EN)}]\ntranslation:"),
        "pages/about.vi.md": page.replace("---\n", "---\naliases: [/cu-gioi-thieu]\n", 1),
    }


@pytest.fixture
def built(small_site: SmallSite) -> Built:
    """Return the second bulletin with old addresses; its audit has nothing against them."""
    made = small_site(moved())
    assert made.code == 0, made.out
    assert "output-" not in made.out
    return made


@pytest.mark.parametrize("path", FILES)
def test_page_leads_on(built: Built, path: str) -> None:
    """The page is of the text's language, for no search engine, and has a plain link."""
    language, target = FILES[path]
    page = read_page(built.output, path)
    (refresh,) = page.root.xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == f"0; url={target}"
    assert page.root.get("lang") == language
    assert page.root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    canonical = f"https://bulletin.example{target}"
    assert page.root.xpath("//link[@rel='canonical']/@href") == [canonical]
    (link,) = page.root.xpath("//main//a")
    assert link.get("href") == target
    assert not page.root.xpath("//script")


def test_lists_and_sitemap_name_no_old_address(built: Built) -> None:
    """Nobody is sent to an old address."""
    for path, raw in built.files().items():
        if path.endswith((".html", ".xml", ".json")) and path not in FILES:
            for old in (*OLD_VI, *OLD_EN, "/cu-gioi-thieu"):
                assert f'{old}"'.encode() not in raw
                assert f"{old}<".encode() not in raw


def test_maps_for_servers(built: Built) -> None:
    """Both maps have every old address, as it is asked for, and the present one."""
    head, *rows = built.text("_redirects").splitlines()
    assert head.startswith("#")
    found = {row.split(" ")[0]: row.split(" ")[1:] for row in rows}
    wanted = {quote(f"/{path}".removesuffix("index.html")): to for path, (_, to) in FILES.items()}
    assert found == {old: [to, "301"] for old, to in wanted.items()}
    nginx = built.text("redirects.map").splitlines()[1:]
    assert [f'"{unquote(old)}" "{to}";' for old, (to, _) in found.items()] == nginx


def test_withdrawn_translation_leaves_an_address(small_site: SmallSite) -> None:
    """Where an article stood side by side may lead to it, once it does not stand there."""
    text = (SECOND_CONTENT / VI).read_text("utf-8")
    given = text.replace("slug:", f"aliases: [/song-ngu{NEW_VI}]\nslug:")
    taken = small_site({VI: given})
    assert taken.code == 1
    assert "[address-duplicate]" in taken.out
    named = {name: (SECOND_CONTENT / name).read_text("utf-8") for name in NAMING}
    links = re.compile(r"second-exchange\.en\.md(#results)?")
    alone = {name: links.sub("second-exchange.vi.md", named[name]) for name in named}
    built = small_site({VI: given, EN: None, **alone})
    assert built.code == 0, built.out
    page = read_page(built.output, f"song-ngu{NEW_VI}index.html".removeprefix("/"))
    assert page.values("//main//a/@href") == [NEW_VI]


def test_old_address_side_by_side_is_given_once(small_site: SmallSite) -> None:
    """What a text asks for itself goes before what follows from another address."""
    text = (SECOND_CONTENT / VI).read_text("utf-8")
    olds = "/2024/01/a/, /2024/01/b/, /song-ngu/2024/01/a/"
    built = small_site({VI: text.replace("slug:", f"aliases: [{olds}]\nslug:")})
    assert built.code == 0, built.out
    rows = [row.split(" ")[:2] for row in built.text("_redirects").splitlines()[1:]]
    assert [row for row in rows if "song-ngu" in row[0]] == [
        ["/song-ngu/2024/01/a/", NEW_VI],
        ["/song-ngu/2024/01/b/", f"/song-ngu{NEW_VI}"],
    ]


def test_drafts_and_texts_ahead_redirect_nobody(small_site: SmallSite) -> None:
    """An old address leads to what is there, and to nothing else."""
    draft = (SECOND_CONTENT / DRAFT).read_text("utf-8")
    built = small_site({DRAFT: draft.replace("---\n", "---\naliases: [/ban-nhap/]\n", 1)})
    assert built.code == 0, built.out
    assert built.text("_redirects").splitlines()[1:] == []
    assert "ban-nhap/index.html" not in built.files()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20))
def test_no_address_breaks_a_map(text: str) -> None:
    """Whatever an old address holds, its row stays one row of its map."""
    settings = RenderSettings(Path(), Path(), "https://bulletin.example/under", NOW)
    files = redirect_files([(addresses.old("/" + quote(text)), "/moi/")], settings)
    assert len(files["_redirects"].split(b"\n")) == 3
    _, row, _ = files["_redirects"].decode().split("\n")
    assert row.split(" ")[1:] == ["/under/moi/", "301"]
    told = files["redirects.map"].decode().split("\n", 1)[1]
    assert re.fullmatch(r'"(?:[^"\\]|\\["\\])*" "/under/moi/";\n', told)
