"""Git: what its program says of a folder. It takes no lock and asks nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

PATIENCE = 60  # seconds for one answer


def find_git() -> str | None:
    """Return the program, or None on a machine without it."""
    return shutil.which("git")


def ask_git(program: str, folder: Path, *arguments: str) -> bytes:
    """Return what git says, nothing when it refuses."""
    given = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    quiet = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    command = [program, "-c", "core.quotePath=off", "-c", "log.showRoot=true", *arguments]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**given, **quiet, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
