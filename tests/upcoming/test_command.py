"""The command `upcoming`: what is ahead, what has an article, in words and as JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.link.making import text
from tests.translating.places import content_of, run

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "upcoming.md"
# Of the minimal site: the agreement with Ban Mai since 2015-06, relations with Laos since
# 1962-09-05, the plan of 2024-01-15 and, founded in 1995, an association.
MAY = "2026-05-20"
SOURCED = """name: {vi: Hội hữu nghị, en: Friendship Association}
country: LA
founded: 1996
source: {name: Paper, confidence: high}
"""
UNDATED = {
    "data/associations/laos.yaml": """name: {vi: Hội hữu nghị, en: Friendship Association}
country: LA
"""
}


def rows(
    folder: Path, files: dict[str, str], *options: str, day: str = MAY
) -> list[dict[str, object]]:
    """Return the anniversaries of the JSON form."""
    told = run(content_of(folder, files), "upcoming", "--format", "json", *options, day=day)
    assert told.code == 0
    found: list[dict[str, object]] = json.loads(told.out)["anniversaries"]
    return found


def test_list_in_english(tmp_path: Path) -> None:
    """A head with counts, then one line each, and below it what is planned."""
    files = {"articles/near.vi.md": text("Bài.", date="2026-08-30", partners="[ban-mai]")}
    told = run(content_of(tmp_path, UNDATED | files), "upcoming", "--days", "120", day=MAY)
    assert told.code == 0
    assert told.out.splitlines() == [
        "20 May 2026 to 17 Sep 2026: 2 anniversaries, 0 of them round, 1 without an article",
        "  Jun 2026, day not known  11 years  Agreement of friendship (Ban Mai)",
        "      no article yet",
        "  5 Sep 2026  64 years  Diplomatic relations with Laos",
        "      content/articles/near.vi.md",
    ]


def test_list_in_vietnamese(tmp_path: Path) -> None:
    """The list speaks Vietnamese throughout; a round one says so."""
    content = content_of(tmp_path, {"data/associations/laos.yaml": SOURCED})
    told = run(content, "upcoming", "--days", "20", "--language", "vi", day=MAY)
    assert told.out.splitlines() == [
        "Từ 20/5/2026 đến 9/6/2026: 2 dịp kỷ niệm, 1 dịp năm tròn, 2 dịp chưa có bài",
        "  6/2026, chưa rõ ngày  11 năm  Thỏa thuận hữu nghị (Bản Mai)",
        "      chưa có bài",
        "  2026, chưa rõ ngày, tháng  30 năm (năm tròn)  Thành lập Hội hữu nghị",
        "      chưa có bài",
    ]


def test_nothing_ahead(tmp_path: Path) -> None:
    """An empty window says so."""
    told = run(content_of(tmp_path, UNDATED), "upcoming", "--days", "3", day="2026-03-01")
    assert told.out == "1 Mar 2026 to 4 Mar 2026: no anniversary with a confirmed date\n"


@pytest.mark.parametrize(
    ("day", "days", "is_there"),
    [
        ("2026-09-05", "0", True),  # the day itself
        ("2026-09-06", "90", False),  # gone
        ("2026-08-06", "30", True),  # the last day of the window
        ("2026-08-06", "29", False),
    ],
)
def test_window_has_both_ends(tmp_path: Path, day: str, days: str, *, is_there: bool) -> None:
    """The window runs from today to the last day, both included."""
    found = rows(tmp_path, {}, "--days", days, day=day)
    assert ("diplomatic" in {row["kind"] for row in found}) == is_there


@pytest.mark.parametrize(
    ("fields", "is_planned"),
    [
        ({"date": "2026-08-06"}, True),  # 30 days before
        ({"date": "2026-08-05"}, False),
        ({"date": "2026-10-05"}, True),  # 30 days after
        ({"date": "2026-10-06"}, False),
        ({"date": "2020-01-01", "publish_on": "2026-09-05 08:00"}, True),
        ({"date": "2026-09-05", "publish_on": "2027-09-05"}, False),
        ({"date": "2026-09-01", "status": "draft"}, True),
        ({"date": "2026-09-01", "partners": ""}, False),
        ({"date": "2026-09-01", "partners": "", "associations": "[laos]"}, True),
    ],
)
def test_what_counts_as_planned(
    tmp_path: Path, fields: dict[str, str], *, is_planned: bool
) -> None:
    """An article that names the country's partner or association, within 30 days, in any state."""
    named = {"partners": "[ban-mai]"} | fields
    files = {"articles/near.vi.md": text("Bài.", **named)}
    row = next(row for row in rows(tmp_path, files, "--days", "120") if row["kind"] == "diplomatic")
    assert row["planned"] == (["content/articles/near.vi.md"] if is_planned else [])


