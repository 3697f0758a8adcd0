"""Checks of hreflang: whole addresses, real pages, the same table on every version.

Source: Google Search Central, "Tell Google about localized versions of your page".
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.facts import Alternate, PageFacts
from plugins.bulletin.audit.site import Site
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import audit_rules as rules

DEFAULT = "x-default"


def check_alternates(site: Site) -> Iterator[Problem]:
    """Report rows that are not whole addresses, name no language of the site or no real page."""
    for page in site.pages.values():
        for row in page.alternates:
            yield from _check_form(site, page, row)
            if row.language != DEFAULT:
                yield from _check_target(site, page, row)


def _check_form(site: Site, page: PageFacts, row: Alternate) -> Iterator[Problem]:
    """A preview does not know its host, so there a path will do."""
    place, known = site.place(page.path, row.line), site.settings.languages
    if site.base.host and not _is_whole(row.url):
        yield rules.HREFLANG_RELATIVE.at(place, url=row.url)
    if row.language not in (*known, DEFAULT):
        yield rules.HREFLANG_UNKNOWN.at(place, language=row.language, languages=", ".join(known))


def _is_whole(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _check_target(site: Site, page: PageFacts, row: Alternate) -> Iterator[Problem]:
    place = site.place(page.path, row.line)
    other = page_of(site, page, row)
    if other is None:
        yield rules.HREFLANG_BROKEN.at(place, url=row.url)
        return
    if not _names(site, other, page):
        yield rules.HREFLANG_ONE_WAY.at(place, url=row.url)
    if row.language in site.settings.languages and row.language != other.language:
        details = {"language": row.language, "found": other.language}
        yield rules.HREFLANG_LANGUAGE.at(place, url=row.url, **details)


def check_table(site: Site) -> Iterator[Problem]:
    """Report tables that leave out the page they stand on."""
    for page in site.pages.values():
        if page.alternates and not _names(site, page, page):
            line = page.alternates[0].line
            yield rules.HREFLANG_SELF.at(site.place(page.path, line))


def check_default(site: Site) -> Iterator[Problem]:
    """Report an x-default that is none of the versions the table names."""
    for page in site.pages.values():
        versions = _versions(site, page)
        for row in page.alternates:
            if row.language == DEFAULT and page_of(site, page, row) not in versions:
                place = site.place(page.path, row.line)
                yield rules.HREFLANG_DEFAULT.at(place, url=row.url)


def _versions(site: Site, page: PageFacts) -> list[PageFacts]:
    rows = (row for row in page.alternates if row.language != DEFAULT)
    found = (page_of(site, page, row) for row in rows)
    return [version for version in found if version]


def _names(site: Site, page: PageFacts, other: PageFacts) -> bool:
    """Tell whether the table on one page has a row for another, not counting x-default."""
    return any(version is other for version in _versions(site, page))


def page_of(site: Site, page: PageFacts, row: Alternate) -> PageFacts | None:
    """Return the page that a row of a page's table names."""
    return site.page_at(site.resolve(row.url, page.address))
