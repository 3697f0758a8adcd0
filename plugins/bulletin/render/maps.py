"""Maps: of all partners for the directory and the front page, and of one for its page.

They are drawn when a page is made. No name is printed but the partners', the home city's and
those of the site's own list; no border, no country and no line at sea is drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from plugins.bulletin.model.records import Partner
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.kinds import REGIONS
from plugins.bulletin.render.map_land import world_window
from plugins.bulletin.render.map_near import near_windows, window_with
from plugins.bulletin.render.map_panels import near_panel, place_panel, world_panel
from plugins.bulletin.render.map_spots import (
    TIE_NAMES,
    Spot,
    fixed_spots,
    gather,
    partner_spot,
    tie_of,
)
from plugins.bulletin.render.map_views import LegendRow, MapPanel, MapView
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.store.digests import digest_of

FAR = 25.0  # degrees from the home city, beyond which a partner's small map leaves it out
SHAPE = 1.0  # of a small map, square so that names have room above each other
LEAST = 0.5  # radii of the Earth, the height of a small map
LABEL = mark("World map of the partners of %(home)s")


def partners_map(desk: Desk) -> MapView:
    """Draw the map of the directory, with links."""
    world, fixed = world_window(), fixed_spots(desk)
    spots = gather(desk, _partner_spots(desk), world)
    near = near_windows(spots, fixed, world)
    apart = {spot.key for _, inside in near for spot in inside}
    alone = [spot for spot in spots if spot.key not in apart]
    crowded = [spot for spot in spots if spot.key in apart]
    return MapView(
        world_panel(world, [*fixed, *alone], crowded),
        tuple(
            near_panel(
                window,
                [*(spot for spot in fixed if window.shows(*spot.place)), *inside],
                _regions(desk, inside),
            )
            for window, inside in near
        ),
        _legend(desk, spots),
        _label(desk),
        len(desk.library.records.partners),
    )


def small_map(desk: Desk) -> MapView:
    """Draw the map of the front page: marks alone, for it leads to the directory as a whole."""
    world, fixed = world_window(), fixed_spots(desk)
    spots = gather(desk, _partner_spots(desk), world)
    panel = world_panel(world, fixed, spots)
    return MapView(panel, (), (), _label(desk), len(desk.library.records.partners))


def place_map(desk: Desk, partner: Partner) -> MapPanel:
    """Draw where one partner is, with the home city where that is not far."""
    fixed, spot = fixed_spots(desk), partner_spot(desk, partner)
    here = Spot(spot.key, "here", *spot.place, name=spot.name)
    shown = [here, fixed[0]] if _is_near(spot, fixed[0]) else [here]
    window = window_with(shown, fixed, shape=SHAPE, least=LEAST)
    # The home city comes last: its star is known, and names that must stand go before it.
    others = [item for item in (*fixed[1:], fixed[0]) if window.shows(*item.place)]
    return place_panel(window, [here, *others])


def map_inputs(desk: Desk) -> bytes:
    """Return the digest of what the map of all partners is made of, beside the frame."""
    records = desk.library.records
    partners = [
        (item.id, item.name, item.position, item.country, tie_of(item), len(item.relations))
        for item in records.partners.values()
    ]
    return digest_of(partners, list(records.countries.values()), records.site)


def _is_near(spot: Spot, home: Spot) -> bool:
    turn = abs((spot.lon - home.lon + 180) % 360 - 180)
    return turn <= FAR and abs(spot.lat - home.lat) <= FAR


def _partner_spots(desk: Desk) -> list[Spot]:
    """Return the marks of all partners from north to south, so that neighbours follow."""
    partners = desk.library.records.partners.values()
    return sorted(
        (partner_spot(desk, partner) for partner in partners),
        key=lambda spot: (-spot.lat, spot.lon, spot.key),
    )


def _regions(desk: Desk, spots: Iterable[Spot]) -> str:
    """Return the parts of the world that spots lie in, the one with most spots first."""
    counts = Counter(spot.region for spot in spots)
    ordered = sorted(counts, key=lambda region: (-counts[region], region))
    return ", ".join(desk.say(REGIONS[region]) for region in ordered)


def _legend(desk: Desk, spots: Sequence[Spot]) -> tuple[LegendRow, ...]:
    kinds = {spot.kind for spot in spots} | {"home"}
    return tuple(
        LegendRow(kind, desk.say(name)) for kind, name in TIE_NAMES.items() if kind in kinds
    )


def _label(desk: Desk) -> str:
    home = desk.library.records.site.home_city.name.in_language(desk.language)
    return desk.say(LABEL) % {"home": home}
