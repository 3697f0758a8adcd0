"""Checks of addresses: small letters, no detours, a slash at the end."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.facts import PageFacts, Reference
from plugins.bulletin.audit.site import Site
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import audit_rules as rules


def check_addresses(site: Site) -> Iterator[Problem]:
    """Report detours in what pages name, and capital letters in where they are."""
    for page in site.pages.values():
        if page.address != page.address.lower():
            yield rules.ADDRESS_UPPER.at(site.place(page.path), address=page.address)
        for reference in page.references:
            # The first test is for speed: hardly any address has dots.
            if ".." in reference.url and site.resolve(reference.url, page.address).has_dots:
                place = site.place(page.path, reference.line)
                yield rules.ADDRESS_DOTS.at(place, url=reference.url)


def check_slashes(site: Site) -> Iterator[Problem]:
    """Report pages, and links to pages, without a slash at the end.

    Error pages are asked for by file name, and old permalinks keep whatever form they had.
    """
    for page in site.pages.values():
        is_free = page.is_redirect or page.address.endswith(("/", "/404.html"))
        if not is_free:
            wanted = page.address.rpartition(".")[0] + "/"
            yield rules.ADDRESS_SLASH.at(site.place(page.path), url=page.address, wanted=wanted)
        yield from _check_links(site, page)


def _check_links(site: Site, page: PageFacts) -> Iterator[Problem]:
    rows = (Reference(row.url, row.line) for row in page.alternates)
    for link in (*page.links, *page.canonicals, *rows):
        target = site.resolve(link.url, page.address)
        found = site.page_at(target)
        if found and found.address != target.address:
            place = site.place(page.path, link.line)
            wanted = site.base.prefix + found.address
            yield rules.ADDRESS_SLASH.at(place, url=link.url, wanted=wanted)
