"""Workers: further processes of a build, which must not outlive it."""

from __future__ import annotations

import multiprocessing
import os
import threading


def end_with_parent() -> None:
    """End this process when the one that started it is gone; for the start of a worker.

    A worker of a killed build would wait for work for ever, with the build's lock, which a
    fork inherits, in its hands.
    """
    if multiprocessing.parent_process() is not None:
        threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
