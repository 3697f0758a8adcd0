"""Parts: small views that many pages share — dates, sources, links, cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import LANGUAGES, Language, Moment, Source, other_language
from plugins.bulletin.model.records import Section, Topic
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import ArticleCard, DateView, ImageView, Link, SourceView
from plugins.bulletin.text.dates import PartialDate, format_long, format_short, format_stamp


def moment_view(moment: Moment, language: Language) -> DateView:
    """Show a moment; the time of day only where it is known."""
    when = moment.when
    return DateView(
        iso=when.isoformat(timespec="minutes") if moment.has_time else when.date().isoformat(),
        long=format_long(when, language),
        short=format_short(when, language),
        stamp=format_stamp(when, has_time=moment.has_time),
    )


def partial_view(date: PartialDate, language: Language) -> DateView:
    """Show a date exactly as precisely as it is known."""
    long = format_long(date, language)
    return DateView(str(date), long, format_short(date, language), long)


def source_views(sources: Iterable[Source]) -> tuple[SourceView, ...]:
    """Show sources in the order they are given."""
    return tuple(SourceView(source.name, source.url, source.confidence or "") for source in sources)


def group_link(desk: Desk, kind: str, item: Section | Topic) -> Link:
    """Link to a section or topic in the desk's language."""
    name = item.name.in_language(desk.language)
    return Link(name, desk.path(addresses.group(kind, item, desk.language)))


def cover_view(desk: Desk, article: Article) -> ImageView | None:
    """Show an article's cover."""
    cover = article.cover
    if cover is None:
        return None
    return ImageView(
        desk.path(f"/{cover.image}"),
        cover.alt,
        cover.width,
        cover.height,
        cover.caption,
        cover.credit,
    )


def card(desk: Desk, article: Article) -> ArticleCard:
    """Show an article in a list of the desk's language."""
    records = desk.library.records
    return ArticleCard(
        title=article.title,
        url=desk.path(addresses.article(article)),
        summary=article.summary,
        date=moment_view(article.moment, desk.language),
        section=group_link(desk, "section", records.sections[article.section]),
        cover=cover_view(desk, article),
        language=article.language if article.language != desk.language else "",
    )


def in_language(pair: Mapping[Language, Article], language: Language) -> Article:
    """Return a pair's article in a language, or the only one there is."""
    return pair[language] if language in pair else pair[other_language(language)]


def listed_articles(desk: Desk) -> list[Article]:
    """Return what lists of the desk's language show, newest first.

    Every pair once, in the desk's language where it exists; hidden ones never.
    """
    shown = [in_language(pair, desk.language) for pair in desk.library.articles.values()]
    return newest_first(article for article in shown if article.status != "hidden")


def own_articles(desk: Desk) -> list[Article]:
    """Return the listed articles that are in the desk's language, newest first."""
    return [item for item in listed_articles(desk) if item.language == desk.language]


def newest_first(articles: Iterable[Article]) -> list[Article]:
    """Sort by date, newest first; of one date by key, so that order never wavers."""
    by_key = sorted(articles, key=lambda article: article.key)
    return sorted(by_key, key=lambda article: article.moment.when, reverse=True)


def has_both(pair: Mapping[Language, object]) -> bool:
    """Tell whether both languages of a text exist."""
    return all(language in pair for language in LANGUAGES)
