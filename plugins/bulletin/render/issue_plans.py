"""Issue plans: the list of issues of one language, and the page of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.bulletin.render import issues
from plugins.bulletin.render.index import with_neighbours
from plugins.bulletin.render.lists import page_count
from plugins.bulletin.render.planning import Plan
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.store.digests import digest_of


def issue_plans(desk: Desk) -> Iterator[Plan]:
    """Plan the pages of the list, and those of the issues."""
    found, size = desk.index.issues, desk.library.records.site.page_size
    for number in range(1, page_count(len(found), size) + 1):
        yield Plan(
            "issues.html",
            issues.issues_addresses(number),
            partial(issues.issues_page, desk, number=number),
            partial(issues.issues_view, desk, number=number),
            own=partial(issues.issues_own, found, size, number),
        )
    for newer, item, older in with_neighbours(found):
        beside = (newer, older)
        yield Plan(
            "issue.html",
            issues.issue_addresses(item.fields),
            partial(issues.issue_page, desk, item),
            partial(issues.issue_view, desk, item, beside),
            own=partial(digest_of, item.issue),
            around=partial(issues.issue_around, item, beside),
        )
