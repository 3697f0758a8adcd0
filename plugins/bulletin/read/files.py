"""Files: finds what lies in the content folder and reads its bytes safely."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from posixpath import splitext

from msgspec import Struct

from plugins.bulletin.problems import Place, Problem, Words, read_rules as rules

TEXT_LIMIT = 200_000  # bytes: 30,000 words; an article has about 5,000 bytes
DATA_LIMIT = 1_000_000  # bytes: a list of 3,000 countries
BINARY_LIMIT = 40_000_000  # bytes: a photograph of 100 megapixels
TEXT_SUFFIXES = (".md", ".yaml")
NOT_CONTENT = ("Thumbs.db", "desktop.ini")

_LIMITS = {".md": TEXT_LIMIT, ".yaml": DATA_LIMIT}
_NOT_A_FILE = Words("it is neither a file nor a folder", "đây không phải tệp hay thư mục")
_GONE = Words("it is no longer there", "tệp không còn ở đó")
_OTHER_REASON = Words("the computer reports an error", "máy tính báo lỗi")
_REASONS = {
    errno.ENOENT: Words("the link leads to nothing", "liên kết không dẫn tới đâu"),
    errno.ELOOP: Words("the link leads back to itself", "liên kết dẫn về chính nó"),
    errno.EACCES: Words("you may not open it", "bạn không có quyền mở"),
    errno.ENAMETOOLONG: Words("its name is too long", "tên quá dài"),
}


class FoundFile(Struct, frozen=True):
    """One file of the content folder.

    `name` is its path from the content folder, `path` the one that problems print;
    both with `/`. Size is in bytes, times in nanoseconds: of the content's last change, and
    of the last change of anything about the file. `where` is where it lies.
    """

    name: str
    path: str
    where: str
    size: int
    modified: int
    changed: int

    @property
    def location(self) -> Path:
        """Return where the file lies; thousands that nobody asks for would cost more than all."""
        return Path(self.where)


def folder_name(content: Path) -> str:
    """Return the content folder's own name, with which every printed path begins."""
    return content.name or content.resolve().name or "content"


def find_files(content: Path) -> tuple[list[FoundFile], list[Problem]]:
    """List the files of the content folder by name, without hidden ones and editors' copies.

    Returns:
        The files that may be read, and a problem for each of the others.
    """
    found: list[FoundFile] = []
    problems: list[Problem] = []
    for location, name in _walk(str(content), "", content, problems=problems):
        outcome = _examine(location, name, content)
        if isinstance(outcome, Problem):
            problems.append(outcome)
        else:
            found.append(outcome)
    return found, problems


def _walk(
    folder: str, name: str, content: Path, *, problems: list[Problem]
) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield files, and links to folders unopened, with their names, in the order of these."""
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(Place(_path(name, content)), error))
        return
    for entry in ordered:
        if entry.name.startswith((".", "~$")) or entry.name in NOT_CONTENT:
            continue
        inner = f"{name}/{entry.name}" if name else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, inner, content, problems=problems)
        else:
            yield entry, inner


def _path(name: str, content: Path) -> str:
    """Return a file's path as problems print it, with ? for bytes that are not text."""
    if not name.isprintable():
        name = "".join(letter if letter.isprintable() else "?" for letter in name)
    return f"{folder_name(content)}/{name}".removesuffix("/")


def find_file(name: str, content: Path) -> FoundFile | None:
    """Return one file of the content folder by its name, or None when it may not be read."""
    location = content / name
    outcome = _examine(location, name, content) if location.exists() else None
    return outcome if isinstance(outcome, FoundFile) else None


def _examine(location: Path | os.DirEntry[str], name: str, content: Path) -> FoundFile | Problem:
    path = _path(name, content)
    try:
        status = location.stat()
        is_outside = location.is_symlink() and not _is_inside(location, content)
    except OSError as error:
        return _unreadable(Place(path), error)
    if is_outside:
        return rules.SYMLINK_OUTSIDE.at(Place(path))
    if stat.S_ISDIR(status.st_mode):
        return rules.SYMLINK_FOLDER.at(Place(path))
    if not stat.S_ISREG(status.st_mode):
        return rules.FILE_UNREADABLE.at(Place(path), reason=_NOT_A_FILE)
    limit = _LIMITS.get(splitext(name)[1], BINARY_LIMIT)
    if status.st_size > limit:
        return rules.FILE_TOO_LARGE.at(
            Place(path), size=_kilobytes(status.st_size), limit=_kilobytes(limit)
        )
    where = os.fspath(location)
    return FoundFile(name, path, where, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def _is_inside(location: Path | os.DirEntry[str], content: Path) -> bool:
    return Path(location).resolve().is_relative_to(content.resolve())


def _kilobytes(size: int) -> int:
    return -(-size // 1000)


def _unreadable(place: Place, error: OSError, reason: Words | None = None) -> Problem:
    known = reason or _REASONS.get(error.errno or 0, _OTHER_REASON)
    return rules.FILE_UNREADABLE.at(place, reason=known)


def read_bytes(file: FoundFile) -> tuple[bytes, list[Problem]]:
    """Read a file whole."""
    try:
        return file.location.read_bytes(), []
    except OSError as error:
        reason = _GONE if error.errno == errno.ENOENT else None
        return b"", [_unreadable(Place(file.path), error, reason)]
