"""Views of partners: the directory and the page of a city. Nothing here computes."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.bulletin.render.anniversary_views import AnniversaryView
from plugins.bulletin.render.map_views import MapPanel, MapView
from plugins.bulletin.render.views import ArticleCard, DateView, Link, SourceView


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in a language other than the page's."""

    text: str
    language: str  # BCP 47, "" when unknown


@dataclass(frozen=True, slots=True)
class RelationView:
    """One relation of a partner. `date` is None when no source gives one."""

    kind: str  # id of the kind
    kind_name: str
    title: str
    date: DateView | None
    standing: str  # in-force | ended | unknown
    standing_name: str
    sources: tuple[SourceView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartnerCard:
    """One partner in the directory."""

    name: str
    url: str
    country: str
    kind_name: str  # city, prefecture … in the page's language
    kinds: tuple[str, ...]  # names of its kinds of relation, each once
    since: str  # earliest year, "" when unknown
    relation_count: int
    local: NameView | None = None
    other: NameView | None = None


@dataclass(frozen=True, slots=True)
class PartnerRegion:
    """The partners of one part of the world, in the page language's order."""

    name: str
    anchor: str
    partners: tuple[PartnerCard, ...]


@dataclass(frozen=True, slots=True)
class PartnersView:
    """The directory: template `partners.html`."""

    count: int
    country_count: int
    relation_count: int
    regions: tuple[PartnerRegion, ...]
    map: MapView | None = None


@dataclass(frozen=True, slots=True)
class CountryView:
    """A partner's country and the day of diplomatic relations, where a source gives it."""

    name: str
    relations_date: DateView | None
    sources: tuple[SourceView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PartnerView:
    """One partner city: template `partner.html`."""

    name: str
    other: NameView | None  # its name in the site's other language, when it differs
    local: NameView | None
    aliases: tuple[str, ...]
    kind_name: str
    country: CountryView
    seat: str  # city of the position, when the partner is not a city
    position: str  # 17,97° B, 102,60° Đ | 17.97° N, 102.60° E
    relations: tuple[RelationView, ...]
    articles: tuple[ArticleCard, ...]
    map: MapPanel | None = None
    previous: Link | None = None
    next: Link | None = None
    anniversaries: tuple[AnniversaryView, ...] = ()
