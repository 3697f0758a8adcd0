"""Mentions: the first place of a body where each partner is named.

A body comes with notes of what may be a place's name (`read.naming`); here they are held
against the names of partners, so a partner's new name costs a look at the notes alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Mention, ResolvedLink
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.records import Partner
from plugins.bulletin.text.place_kinds import split_name

# The kind that words beside a name tell, of each kind of partner.
_KINDS = {
    "city": "city",
    "prefecture": "province",
    "province": "province",
    "region": "region",
    "state": "state",
    "district": "district",
}


class Named(NamedTuple):
    """Whom a name stands for; `is_whole` when the word for the kind is part of the name."""

    partner: str
    is_whole: bool


Names = Mapping[Language, Mapping[str, Named]]  # by a note's name and kind
NO_NAMES: Names = {"vi": {}, "en": {}}


def gather_names(partners: Iterable[Partner]) -> Names:
    """Gather the names and aliases of partners in each language, as notes write them.

    A name without a kind goes with the partner's own kind too, and with no other: "thành phố
    Fukuoka" is not the prefecture. A name that two partners share stands for neither.
    """
    listed = list(partners)
    return {language: _in_language(listed, language) for language in LANGUAGES}


def _in_language(partners: Iterable[Partner], language: Language) -> Mapping[str, Named]:
    found: dict[str, Named] = {}
    shared: set[str] = set()
    for partner in partners:
        for key, named in _forms(partner, language).items():
            if found.setdefault(key, named).partner != partner.id:
                shared.add(key)
    return {key: named for key, named in found.items() if key not in shared}


def _forms(partner: Partner, language: Language) -> dict[str, Named]:
    name = partner.name.in_language(language)
    aliases = partner.aliases.in_language(language)
    bare, whole = Named(partner.id, is_whole=False), Named(partner.id, is_whole=True)
    forms: dict[str, Named] = {}
    for form in (name, *aliases):
        core, kind = split_name(form, language)
        if kind:
            forms[f"{core}\t{kind}"] = whole
        else:
            forms[f"{core}\t"] = bare
            forms.setdefault(f"{core}\t{_KINDS[partner.kind]}", bare)
    return forms


def find_mentions(
    notes: str, names: Mapping[str, Named], links: Iterable[ResolvedLink]
) -> tuple[Mention, ...]:
    """Return the first mention of each partner, in the order of the body.

    Args:
        notes: `Body.names`.
        names: Of the body's language.
        links: The body's own; a partner that an editor links to gets no further link.
    """
    found: dict[str, Mention] = {}
    for note in notes.split("\n") if names else ():
        key, *offsets = note.rsplit("\t", 4)
        named = names.get(key)
        if named is not None and named.partner not in found:
            start, core_start, core_end, end = map(int, offsets)
            span = (start, end) if named.is_whole else (core_start, core_end)
            found[named.partner] = Mention(named.partner, *span)
    if not found:
        return ()
    linked = {link.url for link in links}
    return tuple(item for item in found.values() if not _is_linked(item.partner, linked))


def _is_linked(partner: str, urls: set[str]) -> bool:
    return any(addresses.partner(partner, language) in urls for language in LANGUAGES)
