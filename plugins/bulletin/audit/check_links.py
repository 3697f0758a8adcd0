"""Checks of links: whether what a page names is there, and on this host."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.addresses import Reach, Target
from plugins.bulletin.audit.facts import PageFacts, Reference
from plugins.bulletin.audit.site import Site
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import audit_rules as rules


def check_links(site: Site) -> Iterator[Problem]:
    """Report links to pages and to places on pages that are not there."""
    for page in site.pages.values():
        for link in page.links:
            yield from _check_link(site, page, link)


def _check_link(site: Site, page: PageFacts, link: Reference) -> Iterator[Problem]:
    target = site.resolve(link.url, page.address)
    if target.reach is not Reach.INSIDE:
        return
    if not site.file_at(target):
        yield rules.LINK_BROKEN.at(site.place(page.path, link.line), url=link.url)
    elif not _has_anchor(site, target):
        yield rules.ANCHOR_BROKEN.at(site.place(page.path, link.line), url=link.url)


def _has_anchor(site: Site, target: Target) -> bool:
    """Tell whether a place on a page exists; "" and "top" are the top of any page.

    Source: HTML, 7.4.6.4 (scrolling to a fragment). Text fragments need no id.
    """
    wanted = target.fragment.partition(":~:")[0]
    page = site.page_at(target)
    return page is None or wanted.lower() in {"", "top"} or wanted in page.ids


def check_assets(site: Site) -> Iterator[Problem]:
    """Report images, styles, scripts and fonts of this host that are not there."""
    for source in site.sources:
        shown = source.pictures if isinstance(source, PageFacts) else ()
        for asset in (*source.assets, *shown):
            target = site.resolve(asset.url, source.address)
            if target.reach is Reach.INSIDE and not site.file_at(target):
                yield rules.ASSET_MISSING.at(site.place(source.path, asset.line), url=asset.url)


def check_requests(site: Site) -> Iterator[Problem]:
    """Report what pages and stylesheets load from another host."""
    for source in site.sources:
        for asset in source.assets:
            if site.resolve(asset.url, source.address).reach is Reach.OUTSIDE:
                yield rules.REQUEST_OUTSIDE.at(site.place(source.path, asset.line), url=asset.url)


def check_security(site: Site) -> Iterator[Problem]:
    """Report this host's own addresses over http:."""
    for source in site.sources:
        for reference in source.references:
            url = reference.url
            if url.startswith("http:") and site.resolve(url, source.address).is_insecure:
                place = site.place(source.path, reference.line)
                yield rules.ADDRESS_INSECURE.at(place, url=url)
