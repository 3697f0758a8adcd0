"""Partners: the directory and the page of each city."""

from __future__ import annotations

from collections.abc import Iterable

from babel.core import get_global

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, other_language
from plugins.bulletin.model.records import Partner, Relation
from plugins.bulletin.render.anniversaries import partner_block
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import Standing, home_link, page_view
from plugins.bulletin.render.kinds import PARTNER_KINDS, REGIONS, RELATION_KINDS, STANDINGS
from plugins.bulletin.render.lists import PARTNERS
from plugins.bulletin.render.maps import place_map
from plugins.bulletin.render.partner_views import (
    CountryView,
    NameView,
    PartnerCard,
    PartnerRegion,
    PartnersView,
    PartnerView,
    RelationView,
)
from plugins.bulletin.render.parts import card, partial_view, source_views
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.structured_places import place
from plugins.bulletin.render.views import Link, PageView
from plugins.bulletin.text.collation import sort_key
from plugins.bulletin.text.numbers import format_coordinates


def name_of(partner: Partner, language: str) -> str:
    """Return a partner's name in a language of the site."""
    return partner.name.vi if language == "vi" else partner.name.en


def ordered_partners(desk: Desk) -> list[Partner]:
    """Return the partners in the order of the desk's language."""
    key = sort_key(desk.language)
    return sorted(
        desk.library.records.partners.values(),
        key=lambda partner: key(name_of(partner, desk.language)),
    )


def partners_view(desk: Desk) -> PartnersView:
    """Show the directory by parts of the world."""
    partners = ordered_partners(desk)
    countries = desk.library.records.countries
    regions = []
    for region, name in REGIONS.items():
        inside = [item for item in partners if countries[item.country].region == region]
        if inside:
            cards = tuple(_card(desk, item) for item in inside)
            regions.append(PartnerRegion(desk.say(name), region, cards))
    return PartnersView(
        count=len(partners),
        country_count=len({item.country for item in partners}),
        relation_count=sum(len(item.relations) for item in partners),
        regions=tuple(regions),
    )


def partners_page(desk: Desk) -> PageView:
    """Make the head of the directory."""
    standing = Standing(
        {name: addresses.place("partners", name) for name in LANGUAGES}, trail=(home_link(desk),)
    )
    text = desk.say(
        mark("Localities with a tie to the city, each relation with its date and source.")
    )
    return page_view(desk, standing, title=desk.say(PARTNERS), description=text)


def _card(desk: Desk, partner: Partner) -> PartnerCard:
    years = sorted(relation.date.year for relation in partner.relations if relation.date)
    kinds = dict.fromkeys(relation.kind for relation in by_date(partner.relations))
    return PartnerCard(
        name=name_of(partner, desk.language),
        url=desk.path(addresses.partner(partner.id, desk.language)),
        country=desk.library.records.countries[partner.country].name.in_language(desk.language),
        kind_name=desk.say(PARTNER_KINDS[partner.kind]),
        kinds=tuple(desk.say(RELATION_KINDS[kind]) for kind in kinds),
        since=str(years[0]) if years else "",
        relation_count=len(partner.relations),
        local=_local_name(partner),
        other=_other_name(desk, partner),
    )


def partner_view(
    desk: Desk, partner: Partner, neighbours: tuple[Partner | None, Partner | None]
) -> PartnerView:
    """Show one partner; neighbours are those beside it in the directory's order."""
    articles = desk.index.partners.get(partner.id, ())
    aliases = partner.aliases.vi if desk.language == "vi" else partner.aliases.en
    position = partner.position
    return PartnerView(
        name=name_of(partner, desk.language),
        other=_other_name(desk, partner),
        local=_local_name(partner),
        aliases=tuple(sorted(aliases, key=sort_key(desk.language))),
        kind_name=desk.say(PARTNER_KINDS[partner.kind]),
        country=_country(desk, partner),
        seat=position.of,
        position=format_coordinates(position.lat, position.lon, desk.language),
        relations=tuple(_relation(desk, item) for item in by_date(partner.relations)),
        articles=tuple(card(desk, item) for item in articles),
        map=place_map(desk, partner),
        previous=_link(desk, neighbours[0]),
        next=_link(desk, neighbours[1]),
        anniversaries=partner_block(desk, partner),
    )


def partner_page(desk: Desk, partner: Partner) -> PageView:
    """Make the head of a partner's page."""
    name = name_of(partner, desk.language)
    country = desk.library.records.countries[partner.country].name.in_language(desk.language)
    home = desk.library.records.site.home_city.name.in_language(desk.language)
    standing = Standing(
        {language: addresses.partner(partner.id, language) for language in LANGUAGES},
        trail=(
            home_link(desk),
            Link(desk.say(PARTNERS), desk.path(addresses.place("partners", desk.language))),
        ),
    )
    message = mark("%(name)s, %(country)s: relations with %(home)s, with dates and sources.")
    text = desk.say(message) % {"name": name, "country": country, "home": home}
    about = (place(desk, partner),)
    return page_view(desk, standing, title=name, description=text, about=about)


def by_date(relations: Iterable[Relation]) -> list[Relation]:
    """Sort relations, oldest first; those without a date come last, in their file's order."""
    rows = list(relations)
    dated = [(item.date, item) for item in rows if item.date is not None]
    dated.sort(key=lambda row: row[0])
    return [item for _, item in dated] + [item for item in rows if item.date is None]


def _relation(desk: Desk, relation: Relation) -> RelationView:
    return RelationView(
        kind=relation.kind,
        kind_name=desk.say(RELATION_KINDS[relation.kind]),
        title=relation.title.in_language(desk.language),
        date=partial_view(relation.date, desk.language) if relation.date else None,
        standing=relation.standing,
        standing_name=desk.say(STANDINGS[relation.standing]),
        sources=source_views((relation.source, *relation.also)),
        note=relation.note.in_language(desk.language) if relation.note else "",
    )


def _country(desk: Desk, partner: Partner) -> CountryView:
    country = desk.library.records.countries[partner.country]
    relations = country.diplomatic_relations
    name = country.name.in_language(desk.language)
    if relations is None:
        return CountryView(name, None, ())
    return CountryView(
        name,
        partial_view(relations.date, desk.language),
        source_views((relations.source, *relations.also)),
        relations.note.in_language(desk.language) if relations.note else "",
    )


def _other_name(desk: Desk, partner: Partner) -> NameView | None:
    other = other_language(desk.language)
    name = name_of(partner, other)
    return None if name == name_of(partner, desk.language) else NameView(name, other)


def _local_name(partner: Partner) -> NameView | None:
    """Show the name at home, unless both languages of the site write it the same."""
    local = partner.name.local
    if not local or local in (partner.name.vi, partner.name.en):
        return None
    return NameView(local, _language_of(partner.country))


def _language_of(country: str) -> str:
    """Return the most likely language of a country by CLDR's likely subtags, "" if unknown."""
    tag = str(get_global("likely_subtags").get(f"und_{country}", ""))
    return tag.partition("_")[0]


def _link(desk: Desk, partner: Partner | None) -> Link | None:
    if partner is None:
        return None
    name = name_of(partner, desk.language)
    return Link(name, desk.path(addresses.partner(partner.id, desk.language)))
