"""Folding: text for search and comparison."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đối ngoại", "doi ngoai"),
        ("ĐƯỜNG ĐUỔI", "duong duoi"),
        ("Ðà Nẵng", "da nang"),
        ("Straße, Łódź", "strasse, lodz"),
        ("ວຽງຈັນ", "ວຽງຈັນ"),
        ("한국", "한국"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """Case, marks and đ go; spaces, punctuation and other scripts stay."""
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folding."""
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_encoding_of_marks_does_not_matter(text: str) -> None:
    """NFC and NFD fold alike, so that a search finds both."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
