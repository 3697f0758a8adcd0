"""A desk for tests of maps: partners anywhere, and the real bulletin's labels."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from random import Random

from msgspec.structs import replace

from plugins.bulletin.model.common import Language, LocalText, Position, Source
from plugins.bulletin.model.records import Country, MapLabel, Partner, PartnerName, Relation
from plugins.bulletin.render.setting import Desk
from tests.render.test_lists import NAME, make_desk

# The two names that every map of Viet Nam must print, as the law's readers expect them.
LABELS = {
    "vi": ("Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)"),
    "en": ("Hoàng Sa archipelago (Viet Nam)", "Trường Sa archipelago (Viet Nam)"),
}
PLACES = (Position(16.4, 112.0), Position(9.5, 114.0))
SITE_LABELS = tuple(
    MapLabel(LocalText(vi, en), place)
    for vi, en, place in zip(LABELS["vi"], LABELS["en"], PLACES, strict=True)
)
KINDS = ("twin-city", "memorandum", "council-to-council", "delegation")


def make_partner(number: int, lon: float, lat: float, kind: str = "twin-city") -> Partner:
    """Return a partner at a place, with one relation; no kind gives none."""
    relation = Relation(kind, NAME, Source("Example"))  # type: ignore[arg-type]
    return Partner(
        PartnerName(f"Mẫu {number}", f"Sample {number}"),
        "VN",
        "city",
        Position(lat, lon),
        (relation,) if kind else (),
        id=f"sample-{number}",
    )


def scattered(count: int, seed: int = 1) -> list[Partner]:
    """Return partners all over the inhabited Earth, the same ones for the same seed."""
    chance = Random(seed)
    return [
        make_partner(n, chance.uniform(-180, 180), chance.uniform(-50, 70), KINDS[n % 4])
        for n in range(count)
    ]


def map_desk(found: Sequence[Partner], language: Language = "vi") -> Desk:
    """Return a desk whose bulletin has the labels."""
    desk = make_desk(language=language, found=found)
    records = desk.library.records
    site = dataclasses.replace(records.site, map_labels=SITE_LABELS)
    countries = {"VN": Country("VN", LocalText("Nước Mẫu", "Sample Land"), "asia")}
    library = replace(desk.library, records=replace(records, site=site, countries=countries))
    return replace(desk, language=language, library=library)
