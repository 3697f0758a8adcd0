"""Folders: what lies in one, seen without opening a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Seen(NamedTuple):
    """A file as its folder shows it: size in bytes, last change in nanoseconds since 1970."""

    size: int
    modified: int


def look_into(folder: Path) -> dict[str, Seen]:
    """Return the files below a folder by path, with `/`; a folder that is not there has none.

    What begins with a dot belongs to servers and other programs (`.git`, `.well-known`,
    `.nojekyll`), so it is not seen.
    """
    seen: dict[str, Seen] = {}
    folders = [(str(folder), "")]
    while folders:  # no generators: an output has as many folders as pages
        _look(*folders.pop(), folders=folders, seen=seen)
    return seen


def _look(folder: str, name: str, *, folders: list[tuple[str, str]], seen: dict[str, Seen]) -> None:
    try:
        entries = os.scandir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    with entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, f"{name}{entry.name}/"))
                continue
            try:
                status = entry.stat()
            except FileNotFoundError:  # a link that leads to nothing is as good as absent
                continue
            seen[name + entry.name] = Seen(status.st_size, status.st_mtime_ns)
