"""Folder: which files an output folder has. None is opened here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Listing(NamedTuple):
    """The files of a folder, sorted, and the folders that cannot be looked into, with the reason.

    Paths are relative to the folder, with "/".
    """

    files: tuple[str, ...]
    closed: tuple[tuple[str, str], ...]


def list_files(output: Path) -> Listing:
    """Return the files below a folder; one that is not there has none.

    Links to files count as files. Links to folders are not followed: they may lead in a circle
    or out of the site. Pipes and sockets are no files.
    """
    files: list[str] = []
    closed: list[tuple[str, str]] = []
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            entries = list(_scan(output, folder))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            closed.append((folder, error.strerror or type(error).__name__))
            continue
        waiting += [path + "/" for entry, path in entries if entry.is_dir(follow_symlinks=False)]
        files += [path for entry, path in entries if _is_file(entry)]
    return Listing(tuple(sorted(files)), tuple(sorted(closed)))


def _scan(output: Path, folder: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    with os.scandir(output / folder) as entries:
        for entry in entries:
            yield entry, folder + entry.name


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link to itself
        return False
