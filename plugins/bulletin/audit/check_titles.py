"""Checks of titles over pages: pages for search engines are told apart."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.addresses import address_of
from plugins.bulletin.audit.facts import fault
from plugins.bulletin.audit.site import Finding, Site
from plugins.bulletin.problems import audit_rules as rules


def check_titles(site: Site) -> Iterator[Finding]:
    """Report pages for search engines that share a title in one language, the first one named."""
    owners: dict[tuple[str, str], str] = {}
    for path, page in site.pages.items():
        owner = owners.setdefault((page.language, page.title), path)
        if page.title and owner != path:
            other = site.base.url_of(address_of(owner))
            yield path, fault(rules.TITLE_REPEATED, title=page.title, other=other)
