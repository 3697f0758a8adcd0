"""Ties: what the records say of each other, read from the other side. Of no language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from plugins.bulletin.model.library import Records
from plugins.bulletin.model.records import (
    Association,
    DatedFact,
    DiplomaticRelations,
    Partner,
    Relation,
)
from plugins.bulletin.text.dates import by_date

Key = TypeVar("Key")
Item = TypeVar("Item")


class Tie(Struct, frozen=True):
    """One relation with the partner that it is of."""

    partner: Partner
    relation: Relation


class AssociationFact(Struct, frozen=True):
    """One dated fact with the association that it is of."""

    association: Association
    fact: DatedFact


class CountryFact(Struct, frozen=True):
    """Diplomatic relations with the code of the country that they are with."""

    country: str
    relations: DiplomaticRelations


class Resting(Struct, frozen=True):
    """What rests on one document: relations and facts that name it, oldest first."""

    relations: tuple[Tie, ...] = ()
    facts: tuple[AssociationFact, ...] = ()
    countries: tuple[CountryFact, ...] = ()


def what_rests(records: Records) -> dict[str, Resting]:
    """Return what rests on every document that anything names, by its id."""
    partners = [partner for _, partner in sorted(records.partners.items())]
    ties = [Tie(partner, relation) for partner in partners for relation in partner.relations]
    dated, undated = by_date(ties, lambda tie: tie.relation.date)
    relations = _grouped((name, tie) for tie in (*dated, *undated) for name in _named(tie.relation))
    facts = _grouped((name, found) for found in _facts(records) for name in _named(found.fact))
    countries = _grouped(
        (name, found) for found in _countries(records) for name in _named(found.relations)
    )
    return {
        name: Resting(relations.get(name, ()), facts.get(name, ()), countries.get(name, ()))
        for name in records.documents
        if name in relations or name in facts or name in countries
    }


def _named(fact: Relation | DatedFact | DiplomaticRelations) -> list[str]:
    """Return the documents that a fact rests on, each once."""
    return list(dict.fromkeys(fact.documents))


def _facts(records: Records) -> list[AssociationFact]:
    facts = [
        AssociationFact(association, fact)
        for _, association in sorted(records.associations.items())
        for fact in association.facts
    ]
    return sorted(facts, key=lambda found: found.fact.date)


def _countries(records: Records) -> list[CountryFact]:
    found = [
        CountryFact(code, country.diplomatic_relations)
        for code, country in sorted(records.countries.items())
        if country.diplomatic_relations is not None
    ]
    return sorted(found, key=lambda row: row.relations.date)


def _grouped(rows: Iterable[tuple[Key, Item]]) -> dict[Key, tuple[Item, ...]]:
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for key, item in rows:
        groups[key].append(item)
    return {key: tuple(items) for key, items in groups.items()}
