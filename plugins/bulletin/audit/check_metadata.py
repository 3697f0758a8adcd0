"""Checks of metadata: language, title, description and canonical address of each page."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.facts import PageFacts
from plugins.bulletin.audit.site import Site
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import audit_rules as rules


def check_language(site: Site) -> Iterator[Problem]:
    """Report pages whose lang is missing, unknown, or not that of the folder they are in."""
    for page in site.pages.values():
        yield from _check_language(site, page)


def _check_language(site: Site, page: PageFacts) -> Iterator[Problem]:
    place, known = site.place(page.path), site.settings.languages
    folder = page.path.partition("/")[0]
    if not page.language:
        yield rules.LANGUAGE_MISSING.at(place)
    elif page.language not in known:
        yield rules.LANGUAGE_UNKNOWN.at(place, language=page.language, languages=", ".join(known))
    elif folder in known and folder != page.language:
        yield rules.LANGUAGE_MISPLACED.at(place, language=page.language, folder=folder)


def check_titles(site: Site) -> Iterator[Problem]:
    """Report pages without title, and pages for search engines that share one in a language."""
    owners: dict[tuple[str | None, str], str] = {}
    for page in _full_pages(site):
        if not page.title:
            yield rules.TITLE_MISSING.at(site.place(page.path))
        elif page.is_indexed:
            owner = owners.setdefault((page.language, page.title), page.path)
            if owner != page.path:
                other = str(site.place(owner))
                yield rules.TITLE_REPEATED.at(site.place(page.path), title=page.title, other=other)


def check_description(site: Site) -> Iterator[Problem]:
    """Report pages for search engines without a description."""
    for page in _full_pages(site):
        if page.is_indexed and not page.description:
            yield rules.DESCRIPTION_MISSING.at(site.place(page.path))


def check_canonical(site: Site) -> Iterator[Problem]:
    """Report canonical links that are missing, lead elsewhere, or lead nowhere."""
    for page in _full_pages(site):
        if page.is_indexed:
            yield from _check_own_canonical(site, page)
        else:
            yield from _check_other_canonical(site, page)


def _check_own_canonical(site: Site, page: PageFacts) -> Iterator[Problem]:
    if not page.canonicals:
        yield rules.CANONICAL_MISSING.at(site.place(page.path))
    own = site.base.url_of(page.address)
    for link in page.canonicals:
        target = site.resolve(link.url, page.address)
        if target.address != page.address or target.has_query:
            place = site.place(page.path, link.line)
            yield rules.CANONICAL_OTHER.at(place, url=link.url, address=own)


def _check_other_canonical(site: Site, page: PageFacts) -> Iterator[Problem]:
    """A page that search engines leave out may name another one, which must exist."""
    for link in page.canonicals:
        if not site.page_at(site.resolve(link.url, page.address)):
            yield rules.LINK_BROKEN.at(site.place(page.path, link.line), url=link.url)


def _full_pages(site: Site) -> Iterator[PageFacts]:
    """Yield the pages that people read; a redirect has nothing but its way on."""
    return (page for page in site.pages.values() if not page.is_redirect)
