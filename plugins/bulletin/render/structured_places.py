"""Structured places: partner cities and regions in the words of schema.org."""

from __future__ import annotations

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Position
from plugins.bulletin.model.records import Partner
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.structured import Node, filled

_TYPES = {"city": "City", "state": "State"}  # the others are AdministrativeArea


def place(desk: Desk, partner: Partner) -> Node:
    """Return a partner. Of a region the position is that of its seat, so it stands there."""
    url = desk.settings.absolute(addresses.partner(partner.id, desk.language))
    name = partner.name.in_language(desk.language)
    country = desk.library.records.countries[partner.country]
    point = _point(partner.position)
    seat = partner.position.of
    return filled(
        _type=_TYPES.get(partner.kind, "AdministrativeArea"),
        _id=f"{url}#place",
        name=name,
        alternateName=_other_names(partner, name),
        url=url,
        geo=None if seat else point,
        containsPlace={"@type": "City", "name": seat, "geo": point} if seat else None,
        containedInPlace={
            "@type": "Country",
            "name": country.name.in_language(desk.language),
            "identifier": country.code,
        },
    )


def _other_names(partner: Partner, name: str) -> list[str]:
    names = (partner.name.vi, partner.name.en, partner.name.local)
    aliases = (alias for language in LANGUAGES for alias in partner.aliases.in_language(language))
    return [other for other in dict.fromkeys((*names, *aliases)) if other and other != name]


def _point(position: Position) -> Node:
    return {
        "@type": "GeoCoordinates",
        "latitude": round(position.lat, 7) + 0.0,
        "longitude": round(position.lon, 7) + 0.0,
    }
