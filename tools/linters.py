"""The linters: what each is called, what it reads, and all of them at once."""

import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from tools import node
from tools.command import say
from tools.paths import ROOT

CSS = "theme/static/**/*.css"
YAML = (".yamllint.yaml", ".djlint_rules.yaml")


@dataclass(frozen=True)
class Linter:
    """One linter and its command; `mend` is the command that mends what it can."""

    name: str
    command: list[str]
    mend: list[str] | None = None


@dataclass(frozen=True)
class Verdict:
    """What a linter said, and how long it thought, in seconds."""

    name: str
    code: int
    report: str
    seconds: float


def python(*arguments: str) -> list[str]:
    """Return the command that runs a module of this environment."""
    return [sys.executable, "-m", *arguments]


def linters() -> tuple[Linter, ...]:
    """Return every linter, the slowest first."""
    stylelint = node.script("stylelint", "bin/stylelint.mjs")
    return (
        Linter("mypy", python("mypy", "plugins", "tools", "benchmarks", "tests", "tasks.py")),
        Linter("djlint", python("djlint", "theme/templates", "--lint", "--quiet")),
        Linter("stylelint", [*stylelint, CSS], [*stylelint, "--fix", CSS]),
        Linter("yamllint", python("yamllint", "--strict", "content", ".github", *YAML)),
        Linter("imports", [*IMPORTS]),
        Linter("ruff check", python("ruff", "check"), python("ruff", "check", "--fix")),
        Linter("ruff format", python("ruff", "format", "--check"), python("ruff", "format")),
    )


# import-linter has no module to run with -m.
IMPORTS = (
    sys.executable,
    "-c",
    "from importlinter.cli import lint_imports_command; lint_imports_command()",
    "--cache-dir",
    ".cache/import-linter",
)


def judge(name: str, command: Sequence[str]) -> Verdict:
    """Run one linter from the root folder."""
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=node.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return Verdict(name, done.returncode, done.stdout, time.monotonic() - started)


def mend() -> None:
    """Let the linters that can do so mend the files, one after the other."""
    for linter in linters():
        if linter.mend:
            judge(linter.name, linter.mend)


def lint() -> bool:
    """Run all linters at once, print what they find, and tell whether all are content."""
    with ThreadPoolExecutor() as pool:
        waiting = [pool.submit(judge, linter.name, linter.command) for linter in linters()]
        verdicts = [show(future.result()) for future in as_completed(waiting)]
    return all(verdict.code == 0 for verdict in verdicts)


def show(verdict: Verdict) -> Verdict:
    """Print a verdict as soon as it is known; a content linter gets one line."""
    word = "fails" if verdict.code else "ok"
    say(f"{verdict.name:12} {word:6} {verdict.seconds:5.1f} s")
    if verdict.code:
        say(verdict.report.rstrip())
    return verdict
