"""Files: written aside and renamed, so that no reader ever sees half of one."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

MARK = "sitemap.xml"  # what every build makes


@dataclass(frozen=True, slots=True)
class Changes:
    """What bringing a folder up to date changed: paths below it, sorted."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    alike: int  # made again with the same bytes


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
    is_foreign = not (live / MARK).is_file() and bool(list_files(live))
    if is_entangled or is_foreign:
        reason = "this folder has files that no build made; choose another output folder"
        raise OSError(errno.EEXIST, reason, str(live))


def bring_up_to_date(
    finished: Path, live: Path, *, stale: Collection[str], vanished: Collection[str]
) -> Changes:
    """Bring `live` up to date file by file, each atomically.

    What pages refer to comes before the pages, and what vanished goes last, so that a
    server reading the folder meantime finds no page whose styles or pictures are missing.

    Args:
        finished: Where the stale files were made.
        live: The folder that is served.
        stale: Paths that `finished` has; one whose bytes are as before stays untouched.
        vanished: Paths to remove.
    """
    written = [path for path in _pages_last(stale) if _replace(finished, live, path)]
    for path in vanished:
        (live / path).unlink(missing_ok=True)
        _remove_empty(live / path, live)
    return Changes(tuple(sorted(written)), tuple(sorted(vanished)), len(stale) - len(written))


def _replace(finished: Path, live: Path, path: str) -> bool:
    """Put a file in its place unless the same bytes are there; tell whether it was put."""
    new, old = f"{finished}/{path}", f"{live}/{path}"
    if not _differs(new, old):
        return False
    try:
        os.replace(new, old)  # noqa: PTH105 -- Path objects for thousands of files cost more
    except FileNotFoundError:
        Path(old).parent.mkdir(parents=True, exist_ok=True)
        os.replace(new, old)  # noqa: PTH105
    return True


def empty_folder(folder: Path) -> None:
    """Make a folder that is there and empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _pages_last(paths: Iterable[str]) -> list[str]:
    return sorted(paths, key=lambda path: (path.endswith((".html", ".xml")), path))


def _differs(new: str, old: str) -> bool:
    try:
        if os.stat(old).st_size != os.stat(new).st_size:  # noqa: PTH116 -- as above
            return True
    except FileNotFoundError:
        return True
    return Path(new).read_bytes() != Path(old).read_bytes()


def _remove_empty(location: Path, root: Path) -> None:
    """Remove the folders that a removed file leaves empty."""
    for folder in location.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()