def test_each_kind_is_named_by_its_field(tmp_path: Path) -> None:
    """Partner, association and document count where the article names just these."""
    files = {
        "data/associations/laos.yaml": SOURCED,
        "articles/of-partner.vi.md": text(
            "A.", title="Một", date="2029-01-01", partners="[ban-mai]"
        ),
        "articles/of-group.vi.md": text(
            "B.", title="Hai", date="2029-01-01", associations="[laos]"
        ),
        "articles/of-paper.vi.md": text("C.", title="Ba", date="2029-01-01", documents="[plan-12]"),
    }
    found = rows(tmp_path, files, "--days", "200", day="2028-12-20")
    named = {f"{row['kind']} {row['date']}": row["planned"] for row in found}
    assert named == {
        "document 2029-01-15": ["content/articles/of-paper.vi.md"],
        "relation 2029-06": [],
        "association 2028": ["content/articles/of-group.vi.md"],
        "association 2029": ["content/articles/of-group.vi.md"],
    }


def test_publisher_is_named_by_no_field(tmp_path: Path) -> None:
    """Of what no article can name nothing is said."""
    site = tmp_path / "content" / "data" / "site.yaml"
    content = content_of(tmp_path, UNDATED)
    founded = "founded: 1996\nfounded_source: {name: Paper, confidence: high}\n"
    site.write_text(site.read_text("utf-8") + founded, encoding="utf-8")
    told = run(content, "upcoming", "--days", "1", day="2026-03-01")
    assert told.out.splitlines()[0].endswith(
        "1 anniversaries, 1 of them round, 0 without an article"
    )
    assert "no article yet" not in told.out


def test_json_is_explained(tmp_path: Path) -> None:
    """Every name of the JSON form stands in the reference, and none that is not there."""
    told = run(content_of(tmp_path, {}), "upcoming", "--days", "365", "--format", "json", day=MAY)
    value = json.loads(told.out)
    names = {*value, *value["anniversaries"][0]}
    explained = set(re.findall(r"^\| `([a-z_-]+)`", REFERENCE.read_text("utf-8"), re.MULTILINE))
    assert explained == names
    assert (value["first"], value["last"]) == ("2026-05-20", "2027-05-20")


def test_broken_content_ends_with_1(tmp_path: Path) -> None:
    """What can be read is listed; the errors stand on the other stream."""
    content = content_of(tmp_path, {"articles/bad.vi.md": "---\ntitle: [\n---\n"})
    told = run(content, "upcoming", "--days", "120", day=MAY)
    assert told.code == 1
    assert "Diplomatic relations with Laos" in told.out
    assert "[yaml-syntax]" in told.err
    (content / "data" / "site.yaml").unlink()
    told = run(content, "upcoming", day=MAY)
    assert told.code == 1
    assert "no anniversary" in told.out


@pytest.mark.parametrize("days", ["-1", "x", "1.5", "3661", "٣"])
def test_days_are_a_whole_number(tmp_path: Path, days: str) -> None:
    """Another number of days is wrong usage."""
    assert run(content_of(tmp_path, {}), "upcoming", f"--days={days}").code == 2
