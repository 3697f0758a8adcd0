"""Views of maps: what the components `map.html` draws. Nothing here computes.

Lengths without a sign are pixels; those with "%" are shares of the map, which is as wide as
its column while its marks and names keep their size.
"""

from __future__ import annotations

from msgspec import Struct


class NameOnMap(Struct, frozen=True):
    """One name beside its mark, at those widths that `tiers` name."""

    lines: tuple[str, ...]
    tiers: tuple[str, ...]  # narrow | middle | wide; none for all widths
    x: str
    y: str
    anchor: str  # start | middle | end
    leader: str = ""  # path of a line from the mark, "" where the name stands beside it


class MapMark(Struct, frozen=True):
    """One mark. `kind` tells its form and colour; `url` is empty where it leads nowhere."""

    kind: str  # home | site | a kind of tie | group
    x: str
    y: str
    title: str = ""
    url: str = ""
    reach: str = ""  # radius in which a finger finds it
    names: tuple[NameOnMap, ...] = ()


class MapPanel(Struct, frozen=True):
    """One drawing. `bounds` are its west, south, east and north, for the audit."""

    kind: str  # world | near | place
    view_box: str
    land: str  # data of a path
    bounds: str
    marks: tuple[MapMark, ...]
    dots: tuple[MapMark, ...] = ()  # that another panel names
    caption: str = ""


class LegendRow(Struct, frozen=True):
    """One form of mark and what it stands for."""

    kind: str
    name: str


class MapView(Struct, frozen=True):
    """The map of all partners."""

    world: MapPanel
    near: tuple[MapPanel, ...]
    legend: tuple[LegendRow, ...]
    label: str
    count: int
