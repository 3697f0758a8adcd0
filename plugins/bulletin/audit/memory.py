"""Memory: what keeps many small facts small and quick to make."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

from plugins.bulletin.audit.facts import Anchor, Fault, FileFacts, Named, PageFacts


def share(file: FileFacts) -> FileFacts:
    """Return equal facts that hold equal strings and rows once, whatever page they are of."""
    sitemap = tuple(
        entry._replace(
            target=intern(entry.target),
            url=intern(entry.url),
            codes=_once(entry.codes),
            versions=_once(_interned(entry.versions)),
        )
        for entry in file.sitemap
    )
    return file._replace(
        faults=tuple(map(_share_fault, file.faults)),
        assets=_share_named(file.assets),
        page=_share_page(file.page) if file.page else None,
        sitemap=sitemap,
        titles=file.titles and file.titles._replace(pages=_interned(file.titles.pages)),
    )


def _share_fault(fault: Fault) -> Fault:
    details = tuple((intern(name), intern(value)) for name, value in fault.details)
    return Fault(intern(fault.rule), fault.line, details)


def _share_anchor(anchor: Anchor) -> Anchor:
    target, fragment, line, url = anchor
    return Anchor(intern(target), intern(fragment), line, intern(url))


def _share_page(page: PageFacts) -> PageFacts:
    return page._replace(
        language=intern(page.language),
        links=_share_named(page.links),
        anchors=tuple(map(_share_anchor, page.anchors)),
        canonicals=_share_named(page.canonicals),
        codes=_once(page.codes),
        versions=_share_named(page.versions),
        feeds=_share_named(page.feeds),
        ids=intern(page.ids),
        structured=_share_named(page.structured),
        search=_share_named(page.search),
    )


def _share_named(named: Named) -> Named:
    targets, urls = _once(_interned(named.targets)), _once(_interned(named.urls))
    return _once_named(Named(targets, _once_lines(named.lines), urls))


def _interned(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(intern, texts))


@lru_cache(maxsize=1 << 13)
def _once(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of equal rows, as `intern` does for strings."""
    return texts


@lru_cache(maxsize=1 << 13)
def _once_lines(lines: tuple[int, ...]) -> tuple[int, ...]:
    return lines


@lru_cache(maxsize=1 << 13)
def _once_named(named: Named) -> Named:
    return named
