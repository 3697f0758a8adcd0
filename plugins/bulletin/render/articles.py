"""Articles and pages: the views of what editors write."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.model.common import Language, other_language
from plugins.bulletin.model.library import has_sides
from plugins.bulletin.render.authors import author_link
from plugins.bulletin.render.bodies import body_markup
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import Standing, home_link, page_view
from plugins.bulletin.render.index import with_neighbours
from plugins.bulletin.render.issues import issue_link
from plugins.bulletin.render.media import pieces_of
from plugins.bulletin.render.media_views import Piece
from plugins.bulletin.render.parts import (
    by_name,
    card,
    cover_view,
    group_link,
    moment_view,
    partner_link,
    shared_image,
    source_views,
)
from plugins.bulletin.render.related import association_link, document_link
from plugins.bulletin.render.related_articles import Threads
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.sharing import share_view
from plugins.bulletin.render.structured_articles import news_article
from plugins.bulletin.render.views import ArticleView, Link, PageView, PlainPageView

ORIGINAL = mark("Read the original")
# Each in its own language: it is for those who read that one.
READ_IN: Mapping[Language, str] = {
    "vi": "Đọc bài này bằng tiếng Việt",
    "en": "Read this article in English",
}

Neighbours = Mapping[str, tuple[Article | None, Article | None]]


def find_neighbours(desk: Desk) -> Neighbours:
    """Map the key of every listed article to the older and the newer one of its language."""
    return {
        article.key: (older, newer) for newer, article, older in with_neighbours(desk.index.own)
    }


def article_view(
    desk: Desk, article: Article, neighbours: Neighbours, *, threads: Threads
) -> ArticleView:
    """Show one article, and those that stand beside it in time or on a thread."""
    records = desk.library.records
    issue = desk.index.issue_of.get(article.key)
    older, newer = neighbours.get(article.key, (None, None))
    return ArticleView(
        title=article.title,
        summary=article.summary,
        body=_body(desk, article),
        date=moment_view(article.moment, desk.language),
        section=group_link(desk, "section", records.sections[article.section]),
        updated=moment_view(article.updated, desk.language) if article.updated else None,
        cover=cover_view(desk, article),
        authors=tuple(author_link(desk, name) for name in article.authors),
        translator=author_link(desk, article.translator) if article.translator else None,
        is_translation=article.is_translation,
        sources=source_views(article.sources),
        topics=by_name(
            desk, (group_link(desk, "topic", records.topics[key]) for key in article.topics)
        ),
        partners=by_name(
            desk, (partner_link(desk, records.partners[key]) for key in article.partners)
        ),
        associations=by_name(desk, (association_link(desk, key) for key in article.associations)),
        documents=tuple(document_link(desk, key) for key in article.documents),
        previous=_article_link(desk, older),
        next=_article_link(desk, newer),
        is_draft=article.status == "draft",
        original=_newer_original(desk, article, article_addresses(desk, article)),
        share=share_view(desk, article),
        counterpart=_counterpart(desk, article),
        sides_url=_sides_url(desk, article),
        issue=issue_link(desk, issue) if issue else None,
        related=tuple(card(desk, item) for item in threads.related(article)),
    )


def _body(desk: Desk, article: Article) -> tuple[Piece, ...]:
    html = desk.library.html_of(article)
    markup = body_markup(desk, html, article.links, mentions=article.mentions)
    return pieces_of(desk, article, markup)


def _newer_original(
    desk: Desk, text: Article | Page, standing: Mapping[Language, str]
) -> Link | None:
    """Link to the original of a translation that is behind it."""
    language = other_language(text.language)
    if not text.is_stale or language not in standing:
        return None
    return Link(desk.say(ORIGINAL), desk.path(standing[language]), language=language)


def _counterpart(desk: Desk, article: Article) -> Link | None:
    """Link to the same article in the other language, in words of that language."""
    other = other_language(article.language)
    found = desk.library.articles[article.key].get(other)
    if found is None:
        return None
    return Link(READ_IN[other], desk.path(addresses.article(found)), language=other)


def _sides_url(desk: Desk, article: Article) -> str:
    pair = desk.library.articles[article.key]
    return desk.path(addresses.sides(pair["vi"])) if has_sides(pair) else ""


def article_addresses(desk: Desk, article: Article) -> Mapping[Language, str]:
    """Return where an article stands in each of its languages."""
    pair = desk.library.articles[article.key]
    return {language: addresses.article(item) for language, item in pair.items()}


def plain_addresses(desk: Desk, page: Page) -> Mapping[Language, str]:
    """Return where a page stands in each of its languages."""
    pair = desk.library.pages[page.key]
    return {language: addresses.page(item) for language, item in pair.items()}


def article_page(desk: Desk, article: Article) -> PageView:
    """Make the head of an article's page."""
    section = desk.library.records.sections[article.section]
    standing = Standing(
        addresses=article_addresses(desk, article),
        trail=(home_link(desk), group_link(desk, "section", section)),
        fallback=addresses.group("section", section, other_language(desk.language)),
    )
    about = (news_article(desk, article, standing.addresses),)
    page = page_view(desk, standing, title=article.title, description=article.summary, about=about)
    return replace(
        page,
        kind="article",
        image=shared_image(desk, article),
        is_draft=article.status == "draft",
        is_indexed=article.status == "published",
    )


def plain_view(desk: Desk, page: Page) -> PlainPageView:
    """Show one page of `content/pages`."""
    body = pieces_of(desk, page, body_markup(desk, desk.library.html_of(page), page.links))
    original = _newer_original(desk, page, plain_addresses(desk, page))
    return PlainPageView(page.title, page.summary, body, original)


def plain_page(desk: Desk, page: Page) -> PageView:
    """Make the head of a page of `content/pages`."""
    standing = Standing(addresses=plain_addresses(desk, page), trail=(home_link(desk),))
    view = page_view(desk, standing, title=page.title, description=page.summary)
    is_draft, is_indexed = page.status == "draft", page.status == "published"
    return replace(view, is_draft=is_draft, is_indexed=is_indexed)


def _article_link(desk: Desk, article: Article | None) -> Link | None:
    if article is None:
        return None
    return Link(article.title, desk.path(addresses.article(article)))
