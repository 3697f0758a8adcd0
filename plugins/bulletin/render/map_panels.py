"""Panels: spots in a window become a drawing, with every mark and name in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from plugins.bulletin.render.map_labels import Label, Placement, Tier, place_labels
from plugins.bulletin.render.map_land import near_path, world_path
from plugins.bulletin.render.map_near import FINGER, NARROW, distance
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
        _marks(window, spots, dots, tiers=WORLD_TIERS),
        tuple(map(partial(_dot, window), dots)),
    )


def near_panel(window: Window, spots: Sequence[Spot], caption: str) -> MapPanel:
    """Draw a near window."""
    return MapPanel(
        "near",
        f"0 0 {FINE} {round(FINE * window.height / window.width)}",
        near_path(window, fine=FINE),
        _bounds(window.surely()),
        _marks(window, spots, (), tiers=NEAR_TIERS),
        caption=caption,
    )


def place_panel(window: Window, spots: Sequence[Spot]) -> MapPanel:
    """Draw the small map of one place."""
    return MapPanel(
        "place",
        f"0 0 {FINE_OF_PLACE} {round(FINE_OF_PLACE * window.height / window.width)}",
        near_path(window, fine=FINE_OF_PLACE),
        _bounds(window.surely()),
        _marks(window, spots, (), tiers=(PLACE_TIER,)),
    )


def _bounds(bounds: Bounds) -> str:
    """Return west, south, east and north, each with at most two digits after the point."""
    return " ".join(f"{edge:.2f}".rstrip("0").rstrip(".") for edge in bounds)


def _marks(
    window: Window, spots: Sequence[Spot], dots: Sequence[Spot], *, tiers: Sequence[Tier]
) -> tuple[MapMark, ...]:
    places = {spot.key: window.place(*spot.place) for spot in spots}
    taken = [(places[spot.key], RADII[spot.kind]) for spot in spots]
    taken += [(window.place(*dot.place), SMALLEST_REACH) for dot in dots]
    shape = window.width / window.height
    names: dict[str, list[tuple[str, Placement]]] = {}
    for tier in tiers:
        labels = _labels(spots, places, is_near=window.width < 1.5)
        for key, found in place_labels(labels, taken, tier, shape=shape).items():
            names.setdefault(key, []).append((tier.name, found))
    return tuple(
        MapMark(
            spot.kind,
            *_shares(places[spot.key]),
            title=spot.title,
            url=spot.url,
            reach=_reach(spot, spots, places, window) if spot.url else "",
            names=tuple(_names(names.get(spot.key, ()), tiers)),
        )
        for spot in spots
    )


def _labels(
    spots: Sequence[Spot], places: Mapping[str, Point], *, is_near: bool
) -> list[Label]:
    """Return the names to place: the fixed ones, then partners by weight."""
    ordered = sorted(spots, key=lambda spot: (bool(spot.url), -spot.weight, spot.key))
    fixed = [spot for spot in ordered if not spot.url and spot.name]
    others = [spot for spot in ordered if spot.url][:NAMED]
    return [
        Label(
            spot.key,
            spot.name,
            places[spot.key],
            RADII[spot.kind],
            "must" if not spot.url else "may" if is_near else "near",
        )
        for spot in (*fixed, *others)
    ]


def _names(
    found: Sequence[tuple[str, Placement]], tiers: Sequence[Tier]
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
            _leader(way),
        )
        for way, names in ways.items()
    ]


def _leader(way: Placement) -> str:
    """Return a line from beside the mark to beside the name."""
    if way.leader is None:
        return ""
    x, y = way.leader
    return f"M{_number(x * 0.2)} {_number(y * 0.2)}L{_number(x)} {_number(y)}"


def _dot(window: Window, spot: Spot) -> MapMark:
    return MapMark(spot.kind, *_shares(window.place(*spot.place)))


def _shares(point: Point) -> tuple[str, str]:
    return f"{100 * point.x:.2f}%", f"{100 * point.y:.2f}%"


def _reach(
    spot: Spot, spots: Sequence[Spot], places: Mapping[str, Point], window: Window
) -> str:
    """Return a radius that takes nothing from another link on the narrowest screen."""
    here = places[spot.key]
    ways = (distance(here, places[o.key], window, NARROW) for o in spots if o.url and o is not spot)
    half = min((way / 2 for way in ways), default=FINGER)
    return _number(max(SMALLEST_REACH, min(FINGER / 2, half)))


def _number(value: float) -> str:
    """Return a length with at most one digit after the point."""
    return f"{round(value, 1) + 0.0:g}"
