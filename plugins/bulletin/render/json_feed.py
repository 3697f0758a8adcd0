"""JSON Feed: a feed in the form of jsonfeed.org, version 1.1."""

from __future__ import annotations

import json

from plugins.bulletin.render.feed_entries import Feed, FeedEntry

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Write a feed as JSON."""
    content = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.json_url,
        "description": feed.description,
        "favicon": feed.icon_url,
        "authors": [_filled(name=feed.publisher, url=feed.publisher_url)],
        "language": feed.language,
        "items": [_item(entry, feed) for entry in feed.entries],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: FeedEntry, feed: Feed) -> dict[str, object]:
    names = [*entry.authors, *([entry.translator] if entry.translator else [])] or [feed.publisher]
    body = {"content_html": entry.content} if entry.content else {"content_text": entry.summary}
    return _filled(
        id=entry.id,
        url=entry.url,
        title=entry.title,
        **body,
        summary=entry.summary,
        image=entry.image.url if entry.image else "",
        date_published=entry.published.isoformat(),
        date_modified=entry.updated.isoformat(),
        authors=[{"name": name} for name in dict.fromkeys(names)],
        tags=list(dict.fromkeys(entry.tags)),
        language=feed.language,
    )


def _filled(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in ("", None)}
