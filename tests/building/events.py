"""Events: what Python tells of opened, written and moved files, to count or to disturb."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Listener = Callable[[str, str], None]  # takes the kind of event and a path

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_KINDS = {
    "os.mkdir": "mkdir",
    "os.rename": "move",
    "os.remove": "remove",
    "os.rmdir": "remove",
}
_listeners: list[Listener] = []  # one hook serves all: Python cannot take a hook away


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _listeners:
        return
    kind, path = _KINDS.get(event, ""), arguments[0] if arguments else ""
    if event == "open":
        kind = "write" if (arguments[2] or 0) & _WRITING else "read"
    if event == "os.rename":
        path = arguments[1]
    if kind and isinstance(path, str | bytes | os.PathLike):
        for listener in tuple(_listeners):
            listener(kind, os.fsdecode(path))


sys.addaudithook(_hook)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Tell a listener of every file that is opened, made, moved or removed; it may raise."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)


@contextmanager
def disturbed(folder: Path, number: int, deed: Callable[[str], None]) -> Iterator[list[str]]:
    """Do something when files below a folder are about to be written for the n-th time.

    Args:
        folder: Other files are left in peace.
        number: Of the event, from 0.
        deed: Takes the path; what it raises goes to whoever writes.

    Yields:
        The events so far, as kind and path.
    """
    seen: list[str] = []
    below = f"{folder}{os.sep}"

    def listen(kind: str, path: str) -> None:
        if kind == "read" or not path.startswith(below):
            return
        seen.append(f"{kind} {path.removeprefix(below)}")
        if len(seen) == number + 1:
            deed(path)

    with listening(listen):
        yield seen
