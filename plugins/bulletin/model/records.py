"""Records: validated entries of `content/data`, one class a kind of file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import Ge, Le, Len

from plugins.bulletin.model.common import Language, LocalText, Position, Source, Text
from plugins.bulletin.text.dates import PartialDate
from plugins.bulletin.text.tones import ToneStyle

CountryCode = Annotated[str, Len(2, 2)]
Standing = Literal["in-force", "ended", "unknown"]
Strictness = Literal["warning", "error"]
RelationKind = Literal[
    "twin-city",
    "friendship",
    "cooperation",
    "memorandum",
    "front-to-front",
    "council-to-council",
    "delegation",
]
PartnerKind = Literal["city", "prefecture", "province", "region", "state", "district"]
Region = Literal["asia", "europe", "africa", "americas", "oceania"]


@dataclass(frozen=True, slots=True)
class Section:
    """One of the site's sections (Pelican's category)."""

    id: Text
    name: LocalText
    description: LocalText
    slug: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """One of the site's topics (Pelican's tag)."""

    id: Text
    name: LocalText
    description: LocalText
    slug: LocalText | None = None


@dataclass(frozen=True, slots=True)
class DiplomaticRelations:
    """The day on which two states set up diplomatic relations, with its source."""

    date: PartialDate
    source: Source
    also: tuple[Source, ...] = ()
    documents: tuple[str, ...] = ()
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country's name where it is not the usual one; a language left out has the usual one."""

    vi: Text | None = None
    en: Text | None = None


@dataclass(frozen=True, slots=True)
class CountryFields:
    """A country, as its file has it. `code` is ISO 3166-1 alpha-2."""

    code: CountryCode
    region: Region
    name: CountryName = CountryName()
    name_reason: LocalText | None = None
    name_source: Source | None = None
    diplomatic_relations: DiplomaticRelations | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its name, the usual one or another. `code` is ISO 3166-1 alpha-2.

    `name_reason` and `name_source` tell why the name is another than CLDR's.
    """

    code: CountryCode
    name: LocalText
    region: Region
    diplomatic_relations: DiplomaticRelations | None = None
    name_reason: LocalText | None = None
    name_source: Source | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A resolution, directive or other paper, as cited in articles and relations."""

    id: Text
    title: LocalText
    issuer: LocalText
    source: Source
    number: Text | None = None
    date: PartialDate | None = None
    also: tuple[Source, ...] = ()
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class DatedFact:
    """One dated fact of an association."""

    date: PartialDate
    text: LocalText
    source: Source
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Association:
    """A friendship association of the Union."""

    name: LocalText
    country: CountryCode
    source: Source | None = None
    id: str = ""
    founded: PartialDate | None = None
    also: tuple[Source, ...] = ()
    facts: tuple[DatedFact, ...] = ()
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class PartnerName:
    """A partner's name in both languages and in its own."""

    vi: Text
    en: Text
    local: str = ""

    def in_language(self, language: Language) -> str:
        """Return the name in a language of the site."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Aliases:
    """Other names in use, by language."""

    vi: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()

    def in_language(self, language: Language) -> tuple[str, ...]:
        """Return the names in a language of the site."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Relation:
    """One tie between a partner and the home city. `date` is None when no source gives it."""

    kind: RelationKind
    title: LocalText
    source: Source
    date: PartialDate | None = None
    ended: PartialDate | None = None
    standing: Standing = "unknown"
    also: tuple[Source, ...] = ()
    documents: tuple[str, ...] = ()
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner city: a locality with a tie to ours. `id` comes from its file's name.

    `distinct_from` has the ids of others that are like it in name or place, and are not it.
    """

    name: PartnerName
    country: CountryCode
    kind: PartnerKind
    position: Position
    relations: tuple[Relation, ...]
    id: str = ""
    aliases: Aliases = Aliases()
    distinct_from: tuple[str, ...] = ()
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the glossary: its forms in both languages, the preferred one first.

    `accepted` forms will do in a translation, but are too common to be sought in an original.
    """

    vi: Annotated[tuple[Text, ...], Len(1)]
    en: Annotated[tuple[Text, ...], Len(1)]
    category: Text
    status: Literal["official", "usual"]
    abbreviations: tuple[Text, ...] = ()
    accepted: Aliases = Aliases()
    source: Source | None = None
    note: LocalText | None = None


@dataclass(frozen=True, slots=True)
class HomeCity:
    """The city whose union publishes the bulletin."""

    name: LocalText
    country: CountryCode
    position: Position


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the publisher; what is not known is left out."""

    url: str = ""
    email: str = ""
    telephone: str = ""
    address: LocalText | None = None


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the content."""

    name: Text
    url: Text


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One entry of the main menu. `target`: section:ID, page:KEY, or the name of a list."""

    label: LocalText
    target: Text


@dataclass(frozen=True, slots=True)
class MapLabel:
    """A name that every map which shows its place must print."""

    name: LocalText
    position: Position


@dataclass(frozen=True, slots=True)
class Site:
    """Identity: all that the generator knows about whose bulletin this is."""

    name: LocalText
    tagline: LocalText
    publisher: LocalText
    publisher_short: LocalText
    publisher_url: Text
    home_city: HomeCity
    contact: Contact
    licence: Licence
    accent: Text
    navigation: tuple[NavigationItem, ...]
    address: LocalText | None = None
    founded: PartialDate | None = None
    founded_source: Source | None = None
    editors: LocalText | None = None
    timezone: str = "Asia/Ho_Chi_Minh"
    page_size: Annotated[int, Ge(1), Le(200)] = 12
    freshness: Strictness = "warning"
    tone_marks: ToneStyle = "hòa"
    parity: Strictness = "warning"
    glossary: Strictness = "warning"
    map_labels: tuple[MapLabel, ...] = ()
    link_mentions: bool = True
    offline: bool = False
