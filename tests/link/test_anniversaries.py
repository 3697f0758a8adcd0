"""Anniversaries: which years are complete, on which day, and what stands out."""

from __future__ import annotations

from calendar import isleap, monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.link.anniversaries import (
    Anniversary,
    Occasion,
    agreements,
    almanac_of,
    anniversary,
    in_order,
    in_year,
    make_almanac,
    month_around,
    select,
)
from plugins.bulletin.model.common import LocalText, Position, Source
from plugins.bulletin.model.library import Records
from plugins.bulletin.model.records import (
    Association,
    Contact,
    Country,
    DiplomaticRelations,
    Document,
    HomeCity,
    Licence,
    Partner,
    PartnerName,
    Relation,
    Site,
)
from plugins.bulletin.text.dates import PartialDate, parse_partial

NAME = LocalText("Tên", "Name")
SOURCE = Source("Paper", confidence="high")
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SITE = Site(
    name=NAME,
    tagline=NAME,
    publisher=NAME,
    publisher_short=NAME,
    publisher_url="https://union.example",
    home_city=HomeCity(NAME, "VN", Position(16.0, 107.0)),
    contact=Contact(),
    licence=Licence("CC", "https://licence.example"),
    accent="#5b2a86",
    navigation=(),
)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(PartialDate.of)
months = st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12))
years = st.builds(PartialDate, st.integers(1900, 2100))
partial_dates = st.one_of(days, months, years)
some_years = st.integers(1880, 2200)


def occasion(began: str | PartialDate, **more: object) -> Occasion:
    """Return an occasion that began on a date."""
    day = parse_partial(began) if isinstance(began, str) else began
    given: dict[str, object] = {"kind": "relation", "subject": "town", "detail": "friendship"}
    return Occasion(title=NAME, began=day, sources=(SOURCE,), **(given | more))  # type: ignore[arg-type]


def kept(began: str, year: int, **more: object) -> Anniversary:
    """Return an anniversary that there is."""
    found = anniversary(occasion(began, **more), year)
    assert found is not None
    return found


def relation(kind: str, began: str | None, **more: object) -> Relation:
    """Return a relation of a kind."""
    day = parse_partial(began) if began else None
    return Relation(kind, NAME, SOURCE, day, **more)  # type: ignore[arg-type]


def partner(*relations: Relation) -> Partner:
    """Return a partner with relations."""
    return Partner(PartnerName("Phố", "Town"), "LA", "city", Position(1, 1), relations, id="town")


@given(partial_dates, some_years)
def test_years_are_counted_from_the_beginning(began: PartialDate, year: int) -> None:
    """An anniversary comes in every later year and in no other, and counts the years between."""
    found = anniversary(occasion(began), year)
    assert (found is not None) == (year > began.year)
    if found is not None:
        assert found.years == year - began.year >= 1
        assert found.date.year == year


@given(partial_dates, some_years)
def test_nothing_is_made_more_exact(began: PartialDate, year: int) -> None:
    """A month stays a month and a year a year; a day stays in its month, mostly itself."""
    day = in_year(began, year)
    assert (day.month, day.day is None) == (began.month, began.day is None)
    if began.day is not None and (began.month, began.day) != (2, 29):
        assert day.day == began.day


@given(some_years)
def test_leap_day_is_kept_at_the_end_of_february(year: int) -> None:
    """29 February stays in leap years and falls on the 28th in all others."""
    found = anniversary(occasion(PartialDate(1880 - 1880 % 4, 2, 29)), year)
    if found is not None:
        assert found.date == PartialDate(year, 2, 29 if isleap(year) else 28)
        assert found.is_moved == (not isleap(year))


@given(partial_dates, partial_dates, some_years)
def test_nothing_is_kept_after_the_end(began: PartialDate, ended: PartialDate, year: int) -> None:
    """No day that an anniversary may mean lies after the first day that the end may mean."""
    found = anniversary(occasion(began, ended=ended), year)
    if found is not None:
        assert found.date.last_day <= ended.first_day
    elif year > began.year:
        assert in_year(began, year).last_day > ended.first_day


@given(partial_dates, st.integers(1, 300))
def test_rank_follows_the_count_alone(began: PartialDate, count: int) -> None:
    """Every fifth year is round and every twenty-fifth is great, and nothing else is."""
    rank = kept(str(began), began.year + count).rank
    assert (rank == "plain") == (count % 5 != 0)
    assert (rank == "great") == (count % 25 == 0)


@pytest.mark.parametrize(
    ("count", "rank"),
    [(1, "plain"), (5, "round"), (10, "round"), (25, "great"), (49, "plain"), (50, "great")],
)
def test_ranks(count: int, rank: str) -> None:
    """5 and 10 are round, 25 and 50 great."""
    assert kept("1950-01-18", 1950 + count).rank == rank


