"""Collecting: when Python looks for lost memory. Among many objects that stay it finds none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def collect_seldom() -> None:
    """Let the collector run seldom: what a command reads only grows until it ends."""
    gc.set_threshold(100_000, 50, 100)


@contextmanager
def without_collector() -> Iterator[None]:
    """Let no garbage collector run: it would look at every object again and again, in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
