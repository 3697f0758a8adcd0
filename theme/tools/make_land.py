"""Make the outlines of land that the maps are drawn from, out of Natural Earth.

Run by a maintainer when the maps are to change; the results are committed:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    PYTHONPATH=. python theme/tools/make_land.py package plugins/bulletin/land

Needs shapely. Land alone is read: no country, no border, no name. Antarctica is left out.
The maps are cut along 30°W, where only Greenland is land; it stays whole, in the east.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from shapely import MultiPolygon, Polygon, unary_union
from shapely.geometry.polygon import orient

from plugins.bulletin.render.map_window import CENTRE, UNIT
from plugins.bulletin.render.projection import project

CUT = CENTRE - 180
SOUTH = -60  # degrees; all land beyond is Antarctica
SEAM = 0.02  # degrees; halves of an island on either side of 180° are this close
HUNDREDTHS = 100

WORLD = ("land-110m.json", 1.2, 12.0)  # tolerance in units, least area in units squared
NEAR = ("land-50m.json", 6.0, 40.0)  # in hundredths of a degree

Ring = list[tuple[float, float]]


def read_arcs(topology: dict) -> list[Ring]:
    """Return the arcs of a TopoJSON file in degrees."""
    (scale_x, scale_y), (left, bottom) = topology["transform"].values()
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(arc)
    return arcs


def read_rings(topology: dict) -> Iterator[list[Ring]]:
    """Yield the rings of every polygon, the outer one first; each goes on over 180°."""
    arcs = read_arcs(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            yield [unwrap(join(arcs, numbers)) for numbers in polygon]


def join(arcs: list[Ring], numbers: list[int]) -> Ring:
    """Return one ring of arcs; a number below 0 names an arc that runs backwards."""
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def unwrap(ring: Ring) -> Ring:
    """Return a ring whose longitudes never jump by a whole turn."""
    turned = ring[:1]
    for lon, lat in ring[1:]:
        before = turned[-1][0]
        turned.append(((lon - before + 180) % 360 - 180 + before, lat))
    return turned


def place(rings: list[Ring]) -> Polygon:
    """Return a polygon on the side of the cut where its middle lies."""
    outer, *holes = map(turn, rings)
    return Polygon(outer, holes).buffer(0)


def turn(ring: Ring) -> Ring:
    """Return a ring whose middle lies within a turn east of the cut."""
    lons = [lon for lon, _ in ring]
    turns = ((min(lons) + max(lons)) / 2 - CUT) // 360
    return [(lon - 360 * turns, lat) for lon, lat in ring]


def load(path: Path) -> MultiPolygon:
    """Return all land but Antarctica, islands on both sides of 180° joined."""
    polygons = [place(rings) for rings in read_rings(json.loads(path.read_text("utf-8")))]
    kept = [polygon for polygon in polygons if polygon.bounds[3] > SOUTH]
    return unary_union([polygon.buffer(SEAM) for polygon in kept]).buffer(-SEAM)


def thin(land: MultiPolygon, tolerance: float, least: float) -> list[Polygon]:
    """Return what is large enough to be seen, with no more corners than can be seen."""
    simple = [polygon.simplify(tolerance) for polygon in land.geoms if polygon.area >= least]
    return sorted((orient(polygon, -1) for polygon in simple), key=lambda item: item.bounds)


def rings_of(polygons: list[Polygon]) -> Iterator[list[tuple[int, int]]]:
    """Yield every ring in whole numbers, the last point not the first again."""
    for polygon in polygons:
        for ring in (polygon.exterior, *polygon.interiors):
            points = [(round(x), round(y)) for x, y in ring.coords]
            kept = [here for here, after in pairwise(points) if here != after]
            if len(kept) > 2:
                yield kept


def steps(ring: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a ring as its first point and the way from each to the next."""
    pairs = pairwise(ring)
    return [ring[0], *((there[0] - here[0], there[1] - here[1]) for here, there in pairs)]


def write(target: Path, rings: list[list[tuple[int, int]]]) -> None:
    """Write rings, one a line: `x,y` of the first point, then steps."""
    lines = [" ".join(f"{x},{y}" for x, y in steps(ring)) for ring in rings]
    target.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{target.stat().st_size:>7}  {target.name}  {sum(map(len, rings))} points")


def project_all(land: MultiPolygon) -> MultiPolygon:
    """Return land on the plane of the world map, in its units."""

    def flat(ring: Ring) -> Ring:
        points = (project(lon, lat, centre=CENTRE) for lon, lat in ring)
        return [(x * UNIT, y * UNIT) for x, y in points]

    return MultiPolygon(
        [
            Polygon(flat(item.exterior.coords), [flat(ring.coords) for ring in item.interiors])
            for item in land.geoms
        ]
    )


def in_hundredths(land: MultiPolygon) -> MultiPolygon:
    """Return land in hundredths of a degree."""

    def scaled(ring: Ring) -> Ring:
        return [(lon * HUNDREDTHS, lat * HUNDREDTHS) for lon, lat in ring]

    return MultiPolygon(
        [
            Polygon(scaled(item.exterior.coords), [scaled(ring.coords) for ring in item.interiors])
            for item in land.geoms
        ]
    )


def main(package: str, target: str) -> None:
    """Write both outlines."""
    name, tolerance, least = WORLD
    world = project_all(load(Path(package) / name))
    write(Path(target) / "world.txt", list(rings_of(thin(world, tolerance, least))))
    name, tolerance, least = NEAR
    near = in_hundredths(load(Path(package) / name))
    write(Path(target) / "near.txt", list(rings_of(thin(near, tolerance, least))))


if __name__ == "__main__":
    main(*sys.argv[1:])
