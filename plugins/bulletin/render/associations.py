"""Associations: their list, and the page of each with what relates to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Source, other_language
from plugins.bulletin.model.records import Association
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import (
    ASSOCIATIONS,
    Standing,
    home_link,
    page_view,
    place_link,
    standing_at,
)
from plugins.bulletin.render.partner_views import NameView
from plugins.bulletin.render.parts import (
    card,
    country_view,
    partial_view,
    partner_link,
    source_views,
)
from plugins.bulletin.render.record_views import (
    AssociationRow,
    AssociationsView,
    AssociationView,
    EventView,
)
from plugins.bulletin.render.related import (
    association_link,
    ordered_associations,
    partners_of,
    unparted,
)
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import PageView
from plugins.bulletin.store.digests import digest_of

LIST = mark("Member associations of %(publisher)s, each with its country and its sources.")
ABOUT = mark("%(name)s: when it was founded, what the sources tell, and the articles about it.")

Neighbours = tuple[Association | None, Association | None]


def associations_view(desk: Desk) -> AssociationsView:
    """Show the list."""
    listed = ordered_associations(desk)
    return AssociationsView(
        count=len(listed),
        country_count=len({item.country for item in listed}),
        associations=tuple(
            AssociationRow(
                association_link(desk, item.id),
                desk.library.records.countries[item.country].name.in_language(desk.language),
                partial_view(item.founded, desk.language) if item.founded else None,
            )
            for item in listed
        ),
    )


def associations_page(desk: Desk) -> PageView:
    """Make the head of the list."""
    standing = standing_at(desk, "associations")
    publisher = desk.library.records.site.publisher.in_language(desk.language)
    text = desk.say(LIST) % {"publisher": publisher}
    return page_view(desk, standing, title=desk.say(ASSOCIATIONS), description=text)


def association_view(desk: Desk, association: Association, beside: Neighbours) -> AssociationView:
    """Show one association; neighbours are those beside it in the list."""
    name = association.name
    other = other_language(desk.language)
    link = partial(association_link, desk)
    return AssociationView(
        name=unparted(name.in_language(desk.language)),
        other=NameView(name.in_language(other), other) if name.vi != name.en else None,
        country=country_view(desk, association.country),
        founded=partial_view(association.founded, desk.language) if association.founded else None,
        sources=source_views(_sources(association)),
        note=association.note.in_language(desk.language) if association.note else "",
        events=tuple(_events(desk, association)),
        partners=tuple(partner_link(desk, item) for item in partners_of(desk, association)),
        articles=tuple(
            card(desk, item) for item in desk.index.associations.get(association.id, ())
        ),
        previous=link(beside[0].id) if beside[0] else None,
        next=link(beside[1].id) if beside[1] else None,
    )


def association_page(desk: Desk, association: Association) -> PageView:
    """Make the head of an association's page."""
    name = association.name.in_language(desk.language)
    standing = Standing(
        {language: addresses.association(association.id, language) for language in LANGUAGES},
        trail=(
            home_link(desk),
            place_link(desk, "associations", ASSOCIATIONS),
        ),
    )
    text = desk.say(ABOUT) % {"name": name}
    return page_view(desk, standing, title=name, description=text)


def association_around(desk: Desk, association: Association, beside: Neighbours) -> bytes:
    """Return the digest of what an association's page shows of other things."""
    rows = [item.row for item in desk.index.associations.get(association.id, ())]
    partners = [(item.id, item.name) for item in partners_of(desk, association)]
    country = desk.library.records.countries[association.country]
    return digest_of(country, rows, partners, [item and (item.id, item.name) for item in beside])


def _sources(association: Association) -> Iterable[Source]:
    return (*((association.source,) if association.source else ()), *association.also)


def _events(desk: Desk, association: Association) -> Iterable[EventView]:
    """Yield the dated facts, oldest first."""
    for fact in sorted(association.facts, key=lambda item: item.date):
        yield EventView(
            partial_view(fact.date, desk.language),
            fact.text.in_language(desk.language),
            source_views((fact.source,)),
        )
