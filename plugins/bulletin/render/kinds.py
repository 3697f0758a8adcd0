"""Kinds: the names of what ids stand for. Marked here, translated by the catalogs."""

from __future__ import annotations

from plugins.bulletin.model.records import Partner, Relation
from plugins.bulletin.render.catalogs import mark

RELATION_KINDS = {
    "twin-city": mark("Twin cities"),
    "friendship": mark("Friendship and cooperation agreement"),
    "cooperation": mark("Cooperation agreement"),
    "memorandum": mark("Memorandum of understanding"),
    "front-to-front": mark("Between Fronts"),
    "council-to-council": mark("Between councils"),
    "delegation": mark("Exchange of delegations"),
}
OCCASION_KINDS = {
    "diplomatic": mark("Diplomatic relations"),
    "association": mark("Friendship association"),
    "publisher": mark("Publisher of the bulletin"),
    "document": mark("Document"),
}
PARTNER_KINDS = {
    "city": mark("City"),
    "prefecture": mark("Prefecture"),
    "province": mark("Province"),
    "region": mark("Region"),
    "state": mark("State"),
    "district": mark("District"),
}
STANDINGS = {
    "in-force": mark("In force"),
    "ended": mark("Ended"),
    "unknown": mark("Standing not known"),
}
REGIONS = {
    "asia": mark("Asia"),
    "europe": mark("Europe"),
    "africa": mark("Africa"),
    "americas": mark("Americas"),
    "oceania": mark("Oceania"),
}
LANGUAGE_NAMES = {"vi": "Tiếng Việt", "en": "English"}


def is_visit(relation: Relation) -> bool:
    """Tell whether a relation is a visit of a delegation, and no agreement."""
    return relation.kind == "delegation"


def group_of(relation: Relation) -> str:
    """Return `agreement` or `visit`."""
    return "visit" if is_visit(relation) else "agreement"


def is_visited_only(partner: Partner) -> bool:
    """Tell whether delegations came or went, and no agreement is known."""
    return bool(partner.relations) and all(map(is_visit, partner.relations))
