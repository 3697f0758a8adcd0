"""Make the table of country bounds, by which a position in another country is found.

Run by a maintainer when the source is updated; the result is committed:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m tools.make_country_bounds package/countries-50m.json

The shapes are Natural Earth's (public domain), packed by world-atlas (ISC licence). Only
rectangles around them are kept, in whole degrees: no border can be read from them.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, combinations
from pathlib import Path
from typing import NotRequired, TypedDict, cast

from babel.core import get_global

from tools.paths import ROOT

MODULE = ROOT / "plugins/bulletin/schema/country_bounds.py"
MOST = 5  # rectangles of one country; of more, the two that are nearest become one
# South, west, north, east of what the source gives to no country: quần đảo Hoàng Sa and
# quần đảo Trường Sa.
ADDED = {"VN": [(15, 111, 18, 113), (6, 111, 12, 118)]}
HEAD = '''"""Country bounds: rectangles around the land of each country, in whole degrees.

Made by tools/make_country_bounds.py from Natural Earth 4.1 (public domain, packed by
world-atlas 2.0.2, ISC licence); change that, not this table. Each line has a code of
ISO 3166-1 and rectangles as south,west,north,east.
"""

from __future__ import annotations

TABLE = """
'''

Box = tuple[int, int, int, int]
Arc = list[list[int]]
Point = tuple[float, float]


class Shape(TypedDict):
    """A country: `arcs` are rings, or lists of rings where it is a MultiPolygon."""

    type: str
    id: NotRequired[str]
    arcs: list[list[int]] | list[list[list[int]]]


class Transform(TypedDict):
    """What turns whole numbers into degrees."""

    scale: Point
    translate: Point


class Topology(TypedDict):
    """A file of TopoJSON, as world-atlas has it."""

    objects: dict[str, dict[str, list[Shape]]]
    arcs: list[Arc]
    transform: Transform


def main(source: str) -> None:
    """Write the table from a file of world-atlas."""
    topology = cast("Topology", json.loads(Path(source).read_text(encoding="utf-8")))
    boxes = bounds(topology)
    lines = [f"{code} {' '.join(map(_written, boxes[code]))}\n" for code in sorted(boxes)]
    MODULE.write_text(f'{HEAD}{"".join(lines)}"""\n', encoding="utf-8", newline="\n")


def bounds(topology: Topology) -> dict[str, list[Box]]:
    """Return rectangles around the parts of each country, at most `MOST` of them."""
    arcs = [_points(arc, topology["transform"]) for arc in topology["arcs"]]
    found: defaultdict[str, list[Box]] = defaultdict(list)
    for shape in topology["objects"]["countries"]["geometries"]:
        code = _code(shape.get("id", ""))
        found[code] += [_around(ring, arcs) for ring in _outlines(shape)]
    return {code: _fewer(boxes + ADDED.get(code, [])) for code, boxes in found.items() if code}


def _code(number: str) -> str:
    """Return the two letters of a country's number in ISO 3166-1, "" where it has none."""
    letters = get_global("territory_aliases").get(number, [])
    return str(letters[0]) if len(letters) == 1 else ""


def _points(arc: Arc, transform: Transform) -> list[Point]:
    """Return the longitudes and latitudes of an arc, of which each point is a step."""
    (scale_x, scale_y), (from_x, from_y) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]])
    return [(x * scale_x + from_x, y * scale_y + from_y) for x, y in steps]


def _outlines(shape: Shape) -> Iterator[list[int]]:
    """Yield the outer ring of each part, as numbers of arcs."""
    if shape["type"] == "Polygon":
        yield cast("list[list[int]]", shape["arcs"])[0]
        return
    for part in cast("list[list[list[int]]]", shape["arcs"]):
        yield part[0]


def _around(ring: list[int], arcs: list[list[Point]]) -> Box:
    """Return the rectangle around a ring; an arc that runs backwards has the number ~n."""
    points = [point for arc in ring for point in _run(arc, arcs)]
    lons, lats = list(accumulate((lon for lon, _ in points), _onwards)), [lat for _, lat in points]
    return (
        math.floor(min(lats)),
        math.floor(min(lons)),
        math.ceil(max(lats)),
        math.ceil(max(lons)),
    )


def _run(arc: int, arcs: list[list[Point]]) -> list[Point]:
    return arcs[arc] if arc >= 0 else arcs[~arc][::-1]


def _onwards(before: float, lon: float) -> float:
    """Return a longitude so that a line goes on across 180 degrees instead of around the Earth."""
    return lon + 360 * round((before - lon) / 360)


def _fewer(boxes: list[Box]) -> list[Box]:
    """Join rectangles until they are few, each time the two that then cover least besides."""
    boxes = sorted(set(boxes))
    while len(boxes) > 1:
        first, second = min(combinations(boxes, 2), key=_waste)
        if len(boxes) <= MOST and _waste((first, second)) > 0:
            break
        rest = [box for box in boxes if box not in (first, second)]
        boxes = sorted({*rest, _join(first, second)})
    return boxes


def _join(first: Box, second: Box) -> Box:
    return (
        min(first[0], second[0]),
        min(first[1], second[1]),
        max(first[2], second[2]),
        max(first[3], second[3]),
    )


def _waste(pair: tuple[Box, Box]) -> int:
    """Return how many square degrees two rectangles cover as one that they did not before."""
    return _area(_join(*pair)) - _area(pair[0]) - _area(pair[1])


def _area(box: Box) -> int:
    return (box[2] - box[0]) * (box[3] - box[1])


def _written(box: Box) -> str:
    return ",".join(map(str, box))


if __name__ == "__main__":
    main(sys.argv[1])
