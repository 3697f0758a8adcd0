"""Ages: how long a pair has stood as it stands, as far as its files and history tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct

from plugins.bulletin.model.article import Article
from plugins.bulletin.translating.history import History
from plugins.bulletin.translating.pairs import PairRow
from plugins.bulletin.translating.texts import Difference, FullText, differ, differ_now, read_full

# What began: the words changed, the translation was confirmed, the original last changed,
# or the original carries this date.
Since = Literal["changed", "confirmed", "edited", "dated"]


class Age(Struct, frozen=True):
    """Since when a pair stands as it does; whole days until now, never fewer than 0."""

    since: datetime
    of: Since
    days: int


class Told(Struct, frozen=True):
    """A pair with its age and, when it is stale, what changed."""

    row: PairRow
    age: Age | None = None
    differences: tuple[Difference, ...] = ()


class Desk(Struct, frozen=True):
    """What it takes to look into pairs: the content, its history or None, the zone, the clock."""

    content: Path
    history: History | None
    zone: str
    now: datetime
    last_changes: Mapping[str, datetime]

    def tell(self, row: PairRow) -> Told:
        """Find the age of a pair and what changed since its confirmation."""
        if row.state == "stale":
            return self._tell_stale(row)
        if row.freshness.on is not None:
            return Told(row, self._age(row.freshness.on.when, "confirmed"))
        return Told(row, self._age_of_original(row))

    def _tell_stale(self, row: PairRow) -> Told:
        changes, on = row.freshness.changes, row.freshness.on
        location = self.content / row.original.source
        now = read_full(location.read_bytes(), row.original.path, self.zone)
        age = self._age(on.when, "confirmed") if on else self._age_of_original(row)
        if now is None:
            return Told(row, age)
        found = self._find_confirmed(row, location)
        if found is None:
            return Told(row, age, tuple(differ_now(changes, now)))
        before, changed = found
        return Told(row, self._age(changed, "changed"), tuple(differ(before, now)))

    def _find_confirmed(self, row: PairRow, location: Path) -> tuple[FullText, datetime] | None:
        """Return the newest version with the words that were confirmed, and when they changed."""
        if self.history is None:
            return None
        changed = datetime.fromtimestamp(location.stat().st_mtime, UTC)
        for version in self.history.versions(row.original.source):
            text = read_full(self.history.read(version), row.original.path, self.zone)
            if text is not None and text.wording.revision == row.freshness.confirmed:
                return text, changed
            changed = version.when
        return None

    def _age_of_original(self, row: PairRow) -> Age | None:
        edited = self.last_changes.get(row.original.source)
        if edited is not None:
            return self._age(edited, "edited")
        if isinstance(row.original, Article):
            return self._age(row.original.moment.when, "dated")
        return None

    def _age(self, since: datetime, of: Since) -> Age:
        return Age(since, of, max((self.now - since).days, 0))
