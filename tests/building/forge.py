"""Forge: builds in processes that can be killed. Told on standard input, one build a line.

A line is two numbers: which writing of a file kills the process, and after how many seconds
it is killed; -1 for neither. The answer is the process's exit code, -9 when it was killed.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from plugins.bulletin import hooks, pipeline, readings
from plugins.bulletin.audit import gathering
from plugins.bulletin.building import build
from plugins.bulletin.render import printing
from plugins.bulletin.settings import BuildSettings
from tests.building.events import disturbed
from tests.building.places import CONF, NOW
from tests.site.building import BASE_URL, ROOT, environment

_ = hooks, pipeline  # imported before any fork, so that a build begins at once


class Forge:
    """The test's side of the process that makes builds."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        """Talk with a process."""
        self.process = process

    def build(self, number: int = -1, seconds: float = -1.0) -> bool:
        """Build; be killed at the n-th writing of a file or after a time.

        Returns:
            Whether the build was killed before its end.
        """
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{number} {seconds}\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        assert code in {0, -signal.SIGKILL}
        return code != 0


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
        text=True,
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
    for line in sys.stdin:
        number, seconds = line.split()
        child = os.fork()
        if not child:
            _build(settings, int(number))
        if float(seconds) >= 0:
            time.sleep(float(seconds))
            os.kill(child, signal.SIGKILL)  # no other process has its number until it is waited for
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _build(settings: BuildSettings, number: int) -> None:
    sys.stdout = sys.stderr
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    itself = os.getpid()  # a worker that comes to the number kills the build, too
    with disturbed(settings.output.parent, number, lambda _: os.kill(itself, signal.SIGKILL)):
        done = build(CONF, settings, "en")
    os._exit(int(done.is_refused))


if __name__ == "__main__":
    content, theme, output, jobs = sys.argv[1:]
    given = BuildSettings(Path(content), Path(theme), Path(output), BASE_URL, NOW)
    if int(jobs) > 1:
        use_pools_for_few()
    assert threading.active_count() == 1
    _serve(replace(given, jobs=int(jobs)))
