"""What a site gives browsers to keep: worker, manifests, icons and the page in place of others."""

from __future__ import annotations

import json
import re
from io import BytesIO
from math import hypot
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from plugins.bulletin.pictures.app_icons import GREEN, PAPER, app_icons, draw_icon
from tests.building.places import make_site
from tests.conftest import SmallSite
from tests.site.building import ROOT, SECOND_CONTENT, files_of
from tests.site.pages import read_page

SITE, ARTICLE = "data/site.yaml", "articles/second-exchange.vi.md"
ISSUE = "data/issues/mua-xuan-2024.yaml"
MARK = (ROOT / "theme" / "static" / "app" / "mark.png").read_bytes()
ACCENT = "#123456"
WORDS = {"vi": ("ngoai-tuyen/", "Bạn đang ngoại tuyến"), "en": ("en/offline/", "You are offline")}


def kept() -> dict[str, str]:
    """Return the second bulletin's identity with the setting on."""
    return {SITE: (SECOND_CONTENT / SITE).read_text("utf-8") + "\noffline: true\n"}


def known_to(worker: str) -> dict[str, Any]:
    """Return what a worker knows of its site."""
    first = worker.split("\n", 1)[0]
    known: dict[str, Any] = json.loads(first.removeprefix("const site = ").removesuffix(";"))
    return known


@pytest.mark.parametrize("prefix", ["", "/under/path"])
def test_worker_knows_what_is_there(small_site: SmallSite, prefix: str) -> None:
    """All that it is to keep is a file of the site, below the site's own path."""
    base = f"https://bulletin.example{prefix}"
    built = small_site(kept(), env={"BULLETIN_SITE_URL": base})
    assert built.code == 0, built.out
    known = known_to(built.text("service-worker.js"))
    listed = [*known["files"]]
    for language in known["languages"].values():
        listed += [language["home"], language["fallback"], *language["newest"]]
    for url in listed:
        assert url.startswith(f"{prefix}/")
        path = url.removeprefix(f"{prefix}/")
        assert (built.output / (path or "index.html")).exists(), url
        assert not url.endswith("/") or (built.output / path / "index.html").is_file()
    page = read_page(built.output, "index.html")
    assert page.values("//link[@rel='manifest']/@href") == [f"{prefix}/manifest.webmanifest"]
    assert page.values("//link[@rel='manifest']/@data-worker") == [f"{prefix}/service-worker.js"]


@pytest.mark.parametrize("language", WORDS)
def test_fallback_is_for_nobody_else(small_site: SmallSite, language: str) -> None:
    """The page stands in both languages, for no search engine, in no list or sitemap."""
    built = small_site(kept())
    place, title = WORDS[language]
    page = read_page(built.output, f"{place}index.html")
    assert page.text("//h1") == title
    assert page.values("//meta[@name='robots']/@content") == ["noindex"]
    assert place not in built.text("sitemap.xml")
    assert "[output-" not in built.out
    named = [path for path, raw in built.files().items() if f'href="/{place}"'.encode() in raw]
    assert all(path in {f"{each}index.html" for each, _ in WORDS.values()} for path in named)


def test_latest_issue_is_kept(small_site: SmallSite) -> None:
    """Its page and its articles of that language; of the others nobody pays for any."""
    built = small_site(kept())
    languages = known_to(built.text("service-worker.js"))["languages"]
    pages = {name: told["newest"] for name, told in languages.items()}
    assert pages["vi"][:2] == ["/", "/so-bao/mua-xuan-2024/"]
    assert pages["en"][:2] == ["/en/", "/en/issues/mua-xuan-2024/"]
    for name, index in (("vi", "so-bao"), ("en", "en/issues")):
        page = read_page(built.output, f"{index}/mua-xuan-2024/index.html")
        listed = set(page.values("//main//h3/a/@href") + page.values("//main//h2/a/@href"))
        own = {url for url in listed if url.startswith("/en/") == (name == "en")}
        assert {url for url in own if re.search(r"/20\d\d/", url)} == set(pages[name][2:])
        assert len(pages[name]) > 3


