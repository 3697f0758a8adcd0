"""Machine: what the computer refuses, told to editors. These are no rules of content."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.bulletin.problems.problem import ReportLanguage, Words


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind of refusal: what is wrong, what to do, and its name."""

    id: str
    message: Words
    remedy: Words


_FULL = Trouble(
    "disk-full",
    Words("the disk is full", "ổ đĩa đã đầy"),
    Words(
        "make room, then build again; the last good output still stands",
        "dọn bớt chỗ rồi dựng lại; bản dựng tốt gần nhất vẫn còn nguyên",
    ),
)
_FORBIDDEN = Trouble(
    "not-permitted",
    Words("you may not read or change this", "bạn không có quyền đọc hoặc sửa"),
    Words(
        "ask for the right to do so, or choose another folder",
        "xin cấp quyền, hoặc chọn thư mục khác",
    ),
)
_READ_ONLY = Trouble(
    "read-only",
    Words("nothing can be written on this disk", "ổ đĩa này chỉ cho đọc"),
    Words("choose a folder on another disk", "chọn thư mục trên ổ đĩa khác"),
)
_GONE = Trouble(
    "file-gone",
    Words("this is not there, or no longer", "tệp không có hoặc không còn ở đó"),
    Words(
        "put it back, or wait until nobody changes it; then build again",
        "đặt lại tệp, hoặc đợi khi không ai sửa nữa; rồi dựng lại",
    ),
)
_CHANGED = Trouble(
    "file-changed",
    Words("this changed while it was read", "tệp bị sửa trong lúc đang đọc"),
    Words("build again when nobody changes it", "dựng lại khi không ai sửa tệp nữa"),
)
_FOREIGN = Trouble(
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
_ENTANGLED = Trouble(
    "output-entangled",
    Words(
        "this folder is or holds the content, or lies in it",
        "thư mục này trùng với nội dung, chứa nội dung, hoặc nằm trong nội dung",
    ),
    Words("choose another output folder", "chọn thư mục khác để ghi trang"),
)
_IN_THE_WAY = Trouble(
    "in-the-way",
    Words("something else stands where this must be", "có thứ khác nằm đúng chỗ này"),
    Words("move it away, then build again", "chuyển nó đi chỗ khác rồi dựng lại"),
)
_FAR = Trouble(
    "other-disk",
    Words(
        "this is on another disk than the folder around it", "nằm khác ổ đĩa với thư mục chứa nó"
    ),
    Words(
        "choose an output folder on the same disk, so that files can be moved into it whole",
        "chọn thư mục ghi trang trên cùng ổ đĩa để có thể chuyển trọn từng tệp",
    ),
)
_BUSY = Trouble(
    "build-running",
    Words(
        "another build has been running here for too long", "một lượt dựng khác chạy ở đây quá lâu"
    ),
    Words("end it, then build again", "dừng lượt dựng đó rồi dựng lại"),
)
_OTHER = Trouble(
    "machine",
    Words("the computer reports: {reason}", "máy tính báo: {reason}"),
    Words("look into that, then build again", "kiểm tra điều đó rồi dựng lại"),
)
_BY_NUMBER: Mapping[int, Trouble] = {
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

    trouble = _OTHER

    def __init__(self, path: object) -> None:
        """Refuse a path."""
        super().__init__(0, self.trouble.message.en, str(path))


class ForeignOutput(Refusal):
    """The output folder has files of another origin."""

    trouble = _FOREIGN


class EntangledOutput(Refusal):
    """The output folder and the content folder are not apart."""

    trouble = _ENTANGLED


class ChangedFile(Refusal):
    """A file is not what it was when the build first read it."""

    trouble = _CHANGED


def tell(error: OSError, language: ReportLanguage, *, near: object = None) -> str:
    """Return `path: what is wrong — what to do [name]`, one line, for what the computer refused.

    Args:
        error: What was raised.
        language: Of the line.
        near: The path to name where the error has none, as when a write finds no room.
    """
    trouble = _trouble(error)
    details = {"reason": _line(error.strerror or error)}
    message = trouble.message.fill(language, details)
    remedy = trouble.remedy.fill(language, details)
    places = (error.filename2, error.filename, getattr(error, "lock_file", None), near)
    return f"{_place(places)}{message} — {remedy} [{trouble.id}]"


def _trouble(error: OSError) -> Trouble:
    if isinstance(error, Refusal):
        return error.trouble
    return _BUSY if isinstance(error, TimeoutError) else _BY_NUMBER.get(error.errno or 0, _OTHER)


def _place(candidates: Iterable[object]) -> str:
    """Return the first path there is, from the working folder where it lies below it."""
    for path in candidates:
        if isinstance(path, str | bytes | os.PathLike):
            name = _line(os.fsdecode(path))
            below = name.removeprefix(f"{os.getcwd()}{os.sep}")  # noqa: PTH109 -- text, not a path
            return f"{below}: "
    return ""


def _line(value: object) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in str(value))
