"""Samples: what the page of components shows.

Words are examples, and say so; maps, tables and days are the library's own, for nothing shows
them better.
"""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.model.article import ResolvedLink
from plugins.bulletin.model.common import LANGUAGES, Language, Moment, other_language
from plugins.bulletin.preview.list_samples import (
    Issues,
    issue_samples,
    pagination_samples,
    tile_samples,
    year_samples,
)
from plugins.bulletin.preview.sample_words import WORDS, Sample
from plugins.bulletin.read.markdown import convert
from plugins.bulletin.render import maps
from plugins.bulletin.render.anniversaries import anniversaries_view, month_block
from plugins.bulletin.render.anniversary_views import AnniversaryView, MonthBlock
from plugins.bulletin.render.archive_views import YearRow
from plugins.bulletin.render.bodies import body_markup
from plugins.bulletin.render.data_page import data_view
from plugins.bulletin.render.data_views import DataView
from plugins.bulletin.render.directory import partners_view
from plugins.bulletin.render.directory_views import PartnersView
from plugins.bulletin.render.gallery_views import MediaTile
from plugins.bulletin.render.map_views import MapPanel, MapView
from plugins.bulletin.render.media_views import InfographicView, Piece, VideoView
from plugins.bulletin.render.partner_views import (
    CountryView,
    NameView,
    RelationView,
    TimelineView,
)
from plugins.bulletin.render.parts import moment_view, partial_view
from plugins.bulletin.render.record_views import DocumentRow, EventView
from plugins.bulletin.render.search_page import SearchView, search_view
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.side_views import Phrase, SideCell, SideRow
from plugins.bulletin.render.views import (
    ArticleCard,
    ArticleView,
    DateView,
    ImageView,
    Link,
    Pagination,
    ShareView,
    SourceView,
    Switcher,
)
from plugins.bulletin.text.dates import ZONE, PartialDate

HERE = "#main"
MOMENT = Moment(datetime(2023, 8, 17, 16, 37, tzinfo=ZONE), has_time=True)


class ComponentsView(Struct, frozen=True):
    """Examples by component: template `components.html`. Pairs are a name and an example."""

    cards: tuple[tuple[str, ArticleCard], ...]
    articles: tuple[ArticleCard, ...]
    bylines: tuple[tuple[str, ArticleView], ...]
    image: ImageView
    date: DateView
    sources: tuple[tuple[str, tuple[SourceView, ...]], ...]
    links: tuple[Link, ...]
    foreign: Link
    foreign_name: NameView
    phrases: tuple[Phrase, ...]
    events: tuple[EventView, ...]
    timeline: TimelineView
    documents: tuple[DocumentRow, ...]
    country: CountryView
    paginations: tuple[tuple[str, Pagination], ...]
    switcher: Switcher
    share: ShareView
    body: tuple[Piece, ...]
    rows: tuple[SideRow, ...]
    month: MonthBlock | None
    anniversaries: tuple[AnniversaryView, ...]
    directory: PartnersView
    issues: Issues
    contents: tuple[ArticleCard, ...]
    tiles: tuple[MediaTile, ...]
    years: tuple[YearRow, ...]
    search: SearchView
    data: DataView
    map: MapView
    place: MapPanel | None


def components_view(desk: Desk) -> ComponentsView:
    """Make the examples in a language."""
    words, language = WORDS[desk.language], desk.language
    partners = desk.library.records.partners
    sources = (SourceView(words.source, "https://source.example/"), SourceView(words.long, ""))
    year = anniversaries_view(desk)
    return ComponentsView(
        cards=_cards(desk, words),
        articles=tuple(_card(desk, words) for _ in range(2)),
        bylines=_bylines(desk, words),
        image=_image(desk, words),
        date=moment_view(MOMENT, language),
        sources=(
            ("one", (replace(sources[0], confidence="medium"),)),
            ("several, one on paper", sources),
        ),
        links=tuple(Link(name, HERE) for name in (words.name, words.letters, words.long)),
        foreign=Link(WORDS[other_language(language)].title, HERE, other_language(language)),
        foreign_name=NameView(WORDS[other_language(language)].name, other_language(language)),
        phrases=tuple(Phrase(WORDS[name].name, name) for name in ("vi", "en")),
        events=_events(language, words, sources),
        timeline=_timeline(language, words, sources),
        documents=_documents(language, words),
        country=CountryView(words.name, _day(language), sources[:1], words.summary),
        paginations=pagination_samples(HERE),
        switcher=Switcher(other_language(language), words.other_language, HERE, "section"),
        share=ShareView(HERE, "mailto:?subject=example", "https://www.facebook.com/"),
        body=_body(desk, words),
        rows=_rows(),
        month=month_block(desk),
        anniversaries=tuple(item for part in year.parts for item in part.items)[:3],
        directory=partners_view(desk),
        issues=issue_samples(words, _card(desk, words), HERE),
        contents=tuple(item for _, item in _cards(desk, words)),
        tiles=tile_samples(language, _card(desk, words), HERE),
        years=year_samples(language, HERE),
        search=search_view(desk),
        data=data_view(desk),
        map=maps.small_map(desk),
        place=next((maps.place_map(desk, item) for item in partners.values()), None),
    )


