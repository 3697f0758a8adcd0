"""Alignment: blocks that belong together, where one text has more of them."""

from __future__ import annotations

from plugins.bulletin.parity.align import Row, align
from tests.parity.saying import facts

VI = ("Đoàn có 25 người.", "## Chợ", "Chợ có 300 gian hàng.", "- cá\n- rau", "Đoàn về ngày 17/8.")
EN = (
    "The group had 25 members.",
    "## The market",
    "The market had 300 stalls.",
    "- fish\n- greens",
    "The group left on 17 August.",
)


def rows(vi: tuple[str, ...], en: tuple[str, ...]) -> list[Row]:
    """Align two texts given block by block."""
    return list(align(facts("\n\n".join(vi), "vi"), facts("\n\n".join(en), "en")))


def test_texts_of_one_build_are_taken_block_by_block() -> None:
    """As many blocks of the same kinds stand beside each other in order."""
    assert rows(VI, EN) == [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]


def test_a_missing_paragraph_leaves_a_gap_at_its_place() -> None:
    """The facts of the others tell which paragraph is missing."""
    assert rows(VI, EN[:2] + EN[3:]) == [(0, 0), (1, 1), (2, None), (3, 2), (4, 3)]
    vi, en = (VI[0], VI[2], VI[4]), (EN[0], EN[4])
    assert rows(vi, en) == [(0, 0), (1, None), (2, 1)]


def test_a_new_heading_stands_alone() -> None:
    """A heading goes with headings only, and what follows stays beside its own."""
    more = (*EN[:3], "## More", *EN[3:])
    assert rows(VI, more) == [(0, 0), (1, 1), (2, 2), (None, 3), (3, 4), (4, 5)]


def test_every_block_stands_in_one_row() -> None:
    """Nothing is lost and nothing is told twice, however different the texts are."""
    found = rows(VI, ("Text.", "> Quote.", "| a | b |\n| - | - |", "***"))
    assert [row.original for row in found if row.original is not None] == [0, 1, 2, 3, 4]
    assert [row.translation for row in found if row.translation is not None] == [0, 1, 2, 3]


def test_an_empty_text_has_only_gaps() -> None:
    """Against nothing, every block is without counterpart."""
    assert rows(VI[:2], ()) == [(0, None), (1, None)]
