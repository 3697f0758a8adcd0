"""Addressing: no two things at one address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.bulletin.link import addresses
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.targets import TextTargets
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.model.entry import CompactMarks, Marks
from plugins.bulletin.problems import Place, Problem
from plugins.bulletin.problems import link_rules as rules


@dataclass(frozen=True, slots=True)
class Address:
    """One address and the field in content that asks for it."""

    address: str
    marks: Marks | CompactMarks
    field: str = ""

    @property
    def place(self) -> Place:
        """Return the place of the field, which is looked up only for a problem."""
        return self.marks.place(self.field)


def fixed_addresses(entries: Entries) -> list[Address]:
    """List the addresses that do not come from Markdown files."""
    own = Marks("theme")
    listed = []
    for language in LANGUAGES:
        listed.append(Address(addresses.home(language), own))
        listed += [Address(addresses.place(name, language), own) for name in ("partners", "archive")]
        for kind, groups in (("section", entries.sections), ("topic", entries.topics)):
            for entry in groups.values():
                where = addresses.group(kind, entry.record, language)
                listed.append(Address(where, entry.marks, "name"))
        for identity, partner in entries.partners.items():
            where = addresses.partner(identity, language)
            listed.append(Address(where, partner.marks))
    return listed


def check_addresses(wanted: Iterable[Address], texts: TextTargets) -> list[Problem]:
    """Report every address that is asked for twice, naming both places.

    Args:
        wanted: What is linked now.
        texts: What was linked before and keeps its addresses.
    """
    before = {target.addresses[name]: target.paths[name] for target, name in texts.values()}
    taken: dict[str, Address] = {}
    problems = []
    for item in wanted:
        if item.address in before:
            taken[item.address] = Address(item.address, Marks(before[item.address]))
        first = taken.setdefault(item.address, item)
        if first is not item:
            problem = rules.ADDRESS_DUPLICATE.at(
                item.place, address=item.address, other=first.place
            )
            problems.append(problem)
    return problems
