"""Projection: places on Earth become points on a plane, all areas in proportion."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


class Point(NamedTuple):
    """A point of the plane in radii of the Earth; x grows to the east, y to the south."""

    x: float
    y: float


def project(lon: float, lat: float, *, centre: float) -> Point:
    """Return the point of a place by the Equal Earth projection.

    Args:
        lon: Degrees east. 200 and -160 are one meridian, yet drawn a whole Earth apart.
        lat: Degrees north.
        centre: Meridian that is drawn as a straight line.

    Source: Šavrič, Patterson and Jenny 2018, The Equal Earth map projection,
    doi:10.1080/13658816.2018.1504949, equations 4 and 5.
    """
    theta = asin(_M * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    height = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return Point(radians(lon - centre) * cos(theta) / (_M * slope), -height)


def nearest_turn(lon: float, centre: float) -> float:
    """Return the same meridian counted so that it is less than half an Earth from the centre."""
    return (lon - centre + 180) % 360 - 180 + centre
