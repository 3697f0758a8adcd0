"""Blocks are the elements of the page: as many, of the same kinds, in the same order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from lxml import html

from plugins.bulletin.parity.blocks import split_blocks
from plugins.bulletin.parity.facts import survey
from plugins.bulletin.parity.pieces import Block
from plugins.bulletin.read.fences import find_fences, without_fences
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.read.markdown import convert
from tests.site.building import REAL_CONTENT

TAGS = {
    "infographic": "div",  # what it becomes is put in its place
    "paragraph": "p", "image": "p", "quote": "blockquote", "table": "table", "figure": "figure",
    "code": "pre", "rule": "hr", "notes": "div",
}  # fmt: skip
PARTS = (
    "Một đoạn có 25 người.\nDòng hai.",
    "## Tiêu đề",
    "# Đầu đề\nNgay dưới",
    "Gạch dưới\n---",
    "Gạch đôi\n===\nthêm",
    "- a\n- b\n    - c\n    - d\n- e",
    "1. a\n2. b",
    "* x\n\n    đoạn hai của mục",
    "    mã\n    nữa",
    "> trích\n> dòng\nlười",
    "> a\n>\n> b",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "a | b\n--|--\n1 | 2",
    "| a |\n|---|\n| b |",
    "![hình](x.svg)",
    "![hình](x.svg)\n/// caption\nLời\n///",
    "/// caption\nLời hai\n///",
    "---",
    "chữ\n***\nsau",
    "[^1]: Chú thích",
    "[^2]: hai\n    tiếp\n\n    đoạn hai",
    "chữ[^1] và[^2]",
    "[ref]: https://x.vn",
    "chữ\n[ref]: https://x.vn\nsau",
    "chữ\n- không là danh sách",
    "- a\ntiếp\n- b",
    "1. a\n- b\n2. c",
    "chữ\n## Ở giữa\nsau",
    "- a\n## Ở giữa\n- b",
    "\tthụt vào",
    "đoạn\n> trích bên trong",
    "- a\n> trích",
    "2023. Năm",
    "####### bảy",
    "\\# không phải tiêu đề",
    "<br>",
)


def bodies() -> list[Path]:
    """Return the texts of the real content."""
    return sorted(path for path in REAL_CONTENT.rglob("*.md"))


def tags(body: str) -> list[str]:
    """Return the tags of the top-level elements that a body becomes."""
    text = without_fences(body, tuple(find_fences(body)))
    converted, _ = convert(text, "a.vi.md", first_line=1, language="vi")
    assert converted is not None
    return [str(element.tag) for element in html.fragments_fromstring(converted.html or "")]


def tag(block: Block) -> str:
    """Return the tag that a block should have."""
    if block.kind == "heading":
        return f"h{block.level}"
    if block.kind == "list":
        return "ol" if block.pieces[0].is_ordered else "ul"
    return TAGS[block.kind]


@pytest.mark.parametrize("path", bodies(), ids=lambda path: path.name)
def test_real_texts_have_a_block_for_every_element(path: Path) -> None:
    """Of every text of the real content, blocks and elements are the same."""
    split, _ = split_front_matter(path.read_text(encoding="utf-8"), path.name)
    assert split is not None
    assert [tag(block) for block in split_blocks(split.body)] == tags(split.body)


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=6), st.sampled_from(["\n\n", "\n\n\n"])
)
def test_composed_texts_have_a_block_for_every_element(parts: list[str], between: str) -> None:
    """Of any blocks in any order, as many and the same elements are made."""
    body = between.join(parts)
    assert [tag(block) for block in split_blocks(body)] == tags(body)


def test_items_know_their_depth() -> None:
    """A list tells how deep each item is, and whether it is numbered."""
    (block,) = split_blocks("- a\n    1. b\n    2. c\n- d")
    assert block.shape == ((1, False), (2, True), (2, True), (1, False))


def test_places_are_those_of_the_file() -> None:
    """Line and column of a block and of a fact count from the file's first line."""
    first, second = survey("Đoạn một.\n\n- Có 25 người.", language="vi", first_line=8).blocks
    assert first.place() == (8, 1)
    assert second.place() == (10, 3)
    assert second.place(second.facts[0]) == (10, 6)
