"""Gathering: the facts of a whole folder, each file opened only when it has to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.bulletin.audit.facts import FileFacts
from plugins.bulletin.audit.known import Kept, Known
from plugins.bulletin.audit.memory import share
from plugins.bulletin.audit.reading import facts_of, load
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.progress import Count, uncounted
from plugins.bulletin.workers import shared_out

FEW = 200  # files that one process reads sooner than a second one starts
_CHUNKS_PER_JOB = 8


class Task(NamedTuple):
    """One file to look at.

    digest: Of its content, where the caller knows it; else "", and the content is digested.
    known: Digest of the facts at hand, or "".
    """

    path: str
    digest: str
    known: str


class Wanted(NamedTuple):
    """The files whose facts are wanted, with digests where the caller knows them.

    seen: Facts that the caller read from the content of files before it was on disk.
    """

    output: Path
    digests: Mapping[str, str]
    seen: Mapping[str, FileFacts] = {}


def gather(
    wanted: Wanted, ground: Ground, known: Known, *, jobs: int, tell: Count = uncounted
) -> Known:
    """Return the facts of the wanted files, those at hand first, those of the others read.

    The result does not depend on what was known or on the number of jobs.
    """
    old = known.files if known.ground == ground else {}
    tasks = [
        Task(path, digest, old[path].digest if path in old else "")
        for path, digest in sorted(wanted.digests.items())
    ]
    due = [task for task in tasks if not task.digest or task.digest != task.known]
    unseen = [task for task in due if task.path not in wanted.seen]
    chunks = _read_all(wanted.output, ground, unseen, jobs=jobs)
    news = dict(_counted(chunks, len(unseen), tell))
    news |= {
        task.path: Kept(task.digest, share(wanted.seen[task.path]))
        for task in due
        if task.path in wanted.seen
    }
    return Known(ground, {task.path: news.get(task.path) or old[task.path] for task in tasks})


def _counted(
    chunks: Iterable[Sequence[tuple[str, Kept]]], total: int, tell: Count
) -> Iterator[tuple[str, Kept]]:
    done = 0
    tell(done, total)
    for rows in chunks:
        yield from rows
        done += len(rows)
        tell(done, total)


def _read_all(
    output: Path, ground: Ground, tasks: Sequence[Task], *, jobs: int
) -> Iterator[list[tuple[str, Kept]]]:
    """Yield the facts of files that changed, some at a time; those that did not are left out."""
    read = partial(read_chunk, output, ground)
    size = max(1, FEW // 4, len(tasks) // (jobs * _CHUNKS_PER_JOB))
    chunks = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    jobs = jobs if len(tasks) >= FEW else 1
    for rows in shared_out(read, chunks, jobs):
        yield [_share(row) for row in rows] if jobs > 1 else rows


def _share(row: tuple[str, Kept]) -> tuple[str, Kept]:
    """Return facts that share their strings with those of the other processes."""
    path, kept = row
    return path, kept._replace(facts=share(kept.facts))


def read_chunk(output: Path, ground: Ground, tasks: Iterable[Task]) -> list[tuple[str, Kept]]:
    """Return the facts of those files whose content is not what is known."""
    return [row for task in tasks for row in _read(output, ground, task)]


def _read(output: Path, ground: Ground, task: Task) -> Iterator[tuple[str, Kept]]:
    content = load(output, task.path)
    digest = task.digest or content.digest
    if digest != task.known:
        yield task.path, Kept(digest, facts_of(task.path, content, ground))
