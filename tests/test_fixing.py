"""Fixing: a mended file differs only where a problem pointed, and in nothing it is made of."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.fixing import Fixed, apply_edits, fix_bytes, fix_files, problems_with_edits
from plugins.bulletin.hygiene import check_file
from plugins.bulletin.problems import Edit, Problem
from plugins.bulletin.read.content import read_text_bytes
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.names import TextName, read_name
from plugins.bulletin.read.yaml_scalars import find_scalars
from tests.site.building import overlay, run_here

MINIMAL = Path(__file__).parent / "sites" / "minimal" / "content"
PATH = "content/articles/a.vi.md"
DATA = "content/data/topics.yaml"
LOOSE = unicodedata.normalize("NFD", "Việt Nẵng")
LINE_END = re.compile(r"\r\n|\r|\n")

# Pieces with and without faults, and all that a fault must not be mended in.
# fmt: off
FAULTY = st.sampled_from([
    LOOSE, "hoà bình", "Uỷ", "Ðà Nẵng", "HÐND", "a\u200bb", "\u200b", "\u00a0", "ngày\u00a05",
    "hữu\u00adnghị", '"xin chào"', '"', "«bạn»", "‘anh’", "\u2009 ", "“hoà”", "ông Nguyễn Văn Hoà",
])
PLAIN = st.sampled_from([
    "Đoàn đến thăm", "the guests", " ", ", ", ".", "**đậm**", "*nghiêng*", "17/8/2023",
    "ວຽງ\u200bຈັນ",
    f"[{LOOSE}](../images/{LOOSE}.svg)", f"`{LOOSE} hoà\u00a0`", f"<https://x.example/{LOOSE}>",
    "[hoà](hoà.vi.md)", "https://x.example/hoà\u200b", f"[^{LOOSE}]", "a@hoà.example", "&nbsp;",
    "bình thường: thế", "#", "- ", "> ", "1. ", "\\", ":", " # chú thích", "'", "|", "\ufffd",
])
# fmt: on
BREAKS = st.sampled_from(["\n", "\n\n", "\n\n## ", "\n- ", "\n> ", "\n    ", " "])
WORDS = st.lists(FAULTY | PLAIN | BREAKS | st.text(max_size=4), max_size=12).map("".join)
FIELD = st.lists(FAULTY | PLAIN, min_size=1, max_size=4).map("".join)
STYLES = st.sampled_from(["plain", "single", "double", "block"])
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def written(value: str, style: str) -> str:
    """Return a value in a style of YAML."""
    if style == "single":
        return "'" + value.replace("'", "''") + "'"
    if style == "double":
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return value if style == "plain" else f"|\n  {value}"


@st.composite
def texts(draw: st.DrawFn) -> bytes:
    """Draw an article: fields in any style, comments, any line ends, perhaps a mark in front."""
    fields = "".join(
        f"{name}: {written(draw(FIELD), draw(STYLES))}\n" for name in ("title", "summary", "slug")
    )
    comment = f"# {draw(FIELD)}\n"
    text = f"---\n{fields}{comment}topics: [hoà]\n---\n{draw(WORDS)}"
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return (mark + text.replace("\n", draw(ENDS))).encode("utf-8", "replace")


@st.composite
def records(draw: st.DrawFn) -> bytes:
    """Draw a file of records."""
    items = "".join(
        f"- id: {draw(st.sampled_from(['hoà', 'music']))} # {draw(FIELD)}\n"
        f"  name:\n    vi: {written(draw(FIELD), draw(STYLES.filter(lambda s: s != 'block')))}\n"
        f"    en: {written(draw(FIELD), 'double')}\n"
        for _ in range(draw(st.integers(1, 3)))
    )
    return items.replace("\n", draw(ENDS)).encode("utf-8", "replace")


FILES = st.one_of(st.tuples(texts(), st.just(PATH)), st.tuples(records(), st.just(DATA)))


def lines_of(raw: bytes) -> list[str]:
    """Return the lines of a file as an editor counts them."""
    return LINE_END.split(raw.decode().removeprefix("\ufeff"))


def around(line: str, edits: list[Edit]) -> re.Pattern[str]:
    """Return what a line must look like when only the letters of edits may have changed."""
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda item: item.column):
        pieces.append(re.escape(line[at : max(edit.column - 1, at)]))
        at = max(edit.end - 1, at)
    return re.compile(".*".join([*pieces, re.escape(line[at:])]), re.DOTALL)


def others(raw: bytes, path: str) -> list[tuple[int, str]]:
    """Return line and rule of the problems that a person must mend, in text and records."""
    found: list[Problem] = [*decode(raw, path)[1], *check_file(raw, path, "hòa")]
    return sorted((item.place.line, item.rule.id) for item in found if not item.edits)


@given(FILES)
def test_only_what_a_problem_points_at_changes(file: tuple[bytes, str]) -> None:
    """All letters outside the edits, line ends and a mark in front stay as they are."""
    raw, path = file
    edits = [edit for item in problems_with_edits(raw, path, "hòa") for edit in item.edits]
    mended, _ = fix_bytes(raw, path, "hòa")
    assert LINE_END.findall(mended.decode()) == LINE_END.findall(raw.decode())
    assert mended.startswith(b"\xef\xbb\xbf") == raw.startswith(b"\xef\xbb\xbf")
    for number, (before, after) in enumerate(zip(lines_of(raw), lines_of(mended), strict=True), 1):
        here = [edit for edit in edits if edit.line == number]
        assert around(before, here).fullmatch(after)


@given(FILES)
def test_fixing_again_changes_nothing(file: tuple[bytes, str]) -> None:
    """A mended file is mended."""
    raw, path = file
    mended, _ = fix_bytes(raw, path, "hòa")
    assert fix_bytes(mended, path, "hòa") == (mended, {})


@given(FILES)
def test_what_a_person_must_mend_stays(file: tuple[bytes, str]) -> None:
    """Mending brings no new problem to light and hides none."""
    raw, path = file
    mended, _ = fix_bytes(raw, path, "hòa")
    assert others(mended, path) == others(raw, path)


@given(FILES)
def test_what_a_file_is_made_of_stays(file: tuple[bytes, str]) -> None:
    """Keys, ids, links, code and headings of a mended file are those it had."""
    raw, path = file
    mended, _ = fix_bytes(raw, path, "hòa")
    assert made_of(mended, path) == made_of(raw, path)


def made_of(raw: bytes, path: str) -> object:
    """Return the names in a file: keys and ids, or targets, code and levels of headings."""
    name = read_name(path.partition("/")[2], path)[0]
    if isinstance(name, TextName):
        text = read_text_bytes(raw, path, name)[0]
        if text is None:
            return None
        code = re.findall(r"<code>(.*?)</code>", text.body.html, re.DOTALL)
        links = [link.target for link in text.body.links]
        levels = [heading.level for heading in text.body.headings]
        return list(text.fields), text.fields.get("slug"), code, links, levels
    source = decode(raw, path)[0] or ""
    found = find_scalars(source) or []
    return [
        (item.path, source[item.start : item.end])
        for item in found
        if item.is_key or item.path[-1] == "id"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{LOOSE}", "Việt Nẵng"),
        (f"[{LOOSE}](../{LOOSE}.svg)", f"[Việt Nẵng](../{LOOSE}.svg)"),
        (f"`{LOOSE}` {LOOSE}", f"`{LOOSE}` Việt Nẵng"),
        ("Ðà Nẵng vì ho\u200bà bình", "Đà Nẵng vì hòa bình"),
        ("UỶ BAN, Hoà, thuỷ, quý", "ỦY BAN, Hòa, thủy, quý"),
        ("ngày\u00a0 5\u202ftháng", "ngày 5 tháng"),
        ('Bà nói "xin chào" và "hoà".', "Bà nói “xin chào” và “hoà”."),
        ("\u200b# không thành tiêu đề", "\u200b# không thành tiêu đề"),
        ("\u00a0- không thành mục, Uỷ ban", "\u00a0- không thành mục, Ủy ban"),
        ('a " b', 'a " b'),
    ],
)
def test_mended_words(before: str, after: str) -> None:
    """Words become right, and a mending that would make something else of a line is left out."""
    front = "---\ntitle: Bài\n---\n"
    mended, _ = fix_bytes((front + before).encode(), PATH, "hòa")
    assert mended.decode() == front + after


@pytest.mark.parametrize(
    "raw", ["hoà".encode("cp1258", "replace") + b"\xe0", "hoà".encode("utf-16")]
)
def test_file_that_is_not_utf8_is_left_alone(raw: bytes) -> None:
    """What cannot be read is not written."""
    assert fix_bytes(raw, PATH, "hòa") == (raw, {})


def test_value_that_would_break_is_left_alone() -> None:
    """A space that would end a plain value of YAML is not made."""
    raw = '- id: music\n  name: {vi: "a", en: b}\n  note:\n    vi: nói:\u00a0xin chào\n'
    assert fix_bytes(raw.encode(), DATA, "hòa")[0] == raw.encode()


def test_edits_are_made_by_line_and_column() -> None:
    """Several edits of a line do not move each other."""
    edits = [Edit(2, 1, 1, "xx"), Edit(2, 3, 1, ""), Edit(1, 2, 0, "-")]
    assert apply_edits(b"ab\r\ncde", edits) == b"a-b\r\nxxd"


def test_other_style_mends_the_other_way(tmp_path: Path) -> None:
    """The site's setting decides which of the two styles is right."""
    site = (MINIMAL / "data/site.yaml").read_text(encoding="utf-8")
    files = {
        "data/site.yaml": site + "tone_marks: hoà\n",
        "data/topics.yaml": (MINIMAL / "data/topics.yaml").read_text(encoding="utf-8"),
        "articles/b.vi.md": (MINIMAL / "articles/autumn-term.vi.md")
        .read_text(encoding="utf-8")
        .replace("Học kỳ", "Hòa bình"),
    }
    content = overlay(MINIMAL, tmp_path / "content", files)
    done = run_here("check", "--content", str(content), "--fix", output=tmp_path)
    assert "content/articles/b.vi.md: 1 mended (1 tone-marks)" in done.out
    assert "Hoà bình mùa thu" in (content / "articles/b.vi.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "content/articles/autumn-term.vi.md: 3 mended (1 letter-d, 2 tone-marks)"),
        ("vi", "content/articles/autumn-term.vi.md: đã sửa 3 chỗ (1 letter-d, 2 tone-marks)"),
    ],
)
def test_command_tells_what_it_mended(tmp_path: Path, language: str, line: str) -> None:
    """`check --fix` names each file with counts, in the report's language, and then reports."""
    raw = (MINIMAL / "articles/autumn-term.vi.md").read_text(encoding="utf-8")
    files = {"articles/autumn-term.vi.md": raw + "\nUỷ ban vì hoà bình ở Ðà Nẵng.\n"}
    content = overlay(MINIMAL, tmp_path / "content", files)
    arguments = ("check", "--content", str(content), "--language", language, "--fix")
    done = run_here(*arguments, output=tmp_path)
    assert (done.code, done.out.splitlines()) == (0, [line])
    assert run_here(*arguments, output=tmp_path).out == ""


def test_report_for_programs_stays_whole(tmp_path: Path) -> None:
    """In JSON the words about mending stand beside the report, not in it."""
    raw = (MINIMAL / "articles/autumn-term.vi.md").read_text(encoding="utf-8")
    files = {"articles/autumn-term.vi.md": raw + "\nUỷ ban.\n"}
    content = overlay(MINIMAL, tmp_path / "content", files)
    done = run_here(
        "check", "--content", str(content), "--format", "json", "--fix", output=tmp_path
    )
    assert json.loads(done.out) == []
    assert "1 mended" in done.err


def test_files_that_are_no_content_are_left_alone(tmp_path: Path) -> None:
    """A file that the site does not use is not touched, and counts are those of each file."""
    content = overlay(MINIMAL, tmp_path / "content", {"notes.md": "Uỷ ban", "articles/b.md": "Uỷ"})
    assert fix_files(content, "hòa") == []
    assert Fixed("content/a", {"not-nfc": 2}).tell("en") == "content/a: 2 mended (2 not-nfc)"
