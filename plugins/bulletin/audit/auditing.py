"""Auditing: the list of checks over a whole site, on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.bulletin.audit.addresses import Base
from plugins.bulletin.audit.check_feeds import check_feed_items, check_feeds
from plugins.bulletin.audit.check_files import check_expected_files, check_files, check_once_files
from plugins.bulletin.audit.check_hreflang import check_versions
from plugins.bulletin.audit.check_links import (
    check_anchors,
    check_assets,
    check_canonicals,
    check_feed_links,
    check_links,
    check_named,
    check_slashes,
)
from plugins.bulletin.audit.check_search import check_search
from plugins.bulletin.audit.check_sitemap import check_sitemap_entries, check_sitemap_is_complete
from plugins.bulletin.audit.check_titles import check_titles
from plugins.bulletin.audit.facts import FileFacts, fault, printable
from plugins.bulletin.audit.folder import list_files
from plugins.bulletin.audit.gathering import Wanted, gather
from plugins.bulletin.audit.known import Known
from plugins.bulletin.audit.parsing import parse_page
from plugins.bulletin.audit.reading import load, observe
from plugins.bulletin.audit.settings import AuditSettings, Ground
from plugins.bulletin.audit.site import Finding, Site
from plugins.bulletin.problems import Place, Problem, audit_rules as rules
from plugins.bulletin.problems.report import sort_problems
from plugins.bulletin.store.collecting import without_collector

HOME = "index.html"

Check = Callable[[Site], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    check_files,
    check_expected_files,
    check_once_files,
    check_links,
    check_anchors,
    check_assets,
    check_named,
    check_canonicals,
    check_slashes,
    check_titles,
    check_versions,
    check_sitemap_entries,
    check_sitemap_is_complete,
    check_feed_links,
    check_feeds,
    check_feed_items,
    check_search,
)


class Audit(NamedTuple):
    """What an audit found, sorted, each problem once, and what the next one need not read."""

    problems: list[Problem]
    known: Known


def audit(output: Path, settings: AuditSettings) -> list[Problem]:
    """Return what is wrong in an output folder, sorted, each problem once.

    Args:
        output: Any folder of HTML, also one of another generator; it is only read.
        settings: What the folder itself does not tell.
    """
    return audit_changes(output, settings, Known()).problems


def audit_changes(
    output: Path,
    settings: AuditSettings,
    known: Known,
    *,
    digests: Mapping[str, str] | None = None,
    seen: Mapping[str, FileFacts] | None = None,
) -> Audit:
    """Audit a folder again, reading only what changed since the last time.

    Args:
        output: The folder.
        settings: What the folder itself does not tell.
        known: What the last audit returned, of this folder or of any.
        digests: Of every file of the folder, by path, where the caller knows them: a file whose
            digest is the last one's is not even opened. None lists and digests all files.
        seen: Facts that `observer` found in the content of changed files, which need not be
            read again.
    """
    with without_collector():
        wanted, closed = _find_files(output, digests)
        wanted = wanted._replace(seen=seen or {})
        ground = _find_ground(output, settings)
        now = gather(wanted, ground, known, jobs=settings.jobs, tell=settings.tell)
        facts = {path: kept.facts for path, kept in now.files.items()}
        site = Site(facts, ground, settings)
        return Audit(_problems(output, (*closed, *check_site(site))), now)


def observer(settings: AuditSettings) -> Callable[[str, bytes], FileFacts]:
    """Return what finds the facts of a file in its path and content.

    Args:
        settings: With the site's address; the home page is not asked for it.
    """
    return partial(
        observe, Ground(Base.of(settings.base_url), settings.languages, settings.map_labels)
    )


def _find_files(output: Path, digests: Mapping[str, str] | None) -> tuple[Wanted, list[Finding]]:
    """Return the files to look at, and the folders that cannot be looked into."""
    if digests is not None:
        return Wanted(output, digests), []
    listing = list_files(output)
    closed = [(path, fault(rules.DATA_INVALID, reason=reason)) for path, reason in listing.closed]
    return Wanted(output, dict.fromkeys(listing.files, "")), closed


def check_site(site: Site) -> Iterator[Finding]:
    """Yield what is wrong with a site, from facts alone. Without a page nothing else matters."""
    if not site.pages:
        return iter([("", fault(rules.NO_PAGES))])
    passed = {rules.DRAFT_PUBLISHED.id} if site.settings.with_drafts else set()
    return (
        (path, found) for check in CHECKS for path, found in check(site) if found.rule not in passed
    )


def _problems(output: Path, findings: Iterable[Finding]) -> list[Problem]:
    folder = output.absolute().name
    return sort_problems(
        Problem(
            Place(printable(f"{folder}/{path}"), found.line),
            rules.AUDIT_RULES_BY_ID[found.rule],
            found.details,
        )
        for path, found in findings
    )


def _find_ground(output: Path, settings: AuditSettings) -> Ground:
    """Return what the facts depend on; the home page knows its address where nobody else does."""
    base = settings.base_url or _guess_base(output)
    return Ground(Base.of(base), settings.languages, settings.map_labels)


def _guess_base(output: Path) -> str:
    """Return the home page's canonical address where it is whole, else nothing."""
    home = parse_page(HOME, load(output, HOME).data, Base())
    urls = [url for url, _ in home.canonicals] if home else []
    return urls[0] if urls and "://" in urls[0] else ""
