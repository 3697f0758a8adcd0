"""References: every id that a record or an article names must exist."""

from __future__ import annotations

from plugins.bulletin.link.entries import Entries
from plugins.bulletin.model.article import ArticleFields
from plugins.bulletin.model.entry import Entry, TextEntry
from plugins.bulletin.model.records import Association, Partner
from plugins.bulletin.problems import Place, Problem, link_rules as rules
from plugins.bulletin.problems.guess import did_you_mean

PLACES = ("partners", "associations", "documents", "archive")  # of a list, in the menu
LISTED = 12  # ids; a longer list helps nobody in a message

# Field of an article -> kind of record it names.
_FIELDS = {
    "topics": "topic",
    "partners": "partner",
    "associations": "association",
    "documents": "document",
}


def check_reference(kind: str, found: str, place: Place, *, entries: Entries) -> list[Problem]:
    """Report an id that no record of its kind has."""
    known = entries.page_keys() if kind == "page" else entries.by_kind()[kind]
    if found in known or entries.is_broken(kind, found):
        return []
    ids = ", ".join([*known][:LISTED]) + (", …" if len(known) > LISTED else "")
    rule = rules.REFERENCE_UNKNOWN[kind]
    return [rule.at(place, found=found, known=ids or "—", **did_you_mean(found, known))]


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
    """Check the ids that records name: countries, documents, the menu's targets."""
    problems: list[Problem] = []
    members: list[Entry[Partner | Association]] = [
        *entries.partners.values(),
        *entries.associations.values(),
    ]
    for member in members:
        place = member.marks.place("country")
        problems += check_reference("country", member.record.country, place, entries=entries)
    if entries.site is not None:
        place = entries.site.marks.place("home_city", "country")
        country = entries.site.record.home_city.country
        problems += check_reference("country", country, place, entries=entries)
    for entry in entries.partners.values():
        for row, relation in enumerate(entry.record.relations):
            for index, found in enumerate(relation.documents):
                place = entry.marks.place("relations", row, "documents", index)
                problems += check_reference("document", found, place, entries=entries)
    return problems + _check_menu(entries)


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
        elif item.target not in PLACES:
            problems.append(rules.NAVIGATION_TARGET.at(place, found=item.target))
    return problems


def _check_menu_page(key: str, place: Place, entries: Entries) -> list[Problem]:
    """Report a page of the menu that is a draft, for then the menu would lead nowhere."""
    statuses = [entry.fields.status for entry in entries.pages if entry.key == key]
    return [rules.LINK_TO_DRAFT.at(place, target=key)] if "draft" in statuses else []
