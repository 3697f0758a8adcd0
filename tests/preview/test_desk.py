"""The desk: what it shows after each change is what a build with drafts would make."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest
import yaml
from msgspec.structs import replace

from plugins.bulletin import judging
from plugins.bulletin.preview.desk import Desk
from plugins.bulletin.preview.watching import changed_names
from plugins.bulletin.problems.report import report
from tests.building.edits import OTHER_EDITS, TEXT_EDITS
from tests.building.places import Files, Site, differences, make_site

NEWS = "content/articles/short-news-1.vi.md"
PAGE = "2022/01/tin-ngan-mau-so-1/index.html"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Make a small site."""
    return make_site(tmp_path)


def desk_of(site: Site) -> Desk:
    """Return a desk that shows the site."""
    desk = Desk(replace(site.settings, output=site.folder / "preview" / "site"))
    desk.begin()
    return desk


def shown(desk: Desk) -> Files:
    """Make everything that a desk shows."""
    return {path: output.make() for path, output in desk.shown.table.items()}


def told(desk: Desk) -> str:
    """Return the problems that a desk shows."""
    return report(desk.shown.problems, "en", "text")


def test_everything_is_there_with_drafts(site: Site) -> None:
    """The desk shows the bytes of a build with drafts."""
    assert differences(shown(desk_of(site)), site.clean(with_drafts=True)[1]) == {}


def test_any_edits(site: Site) -> None:
    """After any edits the desk shows what a build from nothing makes, or the last good version."""
    desk, by = desk_of(site), Random(11)
    tree = shown(desk)
    files = {
        path.relative_to(site.folder).as_posix(): path.read_text("utf-8")
        for folder in ("content", "theme")
        for path in (site.folder / folder).rglob("*")
        if path.is_file() and path.suffix != ".png"
    }
    good = dict(files)
    for _ in range(30):
        before = dict(files)
        try:
            by.choice((*TEXT_EDITS, *TEXT_EDITS, *OTHER_EDITS))(files, by)
        except (KeyError, TypeError, ValueError, IndexError, yaml.YAMLError):
            files = before
        changed = {
            name: files[name].encode() if name in files else None
            for name in before.keys() | files.keys()
            if before.get(name) != files.get(name)
        }
        site.write(changed)
        desk.refresh(
            changed_names([site.folder / name for name in changed], site.folder / "content")
        )
        done, clean = site.clean(with_drafts=True)
        if not done.is_refused:
            tree, good = clean, dict(files)
        assert told(desk) == report(done.problems, "en", "text")
        assert differences(shown(desk), tree) == {}
        if done.is_refused and by.random() < 0.5:
            gone = dict.fromkeys(files.keys() - good.keys())
            site.write(gone | {name: text.encode() for name, text in good.items()})
            files = dict(good)
            desk.refresh(None)


def test_fault_of_content_leaves_the_last_good_version(site: Site) -> None:
    """While content is in error the site stands as it was, and its problems are there."""
    desk = desk_of(site)
    before, raw = shown(desk), (site.folder / NEWS).read_bytes()
    site.write({NEWS: b"---\ntitle: [\n"})
    desk.refresh({NEWS.removeprefix("content/")})
    assert "content/articles/short-news-1.vi.md:" in told(desk)
    assert differences(shown(desk), before) == {}
    site.write({NEWS: raw.replace("Một đoạn".encode(), "Đoạn mới".encode())})
    desk.refresh({NEWS.removeprefix("content/")})
    assert told(desk) == ""
    assert "Đoạn mới" in desk.shown.table[PAGE].make().decode()


def test_fault_of_the_theme_leaves_the_last_good_version(site: Site) -> None:
    """A template that cannot be read is a problem with its line, and goes away when mended."""
    desk = desk_of(site)
    before, raw = shown(desk), (site.folder / "theme/templates/page.html").read_bytes()
    site.write({"theme/templates/page.html": raw + b"\n{% if %}\n"})
    desk.refresh(set())
    line = len(raw.splitlines()) + 2
    assert f"page.html:{line}: the theme has a fault here" in told(desk)
    assert differences(shown(desk), before) == {}
    site.write(
        {"theme/templates/page.html": raw.replace(b"{% block main %}", b"{% block main %}!")}
    )
    desk.refresh(set())
    assert told(desk) == ""
    assert differences(shown(desk), before) != {}


def test_theme_that_is_gone(site: Site) -> None:
    """A file of the theme that is not there is told, too, and the desk goes on."""
    desk = desk_of(site)
    name = "theme/static/css/print.css"
    raw = (site.folder / name).read_bytes()
    site.write({name: None})
    desk.refresh(set())
    assert "[file-gone]" in told(desk)
    site.write({name: raw})
    desk.refresh(set())
    assert told(desk) == ""


def test_content_that_was_never_good(site: Site) -> None:
    """Without any good version there is nothing to show but the problems."""
    raw = (site.folder / NEWS).read_bytes()
    site.write({NEWS: b"---\ntitle: [\n"})
    desk = desk_of(site)
    assert desk.shown.table == {}
    assert "short-news-1" in told(desk)
    site.write({NEWS: raw})
    desk.refresh({NEWS.removeprefix("content/")})
    assert PAGE in desk.shown.table


def test_each_state_has_a_number(site: Site) -> None:
    """Who waits for another version is told at once, or after the time when there is none."""
    desk = desk_of(site)
    version = desk.shown.version
    assert desk.wait(version, 0.01) == version
    desk.refresh(set())
    assert desk.wait(version, 60) == version + 1


def test_names_of_what_changed(tmp_path: Path) -> None:
    """Files of the content have names, folders stand for all, editors' own files for nothing."""
    content = tmp_path / "content"
    (content / "articles").mkdir(parents=True)
    paths = [content / "articles/a.vi.md", content / ".a.swp", content / "~$a.docx", tmp_path / "t"]
    assert changed_names(paths, content) == {"articles/a.vi.md"}
    assert changed_names([tmp_path / "theme/x.css"], content) == set()
    assert changed_names([content / "articles"], content) is None


def test_texts_that_are_left_are_counted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too many texts are new, the preview starts without judging them, and knows it."""
    desk = desk_of(site)
    assert desk.unjudged == 0
    monkeypatch.setattr(judging, "MANY", 2)
    shutil.rmtree(desk.settings.cache)
    assert desk_of(site).unjudged > 2
