"""Looking: reads the content and tells how every pair stands, with what history knows."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.examining import examine
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Problem
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.translating.ages import Desk, Told
from plugins.bulletin.translating.history import open_history
from plugins.bulletin.translating.pairs import PairRow, list_pairs


class Looked(Struct, frozen=True):
    """All pairs of a content folder; errors of content may hide some of them."""

    rows: Sequence[PairRow]
    desk: Desk
    problems: Sequence[Problem]

    @property
    def errors(self) -> list[Problem]:
        """Return the faults for which a text is missing in the rows, or all texts are."""
        listed = {
            text.path for row in self.rows for text in (row.original, row.translation) if text
        }
        return [
            item
            for item in self.problems
            if item.is_error
            and item.place.path not in listed
            and (item.place.path.endswith(".md") or not self.rows)
        ]

    def tell(self) -> list[Told]:
        """Look into every pair."""
        return [self.desk.tell(row) for row in self.rows]


def look(settings: BuildSettings) -> Looked:
    """Read the content, drafts included, and open its history."""
    library, problems = examine(replace(settings, with_drafts=True))
    rows = list_pairs(library) if library else []
    return Looked(rows, open_desk(settings, library), problems)


def open_desk(settings: BuildSettings, library: Library | None) -> Desk:
    """Return what it takes to look into pairs of a content folder."""
    history = open_history(settings.content) if settings.content.is_dir() else None
    zone = library.records.site.timezone if library else "UTC"
    last = history.last_changes() if history else {}
    return Desk(settings.content, history, zone, settings.now, last)
