"""The table of queries with ranks."""

from __future__ import annotations

from benchmarks.ranks import Row, rank_of, table
from tests.browser.queries import Query, nfd

FIRST = Query("vi", "hòa bình", "/hoa-binh/")
THIRD = Query("en", nfd("Đà Nẵng"), "/da-nang/", 3)


def test_rank_is_that_of_the_first_that_fits() -> None:
    """Ranks count from 1; what is not there has none."""
    found = ["/a/", "/2024/hoa-binh/", "/hoa-binh/"]
    assert rank_of(FIRST, found) == 2
    assert rank_of(THIRD, found) == 0


def test_table_marks_what_comes_too_late() -> None:
    """A rank beyond the place, and none at all, are marked; forms that look alike are told."""
    lines = table([Row(FIRST, 2), Row(THIRD, 3), Row(THIRD, 0)]).splitlines()
    assert lines[0].split() == ["page", "typed", "expected", "rank", "at", "the", "latest"]
    assert lines[1].split()[-3:] == ["2", "!", "1"]
    assert lines[2].split() == ["en", "Đà", "Nẵng", "(NFD)", "/da-nang/", "3", "3"]
    assert lines[3].split()[-3:] == ["-", "!", "3"]
    assert lines[4] == "3 queries: 0 first, 1 where they must be or before"
