"""Workers: further processes of a build, which must not outlive it.

Most builds want none, so what makes them is imported when it is asked for.
"""

from __future__ import annotations

import concurrent.futures
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


def shared_out(
    work: Callable[[Chunk], Result],
    chunks: Sequence[Chunk],
    jobs: int,
    *,
    here: Callable[[Chunk], Result] | None = None,
) -> Iterator[Result]:
    """Yield what is made of each chunk, in their order, by several processes.

    What these leave is made here: where one was killed, as when memory is short, or the machine
    has none to give. So a fault of the work itself comes to light again.

    Args:
        work: Makes a result of a chunk; both, and what it holds, can be sent to a process.
        chunks: What there is to do, in parts that are worth sending.
        jobs: How many processes; one is this one.
        here: Makes the same in this process, where it has better means to.
    """
    done = 0
    try:
        for result in _from_pool(work, chunks, jobs) if jobs > 1 else ():
            done += 1
            yield result
    except (concurrent.futures.BrokenExecutor, OSError, NotImplementedError):
        pass
    yield from map(here or work, chunks[done:])


def _from_pool(
    work: Callable[[Chunk], Result], chunks: Sequence[Chunk], jobs: int
) -> Iterator[Result]:
    with open_pool(jobs) as pool:
        yield from pool.map(work, chunks)


def open_pool(
    jobs: int, begin: Callable[[], None] | None = None
) -> concurrent.futures.ProcessPoolExecutor:
    """Return a pool of processes that end with this one.

    Args:
        jobs: How many.
        begin: Called first in each; a closure only where `can_fork`, and then they are forked.
    """
    import multiprocessing

    context = multiprocessing.get_context("fork" if begin else None)
    return concurrent.futures.ProcessPoolExecutor(jobs, context, partial(_begin, begin))


def can_fork() -> bool:
    """Tell whether a process can hand all it has to another one."""
    import multiprocessing

    return "fork" in multiprocessing.get_all_start_methods()


def _begin(begin: Callable[[], None] | None) -> None:
    end_with_parent()
    if begin is not None:
        begin()


def end_with_parent() -> None:
    """End this process when the one that started it is gone; for the start of a worker.

    A worker of a killed build would wait for work for ever, with the build's lock, which a
    fork inherits, in its hands.
    """
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
