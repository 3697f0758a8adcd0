"""Files: written aside and renamed, so that no reader ever sees half of one."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

MARK = "sitemap.xml"  # what every build makes


@dataclass(frozen=True, slots=True)
class Changes:
    """What bringing a folder up to date changed: paths below it, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


def write_file(location: Path, content: bytes) -> None:
    """Write a whole file or nothing.

    Raises:
        OSError: The disk is full or the folder cannot be written; the old file stands.
    """
    location.parent.mkdir(parents=True, exist_ok=True)
    aside = location.with_name(f".{location.name}.{os.getpid()}.part")
    try:
        aside.write_bytes(content)
        aside.replace(location)
    finally:
        aside.unlink(missing_ok=True)


def list_files(folder: Path) -> set[str]:
    """Return the files below a folder, with `/`, without those being written."""
    if not folder.is_dir():
        return set()
    found = (location for location in folder.rglob("*") if location.is_file())
    return {
        location.relative_to(folder).as_posix()
        for location in found
        if not (location.name.startswith(".") and location.name.endswith(".part"))
    }


def refuse_foreign(live: Path, content: Path) -> None:
    """Refuse an output folder that no build made, since what a build does not know it removes.

    Raises:
        OSError: The folder is or holds the content, lies in it, or has files of another origin.
    """
    is_entangled = content.is_relative_to(live) or live.is_relative_to(content)
    present = list_files(live)
    if is_entangled or (present and MARK not in present):
        reason = "this folder has files that no build made; choose another output folder"
        raise OSError(errno.EEXIST, reason, str(live))


def bring_up_to_date(finished: Path, live: Path) -> Changes:
    """Make `live` equal to `finished`, file by file, each atomically.

    What pages refer to comes before the pages, and what vanished goes last, so that a
    server reading the folder meantime finds no page whose styles or pictures are missing.
    """
    wanted, present = list_files(finished), list_files(live)
    written = [path for path in _pages_last(wanted) if _differs(finished / path, live / path)]
    for path in written:
        (live / path).parent.mkdir(parents=True, exist_ok=True)
        (finished / path).replace(live / path)
    removed = sorted(present - wanted)
    for path in removed:
        (live / path).unlink()
        _remove_empty(live / path, live)
    return Changes(tuple(sorted(written)), tuple(removed), len(wanted) - len(written))


def empty_folder(folder: Path) -> None:
    """Make a folder that is there and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _pages_last(paths: set[str]) -> list[str]:
    return sorted(paths, key=lambda path: (path.endswith((".html", ".xml")), path))


def _differs(new: Path, old: Path) -> bool:
    return not old.is_file() or new.read_bytes() != old.read_bytes()


def _remove_empty(location: Path, root: Path) -> None:
    """Remove the folders that a removed file leaves empty."""
    for folder in location.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()
