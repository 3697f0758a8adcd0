"""Darkroom: makes the variants that are wanted, keeps them, and makes none twice.

Variants lie on a shelf of their own, named by the photograph's digest and the way they are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from functools import partial
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from plugins.bulletin.pictures.variants import Variant
from plugins.bulletin.problems.machine import ChangedFile
from plugins.bulletin.store.shelf import Shelf
from plugins.bulletin.workers import open_pool

SHELF = "pictures.sqlite"
LIMIT = 2_000_000_000  # bytes; a photograph's variants take about one million

Pieces = dict[bytes, bytes]
Count = Callable[[int, int], None]  # takes how many are done, and of how many


def open_shelf(cache: Path) -> Shelf:
    """Return the shelf of variants in the folder of what builds keep."""
    return Shelf(cache / SHELF, LIMIT)


class Darkroom(Struct, frozen=True):
    """Where photographs are, and the shelf that keeps what was made of them."""

    content: Path
    shelf: Shelf | None = None

    def variant(self, wanted: Variant) -> bytes:
        """Return a variant's bytes, kept or new.

        Raises:
            ChangedFile: The photograph is not the one that was judged, or is gone.
        """
        key = wanted.key
        return self.kept(key, lambda: develop_all(self.content, [wanted])[key])

    def kept(self, key: bytes, make: Callable[[], bytes]) -> bytes:
        """Return what is kept by a key, or make and keep it."""
        found = self.shelf.take([key]) if self.shelf else {}
        if key in found:
            return found[key]
        made = make()
        if self.shelf is not None:
            self.shelf.put({key: made})
        return made

    def prepare(self, wanted: Iterable[Variant], *, jobs: int, tell: Count) -> None:
        """Make those of some variants that are not kept, each photograph in one process.

        Args:
            wanted: Variants, those of one photograph together.
            jobs: How many processes may work.
            tell: Takes how many photographs are done, and of how many.
        """
        if self.shelf is None:
            return
        tasks = self._missing(list(wanted))
        for number, pieces in enumerate(self._made(tasks, jobs), start=1):
            self.shelf.put(pieces)
            tell(number, len(tasks))

    def keep(self, wanted: Iterable[Variant], turn: int) -> None:
        """Hold what the site shows, and let go of what it no longer does where room is short."""
        if self.shelf is not None and self.shelf.location.exists():
            self.shelf.hold(variant.key for variant in wanted)
            self.shelf.tidy(turn)

    def _missing(self, wanted: Sequence[Variant]) -> list[list[Variant]]:
        if self.shelf is None or not wanted:
            return []
        keys = {variant.key: variant for variant in wanted}
        known = self.shelf.names(keys)
        missing = [variant for key, variant in keys.items() if key not in known]
        by_photograph = groupby(missing, key=lambda variant: variant.photograph)
        return [list(variants) for _, variants in by_photograph]

    def _made(self, tasks: Sequence[Sequence[Variant]], jobs: int) -> Iterator[Pieces]:
        here = partial(develop_all, self.content)
        done = 0
        if jobs > 1 and len(tasks) > 1:
            try:
                with open_pool(min(jobs, len(tasks))) as pool:
                    for pieces in pool.map(here, tasks):
                        done += 1
                        yield pieces
            except BrokenExecutor:  # a worker was killed, as when memory is short: do without
                pass
        yield from map(here, tasks[done:])


def develop_all(content: Path, variants: Sequence[Variant]) -> Pieces:
    """Make some variants of one photograph; a picture takes Pillow, which most builds do not.

    Raises:
        ChangedFile: The photograph is not the one that was judged, or is gone.
    """
    from plugins.bulletin.pictures.developing import develop

    location = content / variants[0].photograph.name
    try:
        return develop(location.read_bytes(), variants)
    except (OSError, ValueError) as error:
        raise ChangedFile(location) from error
