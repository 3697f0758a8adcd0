"""Record readings: every file of one record is read and checked once, on all cores, and kept.

A reading is named by the file's bytes, its path and our code, as that of a text is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace
from typing import cast

from plugins.bulletin.changes.states import Key, fact_digests
from plugins.bulletin.model.entry import Entry
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.content import read_data_bytes
from plugins.bulletin.read.names import DataName
from plugins.bulletin.readings import WORTH_A_POOL, Means
from plugins.bulletin.schema.records import check_record
from plugins.bulletin.store.digests import code_digest, digest_bytes, digest_of
from plugins.bulletin.store.packing import pack, unpack
from plugins.bulletin.workers import open_pool

_CHUNK = 50


@dataclass(frozen=True, slots=True)
class DataFile:
    """The bytes of a data file, its path as problems name it, and what it is."""

    path: str
    name: DataName
    raw: bytes


@dataclass(frozen=True, slots=True)
class RecordReading:
    """One record, read: its entry, or None where it cannot be used, and its problems."""

    entry: Entry[object] | None
    problems: tuple[Problem, ...]
    facts: Mapping[Key, bytes]  # digest of what it says, by kind and id


def read_records(files: Sequence[DataFile], means: Means) -> list[RecordReading]:
    """Read records in the order given."""
    if means.shelf is None and means.jobs < 2:
        return [_read(file) for file in files]
    keys = [_key(file) for file in files]
    pieces = means.shelf.take(keys) if means.shelf else {}
    missing = {key: file for key, file in zip(keys, files, strict=True) if key not in pieces}
    made = _make(list(missing.values()), means.jobs)
    fresh = dict(zip(missing, made, strict=True))
    if means.shelf:
        means.shelf.put(fresh)
    pieces |= fresh
    # Pieces are sealed by the shelf or made here, and named by our own code.
    return [cast("RecordReading", unpack(pieces[key])) for key in keys]


def _key(file: DataFile) -> bytes:
    return digest_of(code_digest(), "record", file.path, digest_bytes(file.raw))


def _make(files: Sequence[DataFile], jobs: int) -> Iterator[bytes]:
    """Yield readings as bytes, from as many processes as are worth it."""
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    done = 0
    try:
        if jobs > 1 and len(files) >= WORTH_A_POOL:
            with open_pool(jobs) as pool:
                for pieces in pool.map(_pieces, chunks):
                    done += 1
                    yield from pieces
    except BrokenExecutor:  # a worker was killed, as when memory is short: do without
        pass
    for chunk in chunks[done:]:
        yield from _pieces(chunk)


def _pieces(files: Sequence[DataFile]) -> list[bytes]:
    return [pack(_read(file)) for file in files]


def _read(file: DataFile) -> RecordReading:
    raw, problems = read_data_bytes(file.raw, file.path, file.name)
    entry, faults = check_record(raw) if raw is not None else (None, [])
    if entry is not None:
        entry = replace(entry, marks=entry.marks.whole().compact())
    return RecordReading(entry, (*problems, *faults), fact_digests(raw) if raw else {})
