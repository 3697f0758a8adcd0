"""Positions: a place lies in its country, as far as rectangles around it can tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from plugins.bulletin.model.common import Position
from plugins.bulletin.problems import Place, Problem, Words, schema_rules as rules
from plugins.bulletin.schema.countries import usual_name
from plugins.bulletin.schema.country_bounds import TABLE

MARGIN = 1.0  # degrees around a rectangle; a coast is drawn roughly, and an island may be missing

Box = tuple[int, int, int, int]  # south, west, north, east


@cache
def country_boxes() -> Mapping[str, tuple[Box, ...]]:
    """Return the rectangles of every country that the table has."""
    rows = (line.split() for line in TABLE.split("\n") if line)
    return {code: tuple(_box(text) for text in boxes) for code, *boxes in rows}


def check_position(position: Position, country: str, place: Place) -> list[Problem]:
    """Report a position that is far from its country; a code without bounds is let pass.

    Args:
        position: The position.
        country: Its country's code.
        place: Where it is written.
    """
    if country not in country_boxes() or _lies_in(position.lat, position.lon, country):
        return []
    found = f"{position.lat:.8g}, {position.lon:.8g}"
    name = Words(usual_name(country, "en") or country, usual_name(country, "vi") or country)
    guess = _guess(position, country)
    return [rules.POSITION_ELSEWHERE.at(place, found=found, country=name, guess=guess)]


def _guess(position: Position, country: str) -> Words:
    """Say what was meant, where another order or another sign leads into the country."""
    lat, lon = position.lat, position.lon
    for south, east in ((lon, lat), (lat, -lon), (-lat, lon), (-lat, -lon)):
        if abs(south) <= 90 and _lies_in(south, east, country):
            meant = f"lat: {south:.8g}, lon: {east:.8g}"
            return Words(f"; did you mean `{meant}`?", f"; có phải `{meant}`?")
    return Words("", "")


def _lies_in(lat: float, lon: float, country: str) -> bool:
    return any(_covers(box, lat, lon) for box in country_boxes()[country])


def _covers(box: Box, lat: float, lon: float) -> bool:
    """Tell whether a point lies in a rectangle or near it, also across 180 degrees."""
    south, west, north, east = box
    is_in_width = (lon - west + MARGIN) % 360 <= east - west + 2 * MARGIN
    return is_in_width and south - MARGIN <= lat <= north + MARGIN


def _box(text: str) -> Box:
    south, west, north, east = map(int, text.split(","))
    return south, west, north, east
