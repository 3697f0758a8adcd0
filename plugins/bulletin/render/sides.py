"""Sides: an article's two languages side by side, on one page in the Vietnamese frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Pair, Row
from plugins.bulletin.render.alignment import align
from plugins.bulletin.render.articles import article_page
from plugins.bulletin.render.bodies import Part, body_markup, body_parts
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.kinds import LANGUAGE_NAMES
from plugins.bulletin.render.media import pieces_of
from plugins.bulletin.render.parts import cover_view, group_link, moment_view
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.side_views import (
    Phrase,
    SideCaption,
    SideCell,
    SideColumn,
    SideRow,
    SidesView,
)
from plugins.bulletin.render.views import Link, PageView

SIDES = mark("Side by side")
ORIGINAL, TRANSLATION = mark("Original"), mark("Translation")
AUTHORS, TRANSLATOR = mark("By %(names)s"), mark("Translated by %(names)s")
TITLE = mark("%(title)s, side by side")
GAPS: Mapping[Language, str] = {
    "vi": mark("This passage is not in the Vietnamese version."),
    "en": mark("This passage is not in the English version."),
}

Desks = Mapping[Language, Desk]


def sides_page(desk: Desk, pair: Pair) -> PageView:
    """Make the head of the page: that of the Vietnamese article, which stays canonical."""
    page = article_page(desk, pair["vi"])
    url = desk.path(addresses.sides(pair["vi"]))
    title = desk.say(TITLE) % {"title": page.title}
    name = desk.library.records.site.name.in_language(desk.language)
    return replace(
        page,
        title=title,
        head_title=f"{title} — {name}",
        url=url,
        alternates=(),
        breadcrumb=(*page.breadcrumb[:-1], Link(desk.say(SIDES), url, is_current=True)),
        is_indexed=False,
    )


def sides_view(desks: Desks, pair: Pair) -> SidesView:
    """Show both languages of an article, the original first."""
    articles = sorted(pair.values(), key=lambda article: article.is_translation)
    original, translation = articles
    desk = desks[original.language]
    return SidesView(
        names=_in_both(desks, SIDES, articles),
        date=moment_view(original.moment, original.language),
        columns=(_column(desks, original), _column(desks, translation)),
        rows=_rows(desks, articles),
        cover=cover_view(desk, original),
        captions=tuple(_captions(articles)),
    )


def _in_both(desks: Desks, message: str, articles: Sequence[Article]) -> tuple[Phrase, ...]:
    """Say a thing in both languages, that of the original first."""
    languages = [article.language for article in articles]
    return tuple(Phrase(desks[language].say(message), language) for language in languages)


def _column(desks: Desks, article: Article) -> SideColumn:
    desk = desks[article.language]
    return SideColumn(
        language=article.language,
        role=desk.say(TRANSLATION if article.is_translation else ORIGINAL),
        article=Link(
            LANGUAGE_NAMES[article.language],
            desk.path(addresses.article(article)),
            language=article.language,
        ),
        section=group_link(desk, "section", desk.library.records.sections[article.section]),
        title=article.title,
        summary=article.summary,
        people=_people(desk, article),
    )


def _captions(articles: Sequence[Article]) -> Iterator[SideCaption]:
    for article in articles:
        cover = article.cover
        if cover and (cover.caption or cover.credit):
            yield SideCaption(article.language, cover.caption, cover.credit)


def _people(desk: Desk, article: Article) -> tuple[str, ...]:
    rows = ((AUTHORS, ", ".join(article.authors)), (TRANSLATOR, article.translator))
    return tuple(desk.say(message) % {"names": names} for message, names in rows if names)


def _rows(desks: Desks, articles: Sequence[Article]) -> tuple[SideRow, ...]:
    original, translation = (_parts(desks[article.language], article) for article in articles)
    known = desks["vi"].library.rows
    rows = align(lambda: known.get(articles[0].key, ()), _shape(original), _shape(translation))
    return tuple(_row(desks, articles, row, parts=(original, translation)) for row in rows)


def _shape(parts: Sequence[Part]) -> list[tuple[str, int]]:
    return [(part.kind, len(part.markup)) for part in parts]


def _parts(desk: Desk, article: Article) -> tuple[Part, ...]:
    html = desk.library.html_of(article)
    body = body_markup(desk, html, article.links, mentions=article.mentions)
    return body_parts(body, prefix=article.language)


def _row(
    desks: Desks,
    articles: Sequence[Article],
    row: Row,
    *,
    parts: tuple[Sequence[Part], Sequence[Part]],
) -> SideRow:
    found = [
        side[place] if place is not None else None for side, place in zip(parts, row, strict=True)
    ]
    original, translation = (
        _cell(desks, articles, index, part=part) for index, part in enumerate(found)
    )
    is_heading = any(part is not None and _is_heading(part) for part in found)
    return SideRow((original, translation), is_heading)


def _is_heading(part: Part) -> bool:
    return part.kind in {"h2", "h3", "h4", "h5", "h6"}


def _cell(desks: Desks, articles: Sequence[Article], index: int, *, part: Part | None) -> SideCell:
    language = articles[index].language
    if part is not None:
        desk = desks[language]
        return SideCell(language, pieces_of(desk, articles[index], part.markup))
    return SideCell(language, gap=_in_both(desks, GAPS[language], articles))
