"""Numbers: groups, decimals and positions."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text import Language
from plugins.bulletin.text.numbers import format_coordinates, format_decimal, format_integer


def test_integer() -> None:
    """Groups of three are parted by a point in Vietnamese and a comma in English."""
    assert format_integer(1100, "vi") == "1.100"
    assert format_integer(1234567, "en") == "1,234,567"
    assert format_integer(-7, "vi") == "-7"


@pytest.mark.parametrize(
    ("number", "places", "vietnamese", "english"),
    [
        (1234.5, 2, "1.234,50", "1,234.50"),
        (0.125, 2, "0,13", "0.13"),
        (-0.001, 2, "0,00", "0.00"),
        (Decimal("3.35"), 1, "3,4", "3.4"),
        (2.5, 0, "3", "3"),
    ],
)
def test_decimal(number: float | Decimal, places: int, vietnamese: str, english: str) -> None:
    """Decimals are fixed in number, rounded as at school, and never minus zero."""
    assert format_decimal(number, "vi", places=places) == vietnamese
    assert format_decimal(number, "en", places=places) == english


@pytest.mark.parametrize(
    ("latitude", "longitude", "language", "expected"),
    [
        (17.9667, 102.6, "vi", "17,97° B, 102,60° Đ"),
        (17.9667, 102.6, "en", "17.97° N, 102.60° E"),
        (-33.8688, -70.65, "vi", "33,87° N, 70,65° T"),
        (-33.8688, -70.65, "en", "33.87° S, 70.65° W"),
        (-0.001, 0, "en", "0.00° N, 0.00° E"),
    ],
)
def test_coordinates(latitude: float, longitude: float, language: Language, expected: str) -> None:
    """A position names its directions in the page's language: Vietnamese N is nam, south."""
    assert format_coordinates(latitude, longitude, language) == expected


@given(st.integers(-(10**27), 10**27))
def test_integer_keeps_every_digit(number: int) -> None:
    """Taking the points away gives the number back."""
    assert int(format_integer(number, "vi").replace(".", "")) == number
    assert int(format_integer(number, "en").replace(",", "")) == number
