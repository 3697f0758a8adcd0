"""Places: two records of partners may not stand for one place.

Two are held to be one when they are alike in name, within a country, or lie within five
kilometres of each other. A city, a district of it and the region that it is the seat of are
three places, so only what is of one level is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product
from math import asin, cos, floor, radians, sin, sqrt

from plugins.bulletin.model.common import Position
from plugins.bulletin.model.entry import Entry, FieldPath
from plugins.bulletin.model.records import Partner, PartnerKind
from plugins.bulletin.problems import Problem, Words, link_rules as rules
from plugins.bulletin.text.folding import fold
from plugins.bulletin.text.numbers import format_decimal

NEAR = 5.0  # kilometres
_RADIUS = 6371.0  # of the Earth in kilometres

# Two words for an area may be two ways to say one: what is a province to one is a region to
# another.
_LEVELS: Mapping[PartnerKind, str] = {
    "city": "city",
    "district": "district",
    "prefecture": "area",
    "province": "area",
    "region": "area",
    "state": "area",
}
_Cell = tuple[int, int, int]
_AROUND: tuple[_Cell, ...] = tuple(product((-1, 0, 1), (-1, 0, 1), (-1, 0, 1)))
Distance = Callable[[Position, Position], float]


def check_places(partners: Iterable[Entry[Partner]]) -> list[Problem]:
    """Report each partner that seems to be a place that another has already, once.

    The one with the lower id counts as the first.
    """
    entries = {entry.record.id: entry for entry in partners}
    records = [entries[identity].record for identity in sorted(entries)]
    alike = {later.id: (first, name) for later, first, name in find_alike(records)}
    near = {later.id: (first, far) for later, first, far in find_near(records)}
    problems = [
        _same_name(entries[later], entries[first.id], name)
        for later, (first, name) in alike.items()
    ]
    return problems + [
        _too_near(entries[later], entries[first.id], far)
        for later, (first, far) in near.items()
        if later not in alike
    ]


def find_alike(partners: Iterable[Partner]) -> Iterator[tuple[Partner, Partner, str]]:
    """Yield each partner that has a name of one before it in the same country, and that name.

    Names count in any language, as do aliases; case and marks do not.
    """
    taken: defaultdict[tuple[str, str, str], list[Partner]] = defaultdict(list)
    for partner in partners:
        keys = {
            (_LEVELS[partner.kind], partner.country, fold(name)): name for name in _names(partner)
        }
        found = ((first, name) for key, name in keys.items() for first in taken[key])
        match = next((pair for pair in found if not _are_distinct(partner, pair[0])), None)
        if match:
            yield partner, *match
        for key in keys:
            taken[key].append(partner)


def find_near(
    partners: Iterable[Partner], distance: Distance | None = None
) -> Iterator[tuple[Partner, Partner, float]]:
    """Yield each partner within `NEAR` kilometres of one before it, and how far that is.

    Positions are sorted into cubes of that size in space, so that each is compared with those
    of its own cube and the ones around alone, at the poles and at 180 degrees as elsewhere.

    Args:
        partners: In the order in which they count as the first.
        distance: Measures two positions in kilometres; the great circle where none is given.
    """
    measure = distance or great_circle
    cells: defaultdict[tuple[str, _Cell], list[Partner]] = defaultdict(list)
    for partner in partners:
        level, (x, y, z) = _LEVELS[partner.kind], _cell(partner.position)
        around = (cells.get((level, (x + i, y + j, z + k)), ()) for i, j, k in _AROUND)
        found = (
            (first, measure(partner.position, first.position)) for row in around for first in row
        )
        match = next(
            (pair for pair in found if pair[1] <= NEAR and not _are_distinct(partner, pair[0])),
            None,
        )
        if match:
            yield partner, *match
        cells[level, (x, y, z)].append(partner)


def great_circle(first: Position, second: Position) -> float:
    """Return the distance of two positions in kilometres, by the haversine formula."""
    north, south = radians(first.lat), radians(second.lat)
    height = sin((south - north) / 2) ** 2
    width = cos(north) * cos(south) * sin(radians(second.lon - first.lon) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(height + width)))


def _cell(position: Position) -> _Cell:
    """Return the cube of space in which a position lies; a chord is never longer than its arc."""
    lat, lon = radians(position.lat), radians(position.lon)
    point = (cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat))
    x, y, z = (floor(part * _RADIUS / NEAR) for part in point)
    return x, y, z


def _names(partner: Partner) -> list[str]:
    name, aliases = partner.name, partner.aliases
    return [text for text in (name.vi, name.en, name.local, *aliases.vi, *aliases.en) if text]


def _are_distinct(one: Partner, other: Partner) -> bool:
    """Tell whether an editor has declared that two are not one; either file may say so."""
    return other.id in one.distinct_from or one.id in other.distinct_from


def _same_name(later: Entry[Partner], first: Entry[Partner], name: str) -> Problem:
    place = later.marks.place(*_name_path(later.record, name))
    identity = first.record.id
    return rules.PLACE_SAME_NAME.at(place, found=name, other=first.marks.path, id=identity)


def _name_path(partner: Partner, name: str) -> FieldPath:
    """Return the field in which a name of a partner stands first."""
    paths: list[tuple[FieldPath, str]] = [
        (("name", "vi"), partner.name.vi),
        (("name", "en"), partner.name.en),
        (("name", "local"), partner.name.local),
        *((("aliases", "vi", index), alias) for index, alias in enumerate(partner.aliases.vi)),
        *((("aliases", "en", index), alias) for index, alias in enumerate(partner.aliases.en)),
    ]
    return next(path for path, given in paths if given == name)


def _too_near(later: Entry[Partner], first: Entry[Partner], far: float) -> Problem:
    distance = Words(format_decimal(far, "en", places=1), format_decimal(far, "vi", places=1))
    return rules.PLACE_TOO_NEAR.at(
        later.marks.place("position"),
        far=distance,
        other=first.marks.path,
        id=first.record.id,
    )
