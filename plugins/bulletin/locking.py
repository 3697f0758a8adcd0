"""Locking: never two builds at once in one place. Imports nothing heavy."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.settings import BuildSettings

if TYPE_CHECKING:
    from filelock import FileLock

PATIENCE = 600  # seconds to wait for another build

_WAITING = {
    "en": "another build is running here; waiting for it to end",
    "vi": "một lượt dựng khác đang chạy ở đây; đang chờ",
}


def take_lock(settings: BuildSettings, language: ReportLanguage) -> FileLock:
    """Take the lock of an output; say so when another build has it, and wait.

    The system lets go of the lock of a process that was killed.

    Raises:
        OSError: The other build did not end, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    settings.cache.mkdir(parents=True, exist_ok=True)
    location = settings.cache / "lock"
    if location.is_dir():
        shutil.rmtree(location)
    lock = FileLock(location)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        print(_WAITING[language], file=sys.stderr)  # noqa: T201
        lock.acquire(timeout=PATIENCE)
    return lock
