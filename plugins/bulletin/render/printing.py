"""Printing: outputs become files of a staging folder, on all cores.

Where the system can fork, children inherit the library instead of receiving a copy, and they
work while the run that began them goes on.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from msgspec import Struct

from plugins.bulletin.progress import Count
from plugins.bulletin.render.outputs import Output
from plugins.bulletin.workers import can_fork, open_pool

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Seen_co = TypeVar("Seen_co", covariant=True)
Look = Callable[[str, bytes], Seen_co]
Rows = list[tuple[str, Seen_co]]

WORTH_A_POOL = 100  # outputs
_CHUNK = 25


class Job(Struct, Generic[Seen_co], frozen=True):
    """What to print, into which folder that no server reads, and what to look for in it."""

    outputs: Sequence[Output]
    staging: Path
    look: Look[Seen_co]

    def chunks(self) -> list[range]:
        """Return the numbers of the outputs, some at a time."""
        count = len(self.outputs)
        return [range(start, min(start + _CHUNK, count)) for start in range(0, count, _CHUNK)]

    def run(self, chunk: range) -> Rows[Seen_co]:
        """Make some outputs, write them, and return what was seen in them."""
        return [self._print(self.outputs[number]) for number in chunk]

    def _print(self, output: Output) -> tuple[str, Seen_co]:
        location = f"{self.staging}/{output.path}"
        content = output.make()
        try:
            _write(location, content)
        except FileNotFoundError:
            Path(location).parent.mkdir(parents=True, exist_ok=True)
            _write(location, content)
        return output.path, self.look(output.path, content)


# Set in children alone, by the fork that made them; the parent never reads it.
_work: list[Job[object]] = []


class Printing(Struct, Generic[Seen_co]):
    """Outputs that are being printed by other processes, and from both ends in the end.

    `rows` are those of the job's chunks, in their order. Whoever collects them prints the last
    chunks that nobody has begun: one process fewer holds its own copy of what is touched.
    """

    job: Job[Seen_co]
    pool: ProcessPoolExecutor | None = None
    rows: Sequence[Future[Rows[Seen_co]]] = ()

    def collect(self, tell: Count) -> dict[str, Seen_co]:
        """Print what is left, wait for the rest, and return what was seen in each, by path.

        Args:
            tell: Takes the number of outputs printed so far, and of all.
        """
        seen: dict[str, Seen_co] = {}
        try:
            for rows in self._rows():
                seen.update(rows)
                tell(len(seen), len(self.job.outputs))
        finally:
            self.stop()
        return seen

    def stop(self) -> None:
        """Let no process go on."""
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)
            self.pool = None
            gc.unfreeze()

    def _rows(self) -> Iterator[Rows[Seen_co]]:
        if self.pool is None:
            yield from map(self.job.run, self.job.chunks())
            return
        gc.collect()  # what the caller has let go of meanwhile
        waiting = deque(zip(self.job.chunks(), self.rows, strict=True))
        while waiting:
            if not waiting[0][1].done() and waiting[-1][1].cancel():
                yield self.job.run(waiting.pop()[0])
            else:
                yield self._result(*waiting.popleft())

    def _result(self, chunk: range, rows: Future[Rows[Seen_co]]) -> Rows[Seen_co]:
        """Wait for a chunk of another process; where that was killed, print it here."""
        try:
            return rows.result()
        except BrokenExecutor:  # as when memory is short
            return self.job.run(chunk)


def start_printing(job: Job[Seen_co], *, jobs: int) -> Printing[Seen_co]:
    """Begin to print, in as many processes as are worth it; the caller goes on meanwhile."""
    if jobs < 2 or len(job.outputs) < WORTH_A_POOL or not can_fork():
        return Printing(job)
    gc.collect()
    gc.freeze()  # what children do not touch is not copied
    pool = open_pool(jobs - 1, partial(_work.append, job))
    rows = [pool.submit(_print_held, chunk) for chunk in job.chunks()]
    return Printing(job, pool, cast("list[Future[Rows[Seen_co]]]", rows))


def _print_held(chunk: range) -> Rows[object]:
    return _work[0].run(chunk)


def _write(location: str, content: bytes) -> None:
    """Write a file by its plain name: thousands of Path objects would cost more than writing."""
    with open(location, "wb") as file:  # noqa: PTH123 -- see above
        file.write(content)
