"""Feed entries: what a feed tells of itself and of each article, in whatever form it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from markupsafe import Markup
from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import Language
from plugins.bulletin.pictures.variants import MEDIA_TYPES, shared_variant
from plugins.bulletin.render.bodies import body_markup
from plugins.bulletin.render.feed_heads import FeedHead
from plugins.bulletin.render.media import in_feed
from plugins.bulletin.render.setting import Desk

LENGTH = 20  # articles
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when a feed without an article changed

_ADDRESSED_SINCE = "2026"  # year of the tag URIs, RFC 4151: fixed for ever
# What XML 1.0 has no sign for, 2.2.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class FeedImage(Struct, frozen=True):
    """A cover, as one file that every reader shows."""

    url: str
    media_type: str
    width: int
    height: int
    alt: str


class FeedEntry(Struct, frozen=True):
    """One article. `content` is HTML, empty where a feed gives summaries alone."""

    id: str
    url: str
    title: str
    summary: str
    content: str
    authors: tuple[str, ...]
    translator: str
    published: datetime
    updated: datetime
    tags: tuple[str, ...]
    image: FeedImage | None


class Feed(Struct, frozen=True):
    """A whole feed, all addresses with their host."""

    id: str
    url: str
    json_url: str
    page_url: str
    title: str
    description: str
    language: Language
    publisher: str
    publisher_url: str
    rights: str
    icon_url: str
    updated: datetime
    entries: tuple[FeedEntry, ...]


def make_feed(desk: Desk, head: FeedHead, articles: Sequence[Article], *, icon: str) -> Feed:
    """Return a feed of articles, all of the desk's language, newest first.

    Args:
        desk: Of the feed's language.
        head: What it is of.
        articles: At most `LENGTH` of them.
        icon: Path of the site's icon.
    """
    site, language = desk.library.records.site, desk.language
    entries = tuple(_entry(desk, article, has_body=head.has_bodies) for article in articles)
    absolute = desk.settings.absolute
    return Feed(
        id=tag(desk, f"feed/{head.identity}"),
        url=absolute(head.atom),
        json_url=absolute(head.json),
        page_url=absolute(head.page),
        title=clean(head.title),
        description=clean(site.tagline.in_language(language)),
        language=language,
        publisher=clean(site.publisher.in_language(language)),
        publisher_url=site.publisher_url,
        rights=clean(site.licence.name),
        icon_url=_with_host(desk, icon),
        updated=max((entry.updated for entry in entries), default=NEVER),
        entries=entries,
    )


def _entry(desk: Desk, article: Article, *, has_body: bool) -> FeedEntry:
    records, language = desk.library.records, desk.language
    names = [records.sections[article.section].name]
    names += [records.topics[key].name for key in article.topics]
    image = _image(desk, article)
    return FeedEntry(
        id=tag(desk, f"{article.language}/{article.key}"),
        url=desk.settings.absolute(addresses.article(article)),
        title=clean(article.title),
        summary=clean(article.summary),
        content=clean(_content(desk, article, image)) if has_body else "",
        authors=tuple(map(clean, dict.fromkeys(article.authors))),
        translator=clean(article.translator),
        published=article.moment.when,
        updated=(article.updated or article.moment).when,
        tags=tuple(clean(name.in_language(language)) for name in names),
        image=image,
    )


def _content(desk: Desk, article: Article, image: FeedImage | None) -> str:
    html = desk.library.html_of(article)
    body = in_feed(desk, article, body_markup(desk, html, article.links, absolute=True))
    if image is None:
        return str(body)
    markup = Markup('<p><img src="{}" width="{}" height="{}" alt="{}"></p>\n')
    return str(markup.format(image.url, image.width, image.height, image.alt) + body)


def _image(desk: Desk, article: Article) -> FeedImage | None:
    """Return an article's cover where it is a photograph, which every reader can show."""
    cover = article.cover
    if cover is None or cover.photograph is None:
        return None
    shown = shared_variant(cover.photograph)
    url = desk.settings.absolute(f"/{shown.path}")
    return FeedImage(url, MEDIA_TYPES[shown.form], shown.width, shown.height, clean(cover.alt))


def _with_host(desk: Desk, path: str) -> str:
    return desk.settings.base_url + path.removeprefix(desk.settings.prefix)


def tag(desk: Desk, name: str) -> str:
    """Return an id that stays when a title or an address changes (RFC 4151)."""
    host = urlsplit(desk.settings.base_url).hostname or "localhost"
    return f"tag:{host},{_ADDRESSED_SINCE}:{name}"


def clean(text: str) -> str:
    """Return text without what no XML can hold, so that both forms say the same."""
    return _UNWRITABLE.sub("", text)
