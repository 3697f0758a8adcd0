"""Measure: one command's wall seconds and peak memory. Linux alone tells what is asked here."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

EVERY = 0.05  # seconds, at least, between two looks at the tree of processes
SHARE = 0.02  # of the time that may go into looking, which stops what is looked at


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took. Memory is in bytes."""

    seconds: float
    memory: int
    code: int


def run(command: Sequence[str], *, folder: Path, env: Mapping[str, str], log: Path) -> Run:
    """Run a command to its end; all that it prints goes to the log.

    Memory is the greater of two: the kernel's peak of the largest process, and, while
    there are several processes, the sampled sum of their proportional set sizes.
    """
    with log.open("wb") as sink:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
        )
        sampler = Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(seconds, max(usage.ru_maxrss * 1024, sampler.stop()), process.returncode)


class Sampler(Thread):
    """Watches the memory of a process and its descendants while there are any of these.

    One process alone is left to the kernel, which knows its peak exactly and for nothing.
    """

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root, self._done, self._peak = root, Event(), 0

    def run(self) -> None:
        """Look until told to stop."""
        pause = EVERY
        while not self._done.wait(pause):
            started = time.perf_counter()
            tree = list(descendants(self._root))
            if len(tree) > 1:
                self._peak = max(self._peak, sum(map(proportional_size, tree)))
            pause = max(EVERY, (time.perf_counter() - started) / SHARE)

    def stop(self) -> int:
        """Stop looking and return the largest sum, 0 when there was never a second process."""
        self._done.set()
        self.join()
        return self._peak


def descendants(process: int) -> Iterator[int]:
    """Yield a process and its descendants; one that ends meanwhile is left out."""
    yield process
    for listing in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _read(listing).split():
            yield from descendants(int(child))


def proportional_size(process: int) -> int:
    """Return a process's bytes in memory; a page shared by n processes counts for 1/n."""
    for line in _read(Path(f"/proc/{process}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""
