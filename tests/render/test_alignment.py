"""Alignment: which parts of two bodies stand side by side."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.render.alignment import Row, align_by_kind

KINDS = st.lists(st.sampled_from(["p", "h2", "h3", "ul", "figure", "div"]), max_size=12)


@pytest.mark.parametrize(
    ("original", "translation", "expected"),
    [
        ("", "", []),
        ("p h2 p", "p h2 p", [(0, 0), (1, 1), (2, 2)]),
        ("p ul h2 p", "p h2 p", [(0, 0), (1, None), (2, 1), (3, 2)]),
        ("h2 p", "h2 p p", [(0, 0), (1, 1), (None, 2)]),
        ("p", "ul", [(0, None), (None, 0)]),
        ("p", "", [(0, None)]),
    ],
)
def test_rows(
    original: str, translation: str, expected: list[tuple[int | None, int | None]]
) -> None:
    """Parts of one kind in one order are matched; what has no counterpart stands alone."""
    rows = align_by_kind(original.split(), translation.split())
    assert rows == tuple(Row(*pair) for pair in expected)


@given(KINDS, KINDS)
def test_every_part_stands_once_and_in_order(original: list[str], translation: list[str]) -> None:
    """Nothing of either language is lost, repeated or moved, and no row is empty."""
    rows = align_by_kind(original, translation)
    assert [row.original for row in rows if row.original is not None] == [*range(len(original))]
    others = [row.translation for row in rows if row.translation is not None]
    assert others == [*range(len(translation))]
    assert Row(None, None) not in rows


@given(KINDS)
def test_equal_bodies_match_throughout(kinds: list[str]) -> None:
    """Where both languages have the same parts, none stands alone."""
    assert align_by_kind(kinds, kinds) == tuple(Row(index, index) for index in range(len(kinds)))
