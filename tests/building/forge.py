"""Forge: builds in processes that can be killed. Told on standard input, one build a line.

A line is two numbers: which writing of a file kills the process, and after how many seconds
it is killed; -1 for neither. The answer is the process's exit code, -9 when it was killed,
and the last writing of a file that was begun.
"""

from __future__ import annotations

import mmap
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from plugins.bulletin import hooks, pipeline, readings
from plugins.bulletin.audit import gathering
from plugins.bulletin.building import build
from plugins.bulletin.render import printing
from plugins.bulletin.settings import BuildSettings
from tests.building.events import disturbed, listening
from tests.building.places import CONF, NOW
from tests.site.building import BASE_URL, ROOT, environment

_NOTE = 300  # bytes
_ = hooks, pipeline  # imported before any fork, so that a build begins at once


class Forge:
    """The test's side of the process that makes builds."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Talk with a process."""
        self.process = process
        self.last = ""  # what the last build wrote last, as kind and path below the outputs

    def build(self, number: int = -1, seconds: float = -1.0) -> bool:
        """Build; be killed at the n-th writing of a file or after a time.

        Returns:
            Whether the build was killed before its end.
        """
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{number} {seconds}\n")
        self.process.stdin.flush()
        code, _, self.last = self.process.stdout.readline().rstrip("\n").partition(" ")
        assert int(code) in {0, -signal.SIGKILL}
        return int(code) != 0


@contextmanager
def forge(settings: BuildSettings, *, jobs: int = 1) -> Iterator[Forge]:
    """Run a forge for one site; its builds use pools of processes from two jobs on."""
    places = [settings.content, settings.theme, settings.output, jobs]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.building.forge", *map(str, places)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
        encoding="utf-8",
    )
    try:
        yield Forge(process)
    finally:
        process.communicate(timeout=60)


def use_pools_for_few() -> None:
    """Let a handful of files be worth several processes."""
    readings.WORTH_A_POOL = printing.WORTH_A_POOL = gathering.FEW = 2
    readings._CHUNK = printing._CHUNK = 2


def _serve(settings: BuildSettings) -> None:
    notes = mmap.mmap(-1, _NOTE)  # shared with the children, and still there when one is gone
    for line in sys.stdin:
        number, seconds = line.split()
        notes[:] = bytes(_NOTE)
        child = os.fork()
        if not child:
            with listening(partial(_note, notes, f"{settings.output.parent}{os.sep}")):
                _build(settings, int(number))
        if float(seconds) >= 0:
            time.sleep(float(seconds))
            os.kill(child, signal.SIGKILL)  # no other process has its number until it is waited for
        _, status = os.waitpid(child, 0)
        last = notes[:].rstrip(b"\0").decode("utf-8", "replace")
        print(os.waitstatus_to_exitcode(status), last, flush=True)


def _note(notes: mmap.mmap, below: str, kind: str, path: str) -> None:
    """Write down what is about to be written."""
    if kind != "read" and path.startswith(below):
        notes[:] = f"{kind} {path.removeprefix(below)}".encode()[:_NOTE].ljust(_NOTE, b"\0")


def _build(settings: BuildSettings, number: int) -> None:
    sys.stdout = sys.stderr
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    itself = os.getpid()

    def kill(_: str) -> None:
        """End the build; a worker that comes to the number does so while it still runs."""
        if itself in {os.getpid(), os.getppid()}:
            os.kill(itself, signal.SIGKILL)

    with disturbed(settings.output.parent, number, kill):
        done = build(CONF, settings, "en")
    os._exit(int(done.is_refused))


if __name__ == "__main__":
    content, theme, output, jobs = sys.argv[1:]
    given = BuildSettings(Path(content), Path(theme), Path(output), BASE_URL, NOW)
    if int(jobs) > 1:
        use_pools_for_few()
    assert threading.active_count() == 1
    _serve(replace(given, jobs=int(jobs)))
