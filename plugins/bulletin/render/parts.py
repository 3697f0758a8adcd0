"""Parts: small views that many pages share — dates, sources, links, cards."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article, Cover, Stub
from plugins.bulletin.model.common import Language, Moment, Source
from plugins.bulletin.model.records import Partner, Section, Topic
from plugins.bulletin.pictures.variants import shared_variant
from plugins.bulletin.render.cards import card_image, card_of
from plugins.bulletin.render.partner_views import CountryView
from plugins.bulletin.render.photographs import shared_address, source_sets
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import ArticleCard, DateView, ImageView, Link, SourceView
from plugins.bulletin.text.collation import sort_key
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


def country_view(desk: Desk, code: str) -> CountryView:
    """Show a country and the day of diplomatic relations, where a source gives it."""
    country = desk.library.records.countries[code]
    relations = country.diplomatic_relations
    name = country.name.in_language(desk.language)
    if relations is None:
        return CountryView(name, None, ())
    return CountryView(
        name,
        partial_view(relations.date, desk.language),
        source_views((relations.source, *relations.also)),
        relations.note.in_language(desk.language) if relations.note else "",
    )


def by_name(desk: Desk, links: Iterable[Link]) -> tuple[Link, ...]:
    """Order links by their names as the desk's language orders words."""
    found = tuple(links)
    if len(found) < 2:
        return found
    key = sort_key(desk.language)
    return tuple(sorted(found, key=lambda link: key(link.text)))


def group_link(desk: Desk, kind: str, item: Section | Topic) -> Link:
    """Link to a section or topic in the desk's language."""
    name = item.name.in_language(desk.language)
    return Link(name, desk.path(addresses.group(kind, item, desk.language)))


def partner_link(desk: Desk, partner: Partner) -> Link:
    """Link to a partner's page in the desk's language."""
    address = addresses.partner(partner.id, desk.language)
    return Link(partner.name.in_language(desk.language), desk.path(address))


def cover_view(desk: Desk, article: Article) -> ImageView | None:
    """Show an article's cover."""
    if article.cover is None:
        return None
    foreign = article.language if article.language != desk.language else ""
    return cover_image(desk, article.cover, foreign)


def cover_image(desk: Desk, cover: Cover, language: str = "") -> ImageView:
    """Show a cover; `language` is that of its words where it is not the page's."""
    view = ImageView(
        desk.path(f"/{cover.image}"),
        cover.alt,
        cover.width,
        cover.height,
        cover.caption,
        cover.credit,
        language=language,
    )
    if cover.photograph is None:
        return view
    *better, plain = source_sets(cover.photograph, desk.path)
    url = desk.path(shared_address(cover.photograph))
    return replace(view, url=url, srcset=plain.srcset, sources=tuple(better))


def shared_image(desk: Desk, article: Article) -> ImageView | None:
    """Return what is shown where an article is shared: its card, else its cover's photograph."""
    if (drawn := card_image(desk, card_of(desk, article))) is not None:
        return drawn
    cover = article.cover
    if cover is None or cover.photograph is None:
        return None
    shown = shared_variant(cover.photograph)
    url = desk.settings.absolute(f"/{shown.path}")
    return ImageView(url, cover.alt, shown.width, shown.height)


def card(desk: Desk, article: Article) -> ArticleCard:
    """Show an article in a list of the desk's language, in words of a stub where there is one."""
    if article.path not in desk.cards:
        desk.cards[article.path] = _make_card(desk, article)
    return desk.cards[article.path]


def _make_card(desk: Desk, article: Article) -> ArticleCard:
    records = desk.library.records
    foreign = article.language if article.language != desk.language else ""
    view = ArticleCard(
        title=article.title,
        url=desk.path(addresses.article(article)),
        summary=article.summary,
        date=moment_view(article.moment, desk.language),
        section=group_link(desk, "section", records.sections[article.section]),
        cover=cover_view(desk, article),
        language=foreign,
        text_language=foreign,
    )
    return _introduced(view, article.stub) if foreign and article.stub else view


def _introduced(view: ArticleCard, stub: Stub) -> ArticleCard:
    """Return a card of a foreign article in the page's own words."""
    cover = view.cover
    if cover and stub.alt:
        cover = replace(cover, alt=stub.alt, language="")
    return replace(view, title=stub.title, summary=stub.summary, cover=cover, text_language="")
