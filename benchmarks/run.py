"""Run: the command of the benchmark, `python -m benchmarks.run` or `inv bench`."""

from __future__ import annotations

import argparse
import pstats
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import machine
from benchmarks.contestants import CONTESTANTS, ON_REQUEST, Contestant, Ours
from benchmarks.corpus import Article, make_articles, read_terms
from benchmarks.measure import Run, run
from benchmarks.report import write_report
from benchmarks.results import Results, Sample
from benchmarks.scenarios import SCENARIOS, Proof, Scenario, from_nothing, text_edited

RESULTS = Path(__file__).with_name("RESULTS.md")
TITLES = {scenario.key: scenario.title for scenario in SCENARIOS}
PROFILE_LINES = 40
# The command ends its process at once, which would leave the profile unwritten.
PROFILED = """
import cProfile, sys
from plugins.bulletin.cli import main
cProfile.run("main(sys.argv[1:])", "build.prof")
"""
PREVIEW = "preview"


class BrokenRunError(Exception):
    """A build failed or its output does not show the edit; its time means nothing."""


def main(arguments: Sequence[str]) -> int:
    """Measure what the arguments ask for, print the report and keep it."""
    options = parse(arguments)
    kinds = [*CONTESTANTS] if options.only is None else _named(options.only)
    samples: list[Sample] = []
    delays: dict[int, list[float]] = {}
    try:
        # One folder for all: what is removed meanwhile would slow down what comes after it.
        with tempfile.TemporaryDirectory(prefix="bulletin-bench-") as folder:
            for size in options.pairs:
                place = Path(folder) / f"{size}-pairs"
                samples += measure_size(size, kinds, place, options=options) if kinds else []
                if options.preview or options.only == PREVIEW:
                    delays[size] = measure_preview(size, place, options.saves)
    except BrokenRunError as error:
        print(error, file=sys.stderr)
        return 1
    report = write_report(Results(tuple(samples), delays), machine.facts(kinds), TITLES)
    print(report)
    if options.only is None:
        RESULTS.write_text(report, encoding="utf-8", newline="\n")
    return 0


def _named(name: str) -> list[type[Contestant]]:
    return [kind for kind in (*CONTESTANTS, *ON_REQUEST) if kind.name.lower() == name]


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(description="Time builds beside other generators.")
    parser.add_argument("--pairs", type=sizes, default=(500, 5000), help="e.g. 500,5000")
    parser.add_argument("--rounds", type=int, default=3)
    names = [*(kind.name.lower() for kind in (*CONTESTANTS, *ON_REQUEST)), PREVIEW]
    parser.add_argument("--only", choices=names, help="run one contestant; keeps no report")
    parser.add_argument("--preview", action="store_true", help="time the preview as well")
    parser.add_argument("--saves", type=int, default=9, help="how often the preview is timed")
    parser.add_argument("--profile", action="store_true", help="show where our time goes")
    return parser.parse_args(arguments)


def sizes(text: str) -> tuple[int, ...]:
    """Read numbers of pairs that commas separate."""
    return tuple(sorted(int(part) for part in text.split(",")))


def measure_size(
    size: int, kinds: Sequence[type[Contestant]], folder: Path, *, options: argparse.Namespace
) -> list[Sample]:
    """Write the corpora of one size below a folder and time every scenario in some rounds.

    Those that replace the most files come last, for removed files slow down the making of others.
    """
    terms = read_terms()
    articles = make_articles(size, terms)
    contestants = [kind(folder / f"contestant-{i}") for i, kind in enumerate(kinds)]
    for contestant in contestants:
        tell(f"{size:,} pairs: writing the corpus of {contestant.name}")
        contestant.prepare(articles, terms)
    samples = [
        time_one(contestant, scenario, articles, round_=round_)
        for scenario in SCENARIOS
        for round_ in range(1, options.rounds + 1)
        for contestant in contestants
        if contestant.scenarios is None or scenario.key in contestant.scenarios
    ]
    ours = next((item for item in contestants if isinstance(item, Ours)), None)
    if options.profile and ours is not None:
        profile(ours, articles, round_=options.rounds + 1)
    return samples


def measure_preview(size: int, folder: Path, saves: int) -> list[float]:
    """Write our corpus of one size below a folder, and return the seconds from save to screen."""
    from benchmarks.preview import measure

    terms = read_terms()
    articles = make_articles(size, terms)
    ours = Ours(folder / "preview")
    ours.prepare(articles, terms)
    delays = measure(ours, articles, saves)
    told = ", ".join(f"{delay:.2f}" for delay in delays)
    tell(f"{size:,} pairs: preview, seconds from save to screen: {told}")
    return delays


def time_one(
    contestant: Contestant, scenario: Scenario, articles: Sequence[Article], *, round_: int
) -> Sample:
    """Prepare, time and verify one build."""
    proof = scenario.prepare(contestant, articles, round_)
    done = build(contestant, contestant.command(), proof)
    size = len(articles)
    tell(
        f"{size:,} pairs, round {round_}: {scenario.title}, {contestant.name}: "
        f"{done.seconds:.2f} s, {done.memory / 2**20:.0f} MiB"
    )
    return Sample(size, scenario.key, contestant.name, round_, done.seconds, done.memory)


def build(contestant: Contestant, command: Sequence[str], proof: Proof) -> Run:
    """Run one build and see that it did its work.

    Raises:
        BrokenRunError: It did not.
    """
    log = contestant.folder / "build.log"
    done = run(command, folder=contestant.folder, env=contestant.env, log=log)
    fault = f"exit code {done.code}" if done.code else proof.fault()
    if fault:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise BrokenRunError(f"{contestant.name}: {fault}\n{tail}")
    return done


def profile(ours: Ours, articles: Sequence[Article], *, round_: int) -> None:
    """Print where the time of our builds goes, in one process: from nothing, and after an edit."""
    for step in (from_nothing, text_edited):
        proof = step(ours, articles, round_)
        build(ours, [sys.executable, "-c", PROFILED, "build", "--jobs", "1"], proof)
        stats = pstats.Stats(str(ours.folder / "build.prof")).strip_dirs()
        stats.sort_stats("cumulative").print_stats(PROFILE_LINES)
        stats.sort_stats("tottime").print_stats(PROFILE_LINES)


def tell(line: str) -> None:
    """Print a line of progress."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
