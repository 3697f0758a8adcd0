"""Views of the page that shows both languages of an article. Nothing here computes.

Columns and cells stand in the order of the text's making: the original first.
"""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.media_views import Piece
from plugins.bulletin.render.views import DateView, ImageView, Link


class Phrase(Struct, frozen=True):
    """A few words in one language."""

    text: str
    language: str


class SideColumn(Struct, frozen=True):
    """One language of the article. Every word is in that language."""

    language: str
    role: str  # Bản gốc | Translation …
    article: Link  # named Tiếng Việt | English
    section: Link
    title: str
    summary: str
    people: tuple[str, ...] = ()  # who wrote, who translated


class SideCaption(Struct, frozen=True):
    """What one language says under the cover."""

    language: str
    text: str
    credit: str


class SideCell(Struct, frozen=True):
    """One passage; where a language lacks it, `gap` says so in both."""

    language: str
    body: tuple[Piece, ...] = ()
    gap: tuple[Phrase, ...] = ()


class SideRow(Struct, frozen=True):
    """One passage in both languages."""

    cells: tuple[SideCell, SideCell]
    is_heading: bool = False


class SidesView(Struct, frozen=True):
    """An article in both languages: template `sides.html`."""

    names: tuple[Phrase, ...]  # Song ngữ, Side by side
    date: DateView
    columns: tuple[SideColumn, SideColumn]
    rows: tuple[SideRow, ...]
    cover: ImageView | None = None
    captions: tuple[SideCaption, ...] = ()
