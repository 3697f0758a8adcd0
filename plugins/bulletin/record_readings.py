"""Record readings: every file of one record is read and checked once, on all cores, and kept.

A reading is named by the file's bytes, its path, where the site puts tone marks and our code, as
that of a text is. The letters of a record are judged here and not beside those of texts: its
values are at hand, and finding them again would take as long as reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import cast

from msgspec import Struct

from plugins.bulletin.changes.states import Key, fact_digests
from plugins.bulletin.hygiene import check_data, check_file
from plugins.bulletin.means import Means
from plugins.bulletin.model.entry import Entry
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.content import read_data_bytes
from plugins.bulletin.read.names import DataName
from plugins.bulletin.readings import WORTH_A_POOL
from plugins.bulletin.schema.records import check_record
from plugins.bulletin.store.collecting import without_collector
from plugins.bulletin.store.digests import code_digest, digest_bytes, digest_of
from plugins.bulletin.store.packing import pack, unpack
from plugins.bulletin.text.tones import ToneStyle
from plugins.bulletin.workers import shared_out

_CHUNK = 50


class DataFile(Struct, frozen=True):
    """The bytes of a data file, its path as problems name it, and what it is."""

    path: str
    name: DataName
    raw: bytes


class RecordReading(Struct, frozen=True):
    """One record, read: its entry, or None where it cannot be used, and its problems."""

    entry: Entry[object] | None
    problems: tuple[Problem, ...]
    facts: Mapping[Key, bytes]  # digest of what it says, by kind and id


def read_records(files: Sequence[DataFile], style: ToneStyle, means: Means) -> list[RecordReading]:
    """Read records in the order given, and judge their letters by where tone marks go."""
    if means.shelf is None and means.jobs < 2:
        return [_read(file, style) for file in files]
    keys = [_key(file, style) for file in files]
    pieces = means.shelf.take(keys) if means.shelf else {}
    missing = {key: file for key, file in zip(keys, files, strict=True) if key not in pieces}
    made = _make(list(missing.values()), style, means.jobs)
    fresh = dict(zip(missing, made, strict=True))
    if means.shelf:
        means.shelf.put(fresh)
    pieces |= fresh
    # Pieces are sealed by the shelf or made here, and named by our own code.
    with without_collector():
        return [cast("RecordReading", unpack(pieces[key])) for key in keys]


def _key(file: DataFile, style: ToneStyle) -> bytes:
    return digest_of(code_digest(), "record", style, file.path, digest_bytes(file.raw))


def _make(files: Sequence[DataFile], style: ToneStyle, jobs: int) -> Iterator[bytes]:
    """Yield readings as bytes, from as many processes as are worth it."""
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    jobs = jobs if len(files) >= WORTH_A_POOL else 1
    return chain.from_iterable(shared_out(partial(_pieces, style), chunks, jobs))


def _pieces(style: ToneStyle, files: Sequence[DataFile]) -> list[bytes]:
    with without_collector():
        return [pack(_read(file, style)) for file in files]


def _read(file: DataFile, style: ToneStyle) -> RecordReading:
    raw, problems = read_data_bytes(file.raw, file.path, file.name)
    entry, faults = check_record(raw) if raw is not None else (None, [])
    if entry is not None:
        marks, digest = entry.marks.whole().compact(), digest_of(entry.record)
        entry = Entry(entry.record, marks, digest)
    habits = check_data(file.raw, raw, style) if raw else check_file(file.raw, file.path, style)
    facts = fact_digests(raw) if raw else {}
    return RecordReading(entry, (*problems, *faults, *habits), facts)
