"""Spots: what is marked on a map — the partners by their tie, the home city, the site's labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.records import Partner
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.map_window import Window
from plugins.bulletin.render.projection import nearest_turn
from plugins.bulletin.render.setting import Desk

MOST = 150  # marks of partners on a map; more are drawn as groups
CELL = 0.008  # of the world map's width, the smallest cell whose partners make a group
WIDEN = 1.3

# Kind of mark -> kinds of relation it stands for, the closest tie first.
TIES = {
    "friendship": ("twin-city", "friendship"),
    "cooperation": ("cooperation", "memorandum"),
    "bodies": ("front-to-front", "council-to-council"),
    "delegation": ("delegation",),
    "none": (),
}
TIE_NAMES = {
    "friendship": mark("Twin cities or friendship agreement"),
    "cooperation": mark("Cooperation agreement or memorandum"),
    "bodies": mark("Between Fronts or councils"),
    "delegation": mark("Delegations only"),
    "none": mark("No confirmed relation yet"),
    "group": mark("Several partners close together"),
    "home": mark("Home city"),
}
CLOSE = mark("%(count)d partners close together")
RADII = {
    "home": 7.0,
    "site": 3.5,
    "friendship": 5.0,
    "cooperation": 6.0,
    "bodies": 5.5,
    "delegation": 4.5,
    "none": 3.0,
    "group": 7.0,
    "here": 6.0,
}


class Spot(Struct, frozen=True):
    """One mark before it is placed. `weight` orders names: more relations, more weight."""

    key: str
    kind: str
    lon: float
    lat: float
    name: str = ""
    title: str = ""
    url: str = ""
    weight: int = 0
    region: str = ""

    @property
    def place(self) -> tuple[float, float]:
        """Return longitude and latitude."""
        return self.lon, self.lat


def tie_of(partner: Partner) -> str:
    """Return the closest tie that has not ended, else the closest there was."""
    standing = {item.kind for item in partner.relations if item.standing != "ended"}
    kinds = standing or {item.kind for item in partner.relations}
    return next((tie for tie, covered in TIES.items() if kinds & set(covered)), "none")


def fixed_spots(desk: Desk) -> list[Spot]:
    """Return the home city and the labels that the site's list asks for, in this order."""
    site = desk.library.records.site
    home = site.home_city
    found = [
        Spot(
            "home",
            "home",
            home.position.lon,
            home.position.lat,
            home.name.in_language(desk.language),
        )
    ]
    for number, label in enumerate(site.map_labels):
        name = label.name.in_language(desk.language)
        found.append(Spot(f"site-{number}", "site", label.position.lon, label.position.lat, name))
    return found


def partner_spot(desk: Desk, partner: Partner) -> Spot:
    """Return the mark of one partner."""
    country = desk.library.records.countries[partner.country]
    name = partner.name.in_language(desk.language)
    tie = tie_of(partner)
    land = country.name.in_language(desk.language)
    return Spot(
        partner.id,
        tie,
        partner.position.lon,
        partner.position.lat,
        name,
        f"{name}, {land} – {desk.say(TIE_NAMES[tie])}",
        desk.path(addresses.partner(partner.id, desk.language)),
        len(partner.relations),
        country.region,
    )


def gather(desk: Desk, spots: Sequence[Spot], world: Window) -> list[Spot]:
    """Return at most `MOST` spots: where there are more, neighbours become groups."""
    if len(spots) <= MOST:
        return list(spots)
    cell = CELL
    while len(cells := _cells(spots, world, cell)) > MOST:
        cell *= WIDEN
    return [inside[0] if len(inside) == 1 else _group(desk, inside) for inside in cells]


def _cells(spots: Iterable[Spot], world: Window, cell: float) -> list[list[Spot]]:
    cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
    for spot in spots:
        x, y = world.place(*spot.place)
        cells[int(x / cell), int(y / cell * world.height / world.width)].append(spot)
    return list(cells.values())


def _group(desk: Desk, spots: Sequence[Spot]) -> Spot:
    """Return a mark for many, in their middle; its partners are in the list beside the map."""
    first = spots[0].lon
    count = len(spots)
    lon = sum(nearest_turn(spot.lon, first) for spot in spots) / count
    lat = sum(spot.lat for spot in spots) / count
    text = desk.say(CLOSE) % {"count": count}
    return Spot(f"group-{spots[0].key}", "group", lon, lat, title=text, region=spots[0].region)
