"""Machine: what the computer refuses, told to editors. These are no rules of content."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping

from plugins.bulletin.problems.problem import (
    Place,
    Problem,
    ReportLanguage,
    Rule,
    Severity,
    Words,
)
from plugins.bulletin.problems.report import as_line


def _trouble(name: str, message: Words, remedy: Words) -> Rule:
    """Return one kind of refusal: its name, what is wrong, and what to do."""
    return Rule(name, Severity.ERROR, message, remedy)


_FULL = _trouble(
    "disk-full",
    Words("the disk is full", "ổ đĩa đã đầy"),
    Words(
        "make room, then build again; the last good output still stands",
        "dọn bớt chỗ rồi dựng lại; bản dựng tốt gần nhất vẫn còn nguyên",
    ),
)
_FORBIDDEN = _trouble(
    "not-permitted",
    Words("you may not read or change this", "bạn không có quyền đọc hoặc sửa"),
    Words(
        "ask for the right to do so, or choose another folder",
        "xin cấp quyền, hoặc chọn thư mục khác",
    ),
)
_READ_ONLY = _trouble(
    "read-only",
    Words("nothing can be written on this disk", "ổ đĩa này chỉ cho đọc"),
    Words("choose a folder on another disk", "chọn thư mục trên ổ đĩa khác"),
)
_GONE = _trouble(
    "file-gone",
    Words("this is not there, or no longer", "tệp không có hoặc không còn ở đó"),
    Words(
        "put it back, or wait until nobody changes it; then build again",
        "đặt lại tệp, hoặc đợi khi không ai sửa nữa; rồi dựng lại",
    ),
)
_CHANGED = _trouble(
    "file-changed",
    Words("this changed while it was read", "tệp bị sửa trong lúc đang đọc"),
    Words("build again when nobody changes it", "dựng lại khi không ai sửa tệp nữa"),
)
_FOREIGN = _trouble(
    "output-foreign",
    Words(
        "this folder has files, and nothing shows that a build made them",
        "thư mục này có sẵn tệp mà không có gì cho thấy do lượt dựng tạo ra",
    ),
    Words(
        "choose another output folder; or, if nothing in it is needed, delete it and build again",
        "chọn thư mục khác để ghi trang; hoặc nếu không cần gì trong đó, xóa nó đi rồi dựng lại",
    ),
)
_ENTANGLED = _trouble(
    "output-entangled",
    Words(
        "this folder is or holds the content, or lies in it",
        "thư mục này trùng với nội dung, chứa nội dung, hoặc nằm trong nội dung",
    ),
    Words("choose another output folder", "chọn thư mục khác để ghi trang"),
)
_IN_THE_WAY = _trouble(
    "in-the-way",
    Words("something else stands where this must be", "có thứ khác nằm đúng chỗ này"),
    Words("move it away, then build again", "chuyển nó đi chỗ khác rồi dựng lại"),
)
_FAR = _trouble(
    "other-disk",
    Words(
        "this is on another disk than the folder around it", "nằm khác ổ đĩa với thư mục chứa nó"
    ),
    Words(
        "choose an output folder on the same disk, so that files can be moved into it whole",
        "chọn thư mục ghi trang trên cùng ổ đĩa để có thể chuyển trọn từng tệp",
    ),
)
_BUSY = _trouble(
    "build-running",
    Words(
        "another build has been running here for too long", "một lượt dựng khác chạy ở đây quá lâu"
    ),
    Words("end it, then build again", "dừng lượt dựng đó rồi dựng lại"),
)
_THEME = _trouble(
    "theme-broken",
    Words("the theme has a fault here: {reason}", "giao diện có lỗi ở đây: {reason}"),
    Words(
        "correct it, or ask whoever looks after the theme; the last good output still stands",
        "sửa lại hoặc báo người phụ trách giao diện; bản dựng tốt gần nhất vẫn còn nguyên",
    ),
)
_INDEXER = _trouble(
    "search-index",
    Words("the search index cannot be made: {reason}", "không lập được chỉ mục tìm kiếm: {reason}"),
    Words(
        "delete .venv and build again; the last good output still stands",
        "xóa .venv rồi dựng lại; bản dựng tốt gần nhất vẫn còn nguyên",
    ),
)
_OTHER = _trouble(
    "machine",
    Words("the computer reports: {reason}", "máy tính báo: {reason}"),
    Words("look into that, then build again", "kiểm tra điều đó rồi dựng lại"),
)
_BY_NUMBER: Mapping[int, Rule] = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _GONE,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
    errno.EXDEV: _FAR,
}


class Refusal(OSError):
    """What a build refuses by itself to touch or to trust, told as the machine's refusals are."""

    rule = _OTHER

    def __init__(self, path: object, reason: str = "", line: int = 0) -> None:
        """Refuse a path.

        Args:
            path: Of a file or folder.
            reason: Why, where the rule's words ask for it.
            line: Of the file, from 1; 0 where it is unknown.
        """
        super().__init__(0, reason, str(path))
        self.line = line

    def __reduce__(self) -> tuple[object, ...]:
        """Let a worker hand its refusal over."""
        return type(self), (self.filename, self.strerror, self.line)


class ForeignOutput(Refusal):
    """The output folder has files of another origin."""

    rule = _FOREIGN


class EntangledOutput(Refusal):
    """The output folder and the content folder are not apart."""

    rule = _ENTANGLED


class ChangedFile(Refusal):
    """A file is not what it was when the build first read it."""

    rule = _CHANGED


class BrokenTheme(Refusal):
    """A template, catalog or style of the theme cannot be used."""

    rule = _THEME


class BrokenIndexer(Refusal):
    """The program that makes the search index is not there, or refuses."""

    rule = _INDEXER


def tell(error: OSError, language: ReportLanguage, *, near: object = ".") -> str:
    """Return `path: what is wrong — what to do [name]`, one line, for what the computer refused."""
    return as_line(problem_of(error, near=near), language)


def problem_of(error: OSError, *, near: object = ".") -> Problem:
    """Return what the computer refused as a problem.

    Args:
        error: What was raised.
        near: The path to name where the error has none, as when a write finds no room.
    """
    places = (error.filename2, error.filename, getattr(error, "lock_file", None), near)
    place = Place(_path(places), getattr(error, "line", 0))
    return _rule(error).at(place, reason=error.strerror or error)


def _rule(error: OSError) -> Rule:
    if isinstance(error, Refusal):
        return error.rule
    return _BUSY if isinstance(error, TimeoutError) else _BY_NUMBER.get(error.errno or 0, _OTHER)


def _path(candidates: Iterable[object]) -> str:
    """Return the first path there is, from the working folder where it lies below it."""
    for path in candidates:
        if isinstance(path, str | bytes | os.PathLike):
            name = "".join(letter if letter.isprintable() else "?" for letter in os.fsdecode(path))
            return name.removeprefix(f"{os.getcwd()}{os.sep}")  # noqa: PTH109 -- text, not a path
    return ""
