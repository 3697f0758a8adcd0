"""Windows: which part of the Earth a map shows, and where on it a place lies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from plugins.bulletin.render.projection import Point, nearest_turn, project

CENTRE = 150.0  # meridian in the middle of the world map, which is thus cut along 30°W
UNIT = 500  # units of the world map's outline to a radius of the Earth
AROUND_WORLD = 0.02  # radii of the Earth beyond the land of the world map
AROUND = 0.14  # share of its extent by which a window goes beyond what it must show
HALVINGS = 24  # steps to find a latitude, to a millionth of a degree


class Bounds(NamedTuple):
    """The edges of an upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Bounds) -> bool:
        """Tell whether two rectangles have a point in common."""
        is_beside = self.right < other.left or other.right < self.left
        return not (is_beside or self.bottom < other.top or other.bottom < self.top)

    def moved(self, way: float) -> Bounds:
        """Return the same rectangle further right."""
        return self._replace(left=self.left + way, right=self.right + way)


class Window(Struct, frozen=True):
    """A rectangle of the plane on which `centre` is the straight meridian, in Earth radii."""

    centre: float
    left: float
    top: float
    width: float
    height: float

    @classmethod
    def of_world(cls, land: Bounds) -> Window:
        """Return the window of the world map around its land."""
        left, top = land.left - AROUND_WORLD, land.top - AROUND_WORLD
        width, height = land.right - left + AROUND_WORLD, land.bottom - top + AROUND_WORLD
        return cls(CENTRE, left, top, width, height)

    @classmethod
    def around(cls, places: Iterable[tuple[float, float]], *, shape: float, least: float) -> Window:
        """Return a window that shows places with room about them.

        Args:
            places: Longitudes and latitudes, at least one, less than half an Earth apart.
            shape: Width by height.
            least: The least height, in radii of the Earth.
        """
        given = list(places)
        lons = [nearest_turn(lon, given[0][0]) for lon, _ in given]
        centre = (min(lons) + max(lons)) / 2
        points = [
            project(lon, lat, centre=centre) for lon, (_, lat) in zip(lons, given, strict=True)
        ]
        across = max(point.x for point in points) - min(point.x for point in points)
        top, bottom = min(point.y for point in points), max(point.y for point in points)
        room = 1 + 2 * AROUND
        height = max(least, (bottom - top) * room, across * room / shape)
        middle = (min(p.x for p in points) + max(p.x for p in points)) / 2
        return cls(
            centre, middle - height * shape / 2, (top + bottom - height) / 2, height * shape, height
        )

    def place(self, lon: float, lat: float) -> Point:
        """Return where a place lies, as shares of the window's width and height."""
        x, y = project(nearest_turn(lon, self.centre), lat, centre=self.centre)
        return Point((x - self.left) / self.width, (y - self.top) / self.height)

    def scaled(self, point: Point, scale: float) -> Point:
        """Return a point of the plane in the units of a drawing."""
        return Point((point.x - self.left) * scale, (point.y - self.top) * scale)

    def shows(self, lon: float, lat: float, *, edge: float = 0.0) -> bool:
        """Tell whether a place lies in the window, farther in than a share of its size."""
        x, y = self.place(lon, lat)
        return edge <= x <= 1 - edge and edge <= y <= 1 - edge

    def surely(self) -> Bounds:
        """Return longitudes and latitudes that lie in the window for certain, south as the top."""
        north, south = _latitude(self.top), _latitude(self.top + self.height)
        widest = project(1, 0 if south < 0 < north else min(abs(north), abs(south)), centre=0).x
        return Bounds(
            self.centre + self.left / widest,
            south,
            self.centre + (self.left + self.width) / widest,
            north,
        )

    def degrees(self, *, margin: float = 0.0) -> Bounds:
        """Return the longitudes and latitudes around the window, south as the top."""
        north = _latitude(self.top - margin)
        south = _latitude(self.top + self.height + margin)
        farthest = max(abs(self.left - margin), abs(self.left + self.width + margin))
        narrowest = project(1, max(abs(north), abs(south)), centre=0).x
        reach = min(180.0, farthest / narrowest)
        return Bounds(self.centre - reach, south, self.centre + reach, north)


def _latitude(y: float) -> float:
    """Return the latitude of a height on the plane, at most a pole."""
    low, high = -90.0, 90.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if -project(0, middle, centre=0).y < -y else (low, middle)
    return low
