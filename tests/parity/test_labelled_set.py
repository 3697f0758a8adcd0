"""The labelled set holds parity to its promise: it finds faults, and leaves clean pairs alone."""

from __future__ import annotations

import pytest

from tests.parity.labelled_set import HALVES, Figures, faults_of, measure, texts_of

LEAST_RECALL = 0.95
MOST_ALARMS = 0.02


@pytest.fixture(scope="module")
def figures() -> list[Figures]:
    """Measure both halves once."""
    return [measure(half) for half in HALVES]


def test_the_set_is_as_large_as_promised() -> None:
    """There are at least 60 clean pairs and 200 faults."""
    assert sum(len(texts_of(half)) for half in HALVES) >= 60
    assert sum(fault.required for half in HALVES for fault in faults_of(half)) >= 200


def test_faults_are_found(figures: list[Figures]) -> None:
    """In each half nearly every fault is found."""
    assert min(figure.recall for figure in figures) >= LEAST_RECALL


def test_clean_pairs_are_left_alone(figures: list[Figures]) -> None:
    """Hardly any clean pair gets a problem."""
    alarms = sum(len(figure.alarms) for figure in figures)
    assert alarms <= MOST_ALARMS * sum(figure.clean for figure in figures)
