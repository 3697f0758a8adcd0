"""Measure the parity check: `python -m tests.parity.measure`, or `inv parity`.

Ends with 1 when recall misses its limit in any half, or false alarms miss theirs in all that
was measured: of the 33 pairs of one half, one alone would be more than 2 %.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.bulletin.problems import Problem
from tests.parity.checking import check_against
from tests.parity.faults import Fault
from tests.parity.labelled_set import HALVES, linked, read_half
from tests.parity.measuring import ALARMS, RECALL, Result, keeps_limits, measure, together
from tools.command import say


def main(arguments: Sequence[str]) -> int:
    """Measure the halves asked for, print a table of each, and return the exit code."""
    asked = _parser().parse_args(arguments)
    names = [asked.half] if asked.half else list(HALVES)
    results = {name: measure_half(name) for name in names}
    for name, result in results.items():
        say(table(name, result))
        if asked.missed:
            say(told(result))
    if len(results) > 1:
        say(table("together", together(results.values())))
    return 0 if keeps_limits(results.values()) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.parity.measure", description=__doc__)
    parser.add_argument("--half", choices=HALVES, help="measure one half alone")
    parser.add_argument(
        "--missed", action="store_true", help="name the faults not found and the false alarms"
    )
    return parser


def measure_half(name: str) -> Result:
    """Measure the check on one half of the labelled set."""
    half = read_half(name)
    with TemporaryDirectory() as folder:
        library, problems = linked(half, Path(folder))
    if problems:
        raise ValueError(f"the labelled set has problems of its own: {_line(problems[0])}")
    return measure(half, check_against(library))


def table(name: str, result: Result) -> str:
    """Write a result as a table in Markdown."""
    rows = [f"| {name} | planted | found | recall |", "| --- | ---: | ---: | ---: |"]
    rows += [_row(kind, planted, found) for kind, planted, found in result.rows()]
    found, planted = len(result.found), len(result.found) + len(result.missed)
    alarmed = f"{len(result.alarmed)} of {result.pairs} ({result.alarm_share:.1%})"
    rows += [
        _row("all", planted, found),
        "",
        f"Recall of what is asked for: {result.recall:.3f} (at least {RECALL})",
        f"Clean pairs with a finding: {alarmed} (at most {ALARMS:.0%})",
        "",
    ]
    return "\n".join(rows)


def _row(kind: str, planted: int, found: int) -> str:
    return f"| {kind} | {planted} | {found} | {found / planted:.2f} |"


def told(result: Result) -> str:
    """Name what was missed, and what was reported of clean pairs."""
    missed = [_fault(fault) for fault in result.missed]
    return "\n".join([*missed, *(_line(problem) for problem in result.alarms), ""])


def _fault(fault: Fault) -> str:
    asked = "" if fault.is_required else " (not asked for)"
    change = f"{fault.mark!r} → {fault.words!r}"
    return f"missed{asked}: {fault.pair}.{fault.language} {fault.kind} {fault.action}: {change}"


def _line(problem: Problem) -> str:
    return f"{problem.place}: {problem.message('en')} [{problem.rule.id}]"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
