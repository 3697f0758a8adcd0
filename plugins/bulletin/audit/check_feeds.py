"""Checks of feeds: named by the home pages, there, valid, and of one language."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.bulletin.audit.addresses import Reach, address_of
from plugins.bulletin.audit.facts import FeedFacts, FeedItem, PageFacts, Reference
from plugins.bulletin.audit.site import Site
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems import audit_rules as rules


def check_feed_links(site: Site) -> Iterator[Problem]:
    """Report home pages that name no feed, and feeds named that are not there."""
    homes = ["index.html", *(f"{language}/index.html" for language in site.settings.languages)]
    for page in (site.pages[path] for path in homes if path in site.pages):
        if not (page.feeds or page.is_redirect):
            yield rules.FEED_UNNAMED.at(site.place(page.path))
    for page in site.pages.values():
        for link in page.feeds:
            yield from _check_feed_link(site, page, link)


def _check_feed_link(site: Site, page: PageFacts, link: Reference) -> Iterator[Problem]:
    target = site.resolve(link.url, page.address)
    if target.reach is Reach.INSIDE and not site.file_at(target):
        yield rules.FEED_BROKEN.at(site.place(page.path, link.line), url=link.url)


def check_feeds(site: Site) -> Iterator[Problem]:
    """Report feeds that lack what every feed has, and files that are named as feeds but are none.

    A file that cannot be read at all is reported by `check_data`.
    """
    for feed in site.feeds.values():
        if feed.fault:
            yield rules.FEED_INVALID.at(site.place(feed.path), reason=feed.fault)
    unread = {fault.path for fault in site.data_faults}
    for path in _named_feeds(site) - site.feeds.keys() - unread:
        yield rules.FEED_INVALID.at(site.place(path), reason="<feed>, <rss>, version?")


def _named_feeds(site: Site) -> set[str]:
    """Return the files that some page names as a feed."""
    links = ((page, link) for page in site.pages.values() for link in page.feeds)
    files = {site.file_at(site.resolve(link.url, page.address)) for page, link in links}
    return files - {""}


def check_feed_items(site: Site) -> Iterator[Problem]:
    """Report items whose page is not there or is in another language than the feed."""
    for feed in site.feeds.values():
        for item in feed.items:
            yield from _check_item(site, feed, item)


def _check_item(site: Site, feed: FeedFacts, item: FeedItem) -> Iterator[Problem]:
    place = site.place(feed.path, item.line)
    target = site.resolve(item.url, address_of(feed.path))
    if target.reach is not Reach.INSIDE:
        return
    if not site.file_at(target):
        yield rules.FEED_ITEM_BROKEN.at(place, url=item.url)
        return
    page = site.page_at(target)
    language = feed.language or _language_of_folder(site, feed)
    found = item.language or (page and page.language) or language
    if found != language:
        yield rules.FEED_LANGUAGE.at(place, url=item.url, found=found, language=language)


def _language_of_folder(site: Site, feed: FeedFacts) -> str:
    """Return the language whose folder a feed is in; the root has the first language."""
    folder, languages = feed.path.partition("/")[0], site.settings.languages
    return folder if folder in languages else languages[0]
