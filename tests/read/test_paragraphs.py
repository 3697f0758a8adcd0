"""Paragraphs: a body as the pieces of text that a visitor sees."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.read.markdown import convert
from plugins.bulletin.read.paragraphs import paragraphs

BODY = """\
Ngày 27/7, Hà Nội và [Cairo](a.md) *ký* **thỏa thuận**.[^1]

## Đầu & đuôi

- một
- hai [liên kết](b.md "tên")
    - ba

> trích dẫn

| năm | số |
| --- | --- |
| 1998 | 12 |

![Ảnh cầu](cau.svg)

/// caption
Chú thích ảnh
///

    mã <b>

[^1]: Lời chú `a<b`.
"""
PIECES = [
    "Ngày 27/7, Hà Nội và Cairo ký thỏa thuận.",
    "Đầu & đuôi",
    "một",
    "hai liên kết",
    "ba",
    "trích dẫn",
    "năm số",
    "1998 12",
    "Ảnh cầu",
    "Chú thích ảnh",
    "mã <b>",
    "Lời chú a<b.",
]


def pieces(text: str) -> list[str]:
    """Return the pieces of a Markdown body."""
    body, _ = convert(text, "x.vi.md", first_line=1, language="vi")
    assert body is not None
    return paragraphs(body.html)


def digests(text: str) -> list[str]:
    """Return the digests of a Markdown body."""
    body, _ = convert(text, "x.vi.md", first_line=1, language="vi")
    assert body is not None
    return [line.partition(" ")[0] for line in body.words.split("\n")]


def test_every_block_is_a_piece() -> None:
    """Paragraphs, headings, items, rows, captions and notes stand apart, in their order."""
    assert pieces(BODY) == PIECES


@pytest.mark.parametrize(
    ("found", "put"),
    [
        (r"\(a\.md\)", "(https://example.org/other)"),
        (r"\[Cairo\]\(a\.md\)", "Cairo"),
        (r"\*ký\*", "**ký**"),
        (r"\*\*thỏa thuận\*\*", "_thỏa thuận_"),
        (r"^## ", "### "),
        (r"^- ", "1. "),
        (r"cau\.svg", "cau-moi.svg"),
        (r"Hà Nội và", "Hà Nội\nvà"),
        (r"\n\n", "\n\n\n"),
        (r" --- \|", "-----|"),
        (r" \"tên\"", ""),
        (r"`a<b`", "a&lt;b"),
    ],
)
def test_markup_does_not_count(found: str, put: str) -> None:
    """Targets, emphasis, kinds of headings and lists, and wrapping leave the digests alone."""
    changed = re.sub(found, put, BODY, flags=re.MULTILINE)
    assert changed != BODY
    assert digests(changed) == digests(BODY)


@given(st.data())
def test_any_wrapping_is_the_same(data: st.DataObject) -> None:
    """A paragraph broken into lines anywhere has the same digest."""
    text = "Ngày 27/7 Hà Nội và [Cairo của Ai Cập](a.md) ký *thỏa thuận hữu nghị* năm nay"
    breaks = data.draw(st.lists(st.sampled_from([" ", "\n", "  ", " \n"]), min_size=15))
    parts = text.split(" ")
    wrapped = "".join(
        part + (breaks[index % len(breaks)] if index < len(parts) - 1 else "")
        for index, part in enumerate(parts)
    )
    assert digests(wrapped) == digests(text)


@pytest.mark.parametrize("word", ["Cairo", "đuôi", "một", "trích", "1998", "cầu", "Chú", "Lời"])
def test_a_changed_word_changes_one_piece(word: str) -> None:
    """Another word in a piece changes the digest of that piece and of no other."""
    assert BODY.count(word) == 1
    before, after = digests(BODY), digests(BODY.replace(word, "khác"))
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_letters_of_markup_are_text() -> None:
    """What looks like a tag or an entity in the source is compared as a visitor reads it."""
    assert pieces("a &lt;p&gt; b &amp; c") == ["a <p> b & c"]
