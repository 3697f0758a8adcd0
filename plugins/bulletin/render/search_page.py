"""Search page: what visitors search with, and the way on without a script."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, other_language
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import (
    ARCHIVE,
    page_view,
    place_link,
    standing_at,
)
from plugins.bulletin.render.parts import by_name, group_link
from plugins.bulletin.render.search_copies import search_copies
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import Link, PageView

SEARCH = mark("Search")
TEXT = mark("Search articles, partners, documents and associations of the bulletin.")


class Option(Struct, frozen=True):
    """One value that narrows results, and its words."""

    value: str
    text: str


class SearchView(Struct, frozen=True):
    """The search page: template `search.html`. The bundles are folders of Pagefind's files."""

    is_ready: bool  # whether this build has an index of this language
    is_empty: bool  # whether there is no page of this language to be found
    bundle: str
    other_bundle: str  # "" where the other language has none
    titles: str  # where what is answered first is
    other_language: str
    root: str  # what stands before every address, "" at the root of a host
    sections: tuple[Option, ...]
    years: tuple[str, ...]  # newest first
    partners: tuple[Option, ...]
    archive: Link
    places: tuple[Link, ...]  # where to look without searching


def search_view(desk: Desk) -> SearchView:
    """Show the form with what narrows the results."""
    records, language = desk.library.records, desk.language
    other = other_language(language)
    years = {article.moment.when.year for article in desk.index.listed}
    years |= {item.date.year for item in records.documents.values() if item.date}
    years |= {issue.fields.date.year for issue in desk.library.issues.values()}
    sections = records.sections
    is_empty = {name: not any(search_copies(desk.library, name)) for name in LANGUAGES}
    return SearchView(
        is_ready=desk.settings.has_search and not is_empty[language],
        is_empty=is_empty[language],
        bundle=desk.path(addresses.search_bundle(language)),
        other_bundle="" if is_empty[other] else desk.path(addresses.search_bundle(other)),
        titles=desk.path(addresses.search_titles(language)),
        other_language=other,
        root=desk.settings.prefix,
        sections=tuple(
            Option(key, item.name.in_language(language)) for key, item in sections.items()
        ),
        years=tuple(map(str, sorted(years, reverse=True))),
        partners=_partners(desk),
        archive=place_link(desk, "archive", ARCHIVE),
        places=tuple(group_link(desk, "section", item) for item in sections.values()),
    )


def _partners(desk: Desk) -> tuple[Option, ...]:
    """Return the partners by name; a link's address carries the identity through the sorting."""
    named = (
        Link(item.name.in_language(desk.language), key)
        for key, item in desk.library.records.partners.items()
    )
    return tuple(Option(link.url, link.text) for link in by_name(desk, named))


def search_page(desk: Desk) -> PageView:
    """Make the head of the search page."""
    standing = standing_at(desk, "search")
    return page_view(desk, standing, title=desk.say(SEARCH), description=desk.say(TEXT))