def _day(language: Language) -> DateView:
    return partial_view(PartialDate(1992, 6, 29), language)


def _image(desk: Desk, words: Sample) -> ImageView:
    found = sorted(name for name in desk.library.images if name.endswith(".svg"))
    url = desk.path(f"/{found[0]}") if found else ""
    return ImageView(url, words.alt, 1600, 900, words.caption, words.credit)


def _card(desk: Desk, words: Sample) -> ArticleCard:
    return ArticleCard(
        words.title,
        HERE,
        words.summary,
        moment_view(MOMENT, desk.language),
        Link(words.name, HERE),
        cover=_image(desk, words),
    )


def _cards(desk: Desk, words: Sample) -> tuple[tuple[str, ArticleCard], ...]:
    card, language = _card(desk, words), other_language(desk.language)
    there = WORDS[language]
    return (
        ("with all", card),
        ("letters with two marks", replace(card, title=words.letters)),
        ("very long", replace(card, title=words.long, summary=words.long * 2)),
        ("without a picture or a summary", replace(card, cover=None, summary="")),
        ("in the other language, introduced in this one", replace(card, language=language)),
        (
            "in the other language alone",
            replace(
                card,
                title=there.title,
                summary=there.summary,
                language=language,
                text_language=language,
                cover=replace(_image(desk, there), language=language),
            ),
        ),
    )


def _bylines(desk: Desk, words: Sample) -> tuple[tuple[str, ArticleView], ...]:
    date = moment_view(MOMENT, desk.language)
    whole = ArticleView(
        words.title,
        words.summary,
        (),
        date,
        Link(words.name, HERE),
        updated=date,
        authors=(Link(words.person, HERE),),
        translator=Link(words.translator, HERE),
        sides_url=HERE,
    )
    people = tuple(Link(name, HERE) for name in (words.person, words.letters, words.long))
    return (
        ("author and translator", whole),
        ("several authors", replace(whole, authors=people, translator=None, updated=None)),
        ("a translation by nobody named", replace(whole, translator=None, is_translation=True)),
        ("the date alone", ArticleView("", "", (), date, Link("", HERE))),
    )


def _events(
    language: Language, words: Sample, sources: tuple[SourceView, ...]
) -> tuple[EventView, ...]:
    return (
        EventView(_day(language), words.summary, sources[:1], Link(words.name, HERE)),
        EventView(None, words.title),
    )


def _timeline(language: Language, words: Sample, sources: tuple[SourceView, ...]) -> TimelineView:
    day = _day(language)
    papers = (Link(words.title, HERE), Link(words.name, ""))
    tie = RelationView(
        kind="friendship",
        kind_name=words.kind,
        title=words.title,
        date=day,
        standing="in-force",
        standing_name=words.standing,
        sources=sources,
        note=words.summary,
        documents=papers,
    )
    return TimelineView(
        dated=(
            tie,
            replace(tie, standing="ended", ended=day, documents=()),
            replace(tie, is_visit=True, note="", documents=()),
        ),
        undated=(replace(tie, date=None, standing="unknown", note="", title=words.long),),
        agreement_count=3,
        visit_count=1,
    )


def _documents(language: Language, words: Sample) -> tuple[DocumentRow, ...]:
    row = DocumentRow(HERE, words.title, "12-CT/TW", words.name, _day(language))
    return (row, replace(row, number="", date=None, title=words.long))


def _body(desk: Desk, words: Sample) -> tuple[Piece, ...]:
    body, _ = convert(words.body, "sample.md", first_line=1, language=desk.language)
    if body is None:
        return ()
    links = [ResolvedLink(link.target, is_external=True) for link in body.links]
    markup = Piece(body_markup(desk, body.html, links))
    return (markup, Piece(video=_video(desk, words)), Piece(infographic=_infographic(desk, words)))


def _video(desk: Desk, words: Sample) -> VideoView:
    return VideoView(
        title=words.long,
        kind="youtube",
        provider="YouTube",
        watch_url="https://source.example/watch",
        player_url="https://source.example/player",
        poster=_image(desk, words),
        caption=words.caption,
        transcript=(words.summary, words.summary),
        description=(words.summary,),
        credit=words.credit,
        duration="12:34",
        spoken=other_language(desk.language),
    )


def _infographic(desk: Desk, words: Sample) -> InfographicView:
    return InfographicView(
        title=words.title,
        image=_image(desk, words),
        caption=words.caption,
        description=(words.summary,),
        head=(words.name, words.kind, words.person, words.source),
        rows=((words.name, "1.234", "5.678", words.long),),
        sources=(SourceView(words.source, "https://source.example/"),),
        credit=words.credit,
    )


def _rows() -> tuple[SideRow, ...]:
    paragraph = Markup("<p>{}</p>")
    vi, en = (SideCell(name, (Piece(paragraph.format(WORDS[name].summary)),)) for name in LANGUAGES)
    gap = SideCell("en", gap=tuple(Phrase(WORDS[name].gap, name) for name in LANGUAGES))
    return (SideRow((vi, en)), SideRow((vi, gap)))
