"""Checks of one page's head: language, title, description, canonical address, feed."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.addresses import resolve
from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.audit.parsed import ParsedPage
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.problems import audit_rules as rules

DEFAULT = "x-default"


def check_language(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report a page whose lang is missing, unknown, or not that of the folder it is in.

    An old permalink leads to a text of whatever language.
    """
    known, folder = ground.languages, page.path.partition("/")[0]
    if not page.language:
        yield fault(rules.LANGUAGE_MISSING)
    elif page.language not in known:
        codes = ", ".join(known)
        yield fault(rules.LANGUAGE_UNKNOWN, language=page.language, languages=codes)
    elif folder in known and folder != page.language and not page.is_redirect:
        yield fault(rules.LANGUAGE_MISPLACED, language=page.language, folder=folder)


def check_title(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report a page without title; a redirect has nothing but its way on."""
    if not (page.title or page.is_redirect):
        yield fault(rules.TITLE_MISSING)


def check_description(page: ParsedPage, _: Ground) -> Iterator[Fault]:
    """Report a page for search engines without a description."""
    if page.is_indexed and not page.description:
        yield fault(rules.DESCRIPTION_MISSING)


def check_own_canonical(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report a page for search engines whose canonical link is missing or leads elsewhere."""
    if not page.is_indexed:
        return
    if not page.canonicals:
        yield fault(rules.CANONICAL_MISSING)
    for url, line in page.canonicals:
        target = resolve(url, ground.base, page.standpoint)
        if target.address != page.address or target.has_query:
            own = ground.base.url_of(page.address)
            yield fault(rules.CANONICAL_OTHER, line, url=url, address=own)


def check_rows(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report rows of the hreflang table that are not whole or name no language of the site.

    Source: Google Search Central, "Tell Google about localized versions of your page".
    """
    for code, (url, line) in zip(page.codes, page.versions, strict=True):
        # A preview does not know its host, so there a path will do.
        if ground.base.host and not url.startswith(("https://", "http://")):
            yield fault(rules.HREFLANG_RELATIVE, line, url=url)
        if code not in (*ground.languages, DEFAULT):
            details = {"language": code, "languages": ", ".join(ground.languages)}
            yield fault(rules.HREFLANG_UNKNOWN, line, **details)


def check_home_feed(page: ParsedPage, ground: Ground) -> Iterator[Fault]:
    """Report a home page that names no feed."""
    homes = ("index.html", *(f"{language}/index.html" for language in ground.languages))
    if page.path in homes and not (page.feeds or page.is_redirect):
        yield fault(rules.FEED_UNNAMED)
