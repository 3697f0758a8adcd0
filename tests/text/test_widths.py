"""Widths: an estimate near enough to keep names apart, and where a name is broken."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text.widths import in_two_lines, text_width

# Widths of the interface's face at one pixel, read from its font files.
MEASURED = {
    "Trường Sa archipelago": 11.29,
    "Quần đảo Trường Sa": 10.12,
    "(Việt Nam)": 5.43,
    "Saint Petersburg": 8.31,
    "Vùng Île-de-France": 9.9,
    "Washington": 5.94,
    "Utah": 2.4,
}


@pytest.mark.parametrize(("text", "width"), MEASURED.items())
def test_estimate_is_near(text: str, width: float) -> None:
    """An estimate is at most a twentieth too long, and never too short."""
    assert width <= text_width(text, 1) <= width * 1.05


@given(st.text(max_size=30))
def test_lines_say_the_same(text: str) -> None:
    """Breaking a name loses no letter."""
    assert " ".join(in_two_lines(text)) == text


def test_bracket_stands_alone() -> None:
    """A name breaks before its bracket, else where both lines are short."""
    assert in_two_lines("Quần đảo Hoàng Sa (Việt Nam)") == ("Quần đảo Hoàng Sa", "(Việt Nam)")
    assert in_two_lines("Vùng Nam Ostrobothnia") == ("Vùng Nam", "Ostrobothnia")
    assert in_two_lines("Minsk") == ("Minsk",)
