"""Associations: their list, and the page of each with what relates to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Source, other_language
from plugins.bulletin.model.records import Association, Country
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import ASSOCIATIONS, Standing, home_link, page_view
from plugins.bulletin.render.partner_views import CountryView, NameView
from plugins.bulletin.render.parts import card, partial_view, source_views
from plugins.bulletin.render.record_views import (
    AssociationRow,
    AssociationsView,
    AssociationView,
    EventView,
)
from plugins.bulletin.render.related import (
    association_link,
    ordered_associations,
    partner_name,
    partners_of,
    unparted,
)
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import Link, PageView
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
                _country(desk, item).name.in_language(desk.language),
                partial_view(item.founded, desk.language) if item.founded else None,
            )
            for item in listed
        ),
    )


def associations_page(desk: Desk) -> PageView:
    """Make the head of the list."""
    standing = Standing(
        {name: addresses.place("associations", name) for name in LANGUAGES},
        trail=(home_link(desk),),
    )
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
        country=_country_view(desk, _country(desk, association)),
        founded=partial_view(association.founded, desk.language) if association.founded else None,
        sources=source_views(_sources(association)),
        note=association.note.in_language(desk.language) if association.note else "",
        events=tuple(_events(desk, association)),
        partners=tuple(
            Link(
                partner_name(item, desk.language),
                desk.path(addresses.partner(item.id, desk.language)),
            )
            for item in partners_of(desk, association)
        ),
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
            Link(desk.say(ASSOCIATIONS), desk.path(addresses.place("associations", desk.language))),
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


def _country(desk: Desk, association: Association) -> Country:
    return desk.library.records.countries[association.country]


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


def _country_view(desk: Desk, country: Country) -> CountryView:
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
