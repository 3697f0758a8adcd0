"""Checks of the list of files: what is there, and on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.facts import Fault, fault
from plugins.bulletin.audit.site import Finding, Site
from plugins.bulletin.problems import audit_rules as rules


def check_files(site: Site) -> Iterator[Finding]:
    """Report what each file alone told when it was read; a preview may hold drafts."""
    faults = ((path, found) for path, file in site.files.items() for found in file.faults)
    allowed = rules.DRAFT_PUBLISHED.id if site.settings.with_drafts else ""
    return ((path, found) for path, found in faults if found.rule != allowed)


def check_expected_files(site: Site) -> Iterator[Finding]:
    """Report files that are missing and files that nothing makes, where the list is known."""
    expected = site.settings.expected
    if expected is None:
        return
    for path in expected - site.files.keys():
        yield path, fault(rules.FILE_MISSING)
    for path in site.files.keys() - expected:
        yield path, fault(rules.FILE_UNEXPECTED)


def check_once_files(site: Site) -> Iterator[Finding]:
    """Report the files that every site has once, where they are missing."""
    once = {
        "robots.txt": rules.ROBOTS_MISSING,
        "404.html": rules.NOT_FOUND_MISSING,
        "sitemap.xml": rules.SITEMAP_MISSING,
    }
    missing: dict[str, Fault] = {path: fault(rule) for path, rule in once.items()}
    return ((path, found) for path, found in missing.items() if path not in site.files)
