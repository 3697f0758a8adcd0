"""Checks of feeds over files: what is named as a feed is one, and each is of one language."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.check_links import all_targets
from plugins.bulletin.audit.facts import FileFacts, fault
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
    there: dict[str, str | None] = {}  # the language of what is at a target, None for nothing
    for path, feed in site.feeds.items():
        language = feed.language or _language_of_folder(site, path)
        for item in feed.items:
            if item.target not in there:  # an article stands in several feeds
                there[item.target] = _language_at(site, item.target)
            found = there[item.target]
            if found is None:
                yield path, fault(rules.FEED_ITEM_BROKEN, item.line, url=item.url)
            elif (said := item.language or found or language) != language:
                details = {"found": said, "language": language}
                yield path, fault(rules.FEED_LANGUAGE, item.line, url=item.url, **details)


def _language_at(site: Site, target: str) -> str | None:
    """Return the language of the page at a target, "" of another file, None where nothing is."""
    path = site.file_at(target)
    page = site.pages.get(path)
    return page.language if page else ("" if path else None)


def _language_of_folder(site: Site, path: str) -> str:
    """Return the language whose folder a feed is in; the root has the first language."""
    folder, languages = path.partition("/")[0], site.ground.languages
    return folder if folder in languages else languages[0]
