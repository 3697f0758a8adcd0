"""Records judged: their letters are judged where they are read, by what the site settles."""

from __future__ import annotations

import shutil
from pathlib import Path

from plugins.bulletin.intake import take_in
from plugins.bulletin.means import Means
from plugins.bulletin.store.digests import digest_of
from plugins.bulletin.store.shelf import Shelf
from tests.link.making import MINIMAL

PARTNER = "data/partners/ban-mai.yaml"


def copied(folder: Path, name: str) -> Path:
    """Return a copy of the minimal content in which the partner has a Vietnamese name."""
    content = folder / "content"
    shutil.copytree(MINIMAL, content)
    file = content / PARTNER
    text = file.read_text(encoding="utf-8").replace("vi: Bản Mai", f"vi: {name}")
    file.write_text(text, encoding="utf-8")
    return content


def rules_in(content: Path, shelf: Shelf | None = None, *, jobs: int = 1) -> list[str]:
    """Return the rules that the partner's file breaks."""
    _, problems = take_in(content, Means(shelf, jobs))
    return [item.rule.id for item in problems if item.place.path.endswith(PARTNER)]


def words_in(content: Path, shelf: Shelf) -> list[str]:
    """Return the words that problems of the partner's file find."""
    _, problems = take_in(content, Means(shelf))
    found = (item for item in problems if item.place.path.endswith(PARTNER))
    return [dict(item.details)["found"] for item in found]


def test_tone_marks_of_the_site_count(tmp_path: Path) -> None:
    """What was kept under one style is judged again under the other."""
    content, shelf = copied(tmp_path, "Hoà Mai"), Shelf(tmp_path / "shelf.sqlite")
    assert words_in(content, shelf) == ["Hoà"]
    assert words_in(content, shelf) == ["Hoà"]
    with (content / "data/site.yaml").open("a", encoding="utf-8") as file:
        file.write("tone_marks: hoà\n")
    assert words_in(content, shelf) == ["Thỏa"]


def test_record_with_other_faults_is_judged(tmp_path: Path) -> None:
    """A duplicate field hides no fault of letters."""
    content = copied(tmp_path, "Hoà Mai")
    with (content / PARTNER).open("a", encoding="utf-8") as file:
        file.write("country: LA\n")
    assert sorted(rules_in(content)) == ["tone-marks", "yaml-duplicate-key"]


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    """A shelf and a further process change nothing."""
    content = copied(tmp_path, "Ðà Mai")
    found = rules_in(content)
    assert found == ["letter-d"]
    assert rules_in(content, Shelf(tmp_path / "shelf.sqlite"), jobs=2) == found
    assert rules_in(content, jobs=2) == found


def test_list_is_judged(tmp_path: Path) -> None:
    """A file of several records is judged too, by the site that is read after it."""
    content = copied(tmp_path, "Bản Mai")
    topics = content / "data/topics.yaml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(text.replace("vi: ", "vi: Hoà ", 1), encoding="utf-8")
    _, problems = take_in(content)
    assert [item.rule.id for item in problems] == ["tone-marks"]
    with (content / "data/site.yaml").open("a", encoding="utf-8") as added:
        added.write("tone_marks: hoà\n")
    assert [item for item in take_in(content)[1] if "topics" in item.place.path] == []


def test_digest_is_of_the_record(tmp_path: Path) -> None:
    """Reading tells a record's digest, so that linking need not find it."""
    entries, _ = take_in(copied(tmp_path, "Bản Mai"), Means(Shelf(tmp_path / "s")))
    entry = entries.partners["ban-mai"]
    assert entry.digest == digest_of(entry.record)
