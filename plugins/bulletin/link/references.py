"""References: every id that a record or an article names must exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.bulletin.link import addresses
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.model.article import ArticleFields
from plugins.bulletin.model.entry import Entry, FieldPath, TextEntry
from plugins.bulletin.model.records import Partner
from plugins.bulletin.problems import Place, Problem, link_rules as rules
from plugins.bulletin.problems.guess import did_you_mean

LISTED = 12  # ids; a longer list helps nobody in a message

_Naming = tuple[Entry[object], FieldPath, str, str]
# Field of an article -> kind of record it names.
_FIELDS = {
    "topics": "topic",
    "partners": "partner",
    "associations": "association",
    "documents": "document",
}


def check_reference(kind: str, found: str, place: Place, *, entries: Entries) -> list[Problem]:
    """Report an id that no record of its kind has."""
    if is_known(kind, found, entries):
        return []
    known = _known(kind, entries)
    ids = ", ".join([*known][:LISTED]) + (", …" if len(known) > LISTED else "")
    rule = rules.REFERENCE_UNKNOWN[kind]
    return [rule.at(place, found=found, known=ids or "—", **did_you_mean(found, known))]


def is_known(kind: str, found: str, entries: Entries) -> bool:
    """Tell whether a record has an id, or was reported already."""
    return found in _known(kind, entries) or entries.is_broken(kind, found)


def _known(kind: str, entries: Entries) -> Mapping[str, object]:
    return entries.page_keys() if kind == "page" else entries.by_kind()[kind]


def check_article(entry: TextEntry[ArticleFields], entries: Entries) -> list[Problem]:
    """Check the ids in an article's front matter."""
    problems: list[Problem] = []
    if entry.fields.section is not None:
        place = entry.marks.place("section")
        problems += check_reference("section", entry.fields.section, place, entries=entries)
    for name, kind in _FIELDS.items():
        for index, found in enumerate(getattr(entry.fields, name) or ()):
            place = entry.marks.place(name, index)
            problems += check_reference(kind, found, place, entries=entries)
    return problems


def check_records(entries: Entries) -> list[Problem]:
    """Check the ids that records name: countries, documents, partners, the menu's targets."""
    problems = [
        problem
        for entry, path, kind, found in _named_by_records(entries)
        if not is_known(kind, found, entries)  # first, for a place costs more than an answer
        for problem in check_reference(kind, found, entry.marks.place(*path), entries=entries)
    ]
    return problems + _check_menu(entries)


def _named_by_records(entries: Entries) -> Iterator[_Naming]:
    """Yield every id that a record names: the record, the field's path, the kind and the id."""
    if entries.site is not None:
        country = entries.site.record.home_city.country
        yield entries.site, ("home_city", "country"), "country", country
    for partner in entries.partners.values():
        yield from _named_by_partner(partner)
    for association in entries.associations.values():
        yield association, ("country",), "country", association.record.country
        for row, fact in enumerate(association.record.facts):
            yield from _documents(association, ("facts", row), fact.documents)
    for entry in entries.countries.values():
        diplomatic = entry.record.diplomatic_relations
        documents = diplomatic.documents if diplomatic else ()
        yield from _documents(entry, ("diplomatic_relations",), documents)


def _named_by_partner(partner: Entry[Partner]) -> Iterator[_Naming]:
    yield partner, ("country",), "country", partner.record.country
    for index, found in enumerate(partner.record.distinct_from):
        yield partner, ("distinct_from", index), "partner", found
    for row, relation in enumerate(partner.record.relations):
        yield from _documents(partner, ("relations", row), relation.documents)


def _documents(entry: Entry[object], at: FieldPath, ids: Iterable[str]) -> Iterator[_Naming]:
    for index, found in enumerate(ids):
        yield entry, (*at, "documents", index), "document", found


def _check_menu(entries: Entries) -> list[Problem]:
    problems: list[Problem] = []
    site = entries.site
    if site is None:
        return []
    for index, item in enumerate(site.record.navigation):
        place = site.marks.place("navigation", index, "target")
        kind, _, found = item.target.partition(":")
        if kind == "section":
            problems += check_reference("section", found, place, entries=entries)
        elif kind == "page":
            problems += check_reference("page", found, place, entries=entries)
            problems += _check_menu_page(found, place, entries)
        elif item.target not in addresses.PLACES:
            problems.append(rules.NAVIGATION_TARGET.at(place, found=item.target))
    return problems


def _check_menu_page(key: str, place: Place, entries: Entries) -> list[Problem]:
    """Report a page of the menu that is a draft, for then the menu would lead nowhere."""
    statuses = [entry.fields.status for entry in entries.pages if entry.key == key]
    return [rules.LINK_TO_DRAFT.at(place, target=key)] if "draft" in statuses else []
