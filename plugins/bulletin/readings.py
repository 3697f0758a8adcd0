"""Readings: every text is read, converted and checked once, on all cores, and kept.

A reading is named by the text's bytes, its path, what the site settles for all texts and our
code, so a kept one is as good as a new one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.parity.facts import TextFacts
from plugins.bulletin.parity.texts import survey_text
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.machine import ChangedFile
from plugins.bulletin.progress import Tell, silent
from plugins.bulletin.read.content import RawText, read_text_bytes
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.files import FoundFile, read_bytes
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.read.names import TextName, read_name
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry, check_text, prepare_checks
from plugins.bulletin.store.digests import code_digest, digest_bytes, digest_of
from plugins.bulletin.store.packing import pack, unpack
from plugins.bulletin.store.shelf import Shelf
from plugins.bulletin.workers import shared_out

WORTH_A_POOL = 200  # texts; starting processes costs as much as reading so many
_CHUNK = 50
_RECENT = 20  # bodies


class Means(Struct, frozen=True):
    """What reading may use: a shelf of kept work, a number of processes, and whom to tell."""

    shelf: Shelf | None = None
    jobs: int = 1
    tell: Tell = silent
    is_thorough: bool = False  # whether every text is judged, however many are new


class Reading(Struct, frozen=True):
    """One text, read: its entry, or None, and its problems. The shelf has the rest by `key`."""

    entry: ArticleEntry | PageEntry | None
    problems: tuple[Problem, ...]
    key: bytes = b""


class _Task(Struct, frozen=True):
    path: str
    name: TextName
    raw: bytes
    key: bytes
    zone: str


def read_texts(
    named: Sequence[tuple[FoundFile, TextName]], zone: str, means: Means
) -> Iterator[tuple[FoundFile, TextName, Reading, bytes]]:
    """Read texts in the order given, and hand on their bytes.

    Without a shelf a reading carries its body; with one the body is kept there.
    """
    tasks: dict[str, _Task] = {}
    unread: dict[str, Reading] = {}
    for file, name in named:
        raw, faults = read_bytes(file)
        if faults:
            unread[file.name] = Reading(None, tuple(faults))
            continue
        tasks[file.name] = _Task(file.path, name, raw, _key(file.path, raw, zone), zone)
    kept = _kept(tasks.values(), means)
    for file, name in named:
        task = tasks.get(file.name)
        if task is None:
            yield file, name, unread[file.name], b""
        else:
            yield file, name, kept[task.key], task.raw


def _key(path: str, raw: bytes, zone: str) -> bytes:
    return digest_of(code_digest(), zone, path, digest_bytes(raw))


def _body_key(key: bytes) -> bytes:
    """Return the key of the body that belongs to a reading."""
    return digest_of(key, "body")


def _file_key(key: bytes) -> bytes:
    """Return the key of the file's bytes that a reading was made of."""
    return digest_of(key, "file")


def _kept(tasks: Iterable[_Task], means: Means) -> dict[bytes, Reading]:
    wanted = list(tasks)
    if means.shelf is None:
        return {task.key: _read(task)[0] for task in wanted}
    keys = {task.key for task in wanted}
    readings = _opened(means.shelf.take(keys), keys)
    missing = [task for task in wanted if task.key not in readings]
    for count, made in enumerate(_make(missing, means), start=1):
        means.shelf.put(made)
        readings |= _opened(made, keys)  # the bodies are let go: all at once fill the memory
        means.tell("reading", min(count * _CHUNK, len(missing)), len(missing))
    return readings


def _opened(pieces: Mapping[bytes, bytes], keys: Container[bytes]) -> dict[bytes, Reading]:
    # Pieces are sealed by the shelf and named by our own code: they are ours to open.
    return {key: cast("Reading", unpack(piece)) for key, piece in pieces.items() if key in keys}


def _make(tasks: Sequence[_Task], means: Means) -> Iterator[dict[bytes, bytes]]:
    """Yield pieces, some tasks at a time, from as many processes as are worth it."""
    chunks = [tasks[start : start + _CHUNK] for start in range(0, len(tasks), _CHUNK)]
    jobs = means.jobs if len(tasks) >= WORTH_A_POOL else 1
    if jobs > 1:
        prepare_checks(means.shelf)
    return shared_out(_pieces, chunks, jobs, here=partial(_pieces, shelf=means.shelf))


def _pieces(tasks: Sequence[_Task], shelf: Shelf | None = None) -> dict[bytes, bytes]:
    pieces = {}
    for task in tasks:
        reading, raw = _read(task, shelf)
        if reading.entry is not None and raw is not None:
            html = raw.body.html
            body = replace(reading.entry.body, html="", digest=digest_bytes(html.encode()))
            entry = replace(reading.entry, body=body)
            reading = Reading(entry, reading.problems, task.key)
            pieces[_body_key(task.key)] = html.encode()
            pieces[_file_key(task.key)] = task.raw
        pieces[task.key] = pack(reading)
    return pieces


def _read(task: _Task, shelf: Shelf | None = None) -> tuple[Reading, RawText | None]:
    raw, problems = read_text_bytes(task.raw, task.path, task.name)
    if raw is None:
        return Reading(None, tuple(problems)), None
    entry, faults = check_text(raw, zone=task.zone, shelf=shelf)
    return Reading(entry, (*problems, *faults)), raw


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
            key = _body_key(self.keys_by_path[path])
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
        task = self._task(path)
        raw = _read(task, self.shelf)[1] if task else None
        return raw.body.html if raw is not None else ""

    def facts(self, path: str) -> TextFacts | None:
        """Return what a text says, or None when its file can no longer be used.

        Raises:
            ChangedFile: The file is not the one that was read.
        """
        task = self._task(path)
        entry = self._entry(task) if task else None
        if task is None or entry is None:
            return None
        body, line = markdown_of(task.raw, path)
        return survey_text(entry, body, first_line=line)

    def _entry(self, task: _Task) -> ArticleEntry | PageEntry | None:
        piece = self.shelf.take([task.key]).get(task.key)
        reading = cast("Reading", unpack(piece)) if piece else _read(task, self.shelf)[0]
        return reading.entry

    def _task(self, path: str) -> _Task | None:
        """Return what reads a file again, unless its name is no text's."""
        key = self.keys_by_path[path]
        found, _ = read_name(path.split("/", 1)[1], path)
        raw = self.shelf.take([_file_key(key)]).get(_file_key(key)) or self._raw(path, key)
        return _Task(path, found, raw, key, self.zone) if isinstance(found, TextName) else None

    def _raw(self, path: str, key: bytes) -> bytes:
        location = self.content / path.split("/", 1)[1]
        raw = location.read_bytes()
        if _key(path, raw, self.zone) != key:
            raise ChangedFile(location)
        return raw


def markdown_of(raw: bytes, path: str) -> tuple[str, int]:
    """Return a text's Markdown, and the line of its file on which that begins."""
    source, _ = decode(raw, path)
    split = split_front_matter(source or "", path)[0]
    return (split.body, split.body_line) if split else ("", 1)
