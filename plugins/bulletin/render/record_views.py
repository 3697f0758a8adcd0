"""Views of associations and documents: their lists and pages. Nothing here computes."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.partner_views import CountryView, NameView
from plugins.bulletin.render.views import ArticleCard, DateView, Link, SourceView


class EventView(Struct, frozen=True):
    """Something that happened. `place` is the partner it happened with."""

    date: DateView | None
    text: str
    sources: tuple[SourceView, ...] = ()
    place: Link | None = None


class AssociationRow(Struct, frozen=True):
    """One association in the list."""

    link: Link
    country: str
    founded: DateView | None


class AssociationsView(Struct, frozen=True):
    """All associations: template `associations.html`."""

    count: int
    country_count: int
    associations: tuple[AssociationRow, ...]


class AssociationView(Struct, frozen=True):
    """One association: template `association.html`."""

    name: str
    other: NameView | None  # its name in the site's other language
    country: CountryView
    founded: DateView | None
    sources: tuple[SourceView, ...]
    note: str
    events: tuple[EventView, ...]
    partners: tuple[Link, ...]  # in its country
    articles: tuple[ArticleCard, ...]
    previous: Link | None = None
    next: Link | None = None


class DocumentRow(Struct, frozen=True):
    """One document in a list."""

    url: str
    title: str
    number: str
    issuer: str
    date: DateView | None


class DocumentYear(Struct, frozen=True):
    """The documents of one year, newest first; `year` is "" for those without a date."""

    year: str
    anchor: str
    documents: tuple[DocumentRow, ...]


class DocumentsView(Struct, frozen=True):
    """All documents, the newest year first: template `documents.html`."""

    count: int
    years: tuple[DocumentYear, ...]


class DocumentView(Struct, frozen=True):
    """One document: template `document.html`."""

    title: str
    other: NameView | None  # its title in the site's other language
    number: str
    issuer: str
    date: DateView | None
    sources: tuple[SourceView, ...]
    note: str
    events: tuple[EventView, ...]  # what rests on it
    articles: tuple[ArticleCard, ...]
    siblings: tuple[DocumentRow, ...]  # of the same issuer
    previous: Link | None = None  # the older one
    next: Link | None = None  # the newer one


RecordView = AssociationsView | AssociationView | DocumentsView | DocumentView
