"""Addressing: no two things at one address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.slugs import is_slug
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.entry import Entry
from plugins.bulletin.model.records import Section, Topic
from plugins.bulletin.problems import Place, Problem, Words, link_rules as rules

Records = tuple[Callable[[str, Language], str], Mapping[str, Entry[object]]]

THE_SITE = Words("the site itself", "chính trang web")


class Address(Struct, frozen=True):
    """One address and the place in content that asks for it, if any does."""

    address: str
    place: Place | None = None


def fixed_addresses(entries: Entries) -> list[Address]:
    """List the addresses that do not come from Markdown files."""
    return [item for language in LANGUAGES for item in _fixed(entries, language).values()]


def fixed_versions(entries: Entries) -> dict[str, dict[Language, str]]:
    """Map every address that comes from no Markdown file to those in both languages."""
    versions: dict[tuple[str, str], dict[Language, str]] = {}
    for language in LANGUAGES:
        files = {
            ("feed", ""): Address(addresses.feed(language)),
            ("feed", "json"): Address(addresses.feed(language, "json")),
            ("calendar", ""): Address(addresses.calendar(language)),
        }
        for thing, item in (_fixed(entries, language) | files).items():
            versions.setdefault(thing, {})[language] = item.address
    return {address: both for both in versions.values() for address in both.values()}


def _fixed(entries: Entries, language: Language) -> dict[tuple[str, str], Address]:
    """Map things, by kind and id, to their addresses in one language."""
    listed = {("home", ""): Address(addresses.home(language))}
    for name in (*addresses.PLACES, "data", "search", "offline"):
        listed[name, ""] = Address(addresses.place(name, language))
    for name in addresses.MEDIA_KINDS:
        listed[name, ""] = Address(addresses.media(name, language))
    for kind, groups in (("section", entries.sections), ("topic", entries.topics)):
        for identity, entry in groups.items():
            if _group_slug(entry, language) is not None:
                where = addresses.group(kind, entry.record, language)
                listed[kind, identity] = Address(where, entry.marks.place("name"))
    return listed | _records(entries, language)


def _records(entries: Entries, language: Language) -> dict[tuple[str, str], Address]:
    """Map the records that have a page, by kind and id, to their addresses in one language."""
    partners: Records = (addresses.partner, entries.partners)
    associations: Records = (addresses.association, entries.associations)
    documents: Records = (addresses.document, entries.documents)
    issues: Records = (addresses.issue, entries.issues)
    kinds = {
        "partner": partners,
        "association": associations,
        "document": documents,
        "issue": issues,
    }
    return {
        (kind, identity): Address(address(identity, language), entry.marks.place())
        for kind, (address, found) in kinds.items()
        for identity, entry in found.items()
    }


def check_groups(entries: Entries) -> list[Problem]:
    """Report sections and topics whose slug or name gives no address."""
    return [
        _slugless(entry, language)
        for groups in (entries.sections, entries.topics)
        for entry in groups.values()
        for language in LANGUAGES
        if _group_slug(entry, language) is None
    ]


def _group_slug(entry: Entry[Section | Topic], language: Language) -> str | None:
    try:
        slug = addresses.group_slug(entry.record, language)
    except ValueError:
        return None
    return slug if is_slug(slug) else None


def _slugless(entry: Entry[Section | Topic], language: Language) -> Problem:
    field = "slug" if entry.record.slug else "name"
    text = entry.record.slug or entry.record.name
    place = entry.marks.place(field, language)
    found, example = text.in_language(language), f"{{{language}: {entry.record.id}, …}}"
    return rules.SLUG_INVALID.at(place, found=found, example=example)


def plain(address: str) -> str:
    """Return an address as a file system sees it: no slash at the end, one case of letters."""
    return addresses.old(address).rstrip("/").lower()


def check_addresses(
    wanted: Iterable[Address], before: Mapping[str, str] | None = None
) -> list[Problem]:
    """Report every address that is asked for twice, naming both places.

    Args:
        wanted: What is linked now.
        before: What was linked before and keeps its addresses: plain address to file.
    """
    taken: dict[str, Place | None] = {}
    problems = []
    for item in wanted:
        address = plain(item.address)
        if before and address in before:
            taken[address] = Place(before[address])
        first = taken.setdefault(address, item.place)
        if item.place is not None and first is not item.place:
            other = THE_SITE if first is None else Words(str(first), str(first))
            problem = rules.ADDRESS_DUPLICATE.at(item.place, address=item.address, other=other)
            problems.append(problem)
    return problems
