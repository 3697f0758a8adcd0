"""Means: what reading may use, whoever reads."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.progress import Tell, silent
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.shelf import Shelf


class Means(Struct, frozen=True):
    """What reading may use: a shelf of kept work, a number of processes, and whom to tell."""

    shelf: Shelf | None = None
    jobs: int = 1
    tell: Tell = silent
    is_thorough: bool = False  # whether every text is judged, however many are new


def means_of(settings: BuildSettings, tell: Tell) -> Means:
    """Return what reading may use; of a full build, a shelf that is empty."""
    shelf = Shelf(settings.cache / "shelf.sqlite")
    if settings.is_full:
        shelf.clear()
    return Means(shelf, settings.jobs, tell)
