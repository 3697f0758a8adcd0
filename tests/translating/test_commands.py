"""The commands `status` and `translate`: reports, exit codes and both languages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.link.making import text, translation
from tests.translating.places import BODY, ORIGINAL, PAIR, TRANSLATION, content_of, rewrite, run

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "status.md"
STALE = {**PAIR, TRANSLATION: translation("One.", translation='{revision: "3f9a1c"}')}


def test_every_pair_is_listed_with_totals(tmp_path: Path) -> None:
    """Articles and pages of every state are there, drafts too; the last line counts them."""
    files = {
        **STALE,
        "articles/draft.vi.md": text("Nháp.", title="Nháp", status="draft"),
        "articles/later.vi.md": text("Sau.", title="Sau", publish_on="2030-01-01"),
    }
    content = content_of(tmp_path, files)
    run(content, "translate", "about", "--confirm")
    told = run(content, "status")
    assert told.code == 0
    for name in ("autumn-term", "draft", "later", "k", "first-visit"):
        assert f"content/articles/{name}.en.md" in told.out
    assert "content/pages/about.en.md — confirmed today" in told.out
    last = told.out.splitlines()[-1]
    assert last == "6 pairs: 3 missing, 1 stale, 1 unconfirmed, 1 in step"


def test_report_in_vietnamese(tmp_path: Path) -> None:
    """The report speaks Vietnamese throughout."""
    told = run(content_of(tmp_path, STALE), "status", "--language", "vi").out
    assert "Đã cũ: bản gốc đã thay đổi" in told
    assert told.splitlines()[-1] == "4 cặp: 1 thiếu, 1 đã cũ, 2 chưa xác nhận, 0 khớp"
    assert not re.search(r"\b(missing|stale|ago|pairs)\b", told)


@pytest.mark.parametrize(
    ("states", "code"),
    [
        ("stale", 1),
        ("missing", 1),
        ("unconfirmed", 1),
        ("stale,missing", 1),
        ("in-step", 2),
        ("old", 2),
        ("", 2),
    ],
)
def test_fail_on(tmp_path: Path, states: str, code: int) -> None:
    """A pair in a state to fail on ends with 1, a state that there is not with 2."""
    assert run(content_of(tmp_path, STALE), "status", "--fail-on", states).code == code


def test_fail_on_what_there_is_not(tmp_path: Path) -> None:
    """Without such a pair the end is good."""
    content = content_of(tmp_path, PAIR)
    assert run(content, "status", "--fail-on", "stale").code == 0
    run(content, "translate", "k", "--confirm")
    assert run(content, "status", "--fail-on", "stale").code == 0
    rewrite(content, "cầu", "thuyền")
    assert run(content, "status", "--fail-on", "stale").code == 1


def test_json_is_as_the_reference_tells(tmp_path: Path) -> None:
    """Every name in the JSON is explained in the reference, and no other."""
    content = content_of(tmp_path, PAIR)
    run(content, "translate", "k", "--confirm")
    rewrite(content, "cầu", "thuyền")
    told = json.loads(run(content, "status", "--format", "json").out)
    pair = next(item for item in told["pairs"] if item["key"] == "k")
    names = {*told, *pair, *pair["age"], *pair["changes"][0], *pair["original"], *told["totals"]}
    explained = set(re.findall(r"^\| `([a-z_-]+)`", REFERENCE.read_text("utf-8"), re.MULTILINE))
    assert explained == names
    assert told["totals"] == {
        "pairs": 4,
        "missing": 1,
        "stale": 1,
        "unconfirmed": 2,
        "in-step": 0,
    }


def test_errors_do_not_spoil_the_json(tmp_path: Path) -> None:
    """A broken file is told beside the JSON, and the end is 1."""
    content = content_of(tmp_path, {**PAIR, "articles/bad.vi.md": "---\ntitle: [\n---\n"})
    told = run(content, "status", "--format", "json")
    assert told.code == 1
    assert json.loads(told.out)["totals"]["pairs"] == 4
    assert "content/articles/bad.vi.md" in told.err


@pytest.mark.parametrize("command", [("status",), ("translate", "k")])
def test_no_such_folder(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A content folder that is not there is told in a line."""
    told = run(tmp_path / "none", *command)
    assert told.code == 1
    assert "none: " in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("language", "guess"), [("en", "did you mean “first-visit”?"), ("vi", "có phải “first-visit”?")]
)
def test_unknown_key(tmp_path: Path, language: str, guess: str) -> None:
    """A key that names nothing is wrong usage, with a guess."""
    content = content_of(tmp_path, {})
    told = run(content, "translate", "fist-visit", "--language", language)
    assert told.code == 2
    assert guess in told.err
    assert told.out == ""


def test_key_of_an_article_and_a_page(tmp_path: Path) -> None:
    """A key that names two pairs asks for the path, which then works in any form."""
    content = content_of(tmp_path, {"articles/about.vi.md": text(BODY)})
    told = run(content, "translate", "about", "--confirm")
    assert told.code == 2
    assert "content/pages/about" in told.err
    for path in ("pages/about", "content/pages/about.vi.md", "pages\\about.en.md"):
        assert run(content, "translate", path, "--confirm").code == 0


def test_broken_original(tmp_path: Path) -> None:
    """A pair with an error is told as check would tell it, and nothing is written."""
    content = content_of(tmp_path, {**PAIR, ORIGINAL: PAIR[ORIGINAL].replace("title", "titel")})
    before = (content / TRANSLATION).read_bytes()
    told = run(content, "translate", "k", "--confirm")
    assert told.code == 1
    assert "[field-unknown]" in told.err
    assert (content / TRANSLATION).read_bytes() == before


@pytest.mark.parametrize(("language", "word"), [("en", "in step"), ("vi", "khớp với")])
def test_translate_tells_how_a_pair_stands(tmp_path: Path, language: str, word: str) -> None:
    """Without --confirm an existing translation is compared, and no file is written."""
    content = content_of(tmp_path, PAIR)
    run(content, "translate", "k", "--confirm")
    before = (content / TRANSLATION).read_bytes()
    told = run(content, "translate", "k", "--language", language)
    assert told.code == 0
    assert word in told.out
    assert (content / TRANSLATION).read_bytes() == before


def test_check_names_the_paragraphs(tmp_path: Path) -> None:
    """A stale translation is a warning of check, at its mark, with what changed."""
    content = content_of(tmp_path, PAIR)
    run(content, "translate", "k", "--confirm")
    rewrite(content, "sông Hương", "sông Hồng")
    told = run(content, "check")
    assert told.code == 0
    assert re.match(r"content/articles/k\.en\.md:\d+:\d+: .*paragraph 3 “Đoạn ba", told.out)
    assert told.out.endswith("0 errors, 1 warning\n")
