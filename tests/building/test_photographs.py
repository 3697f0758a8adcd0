"""Photographs of a site: published in fitting sizes, made once, never as the camera wrote them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from plugins.bulletin.pictures import darkroom
from tests.conftest import SmallSite
from tests.pictures.drawing import SECRET, camera_jpeg, halves, saved, slope
from tests.site.building import SECOND_CONTENT, Built, build_here, files_of, overlay

COVER, IN_TEXT, LINKED = "images/hall.jpg", "images/photos/stage.png", "images/plan.webp"
ORIGINALS = (COVER, IN_TEXT, LINKED)
BRIDGE = "images/bridge.svg"
VISIT = "articles/first-exchange.vi.md"

Files = dict[str, str | bytes | None]


def with_photographs() -> Files:
    """Return files of the second bulletin whose first article has three photographs."""
    files: Files = {
        COVER: camera_jpeg(halves((660, 400)), 1),
        IN_TEXT: saved(slope((300, 240)), "PNG"),
        LINKED: saved(slope((250, 200)), "WEBP"),
    }
    for language in ("vi", "en"):
        name = f"articles/first-exchange.{language}.md"
        text = (SECOND_CONTENT / name).read_text(encoding="utf-8")
        text = text.replace(f"image: {BRIDGE}", f"image: {COVER}")
        text = text.replace(f"(../{BRIDGE})", f"(../{IN_TEXT})")
        files[name] = f"{text}\n[Sơ đồ](../{LINKED})\n"
    return files


def page_of(built: Built, name: str = "2023/08") -> str:
    """Return the Vietnamese page of the article."""
    found = [path for path in built.files() if path.startswith(name) and "giao-luu-mau-dau" in path]
    return built.text(found[0])


def test_pages_offer_every_format_and_width(small_site: SmallSite) -> None:
    """A browser chooses; one that knows neither AVIF nor WebP gets a JPEG with its size."""
    built = small_site(with_photographs())
    assert built.code == 0, built.err
    page = page_of(built)
    cover = re.search(r"<picture>.*?</picture>", page, re.DOTALL)
    assert cover is not None
    types = re.findall(r'<source type="([^"]+)"', cover[0])
    assert types == ["image/avif", "image/webp"]
    assert re.search(r'src="/images/hall\.[0-9a-f]{12}\.660\.jpg"', cover[0])
    assert re.search(r'srcset="/images/hall\.[0-9a-f]{12}\.400\.jpg 400w, [^"]+ 660w"', cover[0])
    assert 'width="660" height="400" fetchpriority="high"' in cover[0]
    assert 'loading="lazy"' not in cover[0]
    in_text = page[cover.end() :]
    assert re.search(
        r'<img [^>]*decoding="async" loading="lazy"[^>]*stage\.[0-9a-f]+\.300\.', in_text
    )
    assert re.search(r'<a href="/images/plan\.[0-9a-f]+\.250\.jpg"', in_text)


def test_no_original_is_published(small_site: SmallSite) -> None:
    """Neither a file of the content nor what it says beside its pixels leaves the machine."""
    built = small_site(with_photographs())
    files = built.files()
    assert not set(ORIGINALS) & files.keys()
    pictures = {path for path in files if re.search(r"\.(avif|webp|jpe?g|png)$", path)}
    assert len(pictures) == 3 * (2 + 1 + 1)
    assert not [path for path, content in files.items() if SECRET.encode() in content]


def test_feed_and_sharing_name_files_that_are_there(small_site: SmallSite) -> None:
    """Whoever reads elsewhere gets whole addresses of variants."""
    built = small_site(with_photographs())
    feed, page = built.text("feeds/atom.xml"), page_of(built)
    shared = re.search(r'og:image" content="https://bulletin.example/([^"]+)"', page)
    assert shared is not None
    assert (built.output / shared[1]).is_file()
    in_feed = re.findall(r"https://bulletin\.example/(images/[\w./-]+\.(?:avif|webp|jpg))", feed)
    assert in_feed
    assert all((built.output / path).is_file() for path in in_feed)


def test_what_is_kept_is_not_made_again(small_site: SmallSite) -> None:
    """A build whose output is gone takes every variant from the shelf."""
    built = small_site(with_photographs())
    before = built.files()
    shutil.rmtree(built.output)
    with mock.patch.object(darkroom, "develop_all", side_effect=AssertionError):
        again = small_site(with_photographs())
    assert again.code == 0, again.err
    assert again.files() == before


def other_cover(files: Files) -> None:
    """Put another photograph under the name of the cover."""
    files[COVER] = camera_jpeg(halves((400, 700)), 6)


def without_picture(files: Files) -> None:
    """Take the photograph out of both texts."""
    for language in ("vi", "en"):
        name = f"articles/first-exchange.{language}.md"
        files[name] = str(files[name]).replace(f"(../{IN_TEXT})", f"(../{BRIDGE})")


def renamed(files: Files) -> None:
    """Give the cover's file another name."""
    files["images/hall-2.jpg"] = files.pop(COVER)
    for language in ("vi", "en"):
        name = f"articles/first-exchange.{language}.md"
        files[name] = str(files[name]).replace(COVER, "images/hall-2.jpg")


