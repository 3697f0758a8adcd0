"""Partners: which partner cities a text names, by any of their names in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct, field

from plugins.bulletin.model.records import Partner
from plugins.bulletin.parity.facts import Part
from plugins.bulletin.parity.findings import NO_PART, Finding, LineColumn
from plugins.bulletin.parity.matching import Pairing
from plugins.bulletin.problems import parity_rules as rules
from plugins.bulletin.text import Language
from plugins.bulletin.text.folding import fold

_WORDS = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_KINDS_BEFORE = tuple(
    f"{kind} "
    for kind in (
        *("thanh pho", "thu do", "tinh", "vung", "bang", "quan", "huyen", "dac khu"),
        *("city of", "state of", "province of", "district of", "region of"),
    )
)
_KINDS_AFTER = (" prefecture", " province", " region", " state", " city", " district", " county")


class PartnerNames(Struct, frozen=True):
    """Every form of a partner's name, folded and between spaces, longest first.

    `shown` has each partner's name in Vietnamese and in English.
    """

    forms: tuple[tuple[str, str], ...] = ()
    shown: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def name(self, identity: str, language: Language) -> str:
        """Return a partner's name in a language."""
        return self.shown[identity][language == "en"]


def partner_names(partners: Iterable[Partner]) -> PartnerNames:
    """Gather the names and aliases of partners; kinds such as "tỉnh" may be left out."""
    forms: dict[str, str] = {}
    shown: dict[str, tuple[str, str]] = {}
    for partner in partners:
        shown[partner.id] = partner.name.vi, partner.name.en
        names = (partner.name.vi, partner.name.en, partner.name.local)
        for name in (*names, *partner.aliases.vi, *partner.aliases.en):
            for form in _forms(name):
                forms.setdefault(form, partner.id)
    ordered = sorted(forms.items(), key=lambda item: (-len(item[0]), item[0]))
    return PartnerNames(tuple(ordered), shown)


def _forms(name: str) -> set[str]:
    folded = " ".join(_WORDS.findall(fold(_ASIDE.sub("", name))))
    bare = folded
    for kind in _KINDS_BEFORE:
        bare = bare.removeprefix(kind)
    for kind in _KINDS_AFTER:
        bare = bare.removesuffix(kind)
    return {f" {form} " for form in (folded, bare) if len(form) > 1}


def find_partners(parts: Iterable[Part], names: PartnerNames) -> list[dict[str, int]]:
    """Return for each part the partners it names, with the offset of the first mention."""
    listed = list(parts)
    everything = "|".join([run for part in listed for run, _ in part.names])
    present = [(form, identity) for form, identity in names.forms if form in everything]
    return [_in_part(part, present) if present else {} for part in listed]


def _in_part(part: Part, present: list[tuple[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for run, offset in part.names:
        rest = run
        for form, identity in present:
            if form in rest:
                found.setdefault(identity, offset)
                rest = rest.replace(form, " | ")
    return found


def check_partners(
    rows: Sequence[Pairing], names: PartnerNames, languages: tuple[Language, Language]
) -> Iterator[Finding]:
    """Yield partners that one text names and the other does not, there or in the next row.

    Args:
        rows: The rows of both texts.
        names: All forms of all partners' names.
        languages: The original's language and the translation's.
    """
    first = find_partners((row.original.part or NO_PART for row in rows), names)
    second = find_partners((row.translation.part or NO_PART for row in rows), names)
    for number, row in enumerate(rows):
        if row.original.part is None or row.translation.part is None:
            continue
        near = _near(rows, number)
        missing = [key for key in first[number] if not any(key in second[other] for other in near)]
        extra = [key for key in second[number] if not any(key in first[other] for other in near)]
        for one, other in zip_longest(missing, extra, fillvalue=""):
            yield Finding(
                rules.PARITY_PARTNER,
                names.name(one, languages[0]) if one else "",
                names.name(other, languages[1]) if other else "",
                _place(row.original.part, first[number].get(one)),
                _place(row.translation.part, second[number].get(other)),
            )


def _near(rows: Sequence[Pairing], number: int) -> list[int]:
    near = range(max(number - 1, 0), min(number + 2, len(rows)))
    return [other for other in near if rows[other].section == rows[number].section]


def _place(part: Part, offset: int | None) -> LineColumn:
    return part.lines.place(part.offset if offset is None else offset)
