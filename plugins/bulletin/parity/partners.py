"""Partners: which partner cities a text names, by any of their names in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.bulletin.model.records import Partner
from plugins.bulletin.parity.facts import Part
from plugins.bulletin.text import Language
from plugins.bulletin.text.folding import fold

_WORDS = re.compile(r"[^\W_]+")
_ASIDE = re.compile(r"\s*\([^)]*\)")
_KINDS_BEFORE = ("thanh pho ", "thu do ", "tinh ", "vung ", "bang ", "quan ", "huyen ", "dac khu ")
_KINDS_BEFORE += ("city of ", "state of ", "province of ", "district of ", "region of ")
_KINDS_AFTER = (" prefecture", " province", " region", " state", " city", " district", " county")


@dataclass(frozen=True, slots=True)
class PartnerNames:
    """Every form of a partner's name, folded and between spaces, longest first."""

    forms: tuple[tuple[str, str], ...] = ()
    shown: Mapping[str, Mapping[Language, str]] | None = None

    def name(self, identity: str, language: Language) -> str:
        """Return a partner's name in a language."""
        return (self.shown or {}).get(identity, {}).get(language, identity)


def partner_names(partners: Iterable[Partner]) -> PartnerNames:
    """Gather the names and aliases of partners; kinds such as "tỉnh" may be left out."""
    forms: dict[str, str] = {}
    shown: dict[str, Mapping[Language, str]] = {}
    for partner in partners:
        shown[partner.id] = {"vi": partner.name.vi, "en": partner.name.en}
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
        for form, identity in present:
            if form in run:
                found.setdefault(identity, offset)
                run = run.replace(form, " | ")
    return found
