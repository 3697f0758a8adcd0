"""Judging: once per text and pair, by what the site settles, and never at a build's expense."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plugins.bulletin import judging
from plugins.bulletin.intake import take_in
from plugins.bulletin.means import Means
from plugins.bulletin.problems import Problem
from plugins.bulletin.store.shelf import Shelf
from tests.building.places import make_site
from tests.link.making import MINIMAL, text, translation

KEY = "articles/nha-nhac"
TERM = "Đoàn nghe nhã nhạc."  # of the minimal site's glossary: court music
PLAIN = "The guests heard old tunes."


def judged(folder: Path, *, site: str = "", parity: str = "") -> list[Problem]:
    """Take in a pair whose translation lacks a term, with settings of the site and waivers."""
    content = folder / "content"
    shutil.copytree(MINIMAL, content)
    with (content / "data/site.yaml").open("a", encoding="utf-8") as file:
        file.write(site)
    fields = {"parity": parity} if parity else {}
    (content / f"{KEY}.vi.md").write_text(text(TERM), encoding="utf-8")
    (content / f"{KEY}.en.md").write_text(translation(PLAIN, **fields), encoding="utf-8")
    _, problems = take_in(content, Means(is_thorough=True))
    return problems


def test_term_without_an_approved_form(tmp_path: Path) -> None:
    """It is a warning, as long as the site does not say otherwise."""
    (problem,) = judged(tmp_path)
    assert problem.rule.id == "glossary-form"
    assert not problem.is_error


def test_site_makes_it_an_error(tmp_path: Path) -> None:
    """`glossary: error` stops a build."""
    (problem,) = judged(tmp_path, site="glossary: error\n")
    assert (problem.rule.id, problem.is_error) == ("glossary-form", True)


def test_waiver_lets_a_term_stand(tmp_path: Path) -> None:
    """A waiver that a term needs is not one without use."""
    waiver = '[{fact: nhã nhạc, reason: "a song of that name"}]'
    assert judged(tmp_path, parity=waiver) == []


def test_waiver_that_nothing_needs(tmp_path: Path) -> None:
    """Another one is told, and the term as well."""
    found = judged(tmp_path, parity='[{fact: "12", reason: "why"}]')
    assert sorted(item.rule.id for item in found) == ["glossary-form", "parity-waiver-unused"]


def many(folder: Path, *, is_thorough: bool, site: str = "") -> tuple[int, int, Shelf]:
    """Take in the minimal site when few texts are many; return problems, texts left, the shelf."""
    content = folder / "content"
    if not content.exists():
        judged(folder, site=site)
    shelf = Shelf(folder / "shelf.sqlite")
    entries, problems = take_in(content, Means(shelf, is_thorough=is_thorough))
    return len(problems), entries.unjudged, shelf


def test_many_new_texts_are_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build leaves them and says how many; a check judges all, and the next build knows."""
    monkeypatch.setattr(judging, "MANY", 2)
    problems, left, _ = many(tmp_path, is_thorough=False)
    assert problems == 0
    assert left > 2
    assert many(tmp_path, is_thorough=True)[:2] == (1, 0)
    assert many(tmp_path, is_thorough=False)[:2] == (1, 0)


@pytest.mark.parametrize("site", ["parity: error\n", "glossary: error\n"])
def test_none_is_left_where_it_may_be_an_error(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that must not go live judges every text first."""
    monkeypatch.setattr(judging, "MANY", 2)
    assert many(tmp_path, is_thorough=False, site=site)[:2] == (1, 0)


def test_build_tells_what_it_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number and the command are there in both languages; where nothing was left, nothing."""
    site = make_site(tmp_path)
    monkeypatch.setattr(judging, "MANY", 2)
    done = site.build()
    assert f"{done.unjudged} new texts" in done.left("en")
    assert f"{done.unjudged} bài mới" in done.left("vi")
    assert "tasks.py check" in done.left("vi")
    monkeypatch.setattr(judging, "MANY", 1000)
    assert site.build(is_full=True).left("en") == ""
