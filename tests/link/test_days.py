"""Days: what has not come is reported, however exactly it is written, and false ends are."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.link.days import dates_of, latest_day
from plugins.bulletin.model import records
from plugins.bulletin.model.common import LocalText, Position, Source
from plugins.bulletin.model.records import (
    Association,
    Country,
    DatedFact,
    DiplomaticRelations,
    Document,
    Partner,
    PartnerName,
    Relation,
)
from plugins.bulletin.text.dates import PartialDate
from tests.link.making import library_of, rules_of

NAME = LocalText("Mẫu", "Sample")
SOURCE = Source("Example", confidence="high")
PARTNER = """name: {{vi: Bản Mai, en: Ban Mai}}
country: LA
kind: city
position: {{lat: 16.55, lon: 104.75}}
relations:
  - kind: friendship
    {dates}
    title: {{vi: Thỏa thuận hữu nghị, en: Agreement of friendship}}
    source: {{name: Union's archive, confidence: high}}
"""
FILE = "data/partners/ban-mai.yaml"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        # It is 1 January 2026, 07:00, where the site is.
        ("2026", []),
        ("2026-01", []),
        ("2026-01-01", []),
        ("2026-01-02", ["date-future ban-mai.yaml"]),
        ("2026-02", ["date-future ban-mai.yaml"]),
        ("2027", ["date-future ban-mai.yaml"]),
    ],
)
def test_a_month_or_year_may_have_begun(tmp_path: Path, date: str, expected: list[str]) -> None:
    """A date is ahead when its first day is; the year and month of today are not."""
    assert rules_of(tmp_path, {FILE: PARTNER.format(dates=f"date: {date}")}) == expected


@pytest.mark.parametrize(
    ("date", "ended", "is_wrong"),
    [
        ("2015-06-02", "2015-06-01", True),
        ("2015-06-02", "2015-06-02", False),
        ("2015-06-02", "2015-06", False),
        ("2015-06-02", "2015", False),
        ("2015-06", "2015-05-31", True),
        ("2015", "2014-12-31", True),
        ("2015", "2015-01-01", False),
        ("null", "1999", False),
    ],
)
def test_end_counts_by_what_it_can_mean(
    tmp_path: Path, date: str, ended: str, *, is_wrong: bool
) -> None:
    """An end is false only when no day that it can mean is as late as the beginning can be."""
    dates = f"{{date: {date}, ended: {ended}}}".strip("{}").replace(", ", "\n    ")
    expected = ["end-before-start ban-mai.yaml"] if is_wrong else []
    assert rules_of(tmp_path, {FILE: PARTNER.format(dates=dates)}) == expected


YEARS = st.builds(PartialDate, st.integers(1000, 2999))
MONTHS = st.builds(PartialDate, st.integers(1000, 2999), st.integers(1, 12))
DAYS = st.dates(min_value=datetime(1000, 1, 1).date()).map(PartialDate.of)  # noqa: DTZ001


@given(st.one_of(YEARS, MONTHS, DAYS))
def test_last_day_is_in_the_date(when: PartialDate) -> None:
    """The first and the last day lie in the date, and the day after the last does not."""
    precision = (when.day is not None, when.month is not None)
    for day in (when.first_day, when.last_day):
        whole = PartialDate.of(day)
        cut = PartialDate(
            whole.year, whole.month if precision[1] else None, whole.day if precision[0] else None
        )
        assert cut == when
    assert when.first_day <= when.last_day
    if when.day is not None:
        assert when.first_day == when.last_day


def _paths(shape: type) -> Iterator[tuple[str, ...]]:
    """Yield the paths of all dates that a kind of record can have, by its type hints."""
    for name, hint in get_type_hints(shape).items():
        for part in (hint, *get_args(hint)):
            if part is PartialDate:
                yield (name,)
            elif dataclasses.is_dataclass(part) and isinstance(part, type):
                yield from ((name, *path) for path in _paths(part))


RELATION = Relation("friendship", NAME, SOURCE, PartialDate(2000), PartialDate(2001))
FACT = DatedFact(PartialDate(2002), NAME, SOURCE)
EXAMPLES = {
    Partner: Partner(PartnerName("a", "b"), "LA", "city", Position(0, 0), (RELATION,)),
    Association: Association(NAME, "LA", founded=PartialDate(1999), facts=(FACT,)),
    Country: Country("LA", NAME, "asia", DiplomaticRelations(PartialDate(1962), SOURCE)),
    Document: Document("a", NAME, NAME, SOURCE, date=PartialDate(2003)),
}


@pytest.mark.parametrize("shape", EXAMPLES, ids=lambda shape: shape.__name__)
def test_no_date_of_a_record_is_forgotten(shape: type) -> None:
    """Every field of a record that can hold a date is looked at."""
    found = {
        tuple(part for part in path if isinstance(part, str))
        for path, _ in dates_of(EXAMPLES[shape])
    }
    assert found == set(_paths(shape))


def test_kinds_of_record_with_dates_are_all_looked_at() -> None:
    """No other kind of record has a date, but the site itself."""
    parts = {Relation, DatedFact, DiplomaticRelations, records.CountryFields}
    dated = {
        shape
        for shape in vars(records).values()
        if dataclasses.is_dataclass(shape) and isinstance(shape, type) and list(_paths(shape))
    }
    assert dated - parts == {*EXAMPLES, records.Site}


def test_latest_day_is_that_of_the_youngest_record(tmp_path: Path) -> None:
    """Before the first moment of that day, in the site's zone, the record would be ahead."""
    library = library_of(tmp_path, {FILE: PARTNER.format(dates="date: 2025-12")})
    assert latest_day(library) == datetime(2025, 11, 30, 17, tzinfo=UTC)
