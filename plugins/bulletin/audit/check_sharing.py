"""Checks of sharing: what other sites are told of a page that is passed on.

Source: The Open Graph protocol, ogp.me, "Basic metadata". A picture is wanted there too, but a
page that has none tells the truth without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.addresses import resolve
from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.audit.parsed import ParsedPage
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.audit.tags import SHARED
from plugins.bulletin.problems import sharing_rules as rules


def check_sharing(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report a page for search engines that tells too little, or that it is another one."""
    told = dict(page.shared)
    if not (told and page.is_indexed):
        return
    for name in SHARED:
        if not told.get(name):
            yield fault(rules.SHARING_LACKING, missing=name)
    url = told.get("og:url", "")
    if url and resolve(url, ground.base, page.standpoint).address != page.address:
        own = ground.base.url_of(page.address)
        yield fault(rules.SHARING_OTHER, url=url, address=own)
