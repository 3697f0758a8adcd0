"""Workers: further processes of a build, which must not outlive it.

Most builds want none, so the class of pools is named in full: Python imports it when asked.
"""

from __future__ import annotations

import concurrent.futures
import multiprocessing
import os
import threading
from collections.abc import Callable
from functools import partial
from multiprocessing.process import BaseProcess


def open_pool(
    jobs: int, begin: Callable[[], None] | None = None
) -> concurrent.futures.ProcessPoolExecutor:
    """Return a pool of processes that end with this one.

    Args:
        jobs: How many.
        begin: Called first in each; a closure only where `can_fork`, and then they are forked.
    """
    context = multiprocessing.get_context("fork" if begin else None)
    return concurrent.futures.ProcessPoolExecutor(jobs, context, partial(_begin, begin))


def can_fork() -> bool:
    """Tell whether a process can hand all it has to another one."""
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
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
