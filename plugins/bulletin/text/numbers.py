"""Numbers: counts, decimals and positions as people write them. No text is parsed here."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal as _format

from plugins.bulletin.text import Language

_NORTH_SOUTH = {"vi": "BN", "en": "NS"}  # Bắc, Nam
_EAST_WEST = {"vi": "ĐT", "en": "EW"}  # Đông, Tây


def format_integer(number: int, language: Language) -> str:
    """Return a whole number in groups of three: 1.100 in Vietnamese, 1,100 in English."""
    return _format(number, format="#,##0", locale=language)


def format_decimal(number: float | Decimal, language: Language, *, places: int = 2) -> str:
    """Return a number with a fixed count of decimals, halves rounded away from zero.

    Args:
        number: Any finite number; a float counts as it prints, so 0.125 gives 0.13.
        language: Vietnamese writes 1.234,50 and English 1,234.50.
        places: 0–9 decimals.
    """
    rounded = _round(number, places)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return _format(rounded, format=pattern, locale=language)


def format_coordinates(latitude: float, longitude: float, language: Language) -> str:
    """Return a position: "17,97° B, 102,60° Đ" or "17.97° N, 102.60° E".

    Args:
        latitude: Degrees, -90 to 90, north positive.
        longitude: Degrees, -180 to 180, east positive.
        language: Of the numbers and of the four directions.
    """
    north = _angle(latitude, _NORTH_SOUTH[language], language)
    east = _angle(longitude, _EAST_WEST[language], language)
    return f"{north}, {east}"


def _angle(degrees: float, directions: str, language: Language) -> str:
    """Return one angle with its direction; what rounds to zero is north or east."""
    rounded = _round(degrees, 2)
    direction = directions[1] if rounded < 0 else directions[0]
    return f"{format_decimal(abs(rounded), language)}° {direction}"


def _round(number: float | Decimal, places: int) -> Decimal:
    """Return a number rounded as at school, with no negative zero."""
    step = Decimal(1).scaleb(-places)
    return Decimal(str(number)).quantize(step, rounding=ROUND_HALF_UP) + 0
