"""Land: outlines for the maps, whole or cut to a window, as SVG draws them.

The outlines are vendored; `theme/tools/make_land.py` makes them. They hold land alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import floor
from pathlib import Path
from typing import NamedTuple

from plugins.bulletin.render.map_window import UNIT, Bounds, Window
from plugins.bulletin.render.projection import Point, project

FOLDER = Path(__file__).parents[1] / "land"
HUNDREDTHS = 100  # of a degree, the unit of the outline for near windows
LEAST = 3.0  # units squared; what is smaller is not drawn
BEYOND = 12  # units that land goes on outside a window, so that its cut edge is not seen
CELLS = (60.0, 10.0)  # degrees; windows in the same cells share their first cuts

Ring = Sequence[Point]


class Coast(NamedTuple):
    """One ring of the near outline in degrees, and the degrees it lies between."""

    bounds: Bounds
    ring: Ring


@cache
def world_rings() -> Sequence[Ring]:
    """Return the outline of the world map in its units."""
    return _read("world.txt", 1)


@cache
def world_path() -> str:
    """Return the outline of the world map."""
    return path_of(world_rings())


@cache
def world_window() -> Window:
    """Return the part of the plane that the land of the world map takes."""
    points = [point for ring in world_rings() for point in ring]
    around = bounds_of(points)
    return Window.of_world(Bounds(*(edge / UNIT for edge in around)))


@lru_cache(maxsize=4096)
def near_path(window: Window, *, fine: int) -> str:
    """Return the land that a window shows, in units of which `fine` are its width."""
    scale = fine / window.width
    edge = Bounds(-BEYOND, -BEYOND, fine + BEYOND, window.height * scale + BEYOND)
    around = window.degrees(margin=2 * BEYOND / scale)
    rings = []
    for turn in (-360, 0, 360):
        shifted = around.moved(-turn)
        for coast in _in_cells(_cells(shifted, CELLS[-1])):
            flat = (project(x + turn, y, centre=window.centre) for x, y in cut_to(coast, shifted))
            rings.append(clip([window.scaled(point, scale) for point in flat], edge))
    return path_of(ring for ring in rings if abs(_area(ring)) > LEAST)


def _area(ring: Ring) -> float:
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return sum(a.x * b.y - b.x * a.y for a, b in pairs) / 2


def _cells(around: Bounds, size: float) -> Bounds:
    left, top, right, bottom = (edge / size for edge in around)
    return Bounds(*(size * floor(edge) for edge in (left, top, right + 1, bottom + 1)))


@lru_cache(maxsize=1024)
def _in_cells(around: Bounds) -> Sequence[Coast]:
    """Return the near outline cut to small cells, from what is cut to large ones."""
    return _coasts_in(_in_large_cells(_cells(around, CELLS[0])), around)


@lru_cache(maxsize=128)
def _in_large_cells(around: Bounds) -> Sequence[Coast]:
    return _coasts_in(_coasts(), around)


def _coasts_in(coasts: Iterable[Coast], around: Bounds) -> Sequence[Coast]:
    rings = (cut_to(coast, around) for coast in coasts if coast.bounds.meets(around))
    return [Coast(bounds_of(ring), ring) for ring in rings if ring]


def cut_to(coast: Coast, bounds: Bounds) -> Ring:
    """Return the part of a coast inside bounds; only where it goes beyond them is it cut."""
    is_inside = (
        bounds.left <= coast.bounds.left
        and coast.bounds.right <= bounds.right
        and bounds.top <= coast.bounds.top
        and coast.bounds.bottom <= bounds.bottom
    )
    if is_inside or not coast.bounds.meets(bounds):
        return coast.ring if is_inside else ()
    return clip(coast.ring, bounds)


@cache
def _coasts() -> Sequence[Coast]:
    rings = _read("near.txt", HUNDREDTHS)
    return [Coast(bounds_of(ring), ring) for ring in rings]


def _read(name: str, unit: int) -> Sequence[Ring]:
    """Read rings, one a line: a first point and the steps from each point to the next."""
    return [_walk(line, unit) for line in (FOLDER / name).read_text("utf-8").splitlines()]


def _walk(line: str, unit: int) -> Ring:
    steps = [step.partition(",") for step in line.split()]
    across = accumulate(int(x) for x, _, _ in steps)
    down = accumulate(int(y) for _, _, y in steps)
    return [Point(x / unit, y / unit) for x, y in zip(across, down, strict=True)]


def bounds_of(points: Iterable[Point]) -> Bounds:
    """Return the smallest bounds around points, of which there is at least one."""
    across, down = zip(*points, strict=True)
    return Bounds(min(across), min(down), max(across), max(down))


def clip(ring: Ring, bounds: Bounds) -> Ring:
    """Return the part of a ring inside bounds; where it leaves them it follows their edge.

    Source: Sutherland and Hodgman 1974, Reentrant polygon clipping, doi:10.1145/360767.360802.
    """
    for axis, edge, sign in (
        (0, bounds.left, 1),
        (0, bounds.right, -1),
        (1, bounds.top, 1),
        (1, bounds.bottom, -1),
    ):
        ring = _cut(ring, axis, edge=edge, sign=sign)
    return ring


def _cut(ring: Ring, axis: int, *, edge: float, sign: int) -> Ring:
    """Return the part of a ring on one side of a line; `sign` is 1 where values above stay."""
    if all((point[axis] - edge) * sign >= 0 for point in ring):
        return ring
    kept: list[Point] = []
    before = ring[-1]
    was_inside = (before[axis] - edge) * sign >= 0
    for point in ring:
        is_inside = (point[axis] - edge) * sign >= 0
        if is_inside != was_inside:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            x, y = (a + (b - a) * share for a, b in zip(before, point, strict=True))
            kept.append(Point(x, y))
        if is_inside:
            kept.append(point)
        before, was_inside = point, is_inside
    return kept


def path_of(rings: Iterable[Ring]) -> str:
    """Return rings as the data of an SVG path, in whole numbers and steps."""
    return "".join(map(_ring_path, rings))


def _ring_path(ring: Ring) -> str:
    points = [(round(x), round(y)) for x, y in ring]
    pairs = zip(points, [*points[1:], *points[:1]], strict=True)
    kept = [here for here, after in pairs if here != after]
    if len(kept) < 3:
        return ""
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(kept)]
    return f"M{_pair(*kept[0])}l{' '.join(_pair(*step) for step in steps)}z".replace(" -", "-")


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"
