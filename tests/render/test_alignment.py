"""Alignment: which parts of two bodies stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.model.library import Row
from plugins.bulletin.render.alignment import Shape, align

KINDS = st.lists(st.sampled_from(["p", "h2", "h3", "ul", "figure", "div"]), max_size=12)
NUMBERS = st.none() | st.integers(-1, 4)


def shape(kinds: Sequence[str], length: int = 200) -> Shape:
    """Return parts of these kinds, all of one length."""
    return [(kind, length) for kind in kinds]


def nothing() -> Sequence[Row]:
    """Find no rows."""
    return ()


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
def test_rows(original: str, translation: str, expected: list[Row]) -> None:
    """Parts of one kind in one order are matched; what has no counterpart stands alone."""
    assert [*align(nothing, shape(original.split()), shape(translation.split()))] == expected


@pytest.mark.parametrize(
    ("known", "is_used"),
    [
        ([(0, None), (1, 0)], True),
        ([(0, 0), (1, None)], True),
        ([(0, 0)], False),
        ([(0, 0), (1, 1)], False),
        ([(1, 0), (0, None)], False),
    ],
)
def test_known_rows_are_used_when_they_fit(known: list[Row], *, is_used: bool) -> None:
    """Rows found by reading the texts come first, unless a part would be lost or doubled."""
    assert (align(lambda: known, shape(["p", "p"]), shape(["p"])) == known) == is_used


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=6), KINDS, KINDS)
def test_every_part_stands_once_and_in_order(
    known: list[Row], original: list[str], translation: list[str]
) -> None:
    """Nothing of either language is lost, repeated or moved, whatever is known."""
    rows = align(lambda: known, shape(original), shape(translation))
    assert [row[0] for row in rows if row[0] is not None] == [*range(len(original))]
    assert [row[1] for row in rows if row[1] is not None] == [*range(len(translation))]


@given(KINDS)
def test_equal_bodies_match_throughout(kinds: list[str]) -> None:
    """Where both languages have the same parts, none stands alone."""
    assert [*align(nothing, shape(kinds), shape(kinds))] == [
        (number, number) for number in range(len(kinds))
    ]


def test_texts_are_read_where_lengths_do_not_agree() -> None:
    """Three paragraphs beside three may be other ones: a long one beside a short one tells."""
    known: list[Row] = [(0, 0), (1, None), (2, 1), (None, 2)]
    original = [("p", 300), ("p", 900), ("p", 300)]
    translation = [("p", 300), ("p", 300), ("p", 900)]
    assert align(lambda: known, original, translation) == known


def test_texts_are_not_read_where_the_shapes_agree() -> None:
    """Finding rows takes time, and most translations follow their originals part by part."""

    def find() -> Sequence[Row]:
        raise AssertionError("asked in vain")

    lengths = [("h2", 12), ("p", 400), ("ul", 90), ("p", 200)]
    longer = [(kind, length * 5 // 4) for kind, length in lengths]
    assert [*align(find, lengths, longer)] == [(number, number) for number in range(4)]
