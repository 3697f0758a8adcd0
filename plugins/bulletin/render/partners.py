"""Partners: the page of each city."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.model.records import Partner
from plugins.bulletin.render.anniversaries import partner_block
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.feed_heads import feed_links, partner_head
from plugins.bulletin.render.frame import Standing, home_link, page_view
from plugins.bulletin.render.kinds import PARTNER_KINDS, is_visited_only
from plugins.bulletin.render.lists import PARTNERS
from plugins.bulletin.render.maps import place_map
from plugins.bulletin.render.names import local_name, other_name
from plugins.bulletin.render.partner_views import PartnerView
from plugins.bulletin.render.parts import card, country_view, partner_link
from plugins.bulletin.render.relations import timeline_view
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.structured_places import place
from plugins.bulletin.render.views import Link, PageView
from plugins.bulletin.text.collation import sort_key
from plugins.bulletin.text.numbers import format_coordinates


def partner_view(
    desk: Desk, partner: Partner, neighbours: tuple[Partner | None, Partner | None]
) -> PartnerView:
    """Show one partner; neighbours are those beside it in the directory's order."""
    articles = desk.index.partners.get(partner.id, ())
    aliases = partner.aliases.in_language(desk.language)
    position, (before, after) = partner.position, neighbours
    return PartnerView(
        name=partner.name.in_language(desk.language),
        other=other_name(desk, partner),
        local=local_name(desk, partner),
        aliases=tuple(sorted(aliases, key=sort_key(desk.language))),
        kind_name=desk.say(PARTNER_KINDS[partner.kind]),
        country=country_view(desk, partner.country),
        seat=position.of,
        position=format_coordinates(position.lat, position.lon, desk.language),
        is_visited_only=is_visited_only(partner),
        timeline=timeline_view(desk, partner.relations),
        articles=tuple(card(desk, item) for item in articles),
        map=place_map(desk, partner),
        note=partner.note.in_language(desk.language) if partner.note else "",
        previous=partner_link(desk, before) if before else None,
        next=partner_link(desk, after) if after else None,
        anniversaries=partner_block(desk, partner),
    )


def partner_page(desk: Desk, partner: Partner) -> PageView:
    """Make the head of a partner's page."""
    name = partner.name.in_language(desk.language)
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
    page = page_view(desk, standing, title=name, description=text, about=about)
    return replace(page, feeds=feed_links(desk, partner_head(desk, partner)))
