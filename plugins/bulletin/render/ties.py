"""Ties: what the records say of each other, read from the other side. Of no language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from plugins.bulletin.model.library import Records
from plugins.bulletin.model.records import (
    Association,
    DatedFact,
    DiplomaticRelations,
    Partner,
    Relation,
    RelationKind,
)

Key = TypeVar("Key")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation with the partner that it is of."""

    partner: Partner
    relation: Relation


@dataclass(frozen=True, slots=True)
class AssociationFact:
    """One dated fact with the association that it is of."""

    association: Association
    fact: DatedFact


@dataclass(frozen=True, slots=True)
class CountryFact:
    """Diplomatic relations with the code of the country that they are with."""

    country: str
    relations: DiplomaticRelations


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on one document: relations and facts that name it, oldest first."""

    relations: tuple[Tie, ...] = ()
    facts: tuple[AssociationFact, ...] = ()
    countries: tuple[CountryFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Ties:
    """All relations and facts, by what pages ask for. Lists of relations are oldest first.

    `documents` has every document that anything rests on; countries have their partners and
    associations in the order of their ids.
    """

    relations: tuple[Tie, ...] = ()
    kinds: Mapping[RelationKind, tuple[Tie, ...]] = field(default_factory=dict)
    documents: Mapping[str, Resting] = field(default_factory=dict)
    partners_of: Mapping[str, tuple[Partner, ...]] = field(default_factory=dict)
    associations_of: Mapping[str, tuple[Association, ...]] = field(default_factory=dict)


def make_ties(records: Records) -> Ties:
    """Sort and group the relations and facts of all records."""
    partners = [partner for _, partner in sorted(records.partners.items())]
    associations = [association for _, association in sorted(records.associations.items())]
    ties = oldest_first(
        Tie(partner, relation) for partner in partners for relation in partner.relations
    )
    return Ties(
        tuple(ties),
        _grouped((tie.relation.kind, tie) for tie in ties),
        _documents(ties, records),
        _grouped((partner.country, partner) for partner in partners),
        _grouped((association.country, association) for association in associations),
    )


def oldest_first(ties: Iterable[Tie]) -> list[Tie]:
    """Sort by date, oldest first; those without a date come last, in the order given."""
    rows = list(ties)
    dated = [(tie.relation.date, tie) for tie in rows if tie.relation.date is not None]
    dated.sort(key=lambda row: row[0])
    return [tie for _, tie in dated] + [tie for tie in rows if tie.relation.date is None]


def _documents(ties: Iterable[Tie], records: Records) -> dict[str, Resting]:
    relations = _grouped((name, tie) for tie in ties for name in _named(tie.relation))
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
