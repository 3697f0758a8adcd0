"""Builds for tests: a content folder becomes a site, with a fixed clock and no machine's locale."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from plugins.bulletin import cli, progress

ROOT = Path(__file__).resolve().parent.parent.parent
REAL_CONTENT = ROOT / "content"
SECOND_CONTENT = ROOT / "tests" / "sites" / "second" / "content"
BASE_URL = "https://bulletin.example"
EPOCH = "1767225600"  # 2026-01-01, the moment of every build in tests
PATIENCE = 120  # seconds to wait for another process's build


@dataclass(frozen=True)
class Built:
    """One run of a command: its exit code, what it printed, and where the site would be."""

    code: int
    out: str
    err: str
    output: Path

    def text(self, path: str) -> str:
        """Return a file of the output."""
        return (self.output / path).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Return every file of the output by its path."""
        return files_of(self.output)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path, with `/`."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def environment(**changes: str) -> dict[str, str]:
    """Return the environment of a build: the fixed moment and address, and changes to both."""
    unset = ("BULLETIN_LANGUAGE", "LANG", "LC_ALL")
    inherited = {name: value for name, value in os.environ.items() if name not in unset}
    fixed = {"SOURCE_DATE_EPOCH": EPOCH, "BULLETIN_SITE_URL": BASE_URL, "PYTHONUTF8": "1"}
    return {**inherited, **fixed, **changes}


def run_here(*arguments: str, output: Path, env: Mapping[str, str] | None = None) -> Built:
    """Run a command of editors in this process, which is quicker than a new one."""
    out, err = io.StringIO(), io.StringIO()
    given = environment(**(env or {}))
    with (
        mock.patch.dict(os.environ, given, clear=True),
        mock.patch.object(progress, "CLOCK", return_value=0.0),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = cli.main(arguments)
        except SystemExit as end:  # argparse's way out, and that of settings that are refused
            code = end.code if isinstance(end.code, int) else 1
    return Built(code, out.getvalue(), err.getvalue(), output)


def build_here(
    content: Path, output: Path, *options: str, env: Mapping[str, str] | None = None
) -> Built:
    """Build a content folder in this process."""
    places = ("--content", str(content), "--output", str(output))
    return run_here("build", *places, *options, output=output, env=env)


def run_apart(
    command: Sequence[str], env: Mapping[str, str] | None = None, *, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run Python with arguments in a process of its own."""
    return subprocess.run(
        [sys.executable, *command],
        env=environment() if env is None else dict(env),
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def build_apart(
    content: Path, output: Path, *options: str, env: Mapping[str, str] | None = None
) -> Built:
    """Build a content folder in a process of its own."""
    places = ["--content", str(content), "--output", str(output)]
    done = run_apart(["-m", "plugins.bulletin", "build", *places, *options], env)
    return Built(done.returncode, done.stdout, done.stderr, output)


def overlay(base: Path, target: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Copy a content folder and put files over it; None removes one."""
    shutil.copytree(base, target)
    for name, text in files.items():
        location = target / name
        location.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            location.unlink()
        else:
            location.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return target


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first of several processes fills while the others wait.

    Raises:
        RuntimeError: The process that had to fill it failed or took too long.
    """
    done = folder.with_name(folder.name + ".done")
    try:
        folder.mkdir(parents=True)
    except FileExistsError:
        return _wait(folder, done)
    with _told(done):
        make(folder)
    return folder


@contextlib.contextmanager
def _told(done: Path) -> Iterator[None]:
    word = "failed"
    try:
        yield
        word = "made"
    finally:
        aside = done.with_name(done.name + ".part")
        aside.write_text(word, encoding="ascii")
        aside.replace(done)


def _wait(folder: Path, done: Path) -> Path:
    for _ in range(PATIENCE * 20):
        if done.is_file():
            break
        time.sleep(0.05)
    if not done.is_file() or done.read_text(encoding="ascii") != "made":
        raise RuntimeError(f"{folder.name} could not be built; see the first failure")
    return folder
