"""Names: what a partner is called, in which language, and in which order partners stand."""

from __future__ import annotations

from babel.core import get_global

from plugins.bulletin.model.common import other_language
from plugins.bulletin.model.records import Partner
from plugins.bulletin.render.kinds import REGIONS
from plugins.bulletin.render.partner_views import NameView
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.text.collation import sort_key

_REGION_PLACES = {region: place for place, region in enumerate(REGIONS)}


def ordered_partners(desk: Desk) -> list[Partner]:
    """Return the partners by parts of the world, in each in the order of the desk's language."""
    key, countries = sort_key(desk.language), desk.library.records.countries
    return sorted(
        desk.library.records.partners.values(),
        key=lambda partner: (
            _REGION_PLACES[countries[partner.country].region],
            key(partner.name.in_language(desk.language)),
        ),
    )


def other_name(desk: Desk, partner: Partner) -> NameView | None:
    """Show the name in the site's other language, unless another form is written the same."""
    other = other_language(desk.language)
    name = partner.name.in_language(other)
    is_known = name in (partner.name.in_language(desk.language), partner.name.local)
    return None if is_known else NameView(name, other)


def local_name(desk: Desk, partner: Partner) -> NameView | None:
    """Show the name at home, unless the page's own is written the same."""
    local = partner.name.local
    if not local or local == partner.name.in_language(desk.language):
        return None
    return NameView(local, language_of(partner.country))


def language_of(country: str) -> str:
    """Return the most likely language of a country by CLDR's likely subtags, "" if unknown."""
    tag = str(get_global("likely_subtags").get(f"und_{country}", ""))
    return tag.partition("_")[0]