def test_without_an_issue_the_newest_articles_are_kept(small_site: SmallSite) -> None:
    """An issue without an article of the language is none; there may be any number of others."""
    alone = "title: {vi: Số riêng, en: An issue}\ndate: 2024-04\narticles: [chi-tieng-viet]\n"
    own = {"data/issues/2023.yaml": None, ISSUE: alone}
    built = small_site({**kept(), **own})
    assert built.code == 0, built.out
    languages = known_to(built.text("service-worker.js"))["languages"]
    assert languages["vi"]["newest"][1] == "/so-bao/mua-xuan-2024/"
    assert len(languages["vi"]["newest"]) == 3
    articles = languages["en"]["newest"][1:]
    assert len(articles) > 3
    assert not [url for url in articles if "issues" in url]
    dated = [url.removeprefix("/en/")[:7] for url in articles]
    assert dated == sorted(dated, reverse=True)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (ISSUE, "Số mẫu mùa xuân", "Số mẫu đầu xuân"),
        (ISSUE, "articles: [second-exchange]\n", ""),
        ("data/issues/2023.yaml", "Số mẫu đầu tiên", "Số mẫu thứ nhất"),
        ("articles/chi-tieng-viet.vi.md", "title: ", "title: Một "),
    ],
)
def test_edit_of_the_issue_changes_the_worker(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    """Whatever stands on the issue's page or in it is fetched anew."""
    site = make_site(tmp_path)
    site.edit(f"content/{SITE}", "page_size: 2", "page_size: 2\noffline: true")
    site.build()
    before = known_to((site.live / "service-worker.js").read_text("utf-8"))
    site.edit(f"content/{name}", old, new)
    done = site.build()
    assert not done.is_refused
    after = known_to((site.live / "service-worker.js").read_text("utf-8"))
    assert after["version"] != before["version"]


def test_edit_of_a_new_article_changes_the_worker(tmp_path: Path) -> None:
    """So that browsers fetch it anew; a build of the same content changes nothing."""
    site = make_site(tmp_path)
    site.edit(f"content/{SITE}", "page_size: 2", "page_size: 2\noffline: true")
    site.build()
    before = (site.live / "service-worker.js").read_text("utf-8")
    assert (site.build().written, known_to(before)["version"]) == (
        0,
        known_to((site.live / "service-worker.js").read_text("utf-8"))["version"],
    )
    site.edit(f"content/{ARTICLE}", "title: Buổi", "title: Một buổi")
    site.build()
    after = (site.live / "service-worker.js").read_text("utf-8")
    assert known_to(after)["version"] != known_to(before)["version"]
    assert known_to(after)["languages"] == known_to(before)["languages"]


def test_setting_is_turned_off_at_once(small_site: SmallSite) -> None:
    """The worker that goes takes the place of the other; nothing else of it is left."""
    on = small_site(kept())
    assert "manifest.webmanifest" in on.files()
    off = small_site()
    assert off.code == 0, off.out
    source = (ROOT / "theme" / "static" / "worker" / "remove.js").read_bytes()
    assert off.files()["service-worker.js"] == source
    assert not [
        path for path in off.files() if "webmanifest" in path or path.startswith("theme/app")
    ]
    assert not [path for path, raw in off.files().items() if b'rel="manifest"' in raw]


def test_preview_is_never_kept(tmp_path: Path) -> None:
    """A preview with drafts has the worker that goes, whatever the setting says."""
    site = make_site(tmp_path)
    site.edit(f"content/{SITE}", "page_size: 2", "page_size: 2\noffline: true")
    site.build(with_drafts=True)
    assert "unregister" in (site.live / "service-worker.js").read_text("utf-8")
    assert "manifest.webmanifest" not in files_of(site.live)


def test_icons_are_in_the_bulletins_colour() -> None:
    """Accent, green and paper are in each; only what may be cut to any shape fills its square."""
    for icon in app_icons(MARK, ACCENT):
        drawn = Image.open(BytesIO(draw_icon(icon)))
        assert drawn.size == (icon.size, icon.size)
        colours = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in _colours(drawn)[:3]}
        assert colours == {ACCENT, GREEN, PAPER}
        corner = drawn.convert("RGBA").getpixel((0, 0))
        assert isinstance(corner, tuple)
        assert corner[3] == (255 if icon.purpose == "maskable" else 0)
        if icon.purpose == "maskable":
            assert _reach(drawn) <= 0.4


def _colours(drawn: Image.Image) -> list[tuple[int, Any]]:
    """Return the colours of a picture, the most frequent first."""
    found = drawn.convert("RGB").getcolors(drawn.width * drawn.height)
    return sorted(found or [], reverse=True)


def _reach(drawn: Image.Image) -> float:
    """Return how far from the middle something is drawn, as part of the side."""
    paper = Image.new("RGB", drawn.size, PAPER)
    apart = ImageChops.difference(drawn.convert("RGB"), paper).convert("L").tobytes()
    middle = drawn.width / 2
    spots = (divmod(place, drawn.width) for place, value in enumerate(apart) if value)
    return max(hypot(x - middle, y - middle) for y, x in spots) / drawn.width
