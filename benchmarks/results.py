"""Results: measurements, their medians, and how they stand against the limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

OURS, HUGO, PELICAN = "ours", "Hugo", "Pelican"
MEMORY_LIMIT = 600 * 2**20  # bytes
GROWTH_LIMIT = 11.0  # times, for ten times as many pairs
DELAY_LIMITS = {500: 0.5, 5000: 1.0}  # seconds from save to screen, by pairs


@dataclass(frozen=True, slots=True)
class Sample:
    """One timed and verified run."""

    pairs: int
    scenario: str
    contestant: str
    round: int
    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Limit:
    """At most this many times the seconds of a peer in a scenario."""

    scenario: str
    peer: str
    ratio: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """A limit, what was found, and whether it holds; None when it was not measured."""

    text: str
    limit: str
    found: str
    is_met: bool | None


LIMITS = (
    Limit("nothing", PELICAN, 0.5),
    Limit("unchanged", HUGO, 0.25),
    Limit("text", HUGO, 0.5),
)


@dataclass(frozen=True, slots=True)
class Results:
    """All samples of one benchmark; `delays` are the preview's seconds by pairs."""

    samples: tuple[Sample, ...]
    delays: Mapping[int, Sequence[float]] = field(default_factory=dict)

    def seconds(self, pairs: int, scenario: str, contestant: str) -> list[float]:
        """Return the seconds of every round, in order; empty when not measured."""
        return [item.seconds for item in self._of(pairs, scenario, contestant)]

    def memory(self, pairs: int, scenario: str, contestant: str) -> int:
        """Return the largest peak of memory in bytes, 0 when not measured."""
        return max((item.memory for item in self._of(pairs, scenario, contestant)), default=0)

    def ratio(self, pairs: int, scenario: str, peer: str) -> float | None:
        """Return the median over rounds of our seconds by the peer's."""
        ours = self.seconds(pairs, scenario, OURS)
        theirs = self.seconds(pairs, scenario, peer)
        quotients = [our / their for our, their in zip(ours, theirs, strict=False)]
        return median(quotients) if quotients else None

    def sizes(self) -> list[int]:
        """Return the measured numbers of pairs, the smallest first."""
        return sorted({item.pairs for item in self.samples} | self.delays.keys())

    def contestants(self) -> list[str]:
        """Return the contestants in the order of their runs."""
        return list(dict.fromkeys(item.contestant for item in self.samples))

    def growth(self, scenario: str, contestant: str = OURS) -> float | None:
        """Return how many times the median grows from the smallest size to the largest."""
        few, many = self.sizes()[0], self.sizes()[-1]
        first, last = (self.seconds(size, scenario, contestant) for size in (few, many))
        return median(last) / median(first) if few != many and first and last else None

    def _of(self, pairs: int, scenario: str, contestant: str) -> list[Sample]:
        wanted = (pairs, scenario, contestant)
        found = (s for s in self.samples if (s.pairs, s.scenario, s.contestant) == wanted)
        return sorted(found, key=lambda sample: sample.round)


def verdicts(results: Results, titles: dict[str, str]) -> list[Verdict]:
    """Compare the results with every limit; scenarios are named by their titles."""
    preview = [_delay_verdict(size, delays) for size, delays in results.delays.items()]
    if not results.samples:
        return preview
    found = [
        _ratio_verdict(results, size, limit, title=titles[limit.scenario])
        for size in results.sizes()
        for limit in LIMITS
    ]
    found += [_memory_verdict(results, size) for size in results.sizes()]
    return [*found, *_growth_verdicts(results, titles), *preview]


def _ratio_verdict(results: Results, size: int, limit: Limit, *, title: str) -> Verdict:
    ratio = results.ratio(size, limit.scenario, limit.peer)
    return Verdict(
        f"{title}, {size:,} pairs, by {limit.peer}",
        f"≤ {limit.ratio:g} ×",
        "not measured" if ratio is None else f"{ratio:.2f} ×",
        None if ratio is None else ratio <= limit.ratio,
    )


def _delay_verdict(size: int, delays: Sequence[float]) -> Verdict:
    limit, found = DELAY_LIMITS.get(size), median(delays)
    return Verdict(
        f"preview, from save to screen, {size:,} pairs",
        f"≤ {limit:.1f} s" if limit else "–",
        f"{found:.2f} s",
        found <= limit if limit else None,
    )


def _memory_verdict(results: Results, size: int) -> Verdict:
    scenarios = {item.scenario for item in results.samples}
    peak = max((results.memory(size, scenario, OURS) for scenario in scenarios), default=0)
    return Verdict(
        f"peak memory, {size:,} pairs, worst scenario",
        f"≤ {mebibytes(MEMORY_LIMIT)} MiB",
        f"{mebibytes(peak)} MiB" if peak else "not measured",
        peak <= MEMORY_LIMIT if peak else None,
    )


def _growth_verdicts(results: Results, titles: dict[str, str]) -> Iterable[Verdict]:
    sizes = results.sizes()
    if len(sizes) < 2:
        return
    for key, title in titles.items():
        times = results.growth(key)
        if times is not None:
            what = f"growth from {sizes[0]:,} to {sizes[-1]:,} pairs, {title}"
            limit = f"≤ {GROWTH_LIMIT:g} ×"
            yield Verdict(what, limit, f"{times:.1f} ×", times <= GROWTH_LIMIT)


def mebibytes(size: int) -> int:
    """Return bytes as whole MiB."""
    return round(size / 2**20)
