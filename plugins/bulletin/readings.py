"""Readings: every text is read, converted and checked once, on all cores, and kept.

A reading is named by the text's bytes, its path, what the site settles for all texts and our
code, so a kept one is as good as a new one.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.means import Means
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.parity.facts import TextFacts
from plugins.bulletin.parity.texts import survey_text
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.content import RawText, read_text_bytes
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.files import FoundFile, read_bytes
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.read.names import TextName, read_name
from plugins.bulletin.schema.texts import ArticleEntry, PageEntry, check_text, prepare_checks
from plugins.bulletin.store.digests import digest_bytes
from plugins.bulletin.store.packing import pack, unpack
from plugins.bulletin.store.shelf import Shelf
from plugins.bulletin.text_keys import body_key, file_key, reading_key
from plugins.bulletin.workers import shared_out

WORTH_A_POOL = 200  # texts; starting processes costs as much as reading so many
_CHUNK = 50
_SAMPLE = b"""---
title: Sample
date: 2026-01-01
---

A *sample* with [a link](https://example.org).[^1]

- one

| a | b |
| - | - |
| 1 | 2 |

[^1]: A note.
"""
_RECENT = 20  # bodies


class Reading(Struct, frozen=True):
    """One text, read: its entry, or None, and its problems. The shelf has the rest by `key`."""

    entry: ArticleEntry | PageEntry | None
    problems: tuple[Problem, ...]
    key: bytes = b""


class Task(Struct, frozen=True):
    """A text to read: its name and bytes, the key of its reading, and the site's time zone."""

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
    tasks: dict[str, Task] = {}
    unread: dict[str, Reading] = {}
    for file, name in named:
        raw, faults = read_bytes(file)
        if faults:
            unread[file.name] = Reading(None, tuple(faults))
            continue
        tasks[file.name] = Task(file.path, name, raw, reading_key(file.path, raw, zone), zone)
    kept = _kept(tasks.values(), means)
    for file, name in named:
        task = tasks.get(file.name)
        if task is None:
            yield file, name, unread[file.name], b""
        else:
            yield file, name, kept[task.key], task.raw


def _kept(tasks: Iterable[Task], means: Means) -> dict[bytes, Reading]:
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


def _make(tasks: Sequence[Task], means: Means) -> Iterator[dict[bytes, bytes]]:
    """Yield pieces, some tasks at a time, from as many processes as are worth it."""
    chunks = [tasks[start : start + _CHUNK] for start in range(0, len(tasks), _CHUNK)]
    jobs = means.jobs if len(tasks) >= WORTH_A_POOL else 1
    if jobs > 1:
        prepare_checks(means.shelf)
    return shared_out(_pieces, chunks, jobs, here=partial(_pieces, shelf=means.shelf))


def _pieces(tasks: Sequence[Task], shelf: Shelf | None = None) -> dict[bytes, bytes]:
    pieces = {}
    for task in tasks:
        reading, raw = _read(task, shelf)
        if reading.entry is not None and raw is not None:
            html = raw.body.html
            body = replace(reading.entry.body, html="", digest=digest_bytes(html.encode()))
            entry = replace(reading.entry, body=body)
            reading = Reading(entry, reading.problems, task.key)
            pieces[body_key(task.key)] = html.encode()
            pieces[file_key(task.key)] = task.raw
        pieces[task.key] = pack(reading)
    return pieces


def _read(task: Task, shelf: Shelf | None = None) -> tuple[Reading, RawText | None]:
    raw, problems = read_text_bytes(task.raw, task.path, task.name)
    if raw is None:
        return Reading(None, tuple(problems)), None
    entry, faults = check_text(raw, zone=task.zone, shelf=shelf)
    return Reading(entry, (*problems, *faults)), raw


def warm_up(shelf: Shelf | None) -> None:
    """Read a text of a few words in each language, which makes what all others are read by."""
    for language in LANGUAGES:
        task = task_of(f"content/articles/sample.{language}.md", _SAMPLE, "UTC")
        if task is not None:
            _read(task, shelf)


def task_of(path: str, raw: bytes, zone: str) -> Task | None:
    """Return what reads a file, unless its name is no text's."""
    name, _ = read_name(path.split("/", 1)[1], path)
    key = reading_key(path, raw, zone)
    return Task(path, name, raw, key, zone) if isinstance(name, TextName) else None


def read_again(task: Task, shelf: Shelf) -> str:
    """Return the body of a text of which nothing is kept any more, "" where it has none."""
    text = _read(task, shelf)[1]
    return text.body.html if text is not None else ""


def facts_of(task: Task, shelf: Shelf) -> TextFacts | None:
    """Return what a text says, or None when its file cannot be used."""
    piece = shelf.take([task.key]).get(task.key)
    entry = (cast("Reading", unpack(piece)) if piece else _read(task, shelf)[0]).entry
    if entry is None:
        return None
    body, line = markdown_of(task.raw, task.path)
    return survey_text(entry, body, first_line=line)


def markdown_of(raw: bytes, path: str) -> tuple[str, int]:
    """Return a text's Markdown, and the line of its file on which that begins."""
    source, _ = decode(raw, path)
    split = split_front_matter(source or "", path)[0]
    return (split.body, split.body_line) if split else ("", 1)
