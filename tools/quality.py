"""Tasks of contributors: lint, test, shape, docs, lock, parity."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from tools import environment, linters, machine, node, shape as shapes
from tools.command import run, say
from tools.failure import Failure
from tools.paths import from_root
from tools.site import flags


@contextmanager
def told() -> Iterator[None]:
    """Turn a failure of the machine into one line and exit code 2."""
    try:
        yield
    except Failure as failure:
        raise Exit(str(failure), code=2) from failure


def need_test_environment() -> None:
    """See that the checkers are there; `inv` cannot rebuild the environment it runs in."""
    if environment.state("test") != "keep":
        raise Exit("tasks.py: .venv is older than its locks; run 'python3 tasks.py lint'", code=2)
    with told():
        node.ensure()


@task(help={"fix": "Mend what the linters can mend, then lint"})
def lint(_: Context, fix: bool = False) -> None:
    """Run every linter: Python, imports, templates, CSS, YAML."""
    need_test_environment()
    if fix:
        linters.mend()
    if not linters.lint():
        raise Exit(code=1)


@task(
    name="test",
    help={
        "only": "A test file, folder or id; runs it alone, without lint and coverage",
        "update": "Accept the golden files as they come out now",
    },
)
def run_tests(_: Context, only: str | None = None, update: bool = False) -> None:
    """Run everything that CI runs: lint, then all tests with coverage."""
    need_test_environment()
    env = environment_of_tests()
    clean = True if only else linters.lint()
    tested = run([*pytest(only), *(["--snapshot-update"] if update else [])], env=env)
    if not clean:
        say("lint failed; its report stands above the tests")
    if tested or not clean:
        raise Exit(code=1)


def environment_of_tests() -> dict[str, str]:
    """Return the environment of the tests, with the programs that they use.

    A file that is opened without its encoding warns there, and fails the test: it would be read
    by the machine's locale.
    """
    with told():
        found = {
            "BULLETIN_CHROMIUM": machine.chromium(),
            "BULLETIN_FIREFOX": machine.firefox(),
            "BULLETIN_NEWSBOAT": machine.newsboat(),
            "BULLETIN_JAVA": machine.java(),
        }
    return {**os.environ, **found, "PYTHONWARNDEFAULTENCODING": "1"}


def pytest(only: str | None) -> list[str]:
    """Return pytest's command for one part or for all with coverage."""
    command = [sys.executable, "-m", "pytest", "--numprocesses", "auto", "--dist", "worksteal"]
    return [*command, str(from_root(only))] if only else [*command, "--cov"]


@task(help={"strict": "End with 1 when an aim is missed"})
def shape(_: Context, strict: bool = False) -> None:
    """Print how the code measures up to the aims of the house style."""
    if not shapes.report() and strict:
        raise Exit(code=1)


@task(help={"check": "Only tell whether the reference is up to date"})
def docs(_: Context, check: bool = False) -> None:
    """Generate docs/reference from the code."""
    command = [sys.executable, "-m", "plugins.bulletin.reference"]
    code = run([*command, *(["--check"] if check else [])])
    if code:
        raise Exit(code=code)


@task(help={"upgrade": "Take the newest versions that requirements/*.in allow"})
def lock(_: Context, upgrade: bool = False) -> None:
    """Compile requirements/*.in to locks with hashes and without index addresses."""
    options = ["--universal", "--generate-hashes", "--no-emit-index-url", "--no-annotate"]
    options += ["--no-header", "--python-version", "3.11", "--system-certs", "--quiet"]
    options += ["--upgrade"] if upgrade else []
    for name in ("base", "test", "bench"):
        files = [f"requirements/{name}.in", "--output-file", f"requirements/{name}.txt"]
        if run([sys.executable, "-m", "uv", "pip", "compile", *options, *files]):
            raise Exit(code=1)


@task(
    help={
        "half": "Measure one half of the labelled set alone: seen or held-out",
        "missed": "Name the faults that were missed, and what was found in clean pairs",
    }
)
def parity(_: Context, half: str | None = None, missed: bool = False) -> None:
    """Measure the parity check on the labelled set in tests/parity."""
    options = flags({"half": half, "missed": missed})
    code = run([sys.executable, "-m", "tests.parity.measure", *options])
    if code:
        raise Exit(code=code)
