"""Vietnamese words on English pages: found by their letters, marked in texts and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.render.foreign import with_languages
from plugins.bulletin.text.html import text_of
from plugins.bulletin.text.vietnamese import find_vietnamese


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 17 August Ms Nguyễn Thị Tuyến met Đỗ Nam in Huế.",
            ["Nguyễn Thị Tuyến", "Đỗ Nam", "Huế"],
        ),
        ("The Hữu nghị và Hợp tác bulletin", ["Hữu nghị và Hợp tác"]),
        ("To Đà Nẵng by Lê Duẩn Street", ["Đà Nẵng", "Lê Duẩn"]),
        ("Ms Trần Thị Phương's speech", ["Trần Thị Phương"]),
        ("São Paulo, Île-de-France, Brasília and Kraków", []),
        ("Hanoi and Ho Chi Minh City", []),
        ("Kỷ\u00a0niệm\nmới", ["Kỷ\u00a0niệm\nmới"]),
        ("", []),
    ],
)
def test_names_are_found_whole(text: str, expected: list[str]) -> None:
    """Names with their plain parts are found, and other languages' letters are not taken."""
    assert [text[start:end] for start, end in find_vietnamese(text)] == expected


def test_texts_are_marked_and_tags_left_alone() -> None:
    """Attributes, titles of windows, data and what says its language stay as they are."""
    page = (
        "<head><title>Huế</title><script>Huế</script></head><body>"
        '<a title="Huế" href="/x" lang="vi">Huế</a><p>In <b>Huế</b> and Đà Nẵng.</p>'
        "<select><option>Huế</option></select><svg><text>Huế</text></svg></body>"
    )
    expected = page.replace("<b>Huế</b>", '<b><span lang="vi">Huế</span></b>').replace(
        "Đà Nẵng", '<span lang="vi">Đà Nẵng</span>'
    )
    assert with_languages(page) == expected


def test_only_lang_tells_a_language() -> None:
    """The language of what a link leads to says nothing of its own words."""
    page = '<body><p><a hreflang="vi" href="/x">Huế</a> <q lang="vi">Huế</q> <b>Huế</b></p></body>'
    marked = '<span lang="vi">Huế</span>'
    expected = f'<a hreflang="vi" href="/x">{marked}</a> <q lang="vi">Huế</q> <b>{marked}</b>'
    assert with_languages(page) == f"<body><p>{expected}</p></body>"


def test_plain_english_is_left_alone() -> None:
    """A page without such letters is the same text."""
    page = "<body><p>Hanoi and Vientiane</p></body>"
    assert with_languages(page) is page


@given(st.lists(st.sampled_from(["Huế", "the", "Đỗ", "Nam", "São", "&amp;", "12", "“", "met"])))
def test_no_word_is_lost(words: list[str]) -> None:
    """Without the marks a page reads as before, and marking again changes nothing."""
    page = f"<body><p>{' '.join(words)}</p></body>"
    marked = with_languages(page)
    assert re.sub(r"</?span[^>]*>", "", marked) == page
    assert text_of(marked) == text_of(page)
    assert with_languages(marked) == marked
