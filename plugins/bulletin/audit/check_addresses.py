"""Checks of the addresses in one file: small letters, no detours, this host, a slash at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.bulletin.audit.addresses import Reach, resolve
from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.audit.parsed import Entry, ParsedPage
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import audit_rules as rules


def check_own_address(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report capital letters in where a page is, and a page without a slash at its end.

    Error pages are asked for by file name, and old permalinks keep whatever form they had.
    """
    if page.is_redirect:
        return
    if page.address != page.address.lower():
        yield fault(rules.ADDRESS_UPPER, address=page.address)
    if not page.address.endswith(("/", "/404.html")):
        wanted = page.address.rpartition(".")[0] + "/"
        yield fault(rules.ADDRESS_SLASH, url=page.address, wanted=wanted)


def check_page_addresses(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report addresses that climb out of a folder after they went into it, or that are http:."""
    # The first test is for speed: hardly any address has dots.
    suspects = [entry for entry in page.references() if ".." in entry[0] or entry[0][:5] == "http:"]
    for url, line in suspects:
        if resolve(url, ground.base, page.standpoint).has_dots:
            yield fault(rules.ADDRESS_DOTS, line, url=url)
    yield from check_security(suspects, ground, page.standpoint)


def check_page_requests(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report what a page loads from another host."""
    return check_requests(page.assets, ground, page.standpoint)


def check_requests(assets: Iterable[Entry], ground: Ground, standpoint: str) -> Iterator[Fault]:
    """Report what a page or stylesheet loads from another host."""
    for url, line in assets:
        if resolve(url, ground.base, standpoint).reach is Reach.OUTSIDE:
            yield fault(rules.REQUEST_OUTSIDE, line, url=url)


def check_security(references: Iterable[Entry], ground: Ground, standpoint: str) -> Iterator[Fault]:
    """Report this host's own addresses over http:."""
    for url, line in [entry for entry in references if entry[0].startswith("http:")]:
        if resolve(url, ground.base, standpoint).is_insecure:
            yield fault(rules.ADDRESS_INSECURE, line, url=url)
