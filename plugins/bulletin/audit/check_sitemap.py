"""Checks of the sitemap: every page for search engines, no other, the same languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bulletin.audit.facts import Alternate, PageFacts, SitemapEntry
from plugins.bulletin.audit.site import Site
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import audit_rules as rules


def check_sitemap_entries(site: Site) -> Iterator[Problem]:
    """Report entries that are no page for search engines, and tables that differ from its head."""
    for entry in site.sitemap:
        page = site.page_at(site.resolve(entry.url, "/"))
        if page is None or not page.is_indexed:
            yield rules.SITEMAP_BROKEN.at(site.place(entry.path, entry.line), url=entry.url)
        elif _table(site, entry.alternates, page) != _table(site, page.alternates, page):
            yield rules.SITEMAP_HREFLANG.at(site.place(entry.path, entry.line), url=entry.url)


def check_sitemap_is_complete(site: Site) -> Iterator[Problem]:
    """Report pages for search engines that the sitemap leaves out, where there is a sitemap."""
    if not site.sitemap:
        return
    listed = set(_listed(site, site.sitemap))
    for page in site.pages.values():
        if page.is_indexed and page.path not in listed:
            yield rules.SITEMAP_INCOMPLETE.at(site.place(page.path))


def _listed(site: Site, entries: Iterable[SitemapEntry]) -> Iterator[str]:
    return (site.file_at(site.resolve(entry.url, "/")) for entry in entries)


def _table(site: Site, rows: Iterable[Alternate], page: PageFacts) -> set[tuple[str, str]]:
    """Return a hreflang table as languages and files, however its addresses are written."""
    return {(row.language, site.file_at(site.resolve(row.url, page.address))) for row in rows}
