"""Ties: what rests on a document, and who belongs to a country, is found from either side."""

from __future__ import annotations

from hypothesis import given, strategies as st

from plugins.bulletin.model.common import LocalText, Position, Source
from plugins.bulletin.model.library import Records
from plugins.bulletin.model.records import (
    Association,
    Contact,
    Country,
    DatedFact,
    DiplomaticRelations,
    Document,
    HomeCity,
    Licence,
    Partner,
    PartnerName,
    Relation,
    RelationKind,
    Site,
)
from plugins.bulletin.render.ties import what_rests
from plugins.bulletin.text.dates import PartialDate

NAME = LocalText("Mẫu", "Sample")
SOURCE = Source("Example", confidence="high")
IDS = st.lists(st.sampled_from(["one", "two", "three"]), max_size=3).map(tuple)
DATES = st.one_of(
    st.none(), st.builds(PartialDate, st.integers(1950, 2020)), st.just(PartialDate(1990, 5))
)
KINDS: list[RelationKind] = ["friendship", "memorandum", "delegation"]
RELATIONS = st.builds(
    Relation,
    st.sampled_from(KINDS),
    st.just(NAME),
    st.just(SOURCE),
    date=DATES,
    documents=IDS,
)
FACTS = st.builds(
    DatedFact,
    st.builds(PartialDate, st.integers(1950, 2020)),
    st.just(NAME),
    st.just(SOURCE),
    documents=IDS,
)
CODES = st.sampled_from(["LA", "FR"])


def make_site() -> Site:
    """Return an identity of nobody's."""
    home = HomeCity(NAME, "VN", Position(16.0, 107.0))
    licence = Licence("CC", "https://licence.example")
    return Site(NAME, NAME, NAME, NAME, "https://union.example", home, Contact(), licence, "", ())


def make_records(
    partners: list[tuple[str, list[Relation]]],
    associations: list[tuple[str, list[DatedFact]]],
    diplomatic: DiplomaticRelations | None = None,
) -> Records:
    """Return records with three documents, of which any may be named."""
    position = Position(1.0, 2.0)
    return Records(
        make_site(),
        countries={
            "FR": Country("FR", NAME, "europe"),
            "LA": Country("LA", NAME, "asia", diplomatic),
        },
        documents={name: Document(name, NAME, NAME, SOURCE) for name in ("one", "two", "three")},
        partners={
            f"p{number}": Partner(
                PartnerName("a", "b"), code, "city", position, tuple(rows), id=f"p{number}"
            )
            for number, (code, rows) in enumerate(partners)
        },
        associations={
            f"a{number}": Association(NAME, code, id=f"a{number}", facts=tuple(facts))
            for number, (code, facts) in enumerate(associations)
        },
    )


PARTNERS = st.lists(st.tuples(CODES, st.lists(RELATIONS, max_size=4)), max_size=5)
ASSOCIATIONS = st.lists(st.tuples(CODES, st.lists(FACTS, max_size=4)), max_size=5)


@given(PARTNERS, ASSOCIATIONS)
def test_links_hold_both_ways(
    partners: list[tuple[str, list[Relation]]], associations: list[tuple[str, list[DatedFact]]]
) -> None:
    """A document has exactly the relations and facts that name it, each once."""
    records = make_records(partners, associations)
    resting_on = what_rests(records)
    for name in records.documents:
        relations = [
            (partner.id, relation)
            for partner in records.partners.values()
            for relation in partner.relations
            if name in relation.documents
        ]
        facts = [
            (association.id, fact)
            for association in records.associations.values()
            for fact in association.facts
            if name in fact.documents
        ]
        resting = resting_on.get(name)
        assert (resting is None) == (not relations and not facts)
        found = [(tie.partner.id, tie.relation) for tie in resting.relations] if resting else []
        told = [(row.association.id, row.fact) for row in resting.facts] if resting else []
        assert sorted(found, key=repr) == sorted(relations, key=repr)
        assert sorted(told, key=repr) == sorted(facts, key=repr)


@given(PARTNERS)
def test_relations_of_a_document_stand_in_order(
    partners: list[tuple[str, list[Relation]]],
) -> None:
    """The oldest relation stands first, those without a date at the end."""
    for resting in what_rests(make_records(partners, [])).values():
        dates = [tie.relation.date for tie in resting.relations]
        dated = [date for date in dates if date is not None]
        assert dates == sorted(dated) + [None] * (len(dates) - len(dated))


def test_diplomatic_relations_rest_on_documents_too() -> None:
    """A document that diplomatic relations name leads to the country."""
    diplomatic = DiplomaticRelations(PartialDate(1962, 9), SOURCE, documents=("two",))
    resting = what_rests(make_records([], [], diplomatic))["two"]
    assert [(row.country, row.relations) for row in resting.countries] == [("LA", diplomatic)]
