"""Damage: whatever happens to the cache or the output, the next build equals one from nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.bulletin.store.digests import digest_folder
from tests.building.places import Files, Site, differences, make_site, told


def cut(place: Path) -> None:
    """Leave half of a file."""
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])


def flip(place: Path) -> None:
    """Turn single bits all over a file."""
    raw = bytearray(place.read_bytes())
    for position in range(0, len(raw), max(len(raw) // 200, 1)):
        raw[position] ^= 1 << position % 8
    place.write_bytes(raw)


def garble(place: Path) -> None:
    """Put other text in the place of a file."""
    place.write_text("no cache at all\n" * 50, encoding="utf-8")


def empty(place: Path) -> None:
    """Leave nothing of a file but its name."""
    place.write_bytes(b"")


def delete(place: Path) -> None:
    """Remove a file."""
    place.unlink()


def make_folder(place: Path) -> None:
    """Put a folder with something in it in the place of a file."""
    place.unlink()
    place.mkdir()
    (place / "inside").write_bytes(b"x")


_clean: dict[bytes, tuple[str, Files]] = {}  # by digest of the content; the theme is one
DAMAGES = [cut, flip, garble, empty, delete, make_folder]
Damage = Callable[[Path], None]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Make a site that was built, changed and built again."""
    site = make_site(tmp_path)
    site.build()
    site.edit("content/articles/short-news-1.vi.md", "Một đoạn", "Đoạn")
    site.build()
    return site


def edit(site: Site, turn: int) -> None:
    """Change one text, and take another away or put it back, so that an output vanishes."""
    name = "content/articles/unlisted.vi.md"
    place = site.folder / name
    if place.exists():
        place.rename(site.folder / "aside")
    else:
        (site.folder / "aside").rename(place)
    site.write({"content/pages/an.vi.md": place_text(turn)})


def place_text(turn: int) -> bytes:
    """Return the text of a page."""
    summary = "Trang ví dụ có địa chỉ nhưng không có trong sơ đồ trang."
    return f"---\ntitle: Trang\nsummary: {summary}\nstatus: hidden\n---\nLần {turn % 2}.\n".encode()


def check(site: Site) -> None:
    """Build, and see that the result is the one from nothing."""
    done = site.build()
    report, tree = clean_build(site)
    assert not done.is_refused
    assert told(done) == report
    assert differences(site.tree(), tree) == {}


def clean_build(site: Site) -> tuple[str, Files]:
    """Return report and tree of a build from nothing, made once for the same content."""
    content = digest_folder(site.settings.content)
    if content not in _clean:
        done, tree = site.clean()
        _clean[content] = told(done), tree
    return _clean[content]


@pytest.mark.parametrize("damage", DAMAGES)
def test_each_file_of_the_cache(site: Site, damage: Damage) -> None:
    """Each kept file may be damaged in any way, with and without an edit beside it."""
    names = sorted(path.name for path in site.cache.iterdir() if path.is_file())
    assert {"manifest", "facts", "library", "shelf.sqlite"} <= set(names)
    for turn, name in enumerate(names):
        damage(site.cache / name)
        edit(site, turn)
        check(site)


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_whole_cache(site: Site, damage: Damage) -> None:
    """All kept files may be damaged at once."""
    for place in [path for path in site.cache.iterdir() if path.is_file()]:
        damage(place)
    check(site)


def test_staging_is_a_file(site: Site) -> None:
    """What lies in the place of the folder for unfinished outputs is put away."""
    site.settings.staging.parent.mkdir(parents=True, exist_ok=True)
    site.settings.staging.write_text("x", encoding="utf-8")
    edit(site, 1)
    check(site)


def test_pieces_of_the_shelf(site: Site) -> None:
    """A piece with a wrong bit, of another kind or under another's key counts as absent."""
    with sqlite3.connect(site.cache / "shelf.sqlite") as shelf:
        rows = shelf.execute("SELECT key, content FROM piece ORDER BY key").fetchall()
        assert len(rows) > 50
        for number, (key, content) in enumerate(rows):
            wrong: bytes | str | int = content[:-1] + bytes([content[-1] ^ 1])
            if number % 4 == 1:
                wrong = "a text"
            elif number % 4 == 2:
                wrong = number
            elif number % 4 == 3:
                wrong = rows[number - 1][1]
            shelf.execute("UPDATE piece SET content = ? WHERE key = ?", (wrong, key))
    shelf.close()
    site.edit("content/data/site.yaml", "Sample Bulletin", "Sample Bulletin of Bits")
    check(site)


def test_output_that_was_changed_by_hand(site: Site) -> None:
    """A file edited, emptied, deleted or replaced in the output is as it was after a build."""
    for turn, damage in enumerate(DAMAGES):
        damage(site.live / "en" / "index.html")
        damage(site.live / "robots.txt")
        (stylesheet,) = (site.live / "theme").glob("site.*.css")
        damage(stylesheet)
        if turn % 2:
            edit(site, turn)
        check(site)


def test_files_added_to_the_output(site: Site) -> None:
    """A file that no build made is removed, but for what a dot hides, which servers use."""
    for name in ("stray.html", "2023/stray/index.html", ".nojekyll", ".well-known/x.txt"):
        place = site.live / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("by hand", encoding="utf-8")
    done = site.build()
    assert (done.written, done.removed) == (0, 2)
    left = site.tree()
    assert left.keys() - site.clean()[1].keys() == {".nojekyll", ".well-known/x.txt"}
    assert not (site.live / "2023" / "stray").exists()


def test_sitemap_that_was_removed(site: Site) -> None:
    """An output is known for ours by what builds kept, if not by its sitemap."""
    (site.live / "sitemap.xml").unlink()
    check(site)


def test_output_that_is_gone(site: Site) -> None:
    """When the whole output was removed it is made again."""
    shutil.rmtree(site.live)
    check(site)


def test_file_in_the_place_of_a_folder(site: Site) -> None:
    """A file that someone put where a folder of the output belongs gives way to it."""
    shutil.rmtree(site.live / "en")
    (site.live / "en").write_text("by hand", encoding="utf-8")
    check(site)
