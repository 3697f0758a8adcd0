"""Places: two records of one place are found, and what is near in name or on Earth is not one."""

from __future__ import annotations

from math import cos, radians

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.link.places import NEAR, find_alike, find_near, great_circle
from plugins.bulletin.model.common import Position
from plugins.bulletin.model.records import Aliases, Partner, PartnerKind, PartnerName

KINDS: list[PartnerKind] = ["city", "district", "province", "region"]
LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)
# Many within a few kilometres of each other, at the poles and at 180 degrees too.
CLOSE = st.builds(
    lambda lat, lon, north, east: Position(
        max(-90.0, min(90.0, lat + north)), (lon + east + 180) % 360 - 180
    ),
    st.sampled_from([0.0, 60.0, 89.97, -90.0]),
    st.sampled_from([0.0, 179.98, -180.0]),
    st.floats(-0.1, 0.1),
    st.floats(-0.1, 0.1),
)


def make_partner(
    identity: str,
    position: Position = Position(0, 0),  # noqa: B008 -- frozen
    kind: PartnerKind = "city",
    *,
    names: tuple[str, ...] = (),
    country: str = "LA",
    distinct_from: tuple[str, ...] = (),
) -> Partner:
    """Return a partner; the first two names are Vietnamese and English, the others aliases."""
    vi, en, *aliases = (*names, identity, identity)[: max(2, len(names))]
    return Partner(
        PartnerName(vi, en),
        country,
        kind,
        position,
        (),
        id=identity,
        aliases=Aliases(en=tuple(aliases)),
        distinct_from=distinct_from,
    )


def alike(*partners: Partner) -> list[tuple[str, str, str]]:
    """Return which partners have a name of another."""
    return [(later.id, first.id, name) for later, first, name in find_alike(partners)]


def near(*partners: Partner) -> list[tuple[str, str]]:
    """Return which partners lie near another."""
    return [(later.id, first.id) for later, first, _ in find_near(partners)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Viêng Chăn", "Vientiane"), "Viêng Chăn"),
        (("Thủ đô", "VIENTIANE"), "VIENTIANE"),
        (("Vieng Chan", "Capital"), "Vieng Chan"),
        (("Thủ đô", "Capital", "viêng chăn"), "viêng chăn"),
        (("Thủ đô", "Capital"), ""),
        (("Viêng Chăn Mới", "New Vientiane"), ""),
    ],
)
def test_names_count_in_any_language(names: tuple[str, ...], expected: str) -> None:
    """A name or alias that another has in any language, whatever its case and marks, is found."""
    first = make_partner("a", names=("Viêng Chăn", "Vientiane"))
    found = alike(first, make_partner("b", names=names))
    assert found == ([("b", "a", expected)] if expected else [])


def test_same_name_elsewhere_is_another_place() -> None:
    """A city and a province of one name are two, as are cities of two countries."""
    first = make_partner("a", names=("Mẫu", "Sample"))
    assert alike(first, make_partner("b", kind="province", names=("Mẫu", "Sample"))) == []
    assert alike(first, make_partner("b", country="FR", names=("Mẫu", "Sample"))) == []


@pytest.mark.parametrize("is_first", [True, False])
def test_distinct_places_may_be_alike(*, is_first: bool) -> None:
    """What either of two files declares distinct is not reported."""
    one = make_partner("a", names=("M", "S"), distinct_from=("b",) if is_first else ())
    two = make_partner("b", names=("M", "S"), distinct_from=() if is_first else ("a",))
    assert alike(one, two) == []
    assert near(one, two) == []
    third = make_partner("c", names=("M", "S"))
    assert alike(one, two, third) == [("c", "a", "M")]
    assert near(one, two, third) == [("c", "a")]


def test_seat_and_region_are_two_places() -> None:
    """A region is not the city that it has its position of; a region and a province may be one."""
    city, region = make_partner("a"), make_partner("b", kind="region")
    assert near(city, region) == []
    assert near(city, region, make_partner("c", kind="province")) == [("c", "b")]


@given(st.lists(st.tuples(CLOSE, st.sampled_from(KINDS)), max_size=12))
def test_near_is_what_measuring_every_pair_finds(
    places: list[tuple[Position, PartnerKind]],
) -> None:
    """The cubes lose no pair, at a pole or at 180 degrees as elsewhere, and invent none."""
    areas = {"province", "region"}
    partners = [make_partner(f"{n:02}", at, kind) for n, (at, kind) in enumerate(places)]
    expected = {
        later.id
        for number, later in enumerate(partners)
        for first in partners[:number]
        if later.kind == first.kind or {later.kind, first.kind} <= areas
        if great_circle(later.position, first.position) <= NEAR
    }
    found = list(find_near(partners))
    assert {later.id for later, _, _ in found} == expected
    assert all(great_circle(a.position, b.position) == far <= NEAR for a, b, far in found)


@given(LATS, LONS, LATS, LONS)
def test_distance_is_the_same_both_ways(a: float, b: float, c: float, d: float) -> None:
    """A distance has no direction, and none is longer than half the Earth around."""
    first, second = Position(a, b), Position(c, d)
    assert great_circle(first, second) == pytest.approx(great_circle(second, first), abs=1e-6)
    assert 0 <= great_circle(first, second) <= 20_016
    assert great_circle(first, first) == 0


def test_distance_of_known_places() -> None:
    """Paris and London are 344 km apart, and a degree of latitude has 111 km everywhere."""
    paris, london = Position(48.8566, 2.3522), Position(51.5074, -0.1278)
    assert great_circle(paris, london) == pytest.approx(343.6, abs=0.5)
    assert great_circle(Position(0, 179.5), Position(0, -179.5)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize("step", [0.0, 0.09])
def test_search_does_not_measure_every_pair(step: float) -> None:
    """A thousand places take some thousand measurements, wherever they lie: half a million pairs.

    Along one meridian at ten kilometres from each other, and all on one spot.
    """
    measured = 0

    def counting(first: Position, second: Position) -> float:
        nonlocal measured
        measured += 1
        return great_circle(first, second)

    count = 1000
    partners = [
        make_partner(f"{n:04}", Position(-45 + n * step, 10 / cos(radians(45))))
        for n in range(count)
    ]
    found = list(find_near(partners, counting))
    assert len(found) == (0 if step else count - 1)
    assert measured <= 4 * count
