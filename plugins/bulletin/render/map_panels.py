"""Panels: spots in a window become a drawing, with every mark and name in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import hypot

from plugins.bulletin.render.map_labels import Label, Need, Placement, Tier, place_labels
from plugins.bulletin.render.map_land import near_path, world_path
from plugins.bulletin.render.map_near import FINGER, distance
from plugins.bulletin.render.map_spots import RADII, Spot
from plugins.bulletin.render.map_views import MapMark, MapPanel, NameOnMap
from plugins.bulletin.render.map_window import UNIT, Bounds, Window
from plugins.bulletin.render.projection import Point

# Widths in pixels; the style sheet shows a tier's names between the same ones.
NARROW_TIER, MIDDLE_TIER = Tier("narrow", 272, 480), Tier("middle", 480, 800)
WIDE_TIER, PLACE_TIER = Tier("wide", 800, 1216), Tier("", 208, 320)
WORLD_TIERS = (NARROW_TIER, MIDDLE_TIER, WIDE_TIER)
NEAR_TIERS = (NARROW_TIER, MIDDLE_TIER)
FINE, FINE_OF_PLACE = 480, 200  # units along a near window's width, and a small one's
NAMED = 60  # partners on one drawing whose names are tried; more would not fit
SMALLEST_REACH = 5.0
DOT = 3.0  # radius that a mark without a name keeps free
WHOLE = Bounds(-180, -60, 180, 90)

Placed = Mapping[str, list[NameOnMap]]


def world_panel(window: Window, spots: Sequence[Spot], dots: Sequence[Spot]) -> MapPanel:
    """Draw the world: `spots` with their names, `dots` without, for another panel has them."""
    return MapPanel(
        "world",
        " ".join(
            str(round(edge * UNIT))
            for edge in (window.left, window.top, window.width, window.height)
        ),
        world_path(),
        _bounds(WHOLE),
        _marks(window, spots, dots, tiers=WORLD_TIERS, need=_need_in_world),
        tuple(map(partial(_dot, window), dots)),
    )


def near_panel(window: Window, spots: Sequence[Spot], caption: str) -> MapPanel:
    """Draw a near window."""
    return MapPanel(
        "near",
        f"0 0 {FINE} {round(FINE * window.height / window.width)}",
        near_path(window, fine=FINE),
        _bounds(window.surely()),
        _marks(window, spots, tiers=NEAR_TIERS, need=_need_near),
        caption=caption,
    )


def place_panel(window: Window, spots: Sequence[Spot]) -> MapPanel:
    """Draw the small map of one place."""
    return MapPanel(
        "place",
        f"0 0 {FINE_OF_PLACE} {round(FINE_OF_PLACE * window.height / window.width)}",
        near_path(window, fine=FINE_OF_PLACE),
        _bounds(window.surely()),
        _marks(window, spots, tiers=(PLACE_TIER,), need=_need_of_place),
    )


def _bounds(bounds: Bounds) -> str:
    """Return west, south, east and north, each with at most two digits after the point."""
    return " ".join(f"{edge:.2f}".rstrip("0").rstrip(".") for edge in bounds)


def _marks(
    window: Window,
    spots: Sequence[Spot],
    dots: Sequence[Spot] = (),
    *,
    tiers: Sequence[Tier],
    need: Callable[[Spot], Need],
) -> tuple[MapMark, ...]:
    places = {spot.key: window.place(*spot.place) for spot in spots}
    taken = [(places[spot.key], RADII[spot.kind]) for spot in spots]
    taken += [(window.place(*dot.place), DOT) for dot in dots]
    shape = window.width / window.height
    reaches = _reaches(window, {spot.key: places[spot.key] for spot in spots if spot.url})
    names: dict[str, list[tuple[str, Placement]]] = {}
    for tier in tiers:
        labels = _labels(spots, places, need)
        for key, found in place_labels(labels, taken, tier, shape=shape).items():
            names.setdefault(key, []).append((tier.name, found))
    return tuple(
        MapMark(
            spot.kind,
            *_shares(places[spot.key]),
            title=spot.title,
            url=spot.url,
            reach=reaches.get(spot.key, ""),
            names=tuple(_names(names.get(spot.key, ()), tiers, RADII[spot.kind])),
        )
        for spot in spots
    )


def _need_in_world(spot: Spot) -> Need:
    return "near" if spot.url else "must"


def _need_near(spot: Spot) -> Need:
    return "may" if spot.url else "must"


def _need_of_place(spot: Spot) -> Need:
    return "near" if spot.kind == "home" else "must"


def _labels(
    spots: Sequence[Spot], places: Mapping[str, Point], need: Callable[[Spot], Need]
) -> list[Label]:
    """Return the names to place: the fixed ones as they are given, then partners by weight."""
    fixed = [spot for spot in spots if not spot.url and spot.name]
    linked = [spot for spot in spots if spot.url]
    others = sorted(linked, key=lambda spot: (-spot.weight, spot.key))[:NAMED]
    return [
        Label(
            spot.key,
            spot.name,
            places[spot.key],
            RADII[spot.kind],
            need(spot),
        )
        for spot in [*fixed, *others]
    ]


def _names(
    found: Sequence[tuple[str, Placement]], tiers: Sequence[Tier], radius: float
) -> list[NameOnMap]:
    """Return a spot's names, one for all tiers in which it stands the same way."""
    ways: dict[Placement, list[str]] = {}
    for tier, placement in found:
        ways.setdefault(placement, []).append(tier)
    return [
        NameOnMap(
            way.lines,
            () if len(names) == len(tiers) else tuple(names),
            _number(way.x),
            _number(way.baseline),
            way.anchor,
            _leader(way, radius),
        )
        for way, names in ways.items()
    ]


def _leader(way: Placement, radius: float) -> str:
    """Return a line from the edge of a mark to its name."""
    if way.leader is None:
        return ""
    x, y = way.leader
    share = radius / hypot(x, y)
    return f"M{_number(x * share)} {_number(y * share)}L{_number(x)} {_number(y)}"


def _dot(window: Window, spot: Spot) -> MapMark:
    return MapMark(spot.kind, *_shares(window.place(*spot.place)))


def _shares(point: Point) -> tuple[str, str]:
    return f"{100 * point.x:.2f}%", f"{100 * point.y:.2f}%"


def _reaches(window: Window, places: Mapping[str, Point]) -> Mapping[str, str]:
    """Return radii of links that take nothing from another one on the narrowest screen."""
    found = {}
    for key, here in places.items():
        others = (there for other, there in places.items() if other != key)
        nearest = min((distance(window, here, there) for there in others), default=FINGER)
        found[key] = _number(max(SMALLEST_REACH, min(FINGER, nearest) / 2))
    return found


def _number(value: float) -> str:
    """Return a length with at most one digit after the point."""
    return f"{round(value, 1) + 0.0:g}"
