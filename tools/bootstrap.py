"""From a bare Python to a running task: see to .venv, then hand over to invoke inside it.

Standard library only, up to the moment when the interpreter of .venv takes over.
"""

import os
import subprocess
import sys
from pathlib import Path

from tools import environment
from tools.command import say
from tools.failure import Failure
from tools.paths import PYTHON, ROOT, VENV

# Tasks that need the checkers; all others make do with what a build needs.
TEST_TASKS = frozenset({"test", "lint", "docs", "lock"})


def main(arguments: list[str]) -> int:
    """Run tasks in the environment that they need and return the exit code."""
    try:
        environment.ensure(level(arguments))
    except Failure as failure:
        say(str(failure))
        return 2
    except OSError as error:
        say(str(cannot_write(error)))
        return 2
    except KeyboardInterrupt:
        return 130
    return run_tasks(arguments) if Path(sys.prefix) == VENV else hand_over(arguments)


def cannot_write(error: OSError) -> Failure:
    """Tell of a disk or folder that does not take what must be written."""
    place = error.filename or ROOT
    return Failure(
        f"cannot read or write {place}: {error.strerror}; check its permissions and the disk",
        f"không đọc hoặc ghi được {place}; hãy kiểm tra quyền truy cập và ổ đĩa",
    )


def level(arguments: list[str]) -> environment.Level:
    """Tell which lock the named tasks need."""
    return "test" if TEST_TASKS.intersection(arguments) else "base"


def hand_over(arguments: list[str]) -> int:
    """Start over with the interpreter of .venv.

    On POSIX it replaces this process, so signals and the exit code are its own.
    Windows has no such call: its `os.execv` returns to the shell at once.
    """
    command = [str(PYTHON), str(ROOT / "tasks.py"), *arguments]
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def run_tasks(arguments: list[str]) -> int:
    """Run tasks with invoke, which exists only inside .venv."""
    from tools.program import run

    return run(arguments)
