"""The command that records changes, on real repositories, and the page that shows them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT, overlay
from tests.site.pages import page_at
from tests.translating.places import commit, content_of, git, rewrite, run

CITY = "data/partners/ban-mai.yaml"
RECORD = "data/changes.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a content folder whose first state is recorded and committed."""
    place = content_of(tmp_path / "site", {})
    assert run(place, "data-changes", "--record", day="2026-01-01").code == 0
    commit(place.parent, "2026-01-01")
    return place


def move(content: Path, lon: str) -> None:
    """Put the city at another longitude."""
    text = (content / CITY).read_text("utf-8")
    found = yaml.load(text, yaml.BaseLoader)["position"]["lon"]
    rewrite(content, f"lon: {found}", f"lon: {lon}", name=CITY)


def entries(content: Path) -> list[dict[str, object]]:
    """Return what is recorded, newest first."""
    found: list[dict[str, object]] = yaml.load(
        (content / RECORD).read_text("utf-8"), yaml.BaseLoader
    )
    return found


def test_first_record_names_all(content: Path) -> None:
    """Where nothing was recorded yet, every record is new."""
    [entry] = entries(content)
    assert entry["date"] == "2026-01-01"
    assert all(row["change"] == "added" for row in entry["records"])  # type: ignore[attr-defined]
    assert run(content, "data-changes", "--check").code == 0
    assert "data-unrecorded" not in run(content, "check").out


def test_change_is_told_warned_of_and_recorded(content: Path) -> None:
    """A change is a warning until it is recorded; what was recorded before stays below."""
    before = (content / RECORD).read_text("utf-8")
    move(content, "99.5")
    warned = run(content, "check")
    assert (warned.code, warned.out.count("[data-unrecorded]")) == (0, 1)
    told = run(content, "data-changes", "--check")
    assert told.code == 1
    assert "position.lon: " in told.out
    assert "→ 99.5" in told.out
    assert run(content, "data-changes", "--record", day="2026-02-02").code == 0
    assert [entry["date"] for entry in entries(content)] == ["2026-02-02", "2026-01-01"]
    assert (content / RECORD).read_text("utf-8").endswith(before.partition("---\n")[2])
    assert run(content, "data-changes", "--check").code == 0
    assert "data-unrecorded" not in run(content, "check").out


def test_recording_twice_makes_one_entry(content: Path) -> None:
    """Until it is committed an entry is made anew, and keeps the note that a person wrote."""
    move(content, "99.5")
    run(content, "data-changes", "--record")
    rewrite(
        content, "  records:\n", "  note: {vi: Sửa vị trí, en: Moved}\n  records:\n", name=RECORD
    )
    move(content, "99.25")
    run(content, "data-changes", "--record")
    newest, _ = entries(content)
    assert newest["note"] == {"vi": "Sửa vị trí", "en": "Moved"}
    assert newest["records"][0]["fields"][0]["after"] == "99.25"  # type: ignore[index]


def test_two_branches_are_merged(content: Path) -> None:
    """After a merge that keeps both entries, recording again only renews the digest."""
    git(content.parent, "checkout", "--quiet", "-b", "other")
    move(content, "99.5")
    run(content, "data-changes", "--record", day="2026-02-01")
    commit(content.parent, "2026-02-01")
    theirs = (content / RECORD).read_text("utf-8")
    git(content.parent, "checkout", "--quiet", "main")
    rewrite(content, "kind: city", "kind: district", name=CITY)
    run(content, "data-changes", "--record", day="2026-02-02")
    mine = (content / RECORD).read_text("utf-8")
    move(content, "99.5")
    head, first, rest = mine.partition("- date: 2026-02-02")
    other = "- date: 2026-02-01" + theirs.partition("- date: 2026-02-01")[2]
    assert rest
    block = rest.partition("- date:")[0]
    (content / RECORD).write_text(head + first + block + other, encoding="utf-8")
    commit(content.parent, "2026-02-03")
    assert run(content, "data-changes", "--check").code == 1
    run(content, "data-changes", "--record", day="2026-02-04")
    assert [entry["date"] for entry in entries(content)] == [
        "2026-02-02",
        "2026-02-01",
        "2026-01-01",
    ]
    assert run(content, "data-changes", "--check").code == 0


def test_states_to_compare_with(content: Path, tmp_path: Path) -> None:
    """Another folder and any commit will do; what is neither is said to be so."""
    old = tmp_path / "old" / "content"
    overlay(content, old, {CITY: None})
    told = run(content, "data-changes", "--since", str(old))
    assert told.out == "added partner ban-mai (Ban Mai)\n"
    assert run(content, "data-changes", "--since", "HEAD").out == "Nothing changed in the data.\n"
    for wrong in ("nowhere", "--output=x", "HEAD:content"):
        refused = run(content, "data-changes", f"--since={wrong}")
        assert refused.code == 1
        assert "no folder and no commit" in refused.err


def test_broken_data_are_not_recorded(content: Path) -> None:
    """What cannot be read is named, and no entry pretends that it was removed."""
    before = (content / RECORD).read_bytes()
    (content / CITY).write_text("name: {vi: [", encoding="utf-8")
    refused = run(content, "data-changes", "--record")
    assert refused.code == 1
    assert "ban-mai.yaml" in refused.err
    assert (content / RECORD).read_bytes() == before


def test_without_git(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without git can compare folders, and build."""
    monkeypatch.setattr("shutil.which", lambda *_: None)
    assert run(content, "data-changes", "--check").code == 0
    assert run(content, "check").code == 0
    assert run(content, "data-changes", "--since", "HEAD").code == 1


def test_page_and_file_show_what_was_recorded(small_site: SmallSite, tmp_path: Path) -> None:
    """The page of each language tells changes in its language, newest first, as the file does."""
    source = overlay(SECOND_CONTENT, tmp_path / "second" / "content", {})
    run(source, "data-changes", "--record", day="2026-01-01")
    commit(source.parent, "2026-01-01")
    rewrite(source, "2003-05", "2003", name="data/partners/duong-mau.yaml")
    run(source, "data-changes", "--record", day="2026-02-01")
    names = ("data/partners/duong-mau.yaml", RECORD)
    built = small_site({name: (source / name).read_bytes() for name in names})
    assert built.code == 0
    assert "data-unrecorded" not in built.out
    told = json.loads(built.text("data/changes.json"))
    assert [item["date"] for item in told["changes"]] == ["2026-02-01", "2026-01-01"]
    assert told["updated"] == "2026-02-01"
    assert json.loads(built.text("data/partners.json"))["updated"] == "2026-02-01"
    for address, name, item in (
        ("/data/", "Đường Mẫu", "Thỏa thuận kết nghĩa mẫu"),
        ("/en/data/", "Example Rapids", "Sample twinning agreement"),
    ):
        page = page_at(built.output, address)
        dates = page.values("//ol[@class='data-changes']//time/@datetime")
        assert dates == ["2026-02-01", "2026-01-01"]
        newest = page.text("//ol[@class='data-changes']/li[1]")
        assert f"{name} relations.date ({item}): 2003-05 → 2003" in newest
