"""Checks of feeds over files: what is named as a feed is one, and each is of one language."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.check_links import all_targets
from plugins.bulletin.audit.facts import FeedItem, FileFacts, fault
from plugins.bulletin.audit.site import Finding, Site
from plugins.bulletin.problems import audit_rules as rules


def check_feeds(site: Site) -> Iterator[Finding]:
    """Report files that pages name as feeds but that are none."""
    targets = all_targets((path, page.feeds) for path, page in site.pages.items())
    for path in {site.file_at(target) for target in targets} - {""}:
        if not (site.files[path].feed or _is_reported(site.files[path])):
            yield path, fault(rules.FEED_INVALID, missing="<feed>")


def _is_reported(file: FileFacts) -> bool:
    """Tell whether it is already known why a file cannot be read as a feed."""
    known = {rules.FEED_INVALID.id, rules.DATA_INVALID.id, rules.FILE_EMPTY.id}
    return any(found.rule in known for found in file.faults)


def check_feed_items(site: Site) -> Iterator[Finding]:
    """Report items whose page is not there or is in another language than the feed."""
    for path, feed in site.feeds.items():
        language = feed.language or _language_of_folder(site, path)
        for item in feed.items:
            yield from _check_item(site, path, item, language=language)


def _check_item(site: Site, path: str, item: FeedItem, *, language: str) -> Iterator[Finding]:
    if not site.file_at(item.target):
        yield path, fault(rules.FEED_ITEM_BROKEN, item.line, url=item.url)
        return
    page = site.page_at(item.target)
    found = item.language or (page and page.language) or language
    if found != language:
        details = {"found": found, "language": language}
        yield path, fault(rules.FEED_LANGUAGE, item.line, url=item.url, **details)


def _language_of_folder(site: Site, path: str) -> str:
    """Return the language whose folder a feed is in; the root has the first language."""
    folder, languages = path.partition("/")[0], site.ground.languages
    return folder if folder in languages else languages[0]
