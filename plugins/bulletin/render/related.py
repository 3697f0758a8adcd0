"""Related: names of, orders of and links to associations and documents, and what is near them."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import Language, LocalText
from plugins.bulletin.model.records import Association, Document, Partner
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import Link
from plugins.bulletin.text.collation import sort_key
from plugins.bulletin.text.dates import by_date


def partners_of(desk: Desk, association: Association) -> list[Partner]:
    """Return the partners in an association's country, in the order of the desk's language."""
    key = sort_key(desk.language)
    found = (
        partner
        for partner in desk.library.records.partners.values()
        if partner.country == association.country
    )
    return sorted(found, key=lambda partner: key(partner.name.in_language(desk.language)))


def ordered_associations(desk: Desk) -> list[Association]:
    """Return the associations by the names of their countries, then by their own."""
    key, language = sort_key(desk.language), desk.language
    countries = desk.library.records.countries
    return sorted(
        desk.library.records.associations.values(),
        key=lambda item: (
            key(countries[item.country].name.in_language(language)),
            key(item.name.in_language(language)),
        ),
    )


def ordered_documents(desk: Desk) -> list[Document]:
    """Return the documents, newest first; undated ones last, by number and title."""
    key = sort_key(desk.language)
    by_name = sorted(
        desk.library.records.documents.values(),
        key=lambda item: key(document_name(item, desk.language)),
    )
    # Backwards twice, so that those of one day keep the order of their names.
    dated, undated = by_date(reversed(by_name), attrgetter("date"))
    return [*reversed(dated), *reversed(undated)]


def documents_by_issuer(documents: Iterable[Document]) -> dict[LocalText, list[Document]]:
    """Group documents by who issued them, each group in the order given."""
    found: dict[LocalText, list[Document]] = {}
    for document in documents:
        found.setdefault(document.issuer, []).append(document)
    return found


def document_name(document: Document, language: Language) -> str:
    """Return a document's number and title, or its title alone where that has the number."""
    title = document.title.in_language(language)
    if document.number is None or document.number in title:
        return title
    return f"{document.number}: {title}"


def unparted(name: str) -> str:
    """Return a name whose dashes stay on the line of the word before them."""
    return name.replace(" – ", "\u00a0– ")


def association_link(desk: Desk, identity: str) -> Link:
    """Link to an association's page in the desk's language."""
    association = desk.library.records.associations[identity]
    address = addresses.association(identity, desk.language)
    return Link(unparted(association.name.in_language(desk.language)), desk.path(address))


def document_link(desk: Desk, identity: str) -> Link:
    """Link to a document's page in the desk's language."""
    document = desk.library.records.documents[identity]
    address = addresses.document(identity, desk.language)
    return Link(document_name(document, desk.language), desk.path(address))
