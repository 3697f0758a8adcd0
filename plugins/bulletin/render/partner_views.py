"""Views of a partner's page. Nothing here computes."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.anniversary_views import AnniversaryView
from plugins.bulletin.render.map_views import MapPanel
from plugins.bulletin.render.views import ArticleCard, DateView, Link, SourceView


class NameView(Struct, frozen=True):
    """A name in a language other than the page's."""

    text: str
    language: str  # BCP 47, "" when unknown


class RelationView(Struct, frozen=True):
    """One relation of a partner. `date` is None when no source gives one."""

    kind: str  # id of the kind
    kind_name: str
    title: str
    date: DateView | None
    standing: str  # in-force | ended | unknown
    standing_name: str
    sources: tuple[SourceView, ...]
    note: str = ""
    is_visit: bool = False  # a delegation's visit, and no agreement
    ended: DateView | None = None
    documents: tuple[Link, ...] = ()  # one without a page has no address


class TimelineView(Struct, frozen=True):
    """The relations of a partner, oldest first, and apart those without a date."""

    dated: tuple[RelationView, ...]
    undated: tuple[RelationView, ...]
    agreement_count: int
    visit_count: int


class CountryView(Struct, frozen=True):
    """A partner's country and the day of diplomatic relations, where a source gives it."""

    name: str
    relations_date: DateView | None
    sources: tuple[SourceView, ...]
    note: str = ""


class PartnerView(Struct, frozen=True):
    """One partner city: template `partner.html`."""

    name: str
    other: NameView | None  # its name in the site's other language, when it differs
    local: NameView | None
    aliases: tuple[str, ...]
    kind_name: str
    country: CountryView
    seat: str  # city of the position, when the partner is not a city
    position: str  # 17,97° B, 102,60° Đ | 17.97° N, 102.60° E
    is_visited_only: bool  # relations are visits of delegations and no more
    timeline: TimelineView
    articles: tuple[ArticleCard, ...]  # newest first
    note: str = ""
    map: MapPanel | None = None
    previous: Link | None = None
    next: Link | None = None
    anniversaries: tuple[AnniversaryView, ...] = ()
