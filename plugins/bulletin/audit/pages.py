"""Pages: what one HTML file alone tells is judged, and the rest is condensed into facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from plugins.bulletin.audit.addresses import Reach, Target, resolve
from plugins.bulletin.audit.check_addresses import (
    check_own_address,
    check_page_addresses,
    check_page_requests,
)
from plugins.bulletin.audit.check_maps import check_maps
from plugins.bulletin.audit.check_markup import (
    check_alt,
    check_draft_mark,
    check_headings,
    check_ids,
    check_inline,
)
from plugins.bulletin.audit.check_metadata import (
    check_description,
    check_home_feed,
    check_language,
    check_own_canonical,
    check_rows,
    check_title,
)
from plugins.bulletin.audit.check_sharing import check_sharing
from plugins.bulletin.audit.check_structured import check_structured, named_pages
from plugins.bulletin.audit.facts import Anchor, Fault, FileFacts, Named, PageFacts, fault, named
from plugins.bulletin.audit.parsed import Entry, ParsedPage
from plugins.bulletin.audit.parsing import parse_page
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import audit_rules as rules

PAGE_LIMIT_KB = 200

PageCheck = Callable[[ParsedPage, Ground], Iterable[Fault]]
Followed = tuple[Target, int, str]  # where an address leads, its line, and how it is written

PAGE_CHECKS: tuple[PageCheck, ...] = (
    check_ids,
    check_alt,
    check_headings,
    check_inline,
    check_maps,
    check_draft_mark,
    check_language,
    check_title,
    check_description,
    check_own_canonical,
    check_rows,
    check_home_feed,
    check_own_address,
    check_page_addresses,
    check_page_requests,
    check_structured,
    check_sharing,
)


def read_page(path: str, data: bytes, ground: Ground) -> FileFacts:
    """Return the facts of a page; a file without an element is as good as empty."""
    page = parse_page(path, data, ground.base)
    if page is None:
        return FileFacts((fault(rules.FILE_EMPTY),))
    links = _follow(page.links, page, ground)
    places = [link for link in links if link[0].fragment]
    faults = [found for check in PAGE_CHECKS for found in check(page, ground)]
    faults += [*_check_weight(data), *_check_own_anchors(page, places)]
    shown = _follow((*page.assets, *page.pictures), page, ground)
    facts = _condense(page, links, ground)._replace(anchors=_anchors_elsewhere(page, places))
    return FileFacts(tuple(faults), _name(shown), facts)


def _condense(page: ParsedPage, links: list[Followed], ground: Ground) -> PageFacts:
    others = () if page.is_indexed or page.is_redirect else page.canonicals
    return PageFacts(
        language=page.language,
        title=page.title if page.is_indexed else "",
        is_indexed=page.is_indexed,
        links=_name([link for link in links if link[0].address != page.address]),
        anchors=(),
        canonicals=_name_all(others, page, ground),
        codes=page.codes,
        versions=_name_all(page.versions, page, ground),
        feeds=_name(_follow(page.feeds, page, ground)),
        ids="\n".join(sorted(page.ids)),
        structured=_name(_follow(named_pages(page), page, ground)),
        search=_name(_follow(page.search, page, ground)),
    )


def _follow(references: Iterable[Entry], page: ParsedPage, ground: Ground) -> list[Followed]:
    """Return the references that lead into this site, and where."""
    base, standpoint = ground.base, page.standpoint
    return [
        (target, line, url)
        for url, line in references
        if (target := resolve(url, base, standpoint)).reach is Reach.INSIDE
    ]


def _name(followed: Iterable[Followed]) -> Named:
    return named([(target.address, line, url) for target, line, url in followed])


def _name_all(references: Iterable[Entry], page: ParsedPage, ground: Ground) -> Named:
    """Return references that must lead into this site; "" stands for those that do not."""
    return named(
        [
            (resolve(url, ground.base, page.standpoint).address, line, url)
            for url, line in references
        ]
    )


def _wanted(target: Target) -> str:
    """Return the place a link leads to; "" is the top of any page, and so is "top".

    Source: HTML, 7.4.6.4 (scrolling to a fragment). Text fragments need no id.
    """
    place = target.fragment.partition(":~:")[0]
    return "" if place.lower() == "top" else place


def _check_own_anchors(page: ParsedPage, places: Iterable[Followed]) -> Iterator[Fault]:
    """Report links to places that the page they stand on does not have."""
    for target, line, url in places:
        wanted = _wanted(target)
        if wanted and target.address == page.address and wanted not in page.ids:
            yield fault(rules.ANCHOR_BROKEN, line, url=url)


def _anchors_elsewhere(page: ParsedPage, places: Iterable[Followed]) -> tuple[Anchor, ...]:
    return tuple(
        Anchor(target.address, wanted, line, url)
        for target, line, url in places
        if target.address != page.address and (wanted := _wanted(target))
    )


def _check_weight(data: bytes) -> Iterator[Fault]:
    """Report a page that is slow on a telephone."""
    if len(data) > PAGE_LIMIT_KB * 1000:
        yield fault(rules.PAGE_HEAVY, size=round(len(data) / 1000), limit=PAGE_LIMIT_KB)
