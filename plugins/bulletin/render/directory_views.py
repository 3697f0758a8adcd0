"""Views of the directory. Nothing here computes."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.map_views import MapView
from plugins.bulletin.render.partner_views import NameView
from plugins.bulletin.render.views import DateView


class DirectoryRow(Struct, frozen=True):
    """One partner in the directory, with what the script filters and sorts by.

    `text` is folded; `ties` are `group:kind:decade`, each once; `ranks` are the row's places
    in the order of each column, "" where it has none and comes last.
    """

    name: str
    url: str
    country: str
    region: str
    kind_name: str  # city, prefecture … in the page's language
    relations: tuple[str, ...]  # names of its kinds of relation, each once, agreements first
    is_visited_only: bool  # relations are visits of delegations and no more
    since: DateView | None  # year of the first agreement
    relation_count: int
    latest: DateView | None  # of all relations
    text: str
    ties: str
    ranks: str
    local: NameView | None = None
    other: NameView | None = None


class DirectoryRegion(Struct, frozen=True):
    """The partners of one part of the world, in the page language's order.

    `parts` are rows that a browser lays out together when they come near the screen.
    """

    name: str
    anchor: str
    count: int
    parts: tuple[tuple[DirectoryRow, ...], ...]


class Choice(Struct, frozen=True):
    """One option of a filter."""

    value: str
    text: str


class PartnersView(Struct, frozen=True):
    """The directory: template `partners.html`. Choices are those that fit a partner."""

    count: int
    country_count: int
    agreement_count: int
    visit_count: int
    regions: tuple[DirectoryRegion, ...]
    kinds: tuple[Choice, ...]
    decades: tuple[Choice, ...]  # newest first, "undated" last
    is_long: bool  # rows out of sight are worth leaving out of the layout
    map: MapView | None = None
