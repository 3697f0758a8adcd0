"""Data rows: partners and their relations in the order of the open data, with all they need."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import Language, LocalText
from plugins.bulletin.model.records import Partner, Relation
from plugins.bulletin.render.columns import PartnerRow, RelationRow
from plugins.bulletin.render.kinds import PARTNER_KINDS, RELATION_KINDS, STANDINGS
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.text.dates import by_date

Desks = Mapping[Language, Desk]


class DataRows(Struct, frozen=True):
    """All rows: partners by id, and their relations in the same order."""

    partners: tuple[PartnerRow, ...]
    relations: tuple[RelationRow, ...]

    @property
    def country_count(self) -> int:
        """Return how many countries the partners are in."""
        return len({row.partner.country for row in self.partners})


def data_rows(desks: Desks) -> DataRows:
    """Return the rows of all partners; their order depends on no language."""
    records = desks["vi"].library.records.partners
    partners = tuple(_partner(desks, records[identity]) for identity in sorted(records))
    return DataRows(
        partners, tuple(row for place in partners for row in relation_rows(desks, place))
    )


def _partner(desks: Desks, partner: Partner) -> PartnerRow:
    dated, undated = by_date(partner.relations, attrgetter("date"))
    absolute = desks["vi"].settings.absolute
    return PartnerRow(
        partner=partner,
        country=desks["vi"].library.records.countries[partner.country],
        urls=LocalText(
            absolute(addresses.partner(partner.id, "vi")),
            absolute(addresses.partner(partner.id, "en")),
        ),
        kind_name=say_both(desks, PARTNER_KINDS[partner.kind]),
        relations=(*dated, *undated),
    )


def relation_rows(desks: Desks, place: PartnerRow) -> tuple[RelationRow, ...]:
    """Return the rows of one partner's relations."""
    return tuple(
        _relation(desks, place, number=number, relation=relation)
        for number, relation in enumerate(place.relations, 1)
    )


def _relation(desks: Desks, place: PartnerRow, *, number: int, relation: Relation) -> RelationRow:
    return RelationRow(
        place,
        relation,
        number,
        say_both(desks, RELATION_KINDS[relation.kind]),
        say_both(desks, STANDINGS[relation.standing]),
    )


def say_both(desks: Desks, message: str) -> LocalText:
    """Return an interface word in both languages."""
    return LocalText(desks["vi"].say(message), desks["en"].say(message))
