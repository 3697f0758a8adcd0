"""Skeleton: `translate KEY` makes the other file, with the structure of the original."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.model.article import ArticleFields, Body
from plugins.bulletin.read.fences import find_fences, without_fences
from plugins.bulletin.read.markdown import convert
from plugins.bulletin.translating.skeleton import make_skeleton
from tests.site.building import REAL_CONTENT, SECOND_CONTENT
from tests.translating.places import ORIGINAL, PAIR, TRANSLATION, content_of, run

FIELDS = ArticleFields("Tựa: bài # một", "Tóm tắt “dài” của bài.", authors=("Ban Biên tập",))
ORIGINALS = sorted(
    path
    for folder in (REAL_CONTENT, SECOND_CONTENT)
    for path in folder.rglob("*.md")
    if path.parts[-2] != "data"
)
BLOCKS = st.sampled_from(
    [
        "Một đoạn văn\nhai dòng.",
        "## Tiêu đề [có liên kết](a.md)",
        "- một\n- hai [liên kết](b.md)\n    - ba",
        "1. nhất\n2. nhì",
        "> Trích dẫn của ai\n> hai dòng",
        "| năm | số |\n| --- | --- |\n| 1998 | [mười](c.md) |",
        '![Ảnh cầu](cau.svg "Cầu")\n\n/// caption\nChú thích\n///',
        "Xem <https://example.org/a> và <thu@example.org>.",
        "Chữ [liên kết một][a] và **đậm**.",
        "    mã nguồn <b>",
        "Câu có chú thích.[^1]",
    ]
)


def body_of(text: str) -> Body:
    """Return the converted body of a Markdown text."""
    text = without_fences(text, tuple(find_fences(text)))
    body, _ = convert(text, "x.vi.md", first_line=1, language="vi")
    assert body is not None
    return body


def structure(body: Body) -> tuple[object, ...]:
    """Return what a translation shares with its original."""
    levels = [heading.level for heading in body.headings]
    links = [(link.target, link.is_image) for link in body.links]
    return levels, links, len(body.words.split("\n"))


def made(body: str) -> str:
    """Return the body of a new translation."""
    return make_skeleton(FIELDS, body).split("\n---\n", 1)[1]


@given(st.lists(BLOCKS, max_size=6))
def test_structure_is_the_same(blocks: list[str]) -> None:
    """Headings, links, pictures and the number of paragraphs are those of the original."""
    definitions = "[a]: d.md\n\n[^1]: Lời chú [ở đây](e.md)."
    body = "\n\n".join([*blocks, definitions])
    assert structure(body_of(made(body))) == structure(body_of(body))


@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: path.name)
def test_structure_of_real_texts(path: Path) -> None:
    """So it is for every text that there is."""
    body = path.read_text("utf-8").split("\n---\n", 1)[1]
    assert structure(body_of(made(body))) == structure(body_of(body))


@given(st.lists(BLOCKS.filter(lambda block: not block.startswith(" ")), max_size=6))
def test_no_word_of_the_original_is_left(blocks: list[str]) -> None:
    """Nothing of the original's language stands in the new body."""
    text = made("\n\n".join(blocks))
    for word in ("đoạn", "Tiêu đề", "một", "nhất", "Trích", "năm", "Ảnh", "Chú", "đậm", "Câu"):
        assert word not in text


def test_made_file_waits_to_be_filled(tmp_path: Path) -> None:
    """The new file is refused until title and summary stand in it, then it is a pair."""
    content = content_of(tmp_path, {ORIGINAL: PAIR[ORIGINAL]})
    done = run(content, "translate", "k")
    assert (done.code, done.err) == (0, "")
    text = (content / TRANSLATION).read_text("utf-8")
    assert "title:  # Bài" in text
    check = run(content, "check")
    assert check.code == 1
    assert check.out.count("[field-missing]") == 2
    summary = "A summary that is just long enough for the rules to let it pass."
    filled = text.replace("title:", "title: Piece").replace("summary:", f"summary: {summary}")
    (content / TRANSLATION).write_text(filled.replace("…", "Words"), encoding="utf-8")
    assert run(content, "check").code == 0
    assert run(content, "translate", "k", "--confirm").code == 0


def test_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    """A translation that is there stays as it is, readable or not."""
    for written in (PAIR[TRANSLATION], "---\ntitle: [\n---\nHalf of it."):
        content = content_of(tmp_path, {ORIGINAL: PAIR[ORIGINAL], TRANSLATION: written})
        done = run(content, "translate", "k")
        assert (content / TRANSLATION).read_text("utf-8") == written
        assert done.code == int("title: [" in written)


def test_pages_and_english_originals(tmp_path: Path) -> None:
    """A page gets its other file too, and an English original a Vietnamese one."""
    english = PAIR[ORIGINAL].replace("title: Bài", "title: Piece")
    content = content_of(tmp_path, {TRANSLATION: english})
    assert run(content, "translate", "k").code == 0
    assert (content / ORIGINAL).is_file()
    (content / "pages/about.en.md").unlink()
    assert run(content, "translate", "pages/about").code == 0
    assert 'revision: "000000"' in (content / "pages/about.en.md").read_text("utf-8")
