"""Printing: outputs become files of a staging folder, on all cores.

Where the system can fork, children inherit the library instead of receiving a copy.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from pathlib import Path

from plugins.bulletin.progress import Count
from plugins.bulletin.render.table import Output
from plugins.bulletin.workers import end_with_parent

WORTH_A_POOL = 100  # outputs
_CHUNK = 25

# Set in children alone, by the fork that made them; the parent never reads it.
_work: list[tuple[Sequence[Output], Path]] = []


def print_outputs(outputs: Sequence[Output], staging: Path, *, jobs: int, tell: Count) -> None:
    """Make outputs and write them below a folder.

    Args:
        outputs: What to make, in any order.
        staging: A folder that no server reads.
        jobs: Number of processes.
        tell: Takes the number of outputs made so far, and of all.
    """
    done = 0
    for count in _print_all(outputs, staging, jobs):
        done += count
        tell(done, len(outputs))


def _print_all(outputs: Sequence[Output], staging: Path, jobs: int) -> Iterator[int]:
    chunks = [
        range(start, min(start + _CHUNK, len(outputs))) for start in range(0, len(outputs), _CHUNK)
    ]
    if jobs < 2 or len(outputs) < WORTH_A_POOL or not _can_fork():
        for chunk in chunks:
            yield _print_chunk(outputs, staging, chunk)
        return
    try:
        yield from _print_apart(outputs, staging, chunks, jobs=jobs)
    except BrokenExecutor:  # a worker was killed, as when memory is short: do without
        for chunk in chunks:
            yield _print_chunk(outputs, staging, chunk)


def _print_apart(
    outputs: Sequence[Output], staging: Path, chunks: Sequence[range], *, jobs: int
) -> Iterator[int]:
    gc.collect()
    gc.freeze()  # what children do not touch is not copied
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(jobs, context, _hold, (outputs, staging)) as pool:
            yield from pool.map(_print_held, chunks)
    finally:
        gc.unfreeze()


def _can_fork() -> bool:
    return "fork" in multiprocessing.get_all_start_methods()


def _hold(outputs: Sequence[Output], staging: Path) -> None:
    end_with_parent()
    _work.append((outputs, staging))


def _print_held(chunk: range) -> int:
    outputs, staging = _work[0]
    return _print_chunk(outputs, staging, chunk)


def _print_chunk(outputs: Sequence[Output], staging: Path, chunk: range) -> int:
    for number in chunk:
        output = outputs[number]
        location = f"{staging}/{output.path}"
        content = output.make()
        try:
            _write(location, content)
        except FileNotFoundError:
            Path(location).parent.mkdir(parents=True, exist_ok=True)
            _write(location, content)
    return len(chunk)


def _write(location: str, content: bytes) -> None:
    """Write a file by its plain name: thousands of Path objects would cost more than writing."""
    with open(location, "wb") as file:  # noqa: PTH123 -- see above
        file.write(content)
