"""Shelved: what was made of texts, found again on the shelf when pages are made.

What makes it anew where it was lost is imported then: most builds need none of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from plugins.bulletin.model.library import Pair, Row
from plugins.bulletin.problems.machine import ChangedFile
from plugins.bulletin.store.packing import pack, unpack
from plugins.bulletin.store.shelf import Shelf
from plugins.bulletin.text_keys import body_key, file_key, reading_key, rows_key

_RECENT = 20  # bodies


@dataclass(frozen=True)
class KeptBodies(Mapping[str, str]):
    """Bodies by file, on a shelf. One that was lost is converted again from its file.

    What was read stays at hand there, also when the file has changed since: a preview shows the
    last good version until a fault is mended.

    The last ones are at hand: the pages of an article are made one after the other.
    """

    keys_by_path: Mapping[str, bytes]
    shelf: Shelf
    content: Path
    zone: str
    recent: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, path: str) -> str:
        """Return the body of a file.

        Raises:
            ChangedFile: The body was lost, and the file is not the one that was read.
        """
        if path not in self.recent:
            if len(self.recent) > _RECENT:
                self.recent.clear()
            key = body_key(self.keys_by_path[path])
            found = self.shelf.take([key])
            self.recent[path] = found[key].decode() if key in found else self._again(path)
        return self.recent[path]

    def __iter__(self) -> Iterator[str]:
        """Yield the files."""
        return iter(self.keys_by_path)

    def __len__(self) -> int:
        """Return how many bodies there are."""
        return len(self.keys_by_path)

    def _again(self, path: str) -> str:
        from plugins.bulletin.readings import read_again, task_of

        task = task_of(path, self._raw(path), self.zone)
        return read_again(task, self.shelf) if task else ""

    def rows(self, original: str, translation: str) -> Sequence[Row]:
        """Return which blocks of the bodies of two files belong together, as parity aligns.

        Raises:
            ChangedFile: Nothing of it was kept, and a file is not the one that was read.
        """
        key = self._rows_key(original, translation)
        found = self.shelf.take([key])
        return (
            cast("Sequence[Row]", unpack(found[key]))
            if found
            else self._align(original, translation)
        )

    def keep_rows(self, original: str, translation: str) -> None:
        """Keep for the next build what `rows` returns."""
        key = self._rows_key(original, translation)
        # Plain tuples: the class that has names for these is imported with all of parity.
        rows = [(row[0], row[1]) for row in self._align(original, translation)]
        self.shelf.put({key: pack(rows)})

    def _rows_key(self, original: str, translation: str) -> bytes:
        return rows_key(self.keys_by_path[original], self.keys_by_path[translation])

    def _align(self, *paths: str) -> Sequence[Row]:
        from plugins.bulletin.parity.align import align
        from plugins.bulletin.readings import facts_of, task_of

        tasks = [task_of(path, self._raw(path), self.zone) for path in paths]
        original, translation = (facts_of(task, self.shelf) if task else None for task in tasks)
        return align(original, translation) if original and translation else ()

    def _raw(self, path: str) -> bytes:
        """Return the bytes that a reading was made of."""
        key = self.keys_by_path[path]
        kept = self.shelf.take([file_key(key)]).get(file_key(key))
        if kept:
            return kept
        location = self.content / path.split("/", 1)[1]
        raw = location.read_bytes()
        if reading_key(path, raw, self.zone) != key:
            raise ChangedFile(location)
        return raw


@dataclass(frozen=True)
class KeptRows(Mapping[str, Sequence[Row]]):
    """By an article's key, which blocks of its two bodies belong together, as parity aligns."""

    articles: Mapping[str, Pair]
    bodies: KeptBodies

    def __getitem__(self, key: str) -> Sequence[Row]:
        """Return the rows of an article in both languages."""
        pair = sorted(self.articles[key].values(), key=lambda article: article.is_translation)
        if len(pair) != 2:
            raise KeyError(key)
        original, translation = pair
        return self.bodies.rows(original.path, translation.path)

    def __iter__(self) -> Iterator[str]:
        """Yield the keys of the articles in both languages."""
        return (key for key, pair in self.articles.items() if len(pair) == 2)

    def __len__(self) -> int:
        """Return how many they are."""
        return sum(1 for _ in self)
