"""News: the articles of the last two days, for news search.

Source: Google Search Central, "Create a news sitemap": articles of the last two days alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.bulletin.link import addresses
from plugins.bulletin.link.days import is_news
from plugins.bulletin.model.article import Article
from plugins.bulletin.render.feed_entries import clean
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.sitemap import NewsItem

MOST = 1000  # as news search takes them


def news_items(desks: Iterable[Desk]) -> list[NewsItem]:
    """Return the new articles of all languages, newest first in each."""
    found = [
        _item(desk, article)
        for desk in desks
        for article in desk.index.own
        if article.status == "published" and is_news(article, desk.settings.now)
    ]
    return found[:MOST]


def _item(desk: Desk, article: Article) -> NewsItem:
    moment = article.moment
    when = moment.when.isoformat(timespec="minutes")
    return NewsItem(
        addresses.article(article),
        clean(article.title),
        when if moment.has_time else moment.when.date().isoformat(),
        article.language,
        clean(desk.library.records.site.name.in_language(article.language)),
    )
