"""The parity check keeps its promise on the labelled set."""

from __future__ import annotations

from tests.parity.labelled_set import HALVES
from tests.parity.measure import measure_half, table
from tests.parity.measuring import keeps_limits


def test_check_finds_faults_and_leaves_clean_pairs_alone() -> None:
    """Recall is at least 0.95 in each half, and at most 2 % of clean pairs have a finding."""
    results = {name: measure_half(name) for name in HALVES}
    told = "\n".join(table(name, result) for name, result in results.items())
    assert keeps_limits(results.values()), told
