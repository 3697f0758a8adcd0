"""Errands: another process that does pieces of work while this one goes on.

It can prepare itself for them, for what it has to import takes longer than the work.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar, cast

from msgspec import Struct

from plugins.bulletin.store.packing import pack, unpack

FEW = 100  # files or outputs that are an errand; more are shared out among all processes

Result = TypeVar("Result")
_LENGTH = 8  # bytes that tell a length
_WIDTH = 1 << 20  # bytes; the records of some hundred partners


class Runner(Struct):
    """A process that does what it is sent, one after the other; 0 where there is none.

    The numbers are ends of pipes. What goes through has its length in front.
    """

    process: int = 0
    to: int = -1
    back: int = -1

    def send(self, work: Callable[[], object]) -> None:
        """Tell what to do next: a function that can be packed, and that shares nothing with us."""
        self._tell(work, is_wanted=True)

    def prepare(self, work: Callable[[], object]) -> None:
        """Let something be done for what comes next, of which nobody wants the result."""
        self._tell(work, is_wanted=False)

    def _tell(self, work: Callable[[], object], *, is_wanted: bool) -> None:
        if self.process:
            try:
                _put(self.to, pack((work, is_wanted)))
            except OSError:
                self.dismiss()

    def fetch(self, work: Callable[[], Result]) -> Result:
        """Wait for what the next work came to; where nothing came, do it here.

        So a fault of the work itself comes to light in this process.
        """
        packed = _get(self.back) if self.process else b""
        if not packed:
            self.dismiss()
            return work()
        return cast("Result", unpack(packed))

    def dismiss(self) -> None:
        """End the process, whatever it is at; it keeps nothing that could be left half done."""
        if self.process:
            os.close(self.to)
            os.close(self.back)
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.process = 0


def _put(sink: int, content: bytes) -> None:
    rest = memoryview(len(content).to_bytes(_LENGTH, "big") + content)
    while rest:
        rest = rest[os.write(sink, rest) :]


def _get(source: int) -> bytes:
    """Return what was put in at the other end, b"" where that is closed."""
    return _take(source, int.from_bytes(_take(source, _LENGTH), "big"))


def _take(source: int, size: int) -> bytes:
    pieces = []
    while size and (piece := os.read(source, size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces) if not size else b""


def engage() -> Runner:
    """Start a copy of this process that does work as long as some comes.

    It ends when it is dismissed and when this process is gone. The system may refuse it.
    """
    if not hasattr(os, "fork"):
        return Runner()
    theirs, ours = os.pipe()
    _widen(ours)
    back, sink = os.pipe()
    try:
        process = os.fork()
    except OSError:
        process = -1
    if process == 0:
        os.close(ours)
        os.close(back)
        _serve(theirs, sink)
    os.close(theirs)
    os.close(sink)
    if process < 0:
        os.close(ours)
        os.close(back)
        return Runner()
    return Runner(process, ours, back)


def _widen(end: int) -> None:
    """Let a pipe hold what is sent before anybody reads it, where the system can."""
    with suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(end, fcntl.F_SETPIPE_SZ, _WIDTH)


def _serve(source: int, sink: int) -> None:
    """Do what is sent, send what it came to, and end without a word, whatever happens."""
    try:
        with suppress(Exception):
            while packed := _get(source):
                work, is_wanted = cast("tuple[Callable[[], object], bool]", unpack(packed))
                done = work()
                if is_wanted:
                    _put(sink, pack(done))
    finally:
        os._exit(0)
