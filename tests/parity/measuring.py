"""Measuring: what a check finds of the planted faults, and in clean pairs.

A fault counts as found when the check reports something that it does not report of the
clean pair, at a line that the fault is about or with words of such a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.problems import Problem
from tests.parity.faults import Fault, Planted, Texts, plant
from tests.parity.labelled_set import Half

RECALL = 0.95  # of the faults that are asked for
ALARMS = 0.02  # of the clean pairs
SHORTEST_QUOTE = 12  # characters; a shorter one may stand anywhere

Check = Callable[[str, Texts], list[Problem]]  # of a pair's key and texts

_PLACE = re.compile(r"\.(vi|en)\.md(?::([0-9]+))?")
_POSITION = re.compile(r"(?<=\.md):[0-9]+(?::[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Result:
    """What a check did with one half, or with both."""

    pairs: int
    alarms: tuple[Problem, ...]  # all that was reported of clean pairs
    alarmed: tuple[str, ...]  # keys of the clean pairs that something was reported of
    found: tuple[Fault, ...]
    missed: tuple[Fault, ...]

    @property
    def recall(self) -> float:
        """Return the share of faults found, of those asked for."""
        found, missed = _required(self.found), _required(self.missed)
        return found / (found + missed) if found + missed else 1.0

    @property
    def alarm_share(self) -> float:
        """Return the share of clean pairs that something was reported of."""
        return len(self.alarmed) / self.pairs if self.pairs else 0.0

    def rows(self) -> Iterator[tuple[str, int, int]]:
        """Return for each kind how many faults were planted and found."""
        found = Counter(fault.kind for fault in self.found)
        planted = found + Counter(fault.kind for fault in self.missed)
        for kind in sorted(planted):
            yield kind, planted[kind], found[kind]


def keeps_limits(results: Iterable[Result]) -> bool:
    """Tell whether recall is good in each half, and false alarms are few in all of them."""
    listed = list(results)
    are_found = all(result.recall >= RECALL for result in listed)
    return are_found and together(listed).alarm_share <= ALARMS


def _required(faults: Iterable[Fault]) -> int:
    return sum(fault.is_required for fault in faults)


def measure(half: Half, check: Check) -> Result:
    """Run a check over the clean pairs of a half, then over each fault planted alone."""
    clean = {key: check(key, texts) for key, texts in half.pairs.items()}
    found: list[Fault] = []
    missed: list[Fault] = []
    for fault in half.faults:
        planted = plant(fault, half.pairs[fault.pair])
        reported = check(fault.pair, planted.texts)
        hit = is_found(planted, reported, clean[fault.pair])
        (found if hit else missed).append(fault)
    return Result(
        pairs=len(clean),
        alarms=tuple(problem for problems in clean.values() for problem in problems),
        alarmed=tuple(key for key, problems in clean.items() if problems),
        found=tuple(found),
        missed=tuple(missed),
    )


def together(results: Iterable[Result]) -> Result:
    """Return the results of several halves as one."""
    listed = list(results)
    return Result(
        pairs=sum(result.pairs for result in listed),
        alarms=tuple(problem for result in listed for problem in result.alarms),
        alarmed=tuple(key for result in listed for key in result.alarmed),
        found=tuple(fault for result in listed for fault in result.found),
        missed=tuple(fault for result in listed for fault in result.missed),
    )


def is_found(planted: Planted, reported: Iterable[Problem], before: Iterable[Problem]) -> bool:
    """Tell whether one of the problems is about the fault and was not there before it."""
    known = {_name(problem) for problem in before}
    return any(_is_about(problem, planted) for problem in reported if _name(problem) not in known)


def _name(problem: Problem) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a problem without its positions, which a fault further up moves."""
    details = tuple((name, _POSITION.sub("", value)) for name, value in problem.details)
    return problem.rule.id, details


def _is_about(problem: Problem, planted: Planted) -> bool:
    values = [value for _, value in problem.details]
    return _is_near([str(problem.place), *values], planted) or _is_quoted(values, planted)


def _is_near(values: Iterable[str], planted: Planted) -> bool:
    positions = [match for value in values for match in _PLACE.finditer(value)]
    return any(
        int(position.group(2) or 0) in planted.lines[language]
        for position in positions
        for language in LANGUAGES
        if position.group(1) == language
    )


def _is_quoted(values: Iterable[str], planted: Planted) -> bool:
    quotes = [value.strip("“”\"'…. ") for value in values]
    long_enough = [quote for quote in quotes if len(quote) >= SHORTEST_QUOTE]
    return any(quote in planted.shown(each) for quote in long_enough for each in LANGUAGES)
