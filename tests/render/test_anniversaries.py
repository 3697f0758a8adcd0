"""Views of anniversaries: the page of a year, the block of a month, and a partner's."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings, strategies as st

from plugins.bulletin.link.anniversaries import Almanac
from plugins.bulletin.model.common import LocalText, Position
from plugins.bulletin.model.library import Records
from plugins.bulletin.model.records import Document, Partner, PartnerName
from plugins.bulletin.render import anniversaries
from plugins.bulletin.render.anniversaries import (
    anniversaries_view,
    month_block,
    partner_block,
)
from plugins.bulletin.text.dates import PartialDate, parse_partial
from tests.link.test_anniversaries import NAME, SITE, SOURCE, partner, relation
from tests.render.test_calendars import countries, dates, make_desk

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def of(*begun: str) -> Records:
    """Return records in which diplomatic relations began on dates."""
    return countries([parse_partial(item) for item in begun], "Name")


def documents(*dated: str) -> Records:
    """Return records of documents, each named after its date."""
    return Records(
        SITE,
        documents={
            item: Document(item, LocalText(item, item), NAME, SOURCE, date=parse_partial(item))
            for item in dated
        },
    )


@settings(max_examples=50)
@given(st.lists(dates, max_size=10))
def test_page_has_each_anniversary_once(begun: list[PartialDate]) -> None:
    """What has a month stands in its month, all else in one part, and nothing twice."""
    desk = make_desk(countries(begun))
    view = anniversaries_view(desk)
    parts = [part for part in view.parts if part.is_full]
    assert sum(len(part.items) for part in parts) == view.count
    assert view.count == sum(began.year < 2026 for began in begun)
    for part in parts:
        assert all(item.precision == "year" for item in part.items) == (part.anchor == "undated")
        if part.anchor != "undated":
            assert all(item.date.iso.startswith(part.anchor) for item in part.items)
    ahead = [item for part in view.parts if not part.is_full for item in part.items]
    assert len(ahead) == sum((2027 - began.year) % 5 == 0 and began.year < 2027 for began in begun)


def test_precision_is_shown_as_it_is() -> None:
    """A month has no day and comes first; a year comes last, in a part of its own."""
    view = anniversaries_view(make_desk(of("2001", "2001-05-04", "2001-05")))
    assert [part.anchor for part in view.parts] == ["2026-05", "undated"]
    assert [item.date.iso for item in view.parts[0].items] == ["2026-05", "2026-05-04"]
    assert [item.precision for part in view.parts for item in part.items] == [
        "month",
        "day",
        "year",
    ]


def test_year_without_any() -> None:
    """An empty site has no part and no block, and its calendar stands where it always does."""
    desk = make_desk(Records(SITE))
    view = anniversaries_view(desk)
    assert (view.count, view.parts, month_block(desk)) == (0, (), None)
    assert view.calendar.url == "/data/anniversaries.ics"


def test_next_year_shows_round_ones_in_order() -> None:
    """Of the next year the round ones stand, those without a month last."""
    view = anniversaries_view(make_desk(of("2022", "2002-07-01", "2021-07-01", "1977-02-03")))
    part = view.parts[-1]
    assert (part.anchor, part.is_full) == ("next-year", False)
    assert [item.date.iso for item in part.items] == ["2027-02-03", "2027-07-01", "2027"]
    assert [item.rank for item in part.items] == ["great", "great", "round"]


def test_great_many_leave_the_plain_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what a page can hold the round ones stand, and the count is that of all."""
    monkeypatch.setattr(anniversaries, "MOST", 2)
    view = anniversaries_view(make_desk(of("2001-01-01", "2016-02-02", "2020-03-03")))
    shown = [item.years for part in view.parts if part.is_full for item in part.items]
    assert (view.count, view.round_count, view.rank, shown) == (3, 2, "round", [25, 10])


def test_block_of_this_month() -> None:
    """The home page has this month in order, the round ones before it is cut."""
    begun = [f"{2025 - number}-11-{number + 1:02d}" for number in range(8)]  # 1 to 8 years
    block = month_block(make_desk(of(*begun, "2001-11-30")))
    assert block is not None
    assert (block.is_now, block.left, block.month.iso) == (True, 3, "2026-11")
    assert [item.years for item in block.items] == [1, 2, 3, 4, 5, 25]


@pytest.mark.parametrize(
    ("began", "month"),
    [("2001-12-05", "2026-12"), ("2001-01-05", "2027-01"), ("2001-10", "2027-10")],
)
def test_block_of_the_next_month(began: str, month: str) -> None:
    """In a month without any the next that has some stands, in the next year too."""
    block = month_block(make_desk(of(began)))
    assert block is not None
    assert (block.is_now, block.month.iso) == (False, month)


def test_years_alone_make_no_block() -> None:
    """What has no month is no month's."""
    assert month_block(make_desk(of("2001"))) is None


def test_partner_shows_what_comes() -> None:
    """Each agreement once, from this month on, with the country's relations; no visit, no link."""
    town = partner(
        relation("friendship", "1998-07"),
        relation("memorandum", "2019-11-05"),  # this month, though the day is gone
        relation("twin-city", "2004", ended=parse_partial("2010")),
        relation("delegation", "2024-12-01"),
    )
    records = Records(SITE, countries=dict(of("1962-12-05").countries), partners={"town": town})
    named = Partner(town.name, "AA", town.kind, town.position, town.relations, id="town")
    items = partner_block(make_desk(records), named)
    assert [(item.date.iso, item.years) for item in items] == [
        ("2026-11-05", 7),
        ("2026-12-05", 64),
        ("2027-07", 29),
    ]
    assert all((item.url, item.partner, item.partners) == ("", "", ()) for item in items)


def test_country_leads_to_its_partners() -> None:
    """A country of few partners leads to each, in the order of names; of many to none."""

    def town(name: str) -> Partner:
        return Partner(PartnerName(name, name), "AA", "city", Position(1, 1), (), id=name.lower())

    records = of("1962-12-05")
    for names, shown in ((["Bia", "Aba"], ["Aba", "Bia"]), (list("ABCDE"), [])):
        towns = {name.lower(): town(name) for name in names}
        desk = make_desk(Records(SITE, countries=dict(records.countries), partners=towns))
        item = anniversaries_view(desk).parts[0].items[0]
        assert [link.text for link in item.partners] == shown


def test_document_is_shown_every_fifth_year() -> None:
    """A document of six years ago is not there; one of five is, and names no partner."""
    view = anniversaries_view(make_desk(documents("2020-12-09", "2021-12-09")))
    items = [item for part in view.parts if part.is_full for item in part.items]
    assert [(item.title, item.kind, item.rank) for item in items] == [
        ("2021-12-09", "document", "round")
    ]
    assert items[0].url == "/van-ban/2021-12-09/"


def test_desk_without_an_almanac_shows_none() -> None:
    """The almanac that nobody filled is empty."""
    assert Almanac().of_year(2026) == []
