"""Report: results as Markdown, the same bytes for the same measurements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.results import HUGO, PELICAN, Results, Verdict, mebibytes, verdicts

METHOD = Path(__file__).with_name("METHOD.md")


def write_report(results: Results, facts: Mapping[str, str], titles: dict[str, str]) -> str:
    """Write the whole report.

    Args:
        results: What was measured.
        facts: What describes the machine and programs, by name.
        titles: Titles of the scenarios by key, in the order of the tables.
    """
    parts = ["# Benchmark results", "Written by `inv bench`; times depend on the machine."]
    parts.append("\n".join(f"- {name}: {value}" for name, value in facts.items()))
    parts += ["## Limits", _verdict_table(verdicts(results, titles))]
    for size in results.sizes() if results.samples else ():
        parts += [f"## {size:,} pairs", _time_table(results, size, titles)]
        parts += ["Peak memory, MiB:", _memory_table(results, size, titles)]
    if results.delays:
        parts += ["## Preview, from save to screen", _delay_table(results.delays)]
    return "\n\n".join([*parts, "## Method", METHOD.read_text(encoding="utf-8")])


def _verdict_table(found: Iterable[Verdict]) -> str:
    words = {True: "pass", False: "miss", None: "–"}
    rows = [[item.text, item.limit, item.found, words[item.is_met]] for item in found]
    return table(["what", "limit", "found", ""], rows)


def _time_table(results: Results, size: int, titles: Mapping[str, str]) -> str:
    """Write median seconds, with the least and the most, and the paired ratios."""
    names = results.contestants()
    peers = [name for name in (HUGO, PELICAN) if name in names]
    rows = [
        [title]
        + [_seconds(results.seconds(size, key, name)) for name in names]
        + [_ratio(results.ratio(size, key, peer)) for peer in peers]
        for key, title in titles.items()
    ]
    return table(["seconds", *names, *(f"ours / {peer}" for peer in peers)], rows)


def _memory_table(results: Results, size: int, titles: Mapping[str, str]) -> str:
    names = results.contestants()
    rows = [
        [title, *(str(mebibytes(results.memory(size, key, name)) or "–") for name in names)]
        for key, title in titles.items()
    ]
    return table(["", *names], rows)


def _delay_table(delays: Mapping[int, Sequence[float]]) -> str:
    rows = [
        [f"{size:,} pairs", _seconds(values), str(len(values))] for size, values in delays.items()
    ]
    return table(["seconds", "median (least–most)", "saves"], rows)


def _seconds(values: Sequence[float]) -> str:
    if not values:
        return "–"
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def _ratio(ratio: float | None) -> str:
    return "–" if ratio is None else f"{ratio:.2f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table; all columns but the first are right-aligned."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
