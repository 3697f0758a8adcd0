"""Workers: what is shared out comes back whole and in order, whatever becomes of a process."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from functools import partial

import pytest

from plugins.bulletin import workers
from plugins.bulletin.workers import shared_out

CHUNKS = [range(start, start + 3) for start in range(0, 30, 3)]
EXPECTED = [[number * 2 for number in chunk] for chunk in CHUNKS]


def double(chunk: Sequence[int]) -> list[int]:
    """Return each number twice as large."""
    return [number * 2 for number in chunk]


def told_by(chunk: Sequence[int]) -> tuple[int, int]:
    """Return the first number and the process that was given it."""
    return chunk[0], os.getpid()


def die_elsewhere(parent: int, chunk: Sequence[int]) -> list[int]:
    """End a process that is not the first one, on its way."""
    if os.getpid() != parent and chunk[0] >= 12:
        os._exit(9)
    return double(chunk)


def refuse(chunk: Sequence[int]) -> list[int]:
    """Find one chunk impossible, and one that the machine refuses."""
    if chunk[0] == 6:
        raise ValueError("six")
    if chunk[0] == 12:
        raise OSError(28, "No space left on device")
    return double(chunk)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    """The number of processes changes nothing in what comes back."""
    assert list(shared_out(double, CHUNKS, jobs)) == EXPECTED
    assert list(shared_out(double, [], jobs)) == []


def test_one_job_is_this_process() -> None:
    """No process is begun for one job, and two do no work here."""
    assert {process for _, process in shared_out(told_by, CHUNKS, 1)} == {os.getpid()}
    assert os.getpid() not in {process for _, process in shared_out(told_by, CHUNKS, 2)}


def test_killed_process_leaves_no_gap() -> None:
    """What a process that was killed leaves is done here."""
    work = partial(die_elsewhere, os.getpid())
    assert list(shared_out(work, CHUNKS, 2)) == EXPECTED


@pytest.mark.parametrize("error", [OSError(28, "No space"), NotImplementedError("no semaphores")])
def test_machine_without_processes(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be had, all is done here, by the way that is best here."""

    def open_pool(_jobs: int) -> None:
        raise error

    monkeypatch.setattr(workers, "open_pool", open_pool)
    assert list(shared_out(refuse, CHUNKS, 2, here=double)) == EXPECTED


def test_best_way_here_is_taken_for_one_job() -> None:
    """One job takes the way that is best here, too."""
    assert list(shared_out(refuse, CHUNKS, 1, here=double)) == EXPECTED


@pytest.mark.parametrize(("chunks", "kind"), [(CHUNKS, ValueError), (CHUNKS[3:], OSError)])
@pytest.mark.parametrize("jobs", [1, 2])
def test_fault_of_the_work_is_told(jobs: int, chunks: list[range], kind: type[Exception]) -> None:
    """An error of the work itself is nobody's to hide, be it one of the machine's."""
    with pytest.raises(kind):
        list(shared_out(refuse, chunks, jobs))


def test_rest_begins_where_results_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each chunk is done once: those that came back are not done again."""
    done_here: list[int] = []

    def from_pool(*_: object) -> Iterator[list[int]]:
        yield from EXPECTED[:8]
        raise BrokenExecutor

    def here(chunk: Sequence[int]) -> list[int]:
        done_here.append(chunk[0])
        return double(chunk)

    monkeypatch.setattr(workers, "_from_pool", from_pool)
    assert list(shared_out(double, CHUNKS, 2, here=here)) == EXPECTED
    assert done_here == [24, 27]
