"""The directory's figures: what a row may be found and sorted by, whatever the partners are."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, strategies as st

from plugins.bulletin.model.common import LANGUAGES, Language, LocalText, Position, Source
from plugins.bulletin.model.records import Partner, PartnerName, Relation, RelationKind
from plugins.bulletin.render.directory import UNDATED, partners_view
from plugins.bulletin.render.directory_views import DirectoryRow, PartnersView
from plugins.bulletin.render.kinds import RELATION_KINDS
from plugins.bulletin.render.names import ordered_partners
from plugins.bulletin.render.ranks import ranks
from plugins.bulletin.render.relations import timeline_view
from plugins.bulletin.text.collation import sort_key
from plugins.bulletin.text.dates import PartialDate
from plugins.bulletin.text.folding import plain_words
from tests.render.test_lists import NAME, make_desk

SOURCE = Source("Example source", confidence="high")
COLUMNS = ("name", "country", "region", "kind", "since", "number", "latest")
YEARS = st.integers(1950, 2030)
DATES = st.one_of(
    st.none(),
    YEARS.map(PartialDate),
    st.builds(PartialDate, YEARS, st.integers(1, 12)),
    st.builds(PartialDate, YEARS, st.integers(1, 12), st.integers(1, 28)),
)


def make_relation(kind: RelationKind, date: PartialDate | None) -> Relation:
    """Return a relation of a kind and date."""
    return Relation(kind, NAME, SOURCE, date)


def make_partner(names: tuple[str, str], relations: Sequence[Relation]) -> Partner:
    """Return a partner; its id is made of its names."""
    name = PartnerName(*names)
    position = Position(16.0, 107.0)
    identity = f"{names[0]}-{names[1]}"
    return Partner(name, "VN", "city", position, tuple(relations), id=identity)


RELATIONS = st.builds(make_relation, st.sampled_from(list(RELATION_KINDS)), DATES)
WORDS = st.text("aăâbdđeêAĐ -'", min_size=1, max_size=8).filter(lambda word: bool(word.strip()))
PARTNERS = st.lists(
    st.builds(make_partner, st.tuples(WORDS, WORDS), st.lists(RELATIONS, max_size=6)),
    max_size=8,
    unique_by=lambda partner: partner.id,
)
BOTH = st.sampled_from(LANGUAGES)


def rows_of(view: PartnersView) -> list[DirectoryRow]:
    """Return the rows from above."""
    return [row for region in view.regions for part in region.parts for row in part]


def places_of(row: DirectoryRow) -> dict[str, int | None]:
    """Return a row's places by column."""
    texts = row.ranks.split(",")
    return {
        column: int(text) if text else None for column, text in zip(COLUMNS, texts, strict=True)
    }


@given(PARTNERS, BOTH)
def test_every_partner_has_one_row_in_order(found: list[Partner], language: Language) -> None:
    """The rows are the partners in the language's order, and each part is counted once."""
    desk = make_desk(language=language, found=found)
    view = partners_view(desk)
    ordered = ordered_partners(desk)
    assert [row.relation_count for row in rows_of(view)] == [len(p.relations) for p in ordered]
    assert view.count == sum(region.count for region in view.regions) == len(found)
    total = sum(len(partner.relations) for partner in found)
    assert view.agreement_count + view.visit_count == total


@given(PARTNERS, BOTH)
def test_places_sort_as_the_build_does(found: list[Partner], language: Language) -> None:
    """By its places a script has the order of names, of first agreements and of latest dates."""
    desk = make_desk(language=language, found=found)
    rows = list(zip(ordered_partners(desk), rows_of(partners_view(desk)), strict=True))
    key = sort_key(language)
    for partner, row in rows:
        for other, beside in rows:
            mine, theirs = places_of(row), places_of(beside)
            names = [getattr(item.name, language) for item in (partner, other)]
            assert ((mine["name"] or 0) < (theirs["name"] or 0)) == (key(names[0]) < key(names[1]))
            latest = [
                max((r.date for r in p.relations if r.date), default=None) for p in (partner, other)
            ]
            if latest[0] and latest[1] and mine["latest"] is not None:
                assert (mine["latest"] < (theirs["latest"] or 0)) == (latest[0] < latest[1])


@given(PARTNERS)
def test_visits_begin_no_relation(found: list[Partner]) -> None:
    """Since tells of agreements alone; who was only visited has none and is told apart."""
    desk = make_desk(language="en", found=found)
    rows = zip(ordered_partners(desk), rows_of(partners_view(desk)), strict=True)
    for partner, row in rows:
        agreements = [item for item in partner.relations if item.kind != "delegation"]
        years = [item.date.year for item in agreements if item.date]
        assert (row.since.iso if row.since else None) == (str(min(years)) if years else None)
        assert row.is_visited_only == (bool(partner.relations) and not agreements)


@given(PARTNERS)
def test_choices_are_those_that_fit_a_partner(found: list[Partner]) -> None:
    """Every option of a filter finds a row, and every relation is found by its options."""
    view = partners_view(make_desk(language="en", found=found))
    ties = [tie.split(":") for row in rows_of(view) for tie in row.ties.split()]
    assert {choice.value for choice in view.decades} == {decade for _, _, decade in ties}
    kinds = {choice.value for choice in view.kinds} - {"agreement"}
    assert kinds == {kind for _, kind, _ in ties}
    assert all(decade == UNDATED or int(decade) % 10 == 0 for _, _, decade in ties)


@given(st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 5)))))
def test_ranks_keep_order_and_gaps(values: list[tuple[int] | None]) -> None:
    """Ranks compare as their values do, equal ones are equal, and None has none."""
    found = ranks(values)
    for value, rank in zip(values, found, strict=True):
        assert (value is None) == (rank is None)
        for other, beside in zip(values, found, strict=True):
            if value is not None and other is not None and rank is not None:
                assert beside is not None
                assert (rank < beside) == (value < other)


@given(st.text())
def test_plain_words_stay_as_they_are(text: str) -> None:
    """Plain words have single spaces, and making them plain again changes nothing."""
    plain = plain_words(text)
    assert plain_words(plain) == plain == " ".join(plain.split())


@given(st.lists(RELATIONS, max_size=8))
def test_timeline_keeps_every_relation_once(relations: list[Relation]) -> None:
    """Dated relations come oldest first, the others apart, none is lost, padded or twice."""
    view = timeline_view(make_desk(language="en"), relations)
    dates = [item.date for item in relations if item.date]
    assert [item.date.iso for item in view.dated if item.date] == [str(d) for d in sorted(dates)]
    assert len(view.dated) == len(dates)
    assert len(view.undated) == len(relations) - len(dates)
    assert view.visit_count == sum(item.is_visit for item in (*view.dated, *view.undated))
    assert view.agreement_count == len(relations) - view.visit_count


def test_names_of_both_languages_and_of_the_country_are_searched() -> None:
    """A row is found by any name, folded: marks, hyphens and case are no matter."""
    partner = Partner(
        PartnerName("Viêng-Chăn", "Vientiane", "ວຽງຈັນ"),
        "VN",
        "city",
        Position(16.0, 107.0, of="Đà Nẵng"),
        (),
        id="vientiane",
    )
    row = rows_of(partners_view(make_desk(found=[partner])))[0]
    assert row.text.split("|")[:4] == ["vieng chan", "vientiane", "ວຽງຈັນ", "da nang"]
    assert plain_words(LocalText.in_language(NAME, "en")) in row.text
