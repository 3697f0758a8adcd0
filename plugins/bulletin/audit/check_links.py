"""Checks of links: whether what files name is there.

Pages name the same addresses over and over, so each address is looked at once, and the pages
are searched only for those that turn out wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bulletin.audit.addresses import address_of
from plugins.bulletin.audit.facts import Anchor, Named, PageFacts, fault
from plugins.bulletin.audit.site import Finding, Site
from plugins.bulletin.problems import Rule, audit_rules as rules, structured_rules

NamedBy = tuple[str, Named]  # the path of a file, and addresses it names


def check_links(site: Site) -> Iterator[Finding]:
    """Report links to what is not there."""
    return _missing(site, rules.LINK_BROKEN, [(path, p.links) for path, p in site.pages.items()])


def check_assets(site: Site) -> Iterator[Finding]:
    """Report images, styles, scripts and fonts of this host that are not there."""
    assets = [(path, file.assets) for path, file in site.files.items()]
    return _missing(site, rules.ASSET_MISSING, assets)


def check_feed_links(site: Site) -> Iterator[Finding]:
    """Report feeds that pages name and that are not there."""
    return _missing(site, rules.FEED_BROKEN, [(path, p.feeds) for path, p in site.pages.items()])


def check_named(site: Site) -> Iterator[Finding]:
    """Report pages and files that structured data name and that are not there."""
    named = [(path, page.structured) for path, page in site.pages.items()]
    return _missing(site, structured_rules.STRUCTURED_BROKEN, named)


def check_canonicals(site: Site) -> Iterator[Finding]:
    """Report canonical links to other pages that are not there."""
    named = [(path, page.canonicals) for path, page in site.pages.items()]
    bad = {target for target in all_targets(named) if not site.page_at(target)}
    return _report(rules.LINK_BROKEN, named, bad)


def check_anchors(site: Site) -> Iterator[Finding]:
    """Report links to places that other pages do not have."""
    ids: dict[str, frozenset[str]] = {}
    anchors = ((path, anchor) for path, page in site.pages.items() for anchor in page.anchors)
    for path, anchor in anchors:
        if not _has_place(site, anchor, ids):
            yield path, fault(rules.ANCHOR_BROKEN, anchor.line, url=anchor.url)


def _has_place(site: Site, anchor: Anchor, ids: dict[str, frozenset[str]]) -> bool:
    """Tell whether a place is there; what is no page has places that nobody knows."""
    if anchor.target not in ids:
        page = site.page_at(anchor.target)
        ids[anchor.target] = frozenset(page.ids.split("\n")) if page else frozenset()
    return not site.page_at(anchor.target) or anchor.fragment in ids[anchor.target]


def check_slashes(site: Site) -> Iterator[Finding]:
    """Report links to pages without the slash that the page's address ends in."""
    named = [(path, row) for path, page in site.pages.items() for row in _rows_to_pages(page)]
    odd = {
        target: _own_address(site, target) for target in all_targets(named) - site.addresses.keys()
    }
    bad = {target for target, own in odd.items() if own}
    for path, line, target, url in _find(named, bad):
        wanted = site.base.prefix + odd[target]
        yield path, fault(rules.ADDRESS_SLASH, line, url=url, wanted=wanted)


def _rows_to_pages(page: PageFacts) -> tuple[Named, ...]:
    return page.links, page.canonicals, page.versions


def _own_address(site: Site, target: str) -> str:
    """Return the address that the page at a target calls its own, or "" where no page is."""
    path = site.file_at(target)
    return address_of(path) if path in site.pages else ""


def all_targets(named: Iterable[NamedBy]) -> set[str]:
    """Return every address that is named, once."""
    return set().union(*(row.targets for _, row in named))


def _missing(site: Site, rule: Rule, named: list[NamedBy]) -> Iterator[Finding]:
    odd = all_targets(named) - site.addresses.keys()
    return _report(rule, named, {target for target in odd if not site.file_at(target)})


def _report(rule: Rule, named: Iterable[NamedBy], bad: set[str]) -> Iterator[Finding]:
    return ((path, fault(rule, line, url=url)) for path, line, _, url in _find(named, bad))


def _find(named: Iterable[NamedBy], bad: set[str]) -> Iterator[tuple[str, int, str, str]]:
    """Yield path, line, target and what is written, wherever one of the bad addresses is named."""
    if not bad:
        return
    for path, row in named:
        if not bad.isdisjoint(row.targets):
            yield from ((path, line, to, url) for to, line, url in row.entries() if to in bad)
