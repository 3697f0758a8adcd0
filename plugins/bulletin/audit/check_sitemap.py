"""Checks of the sitemap: every page for search engines, no other, the same languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bulletin.audit.facts import PageFacts, SitemapEntry, fault
from plugins.bulletin.audit.site import Finding, Site
from plugins.bulletin.problems import audit_rules as rules


def check_sitemap_entries(site: Site) -> Iterator[Finding]:
    """Report entries that are no page for search engines, and tables that differ from its head."""
    for path, entry in _entries(site):
        page = site.page_at(entry.target)
        if page is None or not page.is_indexed:
            yield path, fault(rules.SITEMAP_BROKEN, entry.line, url=entry.url)
        elif not (entry.is_news or _is_same_table(site, entry, page)):
            yield path, fault(rules.SITEMAP_HREFLANG, entry.line, url=entry.url)


def check_sitemap_is_complete(site: Site) -> Iterator[Finding]:
    """Report pages for search engines that the sitemap leaves out, where there is a sitemap."""
    listed = {site.file_at(entry.target) for _, entry in _entries(site) if not entry.is_news}
    if not listed:
        return
    for path, page in site.pages.items():
        if page.is_indexed and path not in listed:
            yield path, fault(rules.SITEMAP_INCOMPLETE)


def _entries(site: Site) -> Iterator[tuple[str, SitemapEntry]]:
    maps = ((path, file.sitemap) for path, file in site.files.items() if file.sitemap)
    return ((path, entry) for path, entries in maps for entry in entries)


def _is_same_table(site: Site, entry: SitemapEntry, page: PageFacts) -> bool:
    """Tell whether two tables lead to the same files, however their addresses are written."""
    if (entry.codes, entry.versions) == (page.codes, page.versions.targets):
        return True
    own = _table(site, page.codes, page.versions.targets)
    return own == _table(site, entry.codes, entry.versions)


def _table(site: Site, codes: Iterable[str], targets: Iterable[str]) -> set[tuple[str, str]]:
    return {(code, site.file_at(to)) for code, to in zip(codes, targets, strict=True)}
