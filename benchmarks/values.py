"""How long classes of values take to declare and to make: dataclasses beside structs.

`python -m benchmarks.values` prints the median of some rounds, in microseconds (decision 029).
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import NamedTuple

from msgspec import Struct

ROUNDS = 7
CLASSES = 100
VALUES = 20_000

_BODY = '''
    """A value of five fields."""
    title: str
    count: int
    items: tuple[int, ...] = ()
    note: str | None = None
    is_shown: bool = False
'''
_HEADS = {
    "dataclass": "@dataclass(frozen=True, slots=True)\nclass Value:",
    "struct": "class Value(Struct, frozen=True):",
    "named tuple": "class Value(NamedTuple):",
}
_NAMES = {"dataclass": dataclass, "Struct": Struct, "NamedTuple": NamedTuple}


def measure(head: str) -> tuple[float, float]:
    """Return the medians, in microseconds, of declaring a class and of making a value of it."""
    declared = compile("from __future__ import annotations\n" + head + _BODY, "values", "exec")
    space: dict[str, Callable[[str, int], object]] = {}

    def declare() -> None:
        space.clear()
        exec(declared, {**_NAMES, "__name__": __name__}, space)  # noqa: S102 -- our own text

    return _median(declare, CLASSES), _median(lambda: space["Value"]("title", 1), VALUES)


def _median(act: Callable[[], object], times: int) -> float:
    return statistics.median(_round(act, times) for _ in range(ROUNDS))


def _round(act: Callable[[], object], times: int) -> float:
    began = perf_counter()
    for _ in range(times):
        act()
    return (perf_counter() - began) / times * 1e6


def main() -> int:
    """Print a line for each kind of class."""
    for name, head in _HEADS.items():
        declared, made = measure(head)
        sys.stdout.write(f"{name:12} declared in {declared:6.1f} µs, made in {made:5.2f} µs\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
