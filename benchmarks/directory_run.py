"""Directory run: how long many partners take to check and to build.

`python -m benchmarks.directory_run` prints the figures; each is a whole process, from its start
to its end.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from benchmarks.contestants import Ours
from benchmarks.corpus import read_terms
from benchmarks.directory import Size, write_directory
from benchmarks.measure import Run, run
from benchmarks.report import table
from benchmarks.run import tell
from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.means import Means

SIZES = (Size(500, 5_000), Size(1_000, 10_000), Size(2_000, 20_000))
HEAD = ["partners", "relations", "check, s", "again, s", "build, s", "unchanged, s", "MiB"]
PROFILE_LINES = 40


def main(arguments: Sequence[str]) -> int:
    """Measure the sizes that the arguments ask for and print a table."""
    options = _parse(arguments)
    rows = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="bulletin-bench-") as folder:
            rows.append(measure(size, Path(folder), options.rounds))
            if options.profile:
                profile(Path(folder) / "content")
    print(table(HEAD, rows))
    return 0


def measure(size: Size, folder: Path, rounds: int) -> list[str]:
    """Check and build one directory some times, and return its row of the table."""
    Ours(folder).prepare([], read_terms())  # a copy keeps what it keeps beside itself
    shutil.rmtree(folder / "content")
    write_directory(size, folder / "content")
    checks, later = [], []
    for _ in range(rounds):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        checks.append(_run("check", folder))
        later.append(_run("check", folder))
    builds = [_run("build", folder, "--full") for _ in range(rounds)]
    again = [_run("build", folder) for _ in range(rounds)]
    memory = max(done.memory for done in (*checks, *builds)) / 2**20
    return [
        f"{size.partners:,}",
        f"{size.relations:,}",
        *(_seconds(done) for done in (checks, later, builds, again)),
        f"{memory:.0f}",
    ]


def profile(content: Path) -> None:
    """Print where the time of checking goes, in one process and with nothing kept."""
    profiler = cProfile.Profile()
    entries, _ = profiler.runcall(take_in, content, Means(is_thorough=True))
    profiler.runcall(link, entries, LinkSettings(content, datetime.now(UTC)))
    stats = pstats.Stats(profiler).strip_dirs()
    stats.sort_stats("cumulative").print_stats(PROFILE_LINES)
    stats.sort_stats("tottime").print_stats(PROFILE_LINES)


def _run(command: str, folder: Path, *more: str) -> Run:
    log = folder / "run.log"
    words = [sys.executable, "-m", "plugins.bulletin", command, *more]
    done = run(words, folder=folder, env=dict(os.environ), log=log)
    if done.code:
        raise SystemExit(f"{command} failed:\n{log.read_text(encoding='utf-8')[-2000:]}")
    tell(f"{command}: {done.seconds:.2f} s")
    return done


def _seconds(runs: Sequence[Run]) -> str:
    """Return the median, with the least and the most."""
    times = sorted(done.seconds for done in runs)
    return f"{median(times):.2f} ({times[0]:.2f}–{times[-1]:.2f})"


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time a directory of many partners.")
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="e.g. 500:5000,2000:20000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="show where a check's time goes")
    return parser.parse_args(arguments)


def _sizes(text: str) -> tuple[Size, ...]:
    pairs = (part.split(":") for part in text.split(","))
    return tuple(Size(int(partners), int(relations)) for partners, relations in pairs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
