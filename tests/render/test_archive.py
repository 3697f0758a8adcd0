"""The archive: every article once, under its year and month, and no page without an end."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.model.common import Language
from plugins.bulletin.render import archive
from plugins.bulletin.render.archive_plans import archive_plans
from plugins.bulletin.render.archive_views import ArchiveView, YearView
from plugins.bulletin.render.lists import page_count
from tests.render.test_lists import TEXTS, Text, make_desk

LANGUAGES = st.sampled_from(["vi", "en"])
# Days after the first, over some years, of articles in both languages.
DAYS = st.lists(st.integers(0, 1500), max_size=40)


def years_of(
    texts: list[Text], language: Language, size: int
) -> tuple[ArchiveView, list[YearView]]:
    """Return the views of the front and of all pages of the years."""
    desk = make_desk(texts, language)
    with mock.patch.object(archive, "SIZE", size), mock.patch.object(archive, "NEWEST", size):
        views = [plan.view() for plan in archive_plans(desk)]
    return views[0], views[1:]  # type: ignore[return-value]


@given(DAYS, LANGUAGES, st.integers(1, 50))
def test_years_hold_every_article_once(days: list[int], language: Language, size: int) -> None:
    """The pages of the years hold each listed article once, newest first, never too many."""
    texts = [(day, "both", False) for day in days]
    desk = make_desk(texts, language)
    front, pages = years_of(texts, language, size)
    shown = [[card.title for month in page.months for card in month.articles] for page in pages]
    assert [title for page in shown for title in page] == [item.title for item in desk.index.listed]
    assert all(0 < len(page) <= size for page in shown)
    assert front.count == sum(year.count for year in front.years) == len(days)


@given(DAYS, LANGUAGES, st.integers(1, 50))
def test_months_lead_to_where_they_begin(days: list[int], language: Language, size: int) -> None:
    """Each month of the calendar leads to the page of its year on which its heading first is."""
    front, pages = years_of([(day, "both", False) for day in days], language, size)
    first: dict[str, str] = {}
    for page in pages:
        here = next((link.url for link in page.pagination.pages if link.is_current), "")
        for month in page.months:
            first.setdefault(month.anchor, f"{here}#{month.anchor}")
    calendar = [month for year in front.years for month in year.months]
    assert [month.link.url for month in calendar] == list(first.values())
    assert all(year.count == sum(month.count for month in year.months) for year in front.years)


@given(TEXTS, LANGUAGES)
def test_front_shows_the_newest_alone(texts: list[Text], language: Language) -> None:
    """The front shows some articles, newest first, and leads to the year of the next one."""
    desk = make_desk(texts, language)
    front, _ = years_of(texts, language, 3)
    shown = [
        card.title for year in front.newest for month in year.months for card in month.articles
    ]
    assert shown == [item.title for item in desk.index.listed[:3]]
    assert (front.earlier is None) == (len(desk.index.listed) <= 3)


def test_years_without_articles_are_passed_over() -> None:
    """The year before 2023 is 2020 where nothing stands between."""
    _, pages = years_of([(0, "vi", False), (1200, "vi", False)], "vi", 10)
    newer, older = pages
    assert newer.previous is not None
    assert newer.previous.url == "/luu-tru/2020/"
    assert newer.next is None
    assert older.next is not None
    assert older.next.url == "/luu-tru/2023/"


@pytest.mark.parametrize("size", [7, 120])
def test_five_thousand_articles_make_short_pages(size: int) -> None:
    """However many articles of one year there are, no page of it has more than its size."""
    _, pages = years_of([(number % 300, "vi", False) for number in range(5000)], "en", size)
    assert len(pages) == page_count(5000, size)
    assert max(sum(len(month.articles) for month in page.months) for page in pages) == size
