"""History: old words against new from real repositories, and without them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.bulletin.translating import history
from plugins.bulletin.translating.word_diff import diff_words, write_runs
from tests.translating.places import (
    ORIGINAL,
    PAIR,
    TRANSLATION,
    commit,
    content_of,
    git,
    rewrite,
    run,
)

BEFORE = "Đoạn ba nói về sông Hương và mùa xuân."
NOW = "Đoạn ba nói về sông Hồng và mùa xuân."


def pair_of(content: Path) -> dict[str, Any]:
    """Return what `status` tells of the pair."""
    told = json.loads(run(content, "status", "--format", "json", day="2026-02-10").out)
    return next(pair for pair in told["pairs"] if pair["key"].startswith("k"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder with a history: confirmed, tidied, then changed in one word."""
    place = content_of(tmp_path / "site", PAIR)
    commit(place.parent, "2026-01-01")
    run(place, "translate", "k", "--confirm", day="2026-01-05")
    commit(place.parent, "2026-01-05")
    rewrite(place, "Đoạn một nói", "Đoạn một\nnói")
    commit(place.parent, "2026-01-20")
    rewrite(place, "sông Hương", "sông Hồng")
    commit(place.parent, "2026-02-01")
    rewrite(place, "Đoạn một\nnói", "Đoạn một nói")
    commit(place.parent, "2026-02-05")
    return place


def changes_of(pair: dict[str, Any]) -> list[tuple[object, object, object]]:
    """Return number, old and new words of the changes."""
    return [(item["number"], item["before"], item["now"]) for item in pair["changes"]]


def test_old_words_against_new(content: Path) -> None:
    """The words that were confirmed are found, and the day on which they changed."""
    pair = pair_of(content)
    assert changes_of(pair) == [(3, BEFORE, NOW)]
    assert pair["age"] == {"days": 9, "since": "2026-02-01", "of": "changed"}


def test_change_that_is_not_committed(content: Path) -> None:
    """Words that changed on disk only are told as well."""
    git(content.parent, "reset", "--quiet", "--hard", "HEAD~2")
    rewrite(content, "sông Hương", "sông Hồng")
    pair = pair_of(content)
    assert changes_of(pair) == [(3, BEFORE, NOW)]
    assert pair["age"]["of"] == "changed"


def test_any_names_of_files(content: Path) -> None:
    """Whatever else the folder holds, and however it is named, is no trouble."""
    (content / "@bin.txt").write_text("x", encoding="utf-8")
    place = content.rename(content.with_name("@content"))
    commit(place.parent, "2026-02-06")
    assert changes_of(pair_of(place)) == [(3, BEFORE, NOW)]


def test_renamed_files(content: Path) -> None:
    """History is followed through another name and another folder."""
    (content / "articles/2024").mkdir()
    for name in (ORIGINAL, TRANSLATION):
        new = name.replace("articles/k.", "articles/2024/k-moi.")
        git(content, "mv", name, new)
    commit(content.parent, "2026-02-06")
    assert changes_of(pair_of(content)) == [(3, BEFORE, NOW)]


def test_shallow_clone(content: Path, tmp_path: Path) -> None:
    """Where a clone does not reach back, changed paragraphs are named all the same."""
    url = f"file://{content.parent}"
    git(tmp_path, "clone", "--quiet", "--depth", "1", url, str(tmp_path / "shallow"))
    pair = pair_of(tmp_path / "shallow" / "content")
    assert changes_of(pair) == [(3, None, NOW)]
    assert pair["age"] == {"days": 36, "since": "2026-01-05", "of": "confirmed"}


def test_age_in_a_shallow_clone_is_not_that_of_the_clone(content: Path, tmp_path: Path) -> None:
    """The last commit of a shallow clone seems to add every file; that is no edit of them."""
    url = f"file://{content.parent}"
    git(tmp_path, "clone", "--quiet", "--depth", "1", url, str(tmp_path / "shallow"))
    told = json.loads(run(tmp_path / "shallow/content", "status", "--format", "json").out)
    about = next(pair for pair in told["pairs"] if pair["key"] == "about")
    assert about["age"] is None


def test_no_repository(content: Path) -> None:
    """Without a history the file of the translation tells what changed."""
    (content.parent / ".git").rename(content.parent / "gone")
    pair = pair_of(content)
    assert changes_of(pair) == [(3, None, NOW)]
    assert pair["age"]["of"] == "confirmed"


def test_no_git(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git on the machine the same holds."""
    monkeypatch.setattr("shutil.which", lambda *_: None)
    assert changes_of(pair_of(content)) == [(3, None, NOW)]


def test_empty_repository(tmp_path: Path) -> None:
    """A repository without a commit is as none."""
    content = content_of(tmp_path, PAIR)
    git(content, "init", "--quiet")
    assert history.open_history(content) is None
    assert run(content, "status").code == 0


def test_variables_of_git_do_not_lead_elsewhere(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a hook set GIT_DIR for another repository, this folder's own is read."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert changes_of(pair_of(content)) == [(3, BEFORE, NOW)]


def test_report_shows_words_that_went_and_came(content: Path) -> None:
    """In a terminal the old word stands beside the new one."""
    told = run(content, "translate", "k", day="2026-02-10")
    assert told.code == 0
    assert "paragraph 3: Đoạn ba nói về sông [-Hương-] {+Hồng+} và mùa xuân." in told.out
    assert "changed 9 days ago" in told.out


def test_revision_from_no_known_version(content: Path) -> None:
    """A revision that no version had gives neither words nor names, and no traceback."""
    text = (content / TRANSLATION).read_text("utf-8")
    mark = text[text.index("translation:") :].partition("\n")[0]
    rewrite(content, mark, 'translation: {revision: "abcdef"}', name=TRANSLATION)
    told = run(content, "status", "--language", "vi")
    assert told.code == 0
    assert "tệp không cho biết ở đâu" in told.out


def test_word_diff_has_every_word() -> None:
    """Each word of both versions is in the diff; far words give way to …."""
    runs = diff_words("một hai ba bốn", "một ba năm bốn")
    assert [tuple(run) for run in runs] == [
        ("same", "một"),
        ("gone", "hai"),
        ("same", "ba"),
        ("new", "năm"),
        ("same", "bốn"),
    ]
    long = " ".join(str(number) for number in range(40))
    assert write_runs(diff_words(long, f"{long} cuối")) == "… 34 35 36 37 38 39 {+cuối+}"
    assert write_runs(diff_words("", "mới")) == "{+mới+}"
