"""The shelf: pieces of earlier work by key, in one SQLite file of bounded size."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct, field

from plugins.bulletin.store.digests import SIZE, digest_bytes

LIMIT = 400_000_000  # bytes of pieces; 5,000 pairs take about 120 million
_SCHEMA = """
CREATE TABLE IF NOT EXISTS piece (
    key BLOB PRIMARY KEY, content BLOB NOT NULL, used INTEGER NOT NULL
)
"""
_BATCH = 500


class Shelf(Struct, eq=False):  # so that what is made with one can be remembered by it
    """Pieces by key. A piece that is damaged, or a file that is no database, is absent.

    A connection belongs to one process, whose threads take turns: a forked child opens its own.
    """

    location: Path
    limit: int = LIMIT
    _connections: dict[int, sqlite3.Connection] = field(default_factory=dict)
    _turn: threading.RLock = field(default_factory=threading.RLock)
    _taken: set[bytes] = field(default_factory=set)

    def take(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Return the pieces that are there, by key."""
        wanted = list(keys)
        found: dict[bytes, bytes] = {}
        with self._forgiving():
            for start in range(0, len(wanted), _BATCH):
                found |= self._rows(wanted[start : start + _BATCH])
        self._taken.update(found)
        return found

    def names(self, keys: Iterable[bytes]) -> set[bytes]:
        """Return the keys under which a piece lies, without opening any."""
        wanted = list(keys)
        found: set[bytes] = set()
        with self._forgiving() as connection:
            for start in range(0, len(wanted), _BATCH):
                batch = wanted[start : start + _BATCH]
                query = f"SELECT key FROM piece WHERE key IN ({_marks(batch)})"  # noqa: S608 -- only marks
                found |= {key for (key,) in connection.execute(query, batch)}
        return found

    def used(self) -> frozenset[bytes]:
        """Return the keys of what this run used so far."""
        return frozenset(self._taken)

    def hold(self, keys: Iterable[bytes]) -> None:
        """Count pieces among those that this run uses."""
        self._taken.update(keys)

    def put(self, pieces: Mapping[bytes, bytes]) -> None:
        """Keep pieces; what cannot be kept is made again next time."""
        rows = [(key, _seal(key, content) + content) for key, content in pieces.items()]
        self._taken.update(pieces)
        with self._forgiving() as connection, connection:
            connection.executemany("INSERT OR REPLACE INTO piece VALUES (?, ?, 0)", rows)

    def tidy(self, turn: int) -> None:
        """Mark what this run used with its number, and drop the longest unused over the limit."""
        with self._forgiving() as connection, connection:
            rows = [(turn, key) for key in self._taken]
            connection.executemany("UPDATE piece SET used = ? WHERE key = ?", rows)
            if _size(connection) > self.limit:
                query = "DELETE FROM piece WHERE used < (SELECT max(used) FROM piece)"
                connection.execute(query)

    def clear(self) -> None:
        """Throw everything away."""
        self.close()
        with suppress(OSError):
            if self.location.is_dir():
                shutil.rmtree(self.location)
            self.location.unlink(missing_ok=True)

    def close(self) -> None:
        """Close this process's connection."""
        connection = self._connections.pop(os.getpid(), None)
        if connection is not None:
            connection.close()

    def _rows(self, keys: list[bytes]) -> dict[bytes, bytes]:
        query = f"SELECT key, content FROM piece WHERE key IN ({_marks(keys)})"  # noqa: S608 -- only marks
        return dict(self._whole(self._open().execute(query, keys)))

    def _whole(self, rows: Iterable[tuple[object, object]]) -> Iterator[tuple[bytes, bytes]]:
        for key, sealed in rows:
            if not isinstance(key, bytes) or not isinstance(sealed, bytes):
                continue  # a damaged file can have values of any type
            seal, content = sealed[:SIZE], sealed[SIZE:]
            if _seal(key, content) == seal:
                yield key, content

    def _open(self) -> sqlite3.Connection:
        if os.getpid() not in self._connections:
            self.location.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.location, timeout=30, check_same_thread=False)
            self._connections[os.getpid()] = connection
            connection.execute("PRAGMA synchronous = OFF")  # pieces are checked on reading
            connection.execute(_SCHEMA)
        return self._connections[os.getpid()]

    @contextmanager
    def _forgiving(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection; go on without where it fails, and throw a damaged file away."""
        try:
            with self._turn:
                yield self._open_or_renew()
        except (sqlite3.Error, OSError) as error:
            self.close()
            if type(error) is sqlite3.DatabaseError:  # malformed, or no database at all
                self.clear()

    def _open_or_renew(self) -> sqlite3.Connection:
        """Open the file; one that is no shelf is thrown away.

        Returns:
            The connection; one that forgets everything where no file can be made.
        """
        for _ in range(2):
            try:
                return self._open()
            except (sqlite3.Error, OSError):
                self.clear()
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._connections[os.getpid()] = connection
        connection.execute(_SCHEMA)
        return connection


def _size(connection: sqlite3.Connection) -> int:
    """Return how many bytes pieces take, without a look at any."""
    asked = ("page_count", "freelist_count", "page_size")
    pages, free, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked)
    return int((pages - free) * size)


def _marks(keys: Sequence[bytes]) -> str:
    return ",".join("?" * len(keys))


def _seal(key: bytes, content: bytes) -> bytes:
    """Return what vouches that a content is whole and lies under its own key."""
    return digest_bytes(key + content)
