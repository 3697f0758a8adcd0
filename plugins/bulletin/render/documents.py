"""Documents: their list, and the page of each with what relates to it."""

from __future__ import annotations

from functools import partial
from itertools import groupby

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, other_language
from plugins.bulletin.model.records import Document
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import (
    DOCUMENTS,
    Standing,
    home_link,
    page_view,
    place_link,
    standing_at,
)
from plugins.bulletin.render.partner_views import NameView
from plugins.bulletin.render.parts import card, partial_view, partner_link, source_views
from plugins.bulletin.render.record_views import (
    DocumentRow,
    DocumentsView,
    DocumentView,
    DocumentYear,
    EventView,
)
from plugins.bulletin.render.related import (
    association_link,
    document_link,
    document_name,
    ordered_documents,
)
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.ties import AssociationFact, CountryFact, Resting, Tie
from plugins.bulletin.render.views import PageView
from plugins.bulletin.store.digests import digest_of

LIST = mark("Resolutions, directives and plans that the bulletin cites, each with its source.")
ABOUT = mark("%(name)s. Issued by %(issuer)s; relations, articles and sources.")
DIPLOMATIC = mark("Diplomatic relations with %(country)s")
UNDATED = mark("Date not known")
UNDATED_ANCHOR = {"vi": "khong-ro-ngay", "en": "undated"}
YEAR_ANCHOR = {"vi": "nam-", "en": "year-"}


class Near(Struct, frozen=True):
    """What belongs to a document: those beside it, its issuer's others, what rests on it."""

    newer: Document | None
    older: Document | None
    siblings: tuple[Document, ...]
    resting: Resting


def documents_view(desk: Desk) -> DocumentsView:
    """Show the list by years, the newest first."""
    listed = ordered_documents(desk)
    years = groupby(listed, key=lambda item: str(item.date.year) if item.date else "")
    return DocumentsView(
        len(listed),
        tuple(
            DocumentYear(
                year or desk.say(UNDATED),
                YEAR_ANCHOR[desk.language] + year if year else UNDATED_ANCHOR[desk.language],
                tuple(_row(desk, item) for item in items),
            )
            for year, items in years
        ),
    )


def documents_page(desk: Desk) -> PageView:
    """Make the head of the list."""
    standing = standing_at(desk, "documents")
    return page_view(desk, standing, title=desk.say(DOCUMENTS), description=desk.say(LIST))


def document_view(desk: Desk, document: Document, near: Near) -> DocumentView:
    """Show one document."""
    title, language = document.title, desk.language
    other = other_language(language)
    link = partial(document_link, desk)
    return DocumentView(
        title=title.in_language(language),
        other=NameView(title.in_language(other), other) if title.vi != title.en else None,
        number=document.number or "",
        issuer=document.issuer.in_language(language),
        date=partial_view(document.date, language) if document.date else None,
        sources=source_views((document.source, *document.also)),
        note=document.note.in_language(language) if document.note else "",
        events=_events(desk, near.resting),
        articles=tuple(card(desk, item) for item in desk.index.documents.get(document.id, ())),
        siblings=tuple(_row(desk, item) for item in near.siblings),
        previous=link(near.older.id) if near.older else None,
        next=link(near.newer.id) if near.newer else None,
    )


def document_page(desk: Desk, document: Document) -> PageView:
    """Make the head of a document's page."""
    name = document_name(document, desk.language)
    standing = Standing(
        {language: addresses.document(document.id, language) for language in LANGUAGES},
        trail=(
            home_link(desk),
            place_link(desk, "documents", DOCUMENTS),
        ),
    )
    text = desk.say(ABOUT) % {"name": name, "issuer": document.issuer.in_language(desk.language)}
    return page_view(desk, standing, title=name, description=text)


def document_around(desk: Desk, document: Document, near: Near) -> bytes:
    """Return the digest of what a document's page shows of other things."""
    rows = [item.row for item in desk.index.documents.get(document.id, ())]
    resting = near.resting
    told = [(tie.partner.id, tie.partner.name, tie.relation) for tie in resting.relations]
    facts = [(item.association.id, item.association.name, item.fact) for item in resting.facts]
    countries = [desk.library.records.countries[item.country] for item in resting.countries]
    beside = [item and (item.id, item.title, item.number) for item in (near.newer, near.older)]
    return digest_of(rows, told, facts, countries, beside, near.siblings)


def _row(desk: Desk, document: Document) -> DocumentRow:
    return DocumentRow(
        url=desk.path(addresses.document(document.id, desk.language)),
        title=document.title.in_language(desk.language),
        number=document.number or "",
        issuer=document.issuer.in_language(desk.language),
        date=partial_view(document.date, desk.language) if document.date else None,
    )


def _events(desk: Desk, resting: Resting) -> tuple[EventView, ...]:
    """Show what rests on a document: diplomatic relations, relations of partners, other facts."""
    return (
        *(_diplomatic(desk, item) for item in resting.countries),
        *(_relation(desk, tie) for tie in resting.relations),
        *(_fact(desk, item) for item in resting.facts),
    )


def _diplomatic(desk: Desk, item: CountryFact) -> EventView:
    country = desk.library.records.countries[item.country].name.in_language(desk.language)
    return EventView(
        partial_view(item.relations.date, desk.language),
        desk.say(DIPLOMATIC) % {"country": country},
        source_views((item.relations.source, *item.relations.also)),
    )


def _relation(desk: Desk, tie: Tie) -> EventView:
    relation, partner = tie.relation, tie.partner
    return EventView(
        partial_view(relation.date, desk.language) if relation.date else None,
        relation.title.in_language(desk.language),
        source_views((relation.source, *relation.also)),
        partner_link(desk, partner),
    )


def _fact(desk: Desk, item: AssociationFact) -> EventView:
    return EventView(
        partial_view(item.fact.date, desk.language),
        item.fact.text.in_language(desk.language),
        source_views((item.fact.source,)),
        association_link(desk, item.association.id),
    )
