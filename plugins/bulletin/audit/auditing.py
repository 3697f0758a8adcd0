"""Auditing: the list of checks, on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from plugins.bulletin.audit.check_addresses import check_addresses, check_slashes
from plugins.bulletin.audit.check_feeds import check_feed_items, check_feed_links, check_feeds
from plugins.bulletin.audit.check_files import (
    check_data,
    check_drafts,
    check_empty_files,
    check_expected_files,
    check_once_files,
    check_texts,
    check_weights,
)
from plugins.bulletin.audit.check_hreflang import check_alternates, check_default, check_table
from plugins.bulletin.audit.check_links import (
    check_assets,
    check_links,
    check_requests,
    check_security,
)
from plugins.bulletin.audit.check_markup import (
    check_alt,
    check_headings,
    check_ids,
    check_inline,
)
from plugins.bulletin.audit.check_metadata import (
    check_canonical,
    check_description,
    check_language,
    check_titles,
)
from plugins.bulletin.audit.check_sitemap import check_sitemap_entries, check_sitemap_is_complete
from plugins.bulletin.audit.settings import AuditSettings
from plugins.bulletin.audit.site import Site, load_site
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.audit_rules import NO_PAGES
from plugins.bulletin.problems.report import sort_problems

Check = Callable[[Site], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    check_empty_files,
    check_expected_files,
    check_once_files,
    check_drafts,
    check_texts,
    check_data,
    check_weights,
    check_links,
    check_assets,
    check_requests,
    check_security,
    check_addresses,
    check_slashes,
    check_ids,
    check_alt,
    check_headings,
    check_inline,
    check_language,
    check_titles,
    check_description,
    check_canonical,
    check_table,
    check_alternates,
    check_default,
    check_sitemap_entries,
    check_sitemap_is_complete,
    check_feed_links,
    check_feeds,
    check_feed_items,
)


def audit(output: Path, settings: AuditSettings) -> list[Problem]:
    """Return what is wrong in an output folder, sorted, each problem once.

    Args:
        output: Any folder of HTML, also one of another generator; it is only read.
        settings: What the folder itself does not tell.
    """
    site = load_site(output, settings)
    if not site.pages:
        return [NO_PAGES.at(site.place(""))]
    return sort_problems(problem for check in CHECKS for problem in check(site))
