"""Labels: where the names on a map stand, so that none covers another or a mark.

A map is as wide as its column, and its names keep their size. So names are placed for a range
of widths, a tier: marks move with the map, a name stays at the same way from its mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, hypot, inf, pi, sin
from typing import Literal, NamedTuple

from msgspec import Struct

from plugins.bulletin.render.map_window import Bounds
from plugins.bulletin.render.projection import Point
from plugins.bulletin.text.widths import in_two_lines, text_width

SIZE = 12.0  # pixels; --text-map in the theme's tokens
LINE = 15.0
RISE = 0.36 * SIZE  # from the middle of a line to its baseline
GAP = 3.0  # between a mark and its name
MARGIN = 2.0  # between a name and the map's edge
APART = 3.0  # between two names
BROKEN = 84.0  # a name that is shorter is never set in two lines
DISTANCES = tuple(range(20, 125, 8))
DIRECTIONS = 16
ROUNDING = 1e-6
WIDER = 1.03  # for the heavier letters of some names
FAULT = 1000.0  # weight of a pixel squared that is covered twice, against one of distance

Need = Literal["must", "may", "near"]
Anchor = Literal["start", "middle", "end"]


class Label(Struct, frozen=True):
    """A name to be placed. `at` is its mark's place in shares of the map.

    need: `must` stands even where it covers something, `may` stands where there is room near
        by or at the end of a line, `near` only beside its mark.
    """

    key: str
    text: str
    at: Point
    radius: float
    need: Need


class Placement(NamedTuple):
    """Where a name stands, in pixels from its mark: its box, its lines, and a line to it."""

    box: Bounds
    lines: tuple[str, ...]
    anchor: Anchor
    leader: Point | None = None

    @property
    def x(self) -> float:
        """Return where its lines begin, end, or have their middle."""
        middle = (self.box.left + self.box.right) / 2
        return {"start": self.box.left, "middle": middle, "end": self.box.right}[self.anchor]

    @property
    def baseline(self) -> float:
        """Return the baseline of its first line."""
        return self.box.top + LINE / 2 + RISE


class Tier(NamedTuple):
    """A range of widths of a map, in pixels."""

    name: str
    least: float
    most: float


class Sheet(Struct, frozen=True):
    """What is on a map already: boxes, each given from a place that moves with the map."""

    sizes: tuple[tuple[float, float], ...]  # at the ends and the middle of a tier
    marks: Sequence[tuple[Point, Bounds]]
    names: list[tuple[Point, Bounds]]

    @classmethod
    def with_marks(cls, marks: Sequence[tuple[Point, float]], tier: Tier, shape: float) -> Sheet:
        """Return a map without names; `shape` is its width by its height."""
        widths = (tier.least, (tier.least + tier.most) / 2, tier.most)
        boxes = [(at, Bounds(-radius, -radius, radius, radius)) for at, radius in marks]
        return cls(tuple((width, width / shape) for width in widths), boxes, [])

    def seen_from(self, at: Point, reach: Bounds) -> list[Around]:
        """Return for each size what a name of this mark could cover, as the mark sees it.

        Marks at the very place are left out: a name may come close to its own mark.
        """
        others = [(there, box) for there, box in self.marks if there != at]
        return [_around_mark(at, size, (*others, *self.names), reach=reach) for size in self.sizes]


class Around(NamedTuple):
    """The edges of a map and the boxes on it, in pixels from one mark."""

    edges: Bounds
    boxes: Sequence[Bounds]


def _around_mark(
    at: Point,
    size: tuple[float, float],
    taken: Iterable[tuple[Point, Bounds]],
    *,
    reach: Bounds,
) -> Around:
    width, height = size
    edges = Bounds(-at.x * width, -at.y * height, (1 - at.x) * width, (1 - at.y) * height)
    moved = (_moved(box, (to.x - at.x) * width, (to.y - at.y) * height) for to, box in taken)
    return Around(_wider(edges, -MARGIN), [box for box in moved if box.meets(reach)])


def place_labels(
    labels: Sequence[Label], marks: Sequence[tuple[Point, float]], tier: Tier, *, shape: float
) -> Mapping[str, Placement]:
    """Place names, each as well as those before it allow; one without room is left out.

    Args:
        labels: The names, the most important first.
        marks: Every mark of the map, its place and its radius in pixels.
        tier: The widths that the map may have.
        shape: Its width by its height.
    """
    sheet = Sheet.with_marks(marks, tier, shape)
    placed: dict[str, Placement] = {}
    for label in labels:
        found = _best(label, sheet)
        if found is not None:
            placed[label.key] = found
            boxes = (_wider(found.box, APART), *_leader_boxes(found))
            sheet.names.extend((label.at, box) for box in boxes)
    return placed


def _best(label: Label, sheet: Sheet) -> Placement | None:
    """Return the first place without a fault, else for what must stand the one with the least."""
    places = sheet.seen_from(label.at, _reach(label))
    least, best = inf if label.need == "must" else ROUNDING, None
    for found in _candidates(label):
        fault = _fault(found, places, least)
        if fault < least:
            least, best = fault, found
        if least <= ROUNDING and best is not None:
            break
    return best


def _reach(label: Label) -> Bounds:
    """Return how far from its mark a name can come."""
    far = label.radius + GAP if label.need == "near" else DISTANCES[-1]
    across, down = far + text_width(label.text, SIZE) * WIDER, far + 2 * LINE
    return Bounds(-across, -down, across, down)


def _fault(found: Placement, places: Sequence[Around], most: float) -> float:
    """Return how much a name covers, in pixels squared; once it is too much, no more is counted."""
    total = 0.0
    for box in (found.box, *_leader_boxes(found)):
        for edges, boxes in places:
            total += _beyond(box, edges) * FAULT + _covered(box, boxes)
            if total >= most:
                return total
    return total


def _candidates(label: Label) -> Iterator[Placement]:
    """Yield the places for a name, the best first: beside its mark, then farther off."""
    versions = _versions(label)
    gap = label.radius + GAP
    for places in zip(*(_beside(lines, gap) for lines in versions[:2]), strict=True):
        yield from places
    for lines in versions[2:]:
        yield from _beside(lines, gap)
    if label.need == "near":
        return
    for distance in DISTANCES:
        for lines in versions:
            yield from _around(lines, distance, label.radius)


def _versions(label: Label) -> Sequence[tuple[str, ...]]:
    """Return a name in one line, in two where it is long, and what must stand in three."""
    whole = (label.text,)
    two = in_two_lines(label.text) if text_width(label.text, SIZE) > BROKEN else whole
    three = (*in_two_lines(two[0]), *two[1:]) if label.need == "must" and two != whole else two
    return list(dict.fromkeys((whole, two, three)))


def _beside(lines: tuple[str, ...], gap: float) -> Iterator[Placement]:
    width, height = _extent(lines)
    near = gap * 0.6
    for left, top, anchor in (
        (gap, -height / 2, "start"),
        (-gap - width, -height / 2, "end"),
        (gap, -height / 2 + 4, "start"),
        (gap, -height / 2 - 4, "start"),
        (near, -near - height + 3, "start"),
        (near, near - 3, "start"),
        (-near - width, -near - height + 3, "end"),
        (-near - width, near - 3, "end"),
        (-width / 2, -gap - height + 2, "middle"),
        (-width / 2, gap - 2, "middle"),
    ):
        yield _placement(lines, left, top, anchor=anchor)  # type: ignore[arg-type]


def _around(lines: tuple[str, ...], distance: float, radius: float) -> Iterator[Placement]:
    """Yield places in a circle, each with a line that leads to it."""
    width, height = _extent(lines)
    for step in range(DIRECTIONS):
        # East first, then by turns above and below.
        turn = (step + 1) // 2 * (1 if step % 2 else -1) * 2 * pi / DIRECTIONS
        end = Point(distance * cos(turn), distance * sin(turn))
        anchor: Anchor = "start" if end.x > 1 else "end" if end.x < -1 else "middle"
        left = {"start": end.x, "end": end.x - width, "middle": end.x - width / 2}[anchor]
        middle = {"middle": end.y + (height / 2 if end.y > 0 else -height / 2)}.get(anchor, end.y)
        found = _placement(lines, left, middle - height / 2, anchor=anchor)
        yield found._replace(leader=end) if hypot(*end) > radius else found


def _extent(lines: tuple[str, ...]) -> tuple[float, float]:
    return max(text_width(line, SIZE) for line in lines) * WIDER, len(lines) * LINE


def _placement(lines: tuple[str, ...], left: float, top: float, *, anchor: Anchor) -> Placement:
    width, height = _extent(lines)
    return Placement(Bounds(left, top, left + width, top + height), lines, anchor)


def _leader_boxes(found: Placement) -> Iterator[Bounds]:
    """Yield small boxes along the line to a name, beyond its mark."""
    if found.leader is None:
        return
    length = hypot(*found.leader)
    for step in range(10, int(length) - 2, 9):
        x, y = found.leader.x * step / length, found.leader.y * step / length
        yield Bounds(x - 2, y - 2, x + 2, y + 2)


def _wider(box: Bounds, way: float) -> Bounds:
    return box._replace(left=box.left - way, right=box.right + way)


def _moved(box: Bounds, x: float, y: float) -> Bounds:
    return Bounds(box.left + x, box.top + y, box.right + x, box.bottom + y)


def _beyond(box: Bounds, edges: Bounds) -> float:
    return max(0.0, edges.left - box.left, box.right - edges.right) + max(
        0.0, edges.top - box.top, box.bottom - edges.bottom
    )


def _covered(box: Bounds, boxes: Sequence[Bounds]) -> float:
    """Return the area that boxes share with one; written for speed, millions are compared."""
    left, top, right, bottom = box
    total = 0.0
    for other_left, other_top, other_right, other_bottom in boxes:
        if other_left < right and left < other_right and other_top < bottom and top < other_bottom:
            across = min(right, other_right) - max(left, other_left)
            total += across * (min(bottom, other_bottom) - max(top, other_top))
    return total