@given(st.lists(partial_dates, max_size=4), st.dates(date(1960, 1, 1), date(2100, 12, 31)))
def test_ahead_is_the_first_that_is_not_past(begun: list[PartialDate], today: date) -> None:
    """Of each occasion one comes, not wholly past when the month began, and none before it."""
    known = [occasion(item, number=number) for number, item in enumerate(begun)]
    almanac = almanac_of(known, today)
    found = {item.occasion: item for item in almanac.ahead(("relation", "town"))}
    assert found.keys() == {item for item in known if item.began.year <= today.year}
    for of, item in found.items():
        assert item.date.last_day >= almanac.month
        before = anniversary(of, item.date.year - 1)
        assert before is None or before.date.last_day < almanac.month
    assert list(found.values()) == in_order(found.values())
    assert almanac.ahead(("association", "town")) == []


@given(partial_dates, some_years)
def test_documents_are_reviewed_every_fifth_year(began: PartialDate, year: int) -> None:
    """A document has round anniversaries only."""
    found = anniversary(occasion(began, kind="document"), year)
    count = year - began.year
    assert (found is not None) == (count > 0 and count % 5 == 0)


@given(st.lists(partial_dates, max_size=8), some_years | st.just(2026) | st.just(2027))
def test_month_is_a_part_of_its_year(begun: list[PartialDate], year: int) -> None:
    """The months of a year hold once each what the year holds, but for what has no month."""
    almanac = almanac_of([occasion(item) for item in begun], date(2026, 1, 1))
    whole = [item for item in almanac.of_year(year) if item.date.month is not None]
    parts = [almanac.of_month(date(year, month, 1)) for month in range(1, 13)]
    assert [item for part in parts for item in part] == whole


def test_order_of_a_month() -> None:
    """What has no day heads its month; of one day the older comes first."""
    found = [kept("2000-08-12", 2026), kept("1990-08-12", 2026), kept("2001-08", 2026)]
    assert [str(item.occasion.began) for item in in_order(found)] == [
        "2001-08",
        "1990-08-12",
        "2000-08-12",
    ]


@given(st.lists(st.integers(1, 120), max_size=40), st.integers(0, 20))
def test_selection_leaves_out_the_least_round(counts: list[int], most: int) -> None:
    """All is kept where it is few enough; else whole ranks go, the plain ones first."""
    found = [kept(str(2026 - count), 2026) for count in counts]
    chosen, rank = select(found, most)
    assert len(chosen) <= most or rank == "great"
    assert {item.rank for item in found if item not in chosen}.isdisjoint(
        item.rank for item in chosen
    )
    assert (rank == "plain") == (len(found) <= most)


def test_visits_and_unknown_ends_have_none() -> None:
    """A visit, a relation without a date and one that ended on an unknown day have none."""
    found = agreements(
        partner(
            relation("friendship", "1998-07"),
            relation("delegation", "2024-03-11"),
            relation("memorandum", None),
            relation("cooperation", "2001", standing="ended"),
            relation("twin-city", "2004", standing="ended", ended=PartialDate(2010)),
        )
    )
    assert [item.detail for item in found] == ["friendship", "twin-city"]


def test_all_kinds_are_gathered() -> None:
    """Countries, agreements, associations, the publisher and documents, where a source is."""
    founded = parse_partial("1992")
    records = Records(
        replace(SITE, founded=founded, founded_source=SOURCE),
        countries={
            "LA": Country(
                "LA", NAME, "asia", DiplomaticRelations(parse_partial("1962-09-05"), SOURCE)
            ),
            "VN": Country("VN", NAME, "asia"),
        },
        partners={"town": partner(*[relation("friendship", "1998-07-01")] * 2)},
        associations={
            "laos": Association(NAME, "LA", SOURCE, founded=founded),
            "none": Association(NAME, "LA", SOURCE),
            "bare": Association(NAME, "LA", founded=founded),
        },
        documents={
            "plan": Document("plan", NAME, NAME, SOURCE, date=parse_partial("2020-12-09")),
            "none": Document("none", NAME, NAME, SOURCE),
        },
    )
    almanac = make_almanac(records, NOW)
    assert [item.key for item in almanac.occasions] == [
        "diplomatic-LA-1962-09-05",
        "relation-town-friendship-1998-07-01",
        "relation-town-friendship-1998-07-01-2",
        "association-laos-1992",
        "publisher-1992",
        "document-plan-2020-12-09",
    ]
    assert make_almanac(Records(replace(SITE, founded=founded)), NOW).occasions == ()


def test_day_is_that_of_the_sites_zone() -> None:
    """In the evening of the last day of a month in UTC, the next has begun in Hanoi."""
    late = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)
    assert make_almanac(Records(SITE), late).month == date(2026, 12, 1)
    west = replace(SITE, timezone="America/Havana")
    assert make_almanac(Records(west), late).month == date(2026, 11, 1)


@given(
    st.datetimes(datetime(1990, 1, 2), datetime(2090, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(["Asia/Ho_Chi_Minh", "America/Havana", "Australia/Lord_Howe", "UTC"]),
)
def test_months_meet(now: datetime, zone: str) -> None:
    """A moment lies in its month; the next month begins when it ends, and is another."""
    begins, ends = month_around(now, zone)
    assert begins <= now < ends
    assert month_around(ends.astimezone(UTC), zone)[0] == ends
    assert month_around(ends.astimezone(UTC) - timedelta(microseconds=1), zone)[0] == begins
    assert ends.day == begins.day == 1
    assert (ends.date() - begins.date()).days == monthrange(begins.year, begins.month)[1]
