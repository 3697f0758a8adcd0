"""Partner plans: the directory, cities, open data and anniversaries of one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.model.records import Partner
from plugins.bulletin.render import anniversaries, data_page, directory, maps, partners
from plugins.bulletin.render.index import with_neighbours
from plugins.bulletin.render.names import ordered_partners
from plugins.bulletin.render.planning import Plan, list_plan
from plugins.bulletin.render.relations import named_documents
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.store.digests import digest_of


def partner_plans(desk: Desk) -> Iterator[Plan]:
    """Plan the pages that are made of partners and their relations."""
    yield from _partners(desk)
    yield _data(desk)
    yield _anniversaries(desk)


def _partners(desk: Desk) -> Iterator[Plan]:
    view = cache(partial(directory.partners_view, desk))  # its digest is that of all it shows
    yield list_plan(
        desk,
        "partners",
        page=directory.partners_page,
        view=lambda: replace(view(), map=maps.partners_map(desk)),
        own=lambda: digest_of(view(), maps.map_inputs(desk)),
    )
    ordered = ordered_partners(desk)
    for before, partner, after in with_neighbours(ordered):
        neighbours = (before, after)
        yield Plan(
            "partner.html",
            {name: addresses.partner(partner.id, name) for name in LANGUAGES},
            partial(partners.partner_page, desk, partner),
            partial(partners.partner_view, desk, partner, neighbours),
            own=partial(_of_partner, desk, partner),
            around=partial(_about_partner, desk, partner, neighbours),
        )


def _of_partner(desk: Desk, partner: Partner) -> bytes:
    records = desk.library.records
    country, own = records.countries[partner.country], records.partner_digests[partner.id]
    return digest_of(own, country, named_documents(desk, partner.relations))


def _about_partner(desk: Desk, partner: Partner, beside: Sequence[Partner | None]) -> bytes:
    rows = [item.row for item in desk.index.partners.get(partner.id, ())]
    ahead = [item.date for item in anniversaries.ahead_of(desk, partner)]
    return digest_of(rows, [item and (item.id, item.name) for item in beside], ahead)


def _anniversaries(desk: Desk) -> Plan:
    view = partial(anniversaries.anniversaries_view, desk)
    return list_plan(desk, "anniversaries", page=anniversaries.anniversaries_page, view=view)


def _data(desk: Desk) -> Plan:
    view = partial(data_page.data_view, desk)
    return list_plan(desk, "data", page=data_page.data_page, view=view)
