"""Progress: what a long command is at, told on standard error and never anywhere else.

Work is told as `tell(stage, done, total)`; a stage without a count has the total 0. A terminal
gets one line that is written over and goes away; anything else gets a few plain lines.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Literal, TextIO

from msgspec import Struct

from plugins.bulletin.problems.problem import ReportLanguage, Words

Stage = Literal[
    "reading", "judging", "linking", "pictures", "search", "pages", "audit", "live", "keeping"
]
Tell = Callable[[Stage, int, int], None]
Count = Callable[[int, int], None]  # takes how many are done, and of how many

PATIENCE = 1.0  # seconds that nothing is told for
_REFRESH = 0.1  # seconds between two states of the line
_REMIND = 10.0  # seconds between two plain lines of one stage
CLOCK: Callable[[], float] = time.monotonic  # seconds; tests put their own in its place

_STAGES: dict[Stage, Words] = {
    "reading": Words("reading texts", "đang đọc bài"),
    "judging": Words("judging language and parity", "đang soát chữ và đối chiếu"),
    "linking": Words("linking", "đang nối liên kết"),
    "search": Words("making the search index", "đang lập chỉ mục tìm kiếm"),
    "pictures": Words("making pictures", "đang tạo ảnh"),
    "pages": Words("making pages", "đang tạo trang"),
    "audit": Words("checking what was made", "đang kiểm tra trang đã tạo"),
    "live": Words("bringing the output up to date", "đang chuyển trang vào thư mục ghi"),
    "keeping": Words("keeping work for the next build", "đang lưu kết quả cho lượt dựng sau"),
}


def silent(stage: Stage, done: int, total: int) -> None:
    """Tell nobody."""


def uncounted(done: int, total: int) -> None:
    """Count for nobody."""


@contextmanager
def showing(language: ReportLanguage) -> Iterator[Tell]:
    """Show progress on standard error while something is done; leave no line behind."""
    display = Display(sys.stderr, language, CLOCK)
    try:
        yield display.tell
    finally:
        display.clear()


class Display(Struct):
    """One command's progress on a stream.

    `clock` gives seconds; `columns` is the width of the terminal, asked for when None.
    """

    stream: TextIO
    language: ReportLanguage
    clock: Callable[[], float]
    columns: int | None = None
    _begun: float = 0.0
    _told: float = float("-inf")  # when something was last shown, and
    _stage: str = ""  # what that was about
    _width: int = 0  # of the line that stands there

    def __post_init__(self) -> None:
        """Note when it began."""
        self._begun = self.clock()

    def tell(self, stage: Stage, done: int, total: int) -> None:
        """Show what is done, unless it is too early or too soon after the last time."""
        now = self.clock()
        if now - self._begun < PATIENCE:
            return
        is_terminal = self.stream.isatty()
        pause = _REFRESH if is_terminal else _REMIND
        if stage == self._stage and now - self._told < pause:
            return
        self._told, self._stage = now, stage
        line = self._line(stage, done, total)
        with suppress(OSError):  # a stream that was closed is no reason to end a build
            self._write_over(line) if is_terminal else self._write(f"{line}\n")

    def clear(self) -> None:
        """Take the line away, if one stands there."""
        if self._width:
            with suppress(OSError):
                self._write_over("")

    def _line(self, stage: Stage, done: int, total: int) -> str:
        words = _STAGES[stage].fill(self.language, {})
        if not total:
            return f"{words} …"
        return f"{words}: {self._number(done)}/{self._number(total)}"

    def _number(self, count: int) -> str:
        from plugins.bulletin.text.numbers import format_integer

        return format_integer(count, self.language)

    def _write_over(self, line: str) -> None:
        columns = self.columns or shutil.get_terminal_size().columns
        shown = line[: columns - 1]  # a full line would go on to the next one
        end = "\r" if not shown else ""
        self._write("\r" + shown.ljust(self._width) + end)
        self._width = len(shown)

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()
