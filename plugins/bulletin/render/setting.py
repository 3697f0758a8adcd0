"""Setting: what rendering needs beside the library, and the words of one language."""

from __future__ import annotations

from datetime import datetime
from gettext import GNUTranslations
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct, field

from plugins.bulletin.link.anniversaries import Almanac
from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.faces import Family
from plugins.bulletin.render.index import Index
from plugins.bulletin.render.views import ArticleCard


class RenderSettings(Struct, frozen=True):
    """Where things are, and the address at which the site will stand.

    `base_url` has no slash at its end; its path, if any, goes before every address. `now`
    decides which year and month it is. `has_search` tells that the search index is made, and
    `has_cards` that a card is drawn for each article.
    """

    content: Path
    theme: Path
    base_url: str
    now: datetime
    with_drafts: bool = False
    has_search: bool = False
    has_cards: bool = False

    @property
    def prefix(self) -> str:
        """Return the path below which the site stands, "" at the root of a host."""
        return urlsplit(self.base_url).path.rstrip("/")

    def path(self, address: str) -> str:
        """Return what a link on a page says for an address of the site."""
        return self.prefix + address if address.startswith("/") else address

    def absolute(self, address: str) -> str:
        """Return the whole address, with the host."""
        return self.base_url + address if address.startswith("/") else address


class Desk(Struct, frozen=True):
    """What the views of one language are made with.

    `family` sets the words of cards, where they are drawn.
    `cards` holds those that were made: an article stands in half a dozen lists.
    """

    library: Library
    language: Language
    settings: RenderSettings
    catalog: GNUTranslations
    index: Index
    almanac: Almanac = field(default_factory=Almanac)
    family: Family | None = None
    cards: dict[str, ArticleCard] = field(default_factory=dict)  # by the article's file

    @property
    def keeps_pages(self) -> bool:
        """Tell whether visitors' devices keep pages; an editor's preview is never kept."""
        return self.library.records.site.offline and not self.settings.with_drafts

    def say(self, message: str) -> str:
        """Return an interface word in this language."""
        return self.catalog.gettext(message)

    def path(self, address: str) -> str:
        """Return what a link says for an address."""
        return self.settings.path(address)
