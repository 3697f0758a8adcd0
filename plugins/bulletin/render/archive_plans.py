"""Archive plans: the front of the archive of one language, and the pages of its years."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.bulletin.render import archive
from plugins.bulletin.render.index import with_neighbours
from plugins.bulletin.render.lists import page_count
from plugins.bulletin.render.planning import Plan, list_plan
from plugins.bulletin.render.setting import Desk


def archive_plans(desk: Desk) -> Iterator[Plan]:
    """Plan the front, and as many pages of each year as it needs."""
    listed = desk.index.listed
    years = archive.find_years(listed)
    yield list_plan(
        desk,
        "archive",
        page=archive.archive_page,
        view=partial(archive.archive_view, desk, years),
        own=partial(archive.archive_own, listed, years),
    )
    for newer, year, older in with_neighbours(years):
        around = archive.Around(newer.number if newer else None, older.number if older else None)
        for number in range(1, page_count(len(year.articles), archive.SIZE) + 1):
            yield Plan(
                "archive_year.html",
                archive.year_addresses(year.number, number),
                partial(archive.year_page, desk, year, number=number),
                partial(archive.year_view, desk, year, around, number=number),
                own=partial(archive.year_own, year, around, number),
            )
