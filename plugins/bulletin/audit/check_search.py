"""Checks of search: what a search page asks for is there, and leads to pages of its language."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.facts import FileFacts, PageFacts, TitlesFacts, fault
from plugins.bulletin.audit.site import Finding, Site
from plugins.bulletin.audit.tags import ENTRY
from plugins.bulletin.problems import audit_rules, search_rules as rules

_KNOWN = {rule.id for rule in (audit_rules.DATA_INVALID, audit_rules.FILE_EMPTY)}


def check_search(site: Site) -> Iterator[Finding]:
    """Report what search pages lack, and titles and words that lead where nothing is."""
    for path, page in site.pages.items():
        for target, line, url in page.search.entries():
            if not site.file_at(target):
                yield path, fault(rules.SEARCH_BROKEN, line, url=url)
            elif not target.endswith(ENTRY):
                yield from _check_titles(site, page, site.file_at(target))


def _check_titles(site: Site, page: PageFacts, path: str) -> Iterator[Finding]:
    titles = site.files[path].titles
    if titles is None:
        yield from _unreadable(site.files[path], path)
        return
    yield from _check_pages(site, path, titles, language=page.language)
    for target in page.search.targets:
        if target.endswith(ENTRY):
            yield from _check_words(site, path, titles, folder=target.removesuffix(ENTRY))


def _check_pages(site: Site, path: str, titles: TitlesFacts, *, language: str) -> Iterator[Finding]:
    for address in titles.pages:
        found = site.page_at(address)
        if found is None:
            yield path, fault(rules.SEARCH_BROKEN, url=address)
        elif found.language != language:
            told = found.language
            yield path, fault(rules.SEARCH_LANGUAGE, url=address, found=told, language=language)


def _check_words(site: Site, path: str, titles: TitlesFacts, *, folder: str) -> Iterator[Finding]:
    for name in titles.words:
        target = f"{folder}words/{name}.json"
        file = site.files.get(site.file_at(target))
        if file is None:
            yield path, fault(rules.SEARCH_BROKEN, url=target)
        elif file.words is None or file.words.last >= len(titles.pages):
            yield from _unreadable(file, site.file_at(target))


def _unreadable(file: FileFacts, path: str) -> Iterator[Finding]:
    """Report a file that has not the form that is wanted, unless it is known to be no file."""
    if not any(found.rule in _KNOWN for found in file.faults):
        yield path, fault(rules.SEARCH_INVALID)
