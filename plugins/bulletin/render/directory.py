"""Directory: all partners in one table, by parts of the world, ready for a script to sort."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plugins.bulletin.link import addresses
from plugins.bulletin.model.records import Partner, Relation
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.directory_views import (
    Choice,
    DirectoryRegion,
    DirectoryRow,
    PartnersView,
)
from plugins.bulletin.render.frame import page_view, standing_at
from plugins.bulletin.render.kinds import (
    PARTNER_KINDS,
    REGIONS,
    RELATION_KINDS,
    group_of,
    is_visit,
    is_visited_only,
)
from plugins.bulletin.render.lists import PARTNERS
from plugins.bulletin.render.names import local_name, ordered_partners, other_name
from plugins.bulletin.render.parts import partial_view
from plugins.bulletin.render.ranks import ranks
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import PageView
from plugins.bulletin.text.collation import sort_key
from plugins.bulletin.text.dates import PartialDate
from plugins.bulletin.text.folding import plain_words

UNDATED = "undated"
PART = 25  # rows
LONG = 200  # rows; fewer are laid out at once, and printed and captured as they are
_PLACES = {kind: place for place, kind in enumerate(RELATION_KINDS)}
_REGION_PLACES = {region: place for place, region in enumerate(REGIONS)}


def partners_view(desk: Desk) -> PartnersView:
    """Show the directory by parts of the world."""
    partners = ordered_partners(desk)
    relations = [relation for partner in partners for relation in partner.relations]
    visits = sum(map(is_visit, relations))
    return PartnersView(
        count=len(partners),
        country_count=len({item.country for item in partners}),
        agreement_count=len(relations) - visits,
        visit_count=visits,
        regions=_regions(desk, partners),
        kinds=_kinds(desk, relations),
        decades=_decades(desk, relations),
        is_long=len(partners) > LONG,
    )


def partners_page(desk: Desk) -> PageView:
    """Make the head of the directory."""
    standing = standing_at(desk, "partners")
    text = desk.say(
        mark("Localities with a tie to the city, each relation with its date and source.")
    )
    return page_view(desk, standing, title=desk.say(PARTNERS), description=text)


def _regions(desk: Desk, partners: Sequence[Partner]) -> tuple[DirectoryRegion, ...]:
    rows = list(zip(partners, _places(desk, partners), strict=True))
    found = []
    for region, name in REGIONS.items():
        inside = [row for row in rows if _region(desk, row[0]) == region]
        if inside:
            shown = [_row(desk, partner, places) for partner, places in inside]
            found.append(DirectoryRegion(desk.say(name), region, len(shown), _parts(shown)))
    return tuple(found)


def _parts(rows: Sequence[DirectoryRow]) -> tuple[tuple[DirectoryRow, ...], ...]:
    return tuple(tuple(rows[start : start + PART]) for start in range(0, len(rows), PART))


def _row(desk: Desk, partner: Partner, places: str) -> DirectoryRow:
    kinds = sorted({relation.kind for relation in partner.relations}, key=_PLACES.__getitem__)
    since, latest = first_agreement(partner.relations), _latest(partner.relations)
    return DirectoryRow(
        name=partner.name.in_language(desk.language),
        url=desk.path(addresses.partner(partner.id, desk.language)),
        country=desk.library.records.countries[partner.country].name.in_language(desk.language),
        region=desk.say(REGIONS[_region(desk, partner)]),
        kind_name=desk.say(PARTNER_KINDS[partner.kind]),
        relations=tuple(desk.say(RELATION_KINDS[kind]) for kind in kinds),
        is_visited_only=is_visited_only(partner),
        since=partial_view(PartialDate(since.year), desk.language) if since else None,
        relation_count=len(partner.relations),
        latest=partial_view(latest, desk.language) if latest else None,
        text=_searched(desk, partner),
        ties=" ".join(dict.fromkeys(map(_tie, partner.relations))),
        ranks=places,
        local=local_name(desk, partner),
        other=other_name(desk, partner),
    )


def first_agreement(relations: Iterable[Relation]) -> PartialDate | None:
    """Return the earliest date of an agreement; a visit begins no relation."""
    return min((item.date for item in relations if item.date and not is_visit(item)), default=None)


def _latest(relations: Iterable[Relation]) -> PartialDate | None:
    return max((item.date for item in relations if item.date), default=None)


def _places(desk: Desk, partners: Sequence[Partner]) -> list[str]:
    """Return each partner's places by name, country, region, kind, since, number and latest."""
    key, countries = sort_key(desk.language), desk.library.records.countries
    sinces = [first_agreement(item.relations) for item in partners]
    columns = (
        ranks([key(item.name.in_language(desk.language)) for item in partners]),
        ranks([key(countries[item.country].name.in_language(desk.language)) for item in partners]),
        [_REGION_PLACES[_region(desk, item)] for item in partners],
        ranks([_kinds_place(item) for item in partners]),
        [since and since.year for since in sinces],
        [len(item.relations) for item in partners],
        ranks([_latest(item.relations) for item in partners]),
    )
    return [",".join(map(_written, row)) for row in zip(*columns, strict=True)]


def _kinds_place(partner: Partner) -> tuple[int, ...] | None:
    """Return the places of a partner's kinds, the closest tie first."""
    return tuple(sorted({_PLACES[item.kind] for item in partner.relations})) or None


def _written(place: int | None) -> str:
    return "" if place is None else str(place)


def _region(desk: Desk, partner: Partner) -> str:
    return desk.library.records.countries[partner.country].region


def _tie(relation: Relation) -> str:
    return f"{group_of(relation)}:{relation.kind}:{_decade(relation)}"


def _decade(relation: Relation) -> str:
    return str(relation.date.year // 10 * 10) if relation.date else UNDATED


def _kinds(desk: Desk, relations: Sequence[Relation]) -> tuple[Choice, ...]:
    """Return the kinds of relation there are; all agreements together where kinds differ."""
    found = {relation.kind for relation in relations}
    listed = [
        Choice(kind, desk.say(name)) for kind, name in RELATION_KINDS.items() if kind in found
    ]
    is_mixed = len({group_of(item) for item in relations}) > 1
    whole = [Choice("agreement", desk.say(mark("Any agreement")))] if is_mixed else []
    return tuple(whole + listed)


def _decades(desk: Desk, relations: Iterable[Relation]) -> tuple[Choice, ...]:
    found = {_decade(relation) for relation in relations}
    message = desk.say(mark("%(year)ss"))  # the 1990s
    years = sorted(found - {UNDATED}, reverse=True)
    choices = [Choice(year, message % {"year": year}) for year in years]
    undated = [Choice(UNDATED, desk.say(mark("Date not known")))] if UNDATED in found else []
    return tuple(choices + undated)


def _searched(desk: Desk, partner: Partner) -> str:
    """Return all names of a partner and of its country, folded, each once, with | between them."""
    name, country = partner.name, desk.library.records.countries[partner.country].name
    aliases = (*partner.aliases.vi, *partner.aliases.en)
    names = (name.vi, name.en, name.local, *aliases, partner.position.of, country.vi, country.en)
    return "|".join(filter(None, dict.fromkeys(map(plain_words, names))))
