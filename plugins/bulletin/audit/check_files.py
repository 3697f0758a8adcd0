"""Checks of files: what is there, whole, published on purpose, and not too heavy."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.site import Site
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import audit_rules as rules

PAGE_LIMIT_KB = 200
STYLE_LIMIT_KB = 20  # after gzip


def check_empty_files(site: Site) -> Iterator[Problem]:
    """Report files without content; those whose name starts with a dot may be empty."""
    for path, size in site.sizes.items():
        is_blank_page = path.endswith(".html") and path not in site.pages
        if (size == 0 or is_blank_page) and not path.rpartition("/")[2].startswith("."):
            yield rules.FILE_EMPTY.at(site.place(path))


def check_expected_files(site: Site) -> Iterator[Problem]:
    """Report files that are missing and files that nothing makes, where the list is known."""
    expected = site.settings.expected
    if expected is None:
        return
    for path in expected - site.sizes.keys():
        yield rules.FILE_MISSING.at(site.place(path))
    for path in site.sizes.keys() - expected:
        yield rules.FILE_UNEXPECTED.at(site.place(path))


def check_once_files(site: Site) -> Iterator[Problem]:
    """Report the files that every site has once, where they are missing."""
    once = {
        "robots.txt": rules.ROBOTS_MISSING,
        "404.html": rules.NOT_FOUND_MISSING,
        "sitemap.xml": rules.SITEMAP_MISSING,
    }
    for path, rule in once.items():
        if path not in site.sizes:
            yield rule.at(site.place(path))


def check_drafts(site: Site) -> Iterator[Problem]:
    """Report what lies in a folder `drafts` or is marked with `data-draft`, but in a preview."""
    if site.settings.with_drafts:
        return
    for path in site.sizes:
        if "drafts" in path.split("/")[:-1]:
            yield rules.DRAFT_PUBLISHED.at(site.place(path))
    for page in site.pages.values():
        for mark in page.drafts[:1]:
            yield rules.DRAFT_PUBLISHED.at(site.place(page.path, mark.line))


def check_texts(site: Site) -> Iterator[Problem]:
    """Report text that is not UTF-8 or not in NFC, the first word of each file."""
    for text in site.texts:
        if not text.is_utf8:
            yield rules.TEXT_NOT_UTF8.at(site.place(text.path))
        if text.loose:
            place = site.place(text.path, text.loose.line)
            yield rules.TEXT_NOT_NFC.at(place, word=text.loose.name)


def check_data(site: Site) -> Iterator[Problem]:
    """Report XML and JSON that cannot be read."""
    for fault in site.data_faults:
        place = site.place(fault.path, fault.line)
        yield rules.DATA_INVALID.at(place, reason=fault.reason)


def check_weights(site: Site) -> Iterator[Problem]:
    """Report pages and stylesheets that are slow on a telephone."""
    for path in site.pages:
        if site.sizes[path] > PAGE_LIMIT_KB * 1000:
            size = round(site.sizes[path] / 1000)
            yield rules.PAGE_HEAVY.at(site.place(path), size=size, limit=PAGE_LIMIT_KB)
    for style in site.styles:
        if style.weight > STYLE_LIMIT_KB * 1000:
            size = round(style.weight / 1000)
            yield rules.STYLE_HEAVY.at(site.place(style.path), size=size, limit=STYLE_LIMIT_KB)
