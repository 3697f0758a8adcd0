"""Watching: changes on disk reach the desk as they happen."""

from __future__ import annotations

import gc
import threading
from collections.abc import Collection
from pathlib import Path

from watchfiles import watch

from plugins.bulletin.preview.desk import Desk

_MUCH = 50_000  # objects made since the last time
SETTLE = 40  # milliseconds without a change before a batch of them counts as one


IDLE = 2000  # milliseconds without a change, after which there is time to tidy up


def watch_files(desk: Desk, stop: threading.Event) -> None:
    """Refresh the desk at each change of content or theme, until told to stop.

    Python looks for lost memory when nobody waits: among all objects of a large site it would
    take longer than a refresh.
    """
    content, theme = desk.settings.content, desk.settings.theme
    gc.collect()
    gc.freeze()
    gc.disable()
    for batch in watch(
        *(content, theme),
        debounce=SETTLE * 10,
        step=SETTLE,
        rust_timeout=IDLE,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        if batch:
            desk.refresh(changed_names([Path(path) for _, path in batch], content))
        elif gc.get_count()[0] > _MUCH:
            gc.collect()


def changed_names(paths: Collection[Path], content: Path) -> set[str] | None:
    """Return the content files among changed paths by name.

    Returns:
        None when a folder changed too, for then any file may have. The theme has no names:
        it is looked at whenever something changed.
    """
    names = set()
    for path in paths:
        if not path.is_relative_to(content):
            continue
        if path.is_dir():
            return None
        if not path.name.startswith((".", "~$")):
            names.add(path.relative_to(content).as_posix())
    return names
