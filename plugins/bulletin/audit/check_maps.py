"""Checks of maps: whether each prints the names that belong to what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.audit.parsed import ParsedPage
from plugins.bulletin.audit.settings import Ground, MapLabel
from plugins.bulletin.problems import audit_rules as rules

EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)


def check_maps(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report maps that show the place of a name of the site's list without the name."""
    wanted = [label for label in ground.map_labels if label.language == page.language]
    for drawn, line in page.maps:
        bounds, _, words = drawn.partition("\n")
        for label in wanted:
            if _shows(_read_bounds(bounds), label) and label.text not in words:
                yield fault(rules.MAP_LABEL_MISSING, line, label=label.text)


def _read_bounds(text: str) -> tuple[float, float, float, float]:
    """Return west, south, east and north; a map that does not tell them shows everything."""
    try:
        west, south, east, north = map(float, text.split())
    except ValueError:
        return EVERYWHERE
    return west, south, east, north


def _shows(bounds: tuple[float, float, float, float], label: MapLabel) -> bool:
    west, south, east, north = bounds
    turned = (label.lon - west) % 360 + west
    return south <= label.lat <= north and turned <= east
