"""Rewording: what an edit of words can change, beside what it does change in the whole table."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

import pytest

from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.model.library import Library
from plugins.bulletin.render.rewording import is_reworded, reworded_outputs
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.render.table import make_table

ROOT = Path(__file__).parents[2]
NOW = datetime.fromisoformat("2026-11-01T08:00:00+07:00")
ARTICLES = sorted((ROOT / "content/articles").glob("**/*.md"))
SOME = [path.relative_to(ROOT / "content").as_posix() for path in ARTICLES[::9]]
WITH_GRAPHIC = next(
    path.relative_to(ROOT / "content").as_posix()
    for path in ARTICLES
    if "infographic" in path.read_text("utf-8")
)


@pytest.fixture(scope="module")
def before() -> Library:
    """Link the content as it is."""
    return linked(ROOT / "content")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the content to edit."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def linked(content: Path) -> Library:
    """Link a content folder without an error."""
    library, problems = link(take_in(content)[0], LinkSettings(content, NOW))
    assert library is not None
    assert not [problem for problem in problems if problem.is_error]
    return library


def settings() -> RenderSettings:
    """Return the same settings for every table."""
    return RenderSettings(ROOT / "content", ROOT / "theme", "https://example.org", NOW)


def inputs(library: Library) -> dict[str, tuple[bytes, ...]]:
    """Return the inputs of every output of the whole table."""
    return {path: output.inputs() for path, output in make_table(library, settings()).items()}


def key_of(name: str) -> str:
    """Return an article's key by its file."""
    return Path(name).name.split(".")[0]


@pytest.mark.parametrize("name", [*SOME, WITH_GRAPHIC])
def test_new_words_change_nothing_else(name: str, before: Library, content: Path) -> None:
    """What the whole table finds changed is among the outputs listed, with the same inputs."""
    with (content / name).open("a", encoding="utf-8") as file:
        file.write("\n\nThêm một câu, với [một liên kết](https://example.org/).\n")
    after = linked(content)
    assert is_reworded(before, after, {key_of(name)})
    old, new = inputs(before), inputs(after)
    part = reworded_outputs(after, settings(), {key_of(name)})
    changed = {path for path in new if old.get(path) != new[path]}
    assert changed
    assert changed <= part.keys()
    assert old.keys() == new.keys()
    assert {path: output.inputs() for path, output in part.items()} == {
        path: new[path] for path in part
    }


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("title", "title: Một tên khác hẳn"),
        ("summary", "summary: Một lời tóm tắt khác hẳn, đủ dài để người đọc biết bài nói về gì."),
        ("topics", "topics: []"),
        ("aliases", "aliases: [/bai-cu/]"),
        ("authors", "authors: [Tòa soạn khác]"),
    ],
)
def test_a_new_fact_is_more_than_words(
    field: str, line: str, before: Library, content: Path
) -> None:
    """Lists, groups, authors and old addresses follow the front matter."""
    file = content / SOME[0].replace(".en.", ".vi.")
    first, head, body = file.read_text("utf-8").split("---\n", 2)
    kept = [row for row in head.splitlines() if not row.startswith(f"{field}:")]
    file.write_text("---\n".join([first, "\n".join([*kept, line, ""]), body]), "utf-8")
    assert not is_reworded(before, linked(content), {key_of(SOME[0])})


def test_what_a_gallery_shows_is_more_than_words(before: Library, content: Path) -> None:
    """The multimedia page shows the titles of infographics."""
    file = content / WITH_GRAPHIC
    text = file.read_text("utf-8")
    assert "title: " in text.split("---\n", 2)[2]
    head, mark, body = text.rpartition("title: ")
    file.write_text(f"{head}{mark}Lại {body}", "utf-8")
    assert not is_reworded(before, linked(content), {key_of(WITH_GRAPHIC)})


def test_an_article_that_came_or_went_is_more_than_words(before: Library, content: Path) -> None:
    """An article of which nothing was known, or nothing is left, stands in lists."""
    for file in content.glob(f"articles/**/{key_of(SOME[0])}.*"):
        file.unlink()
    entries, _ = take_in(content)
    after, _ = link(entries, LinkSettings(content, NOW))
    assert after is not None
    assert not is_reworded(before, after, {key_of(SOME[0])})
    assert not is_reworded(after, before, {key_of(SOME[0])})
