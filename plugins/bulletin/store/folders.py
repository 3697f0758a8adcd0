"""Folders: what lies in one, seen without opening a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
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
    return dict(_look(str(folder), ""))


def _look(folder: str, name: str) -> Iterator[tuple[str, Seen]]:
    try:
        with os.scandir(folder) as scan:
            entries = list(scan)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _look(entry.path, f"{name}{entry.name}/")
            continue
        with suppress(FileNotFoundError):  # a link that leads to nothing is as good as absent
            status = entry.stat()
            yield name + entry.name, Seen(status.st_size, status.st_mtime_ns)