def transparent(files: Files) -> None:
    """Let something shine through the picture of the text."""
    image = slope((300, 240)).convert("RGBA")
    image.putpixel((0, 0), (0, 0, 0, 0))
    files[IN_TEXT] = saved(image, "PNG")


def only_drawings(files: Files) -> None:
    """Leave no photograph."""
    files.clear()


@pytest.mark.parametrize(
    "edit", [other_cover, without_picture, renamed, transparent, only_drawings]
)
def test_incremental_equals_clean(edit: Callable[[Files], None], tmp_path: Path) -> None:
    """After any change of a photograph the output is that of a build from nothing."""
    files = with_photographs()
    content = overlay(SECOND_CONTENT, tmp_path / "content", files)
    assert build_here(content, tmp_path / "output").code == 0
    edit(files)
    shutil.rmtree(content)
    overlay(SECOND_CONTENT, content, files)
    built = build_here(content, tmp_path / "output")
    assert built.code == 0, built.err
    clean = build_here(content, tmp_path / "clean" / "output", "--full")
    assert built.files() == clean.files()


def test_other_processes_make_the_same(tmp_path: Path) -> None:
    """However many processes work, the bytes are the same."""
    content = overlay(SECOND_CONTENT, tmp_path / "content", with_photographs())
    one = build_here(content, tmp_path / "one" / "output", "--jobs", "1")
    two = build_here(content, tmp_path / "two" / "output", "--jobs", "2")
    assert files_of(one.output) == files_of(two.output)


def test_damaged_shelf_costs_time_alone(small_site: SmallSite, tmp_path: Path) -> None:
    """A shelf of other bytes is thrown away, and what it held is made again."""
    built = small_site(with_photographs())
    before = built.files()
    shutil.rmtree(built.output)
    shelves = list(tmp_path.rglob("pictures.sqlite"))
    assert shelves
    for shelf in shelves:
        shelf.write_bytes(b"no shelf" * 4096)
    again = small_site(with_photographs())
    assert again.code == 0, again.err
    assert again.files() == before


def test_photograph_that_changes_during_a_build_stops_it(small_site: SmallSite) -> None:
    """A page would name files that show something else."""
    original = darkroom.develop_all

    def replaced(content: Path, variants: object) -> darkroom.Pieces:
        (content / COVER).write_bytes(camera_jpeg(halves((800, 700))))
        return original(content, variants)  # type: ignore[arg-type]

    with mock.patch.object(darkroom, "develop_all", side_effect=replaced):
        built = small_site(with_photographs(), "--jobs", "1")
    assert built.code == 1
    assert "hall.jpg" in built.err
    assert not (built.output / "index.html").exists()
