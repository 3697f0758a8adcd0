"""Files: written aside and renamed, so that no reader ever sees half of one."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from plugins.bulletin.problems.machine import EntangledOutput, ForeignOutput
from plugins.bulletin.store.folders import look_into

MARK = "sitemap.xml"  # what every build makes
_LISTS = (".xml", "pagefind-entry.json")  # what leads to pages, and to the parts of an index
_KNOWS_EFFECTIVE = os.access in os.supports_effective_ids


class Changes(Struct, frozen=True):
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


def refuse_foreign(
    live: Path, content: Path, *, ours: Callable[[], Collection[str]] = tuple
) -> None:
    """Refuse an output folder that no build made, since what a build does not know it removes.

    Args:
        live: The output folder.
        content: The content folder.
        ours: Returns the paths that builds wrote, asked for where the folder has no sitemap.

    Raises:
        EntangledOutput: The folder is or holds the content, or lies in it.
        ForeignOutput: It has files of another origin.
    """
    if content.is_relative_to(live) or live.is_relative_to(content):
        raise EntangledOutput(live)
    if not (live / MARK).is_file() and look_into(live).keys() - set(ours()):
        raise ForeignOutput(live)


def bring_up_to_date(
    finished: Path, live: Path, *, stale: Collection[str], vanished: Collection[str]
) -> Changes:
    """Bring `live` up to date file by file, each atomically; all at once when it is not there.

    What pages refer to comes before the pages, new pages before those that were there, and
    what vanished goes last, its pages first, so that a server reading the folder meantime finds
    no page whose styles or pictures are missing, and no way into a page that is not there.

    Args:
        finished: Where the stale files were made.
        live: The folder that is served.
        stale: Paths that `finished` has; one whose bytes are as before stays untouched.
        vanished: Paths to remove.

    Raises:
        OSError: A folder cannot be made or written; nothing was changed. Or the disk fails
            half way; then every file is whole, old or new, and the next build sees to them.
    """
    if not os.path.lexists(live):
        live.parent.mkdir(parents=True, exist_ok=True)
        finished.rename(live)
        return Changes(tuple(sorted(stale)), (), 0)
    differing = [path for path in stale if _differs(f"{finished}/{path}", f"{live}/{path}")]
    written = sorted(differing, key=lambda path: (_turn(path, live), path))
    _make_ready(live, written, vanished)
    for path in written:
        os.replace(f"{finished}/{path}", f"{live}/{path}")  # noqa: PTH105 -- quicker than Path
    for path in sorted(vanished, key=lambda path: (not path.endswith(".html"), path)):
        # What stood in a folder that is a page now, or was a file where a folder is, is gone.
        with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):
            (live / path).unlink()
            _remove_empty(live / path, live)
    return Changes(tuple(sorted(written)), tuple(sorted(vanished)), len(stale) - len(written))


def empty_folder(folder: Path) -> None:
    """Make a folder that is there and empty."""
    if folder.is_dir():
        shutil.rmtree(folder)
    folder.unlink(missing_ok=True)
    folder.mkdir(parents=True)


def _turn(path: str, live: Path) -> int:
    """Return when a file is brought: styles and pictures, new pages, pages, lists of pages."""
    if path.endswith(_LISTS):
        return 3
    is_page = path.endswith(".html")
    return is_page * (1 + (live / path).exists())


def _make_ready(live: Path, written: Iterable[str], vanished: Collection[str]) -> None:
    """Make the folders of what is written, and see that all can be changed, before any is.

    Raises:
        OSError: One cannot be made or written; those that were made are removed again.
    """
    made: list[Path] = []
    try:
        for folder in sorted({(live / path).parent for path in written}):
            _make_folder(folder, live, made)
        _see_writable({(live / path).parent for path in (*written, *vanished)})
    except OSError:
        for folder in reversed(made):
            folder.rmdir()
        raise
    for path in written:
        if (live / path).is_dir():  # put there by hand: builds know no such folder
            shutil.rmtree(live / path)


def _make_folder(folder: Path, live: Path, made: list[Path]) -> None:
    if folder.is_dir():
        return
    if folder == live:
        folder.parent.mkdir(parents=True, exist_ok=True)
    else:
        _make_folder(folder.parent, live, made)
        folder.unlink(missing_ok=True)  # a file of this name is one that vanishes
    folder.mkdir()
    made.append(folder)


def _see_writable(folders: Iterable[Path]) -> None:
    for folder in folders:
        if not os.access(folder, os.W_OK | os.X_OK, effective_ids=_KNOWS_EFFECTIVE):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))


def _differs(new: str, old: str) -> bool:
    try:
        if os.stat(old).st_size != os.stat(new).st_size:  # noqa: PTH116 -- as above
            return True
    except (FileNotFoundError, NotADirectoryError):
        return True
    return Path(old).is_dir() or Path(new).read_bytes() != Path(old).read_bytes()


def _remove_empty(location: Path, root: Path) -> None:
    """Remove the folders that a removed file leaves empty."""
    for folder in location.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()
