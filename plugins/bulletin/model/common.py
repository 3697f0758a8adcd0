"""Values that several records share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from annotated_types import Ge, Le, MinLen

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")

Text = Annotated[str, MinLen(1)]


def other_language(language: Language) -> Language:
    """Return the site's other language."""
    return "en" if language == "vi" else "vi"


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text for people in both languages."""

    vi: Text
    en: Text

    def in_language(self, language: Language) -> str:
        """Return the text in a language."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact or text comes from. Confidence is given for facts only."""

    name: Text
    url: str = ""
    confidence: Literal["high", "medium", "low"] | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A point on Earth in decimal degrees, WGS 84. `of` names the seat of a region."""

    lat: Annotated[float, Ge(-90), Le(90)]
    lon: Annotated[float, Ge(-180), Le(180)]
    of: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a minute of a day, in the site's time zone. Never padded: see `has_time`."""

    when: datetime
    has_time: bool

    def __str__(self) -> str:
        """Return the ISO form as an editor writes it."""
        return self.when.strftime("%Y-%m-%d %H:%M" if self.has_time else "%Y-%m-%d")
