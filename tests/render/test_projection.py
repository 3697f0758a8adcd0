"""The projection: the published figures, and equal areas everywhere."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, radians

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.render.projection import nearest_turn, project

# Printed by PROJ 9 for `+proj=eqearth +R=1`.
KNOWN = {
    (0, 0): (0.0, 0.0),
    (180, 0): (2.7066299836960748, 0.0),
    (0, 90): (0.0, 1.3173627591574133),
    (180, 90): (1.6035886482840516, 1.3173627591574133),
    (105.8542, 21.0285): (1.5408246920996513, 0.42095177577659987),
    (-70, -33.45): (-0.9682810683976573, -0.6569990436972172),
    (25, 65): (0.2690202233711485, 1.1519244801891964),
}


@pytest.mark.parametrize(("place", "expected"), KNOWN.items())
def test_known_points(place: tuple[float, float], expected: tuple[float, float]) -> None:
    """Corners of the map lie where the published formula puts them; y grows to the south."""
    x, y = project(*place, centre=0)
    assert (x, -y) == pytest.approx(expected, abs=1e-9)


def test_proportions_of_the_paper() -> None:
    """Height to width is 1:2.05458 and the pole line is 0.59247 of the equator."""
    width, height = project(180, 0, centre=0).x, -project(0, 90, centre=0).y
    assert width / height == pytest.approx(2.05458, abs=5e-5)
    assert project(180, 90, centre=0).x / width == pytest.approx(0.59247, abs=5e-5)


@given(st.floats(-179, 179), st.floats(-88, 88))
def test_areas_are_equal(lon: float, lat: float) -> None:
    """A small piece of the Earth has the same share of the plane wherever it lies."""
    step = 1e-4
    east, west = project(lon + step, lat, centre=0), project(lon - step, lat, centre=0)
    north, south = project(lon, lat + step, centre=0), project(lon, lat - step, centre=0)
    # On a meridian x changes with the latitude, but y does not change along a parallel.
    assert east.y == west.y
    area = (east.x - west.x) * (south.y - north.y)
    on_earth = radians(2 * step) ** 2 * cos(radians(lat))
    assert area / on_earth == pytest.approx(1, rel=1e-5)


@given(st.floats(-720, 720), st.floats(-180, 180))
def test_nearest_turn(lon: float, centre: float) -> None:
    """A meridian is counted within half a turn of the centre and stays the same meridian."""
    found = nearest_turn(lon, centre)
    assert -180 - 1e-9 <= found - centre <= 180 + 1e-9
    assert ((found - lon) / 360) == pytest.approx(round((found - lon) / 360), abs=1e-9)


def test_area_of_the_whole() -> None:
    """The whole map has the area of the sphere, by strips between parallels."""
    lats = [index / 10 for index in range(-900, 901)]
    rows = [(project(180, lat, centre=0).x * 2, -project(0, lat, centre=0).y) for lat in lats]
    pairs = pairwise(rows)
    area = sum((a[0] + b[0]) / 2 * (b[1] - a[1]) for a, b in pairs)
    assert area == pytest.approx(4 * pi, rel=1e-5)
