"""Addressing: no two things at one address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.bulletin.link import addresses
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.problems import Place, Problem
from plugins.bulletin.problems import link_rules as rules


@dataclass(frozen=True, slots=True)
class Address:
    """One address and the place in content that asks for it."""

    address: str
    place: Place


def fixed_addresses(entries: Entries) -> list[Address]:
    """List the addresses that do not come from Markdown files."""
    own = Place("theme")
    listed = []
    for language in LANGUAGES:
        listed.append(Address(addresses.home(language), own))
        listed += [Address(addresses.place(name, language), own) for name in ("partners", "archive")]
        for kind, groups in (("section", entries.sections), ("topic", entries.topics)):
            for entry in groups.values():
                where = addresses.group(kind, entry.record, language)
                listed.append(Address(where, entry.marks.place("name")))
        for identity, partner in entries.partners.items():
            where = addresses.partner(identity, language)
            listed.append(Address(where, partner.marks.place()))
    return listed


def check_addresses(wanted: Iterable[Address]) -> list[Problem]:
    """Report every address that is asked for twice, naming both places."""
    taken: dict[str, Place] = {}
    problems = []
    for item in wanted:
        first = taken.setdefault(item.address, item.place)
        if first is not item.place:
            problems.append(
                rules.ADDRESS_DUPLICATE.at(item.place, address=item.address, other=first)
            )
    return problems
