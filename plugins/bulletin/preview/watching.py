"""Watching: changes on disk reach the desk as they happen."""

from __future__ import annotations

import threading
from collections.abc import Collection
from pathlib import Path

from watchfiles import watch

from plugins.bulletin.preview.desk import Desk

SETTLE = 40  # milliseconds without a change before a batch of them counts as one


def watch_files(desk: Desk, stop: threading.Event) -> None:
    """Refresh the desk at each change of content or theme, until told to stop."""
    content, theme = desk.settings.content, desk.settings.theme
    for batch in watch(content, theme, debounce=SETTLE * 10, step=SETTLE, stop_event=stop):
        desk.refresh(changed_names([Path(path) for _, path in batch], content))


def changed_names(paths: Collection[Path], content: Path) -> set[str] | None:
    """Return the content files among changed paths by name.

    Returns:
        None when something else changed too — the theme, a folder — or the whole is unclear.
    """
    names = set()
    for path in paths:
        if not path.is_relative_to(content) or path.is_dir():
            return None
        if not path.name.startswith((".", "~$")):
            names.add(path.relative_to(content).as_posix())
    return names
