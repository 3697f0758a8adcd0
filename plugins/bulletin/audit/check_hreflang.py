"""Checks of hreflang over pages: real pages, and the same table on every version.

Source: Google Search Central, "Tell Google about localized versions of your page".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plugins.bulletin.audit.addresses import address_of
from plugins.bulletin.audit.check_metadata import DEFAULT
from plugins.bulletin.audit.facts import PageFacts, fault
from plugins.bulletin.audit.site import Finding, Site
from plugins.bulletin.problems import audit_rules as rules

Table = tuple[tuple[str, ...], tuple[str, ...]]  # languages and addresses


class Row(NamedTuple):
    """One row of a table: the language, the page it leads to, and how it is written."""

    code: str
    page: PageFacts | None
    line: int
    url: str


def check_versions(site: Site) -> Iterator[Finding]:
    """Report tables that do not hold from every page they name."""
    for table, paths in _tables(site).items():
        if not _is_sound(table, {(site.pages[path].language, address_of(path)) for path in paths}):
            yield from (found for path in paths for found in _examine(site, path))


def _tables(site: Site) -> Mapping[Table, list[str]]:
    """Return every table with the pages it stands on."""
    tables: dict[Table, list[str]] = defaultdict(list)
    for path, page in site.pages.items():
        if page.codes:
            tables[page.codes, page.versions.targets].append(path)
    return tables


def _is_sound(table: Table, pages: set[tuple[str, str]]) -> bool:
    """Tell whether the pages with a table are those it names. Nearly all are; this is quick."""
    rows = set(zip(*table, strict=True))
    defaults = {row for row in rows if row[0] == DEFAULT}
    addresses = {address for _, address in pages}
    return rows - defaults == pages and all(address in addresses for _, address in defaults)


def _examine(site: Site, path: str) -> Iterator[Finding]:
    """Report what is wrong in one table, row by row."""
    page = site.pages[path]
    rows = list(_rows(site, page))
    if not _names(site, page, page):
        yield path, fault(rules.HREFLANG_SELF, rows[0].line)
    versions = [id(row.page) for row in rows if row.code != DEFAULT and row.page]
    for row in rows:
        if row.code != DEFAULT:
            yield from _check_row(site, path, row)
        elif id(row.page) not in versions:
            yield path, fault(rules.HREFLANG_DEFAULT, row.line, url=row.url)


def _check_row(site: Site, path: str, row: Row) -> Iterator[Finding]:
    if row.page is None:
        yield path, fault(rules.HREFLANG_BROKEN, row.line, url=row.url)
        return
    if not _names(site, row.page, site.pages[path]):
        yield path, fault(rules.HREFLANG_ONE_WAY, row.line, url=row.url)
    if row.code in site.ground.languages and row.code != row.page.language:
        details = {"language": row.code, "found": row.page.language}
        yield path, fault(rules.HREFLANG_LANGUAGE, row.line, url=row.url, **details)


def _names(site: Site, page: PageFacts, other: PageFacts) -> bool:
    """Tell whether the table on one page has a row for another, not counting x-default."""
    return any(row.page is other for row in _rows(site, page) if row.code != DEFAULT)


def _rows(site: Site, page: PageFacts) -> Iterator[Row]:
    entries = zip(page.codes, page.versions.entries(), strict=True)
    return (Row(code, site.page_at(to), line, url) for code, (to, line, url) in entries)
