"""Feeds: the newest articles of one language as Atom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import StringIO
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed
from markupsafe import escape

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.render.bodies import body_markup
from plugins.bulletin.render.media import in_feed
from plugins.bulletin.render.setting import Desk

LENGTH = 20  # articles
_ADDRESSED_SINCE = "2026"  # year of the tag URIs, RFC 4151: fixed for ever


class _Feed(Atom1Feed):  # type: ignore[misc]
    """Atom whose date comes from its articles; the library would ask the clock."""

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] or item["pubdate"] for item in self.items]
        return max(dates, default=datetime(1970, 1, 1, tzinfo=UTC))


def atom_feed(desk: Desk, articles: Sequence[Article], *, title: str, address: str) -> bytes:
    """Write an Atom feed of articles, all of the desk's language, newest first.

    Args:
        desk: Of the feed's language.
        articles: At most `LENGTH` of them are used.
        title: The feed's title.
        address: The feed's own address.
    """
    site, language = desk.library.records.site, desk.language
    absolute = desk.settings.absolute
    feed = _Feed(
        title=title,
        link=absolute(addresses.home(language)),
        description=site.tagline.in_language(language),
        language=language,
        author_name=site.publisher.in_language(language),
        feed_url=absolute(address),
        feed_guid=_tag(desk, f"feed/{address}"),
        feed_copyright=site.licence.name,
    )
    for article in articles[:LENGTH]:
        _add(feed, desk, article)
    text = StringIO()
    feed.write(text, "utf-8")
    return text.getvalue().encode("utf-8")


def _add(feed: _Feed, desk: Desk, article: Article) -> None:
    names = (*article.authors, *((article.translator,) if article.translator else ()))
    publisher = desk.library.records.site.publisher.in_language(desk.language)
    body = body_markup(desk, desk.library.html_of(article), article.links, absolute=True)
    feed.add_item(
        title=article.title,
        link=desk.settings.absolute(addresses.article(article)),
        description=str(escape(article.summary)),  # the library marks it as HTML
        content=str(in_feed(desk, article, body)),
        author_name=", ".join(dict.fromkeys(names)) or publisher,
        pubdate=article.moment.when,
        updateddate=(article.updated or article.moment).when,
        unique_id=_tag(desk, f"{article.language}/{article.key}"),
    )


def _tag(desk: Desk, name: str) -> str:
    """Return an id that stays when a title or an address changes (RFC 4151)."""
    host = urlsplit(desk.settings.base_url).hostname or "localhost"
    return f"tag:{host},{_ADDRESSED_SINCE}:{name}"
