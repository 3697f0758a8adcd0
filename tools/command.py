"""Run other programs. Standard library only; knows no task."""

import shutil
import subprocess
import sys
from pathlib import Path

from tools.paths import ROOT


def run(command: list[str], *, env: dict[str, str] | None = None) -> int:
    """Run a program from the root folder on the caller's own streams; return its exit code."""
    try:
        return subprocess.call(command, cwd=ROOT, env=env)
    except KeyboardInterrupt:
        return 130


def run_logged(command: list[str], log: Path, *, env: dict[str, str] | None = None) -> int:
    """Run a program and append all it prints to a log; return its exit code.

    A terminal shows the latest line, so that a long step is seen to move.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as sink:
        sink.write(f"$ {' '.join(command)}\n")
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        for line in process.stdout or ():
            sink.write(line)
            show_latest(line.strip())
    show_latest("")
    return process.wait()


def show_latest(line: str) -> None:
    """Replace the line last shown on the terminal; print nothing elsewhere."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write("\r\033[K" + line[:width])
        sys.stderr.flush()


def say(line: str) -> None:
    """Tell the person at the terminal what happens now."""
    print(line, file=sys.stderr, flush=True)
