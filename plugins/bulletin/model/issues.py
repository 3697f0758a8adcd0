"""Issues: numbered or dated editions of the bulletin, each with its table of contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from annotated_types import MinLen
from msgspec import Struct, field

from plugins.bulletin.model.article import Cover
from plugins.bulletin.model.common import Language, LocalText, Text
from plugins.bulletin.text.dates import PartialDate

Keys = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class IssueCover:
    """The cover of an issue. `alt` is needed unless the picture is declared decorative."""

    image: Text
    alt: LocalText | None = None
    caption: LocalText | None = None
    credit: LocalText | None = None
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class IssuePart:
    """Some articles of an issue under a heading of their own."""

    heading: LocalText
    articles: Annotated[Keys, MinLen(1)]


@dataclass(frozen=True, slots=True)
class IssueFields:
    """One issue of the bulletin, and its articles in their order. An article is in one issue."""

    title: LocalText
    date: PartialDate
    id: str = ""
    number: Text | None = None
    summary: LocalText | None = None
    cover: IssueCover | None = None
    lead: Text | None = None
    articles: Keys = ()
    parts: tuple[IssuePart, ...] = ()

    @property
    def keys(self) -> Keys:
        """Return the keys of all its articles, in the order of its contents."""
        lead = (self.lead,) if self.lead else ()
        return (*lead, *self.articles, *(key for part in self.parts for key in part.articles))


class Issue(Struct, frozen=True):
    """One issue with its cover in each language, complete; `covers` is empty without one."""

    fields: IssueFields
    covers: Mapping[Language, Cover] = field(default_factory=dict)
