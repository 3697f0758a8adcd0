"""The benchmark's arithmetic and its report, on measurements that are made up."""

from pathlib import Path

import pytest

from benchmarks import machine
from benchmarks.report import METHOD, write_report
from benchmarks.results import Results, Sample, Verdict, verdicts

TITLES = {"nothing": "everything from nothing", "unchanged": "nothing changed", "text": "one edit"}
# seconds of each round by pairs, scenario and contestant
SECONDS = {
    (500, "nothing", "ours"): (2.0, 3.0, 2.5),
    (500, "nothing", "Hugo"): (0.5, 0.5, 0.5),
    (500, "nothing", "Pelican"): (4.0, 3.0, 10.0),
    (500, "unchanged", "ours"): (0.2, 0.2, 0.2),
    (500, "unchanged", "Hugo"): (0.5, 0.4, 0.8),
    (5000, "nothing", "ours"): (20.0, 30.0, 25.0),
    (5000, "nothing", "Pelican"): (100.0, 100.0, 100.0),
}
EXPECTED = """\
# Benchmark results

Written by `inv bench`; times depend on the machine.

- date: 2026-01-01

## Limits

| what | limit | found |  |
| --- | ---: | ---: | ---: |
| everything from nothing, 500 pairs, by Pelican | ≤ 0.5 × | 0.50 × | pass |
| nothing changed, 500 pairs, by Hugo | ≤ 0.25 × | 0.40 × | miss |
| one edit, 500 pairs, by Hugo | ≤ 0.5 × | not measured | – |
| everything from nothing, 5,000 pairs, by Pelican | ≤ 0.5 × | 0.25 × | pass |
| nothing changed, 5,000 pairs, by Hugo | ≤ 0.25 × | not measured | – |
| one edit, 5,000 pairs, by Hugo | ≤ 0.5 × | not measured | – |
| peak memory, 500 pairs, worst scenario | ≤ 600 MiB | 101 MiB | pass |
| peak memory, 5,000 pairs, worst scenario | ≤ 600 MiB | 701 MiB | miss |
| growth from 500 to 5,000 pairs, everything from nothing | ≤ 11 × | 10.0 × | pass |

## 500 pairs

| seconds | ours | Hugo | Pelican | ours / Hugo | ours / Pelican |
| --- | ---: | ---: | ---: | ---: | ---: |
| everything from nothing | 2.50 (2.00–3.00) | 0.50 (0.50–0.50) | 4.00 (3.00–10.00) | 5.00 | 0.50 |
| nothing changed | 0.20 (0.20–0.20) | 0.50 (0.40–0.80) | – | 0.40 | – |
| one edit | – | – | – | – | – |

Peak memory, MiB:

|  | ours | Hugo | Pelican |
| --- | ---: | ---: | ---: |
| everything from nothing | 101 | 101 | 101 |
| nothing changed | 101 | 101 | – |
| one edit | – | – | – |
"""


@pytest.fixture
def results() -> Results:
    """Make samples of the seconds above; memory rises by a MiB from round to round."""
    return Results(
        tuple(
            Sample(*key, round_, seconds, (size_of(key[0]) + round_) * 2**20)
            for key, values in SECONDS.items()
            for round_, seconds in enumerate(values)
        )
    )


def size_of(pairs: int) -> int:
    """Return a peak in MiB that grows with the pairs."""
    return 99 if pairs == 500 else 699


def test_report(results: Results) -> None:
    """A fixed set of measurements always gives the same page."""
    found = write_report(results, {"date": "2026-01-01"}, TITLES)
    assert found.startswith(EXPECTED)
    assert found.endswith("## Method\n\n" + METHOD.read_text(encoding="utf-8"))


def test_ratio_is_of_pairs(results: Results) -> None:
    """The ratio is the median of 2/4, 3/3 and 2.5/10, not the ratio of the medians."""
    assert results.ratio(500, "nothing", "Pelican") == 0.5
    assert results.ratio(500, "text", "Hugo") is None


def test_growth_needs_two_sizes(results: Results) -> None:
    """With one size nothing is said of growth."""
    assert results.growth("nothing") == 10.0
    assert results.growth("unchanged") is None
    small = Results(tuple(sample for sample in results.samples if sample.pairs == 500))
    assert small.growth("nothing") is None
    assert not any("growth" in verdict.text for verdict in verdicts(small, TITLES))


def test_limit_is_met_when_it_is_reached(results: Results) -> None:
    """Exactly the limit passes; the worst round counts for memory."""
    found = {verdict.text: verdict for verdict in verdicts(results, TITLES)}
    text = "everything from nothing, 500 pairs, by Pelican"
    assert found[text] == Verdict(text, "≤ 0.5 ×", "0.50 ×", is_met=True)


def test_day_comes_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The report's day is that of SOURCE_DATE_EPOCH, not the clock's."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert machine.day() == "1970-01-01"


def test_missing_hugo_is_no_crash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A version that cannot be asked for is told as unknown."""
    monkeypatch.setenv("BENCH_HUGO", str(tmp_path / "hugo"))
    assert machine.hugo_version() == "unknown"


def test_preview_is_reported(results: Results) -> None:
    """The median delay stands beside its limit; a size without one is only told."""
    delays = {500: [0.3, 0.5, 0.4], 5000: [1.2, 1.0, 1.1], 50: [0.1]}
    told = Results(results.samples, delays)
    found = {item.text: (item.limit, item.found, item.is_met) for item in verdicts(told, TITLES)}
    assert found["preview, from save to screen, 500 pairs"] == ("≤ 0.5 s", "0.40 s", True)
    assert found["preview, from save to screen, 5,000 pairs"] == ("≤ 1.0 s", "1.10 s", False)
    assert found["preview, from save to screen, 50 pairs"] == ("–", "0.10 s", None)
    alone = write_report(Results((), delays), {"date": "2026-01-01"}, TITLES)
    assert "| 5,000 pairs | 1.10 (1.00–1.20) | 3 |" in alone
    assert "Pelican |" not in alone
