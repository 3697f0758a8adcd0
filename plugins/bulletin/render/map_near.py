"""Near windows: which regions of the world map are drawn again, larger, since marks crowd."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

from plugins.bulletin.render.map_spots import Spot
from plugins.bulletin.render.map_window import Window
from plugins.bulletin.render.projection import Point, nearest_turn

NARROW = 288.0  # pixels, the world map on the narrowest telephone
FINGER = 24.0  # pixels, the least distance of two targets: WCAG 2.2, 2.5.8
REACH_EAST, REACH_NORTH = 32.0, 20.0  # degrees from the middle of a near window
MOST = 3
FEWEST = 5  # crowded marks that are worth a window
SHAPE = 1.2
EDGE = 0.05  # share of a near window along its edges whose marks are left to the world map
LEAST = 0.3  # radii of the Earth


def near_windows(
    spots: Sequence[Spot], fixed: Sequence[Spot], world: Window
) -> list[tuple[Window, list[Spot]]]:
    """Return the near windows, the fullest first, with the spots that each one names.

    Args:
        spots: The partners.
        fixed: The home city and the site's labels, which stay together: a window that shows
            one of them shows all.
        world: The window of the world map.
    """
    left = list(spots)
    found: list[tuple[Window, list[Spot]]] = []
    while len(found) < MOST:
        inside = _fullest(_crowded(left, world), left)
        if len(inside) < FEWEST:
            break
        window = window_with(inside, fixed)
        inside = [spot for spot in left if window.shows(*spot.place, edge=EDGE)]
        left = [spot for spot in left if not window.shows(*spot.place, edge=EDGE)]
        found.append((window, inside))
    return found


def window_with(
    spots: Sequence[Spot], fixed: Sequence[Spot], *, shape: float = SHAPE, least: float = LEAST
) -> Window:
    """Return a window around spots, which shows either all of the fixed ones or none."""
    places = [spot.place for spot in spots]
    window = Window.around(places, shape=shape, least=least)
    if any(window.shows(*spot.place) for spot in fixed):
        places += [spot.place for spot in fixed]
        window = Window.around(places, shape=shape, least=least)
    return window


def _crowded(spots: Sequence[Spot], world: Window) -> list[Spot]:
    """Return the spots that a finger could not tell from their nearest neighbour."""
    points = [world.place(*spot.place) for spot in spots]
    return [
        spot
        for spot, point in zip(spots, points, strict=True)
        if any(point is not other and distance(world, point, other) < FINGER for other in points)
    ]


def distance(window: Window, here: Point, there: Point) -> float:
    """Return how many pixels lie between two places of a map on the narrowest screen."""
    across, down = here.x - there.x, here.y - there.y
    return hypot(across, down * window.height / window.width) * NARROW


def _fullest(crowded: Sequence[Spot], spots: Sequence[Spot]) -> list[Spot]:
    """Return the spots around the one with most crowded ones near it."""
    if not crowded:
        return []
    middle = max(crowded, key=lambda spot: (len(_around(spot, crowded)), spot.key))
    return _around(middle, spots)


def _around(middle: Spot, spots: Sequence[Spot]) -> list[Spot]:
    return [
        spot
        for spot in spots
        if abs(nearest_turn(spot.lon, middle.lon) - middle.lon) <= REACH_EAST
        and abs(spot.lat - middle.lat) <= REACH_NORTH
    ]
