"""From a bare Python to a running task: what a person is told, and when .venv is made anew."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import bootstrap, environment
from tools.paths import ROOT

PLACE = {"place": "/here/.venv"}
BASE = {**PLACE, "base": "1"}
TEST = {**BASE, "test": "2"}
# Nothing listens on the discard port of this machine, so pip meets a machine without network.
NO_NETWORK = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple/", "PIP_CONFIG_FILE": os.devnull}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy what a task needs to start, without an environment."""
    root = tmp_path / "bản sao"
    for folder in ("tools", "requirements"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tasks.py", root)
    return root


def start(
    root: Path, *arguments: str, fakes: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run tasks.py with a bare environment and a machine that is altered by `fakes`."""
    (root / "fakes").mkdir(exist_ok=True)
    (root / "fakes" / "sitecustomize.py").write_text(fakes, encoding="utf-8")
    base = getattr(sys, "_base_executable", sys.executable)
    env = {"PATH": str(root / "bin"), "HOME": str(root), "PYTHONPATH": str(root / "fakes")}
    return subprocess.run(
        [base, str(root / "tasks.py"), *arguments],
        cwd=root,
        env={**env, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def write_program(path: Path, body: str) -> None:
    """Write a shell script that stands in for a program."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def stamp_as_fresh(root: Path, level: str) -> None:
    """Mark the environment of a checkout as just made."""
    code = (
        "from tools import environment as e; "
        f"text = ''.join(f'{{k}} {{v}}\\n' for k, v in e.wanted({level!r}).items()); "
        "e.STAMP.write_text(text, encoding='utf-8')"
    )
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)


def test_tasks_file_parses_on_old_python() -> None:
    """Python 3.6 can read tasks.py, so it can say what is wrong."""
    ast.parse((ROOT / "tasks.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_old_python_is_told_in_one_line(checkout: Path) -> None:
    """Too old a Python gets a line in both languages that names the version found."""
    done = start(checkout, "build", fakes="import sys\nsys.version_info = (3, 9, 2, 'final', 0)")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "Python 3.11 or newer is needed, this is 3.9.2" in line
    assert "Cần Python 3.11" in line


def test_missing_venv_module_names_the_command(checkout: Path) -> None:
    """Without the right to install, the person is given the exact command."""
    done = start(checkout, "build", fakes="import sys\nsys.modules['ensurepip'] = None")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert f"sudo apt-get install python3.{sys.version_info.minor}-venv" in line


def test_root_installs_the_missing_venv_module(checkout: Path) -> None:
    """Root on Debian gets the system's package; when even that fails, one line."""
    write_program(checkout / "bin" / "apt-get", 'echo "asked for: $*"')
    fakes = "import os, sys\nsys.modules['ensurepip'] = None\nos.geteuid = lambda: 0"
    done = start(checkout, "build", fakes=fakes)
    log = (checkout / ".cache" / "apt.log").read_text(encoding="utf-8")
    assert "asked for: install --yes --no-install-recommends python3." in log
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_no_network_is_told_in_one_line(checkout: Path) -> None:
    """Without network the cause is named, the log kept, and nothing half-made is trusted."""
    done = start(checkout, "build", **NO_NETWORK)
    assert done.returncode == 2
    assert "no network" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert (checkout / ".cache" / "pip.log").stat().st_size > 0
    assert not (checkout / ".venv" / "locks.txt").exists()


def test_unreadable_lock_is_told_in_one_line(checkout: Path) -> None:
    """A file that cannot be read or written is named, without a traceback."""
    (checkout / "requirements" / "base.txt").unlink()
    write_program(checkout / ".venv" / "bin" / "python", "exit 0")
    done = start(checkout, "build")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "base.txt" in line


def test_fresh_environment_gets_arguments_and_keeps_exit_code(checkout: Path) -> None:
    """The interpreter of .venv takes over with the same arguments and has the last word."""
    write_program(checkout / ".venv" / "bin" / "python", 'shift; echo "$@"; exit 7')
    stamp_as_fresh(checkout, "base")
    done = start(checkout, "build", "--output", "nơi khác")
    assert (done.returncode, done.stdout, done.stderr) == (7, "build --output nơi khác\n", "")


def test_changed_lock_makes_the_environment_anew(checkout: Path) -> None:
    """An environment older than its lock is not used, not even without network."""
    write_program(checkout / ".venv" / "bin" / "python", "exit 0")
    stamp_as_fresh(checkout, "base")
    with (checkout / "requirements" / "base.txt").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")
    done = start(checkout, "build", **NO_NETWORK)
    assert done.returncode == 2
    assert "Installing requirements/base.txt" in done.stderr


@pytest.mark.parametrize(
    ("stamp", "needed", "step"),
    [
        pytest.param(BASE, BASE, "keep", id="fresh"),
        pytest.param(TEST, BASE, "keep", id="has more than needed"),
        pytest.param(BASE, TEST, "add", id="tests after a build"),
        pytest.param({}, BASE, "rebuild", id="half-made"),
        pytest.param({**BASE, "base": "0"}, BASE, "rebuild", id="older than the lock"),
        pytest.param({**TEST, "test": "0"}, TEST, "rebuild", id="checkers older than the lock"),
        pytest.param({**BASE, "place": "/there"}, BASE, "rebuild", id="moved"),
    ],
)
def test_decide(stamp: dict[str, str], needed: dict[str, str], step: str) -> None:
    """The stamp alone decides what happens to an environment."""
    assert environment.decide(stamp, needed) == step


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"damaged\n"])
def test_damaged_stamp_is_empty(tmp_path: Path, content: bytes | None) -> None:
    """A stamp that cannot be read is none, so the environment is made anew."""
    path = tmp_path / "locks.txt"
    if content is not None:
        path.write_bytes(content)
    assert environment.read_stamp(path) == {}


@pytest.mark.parametrize(
    ("log", "cause"),
    [
        ("after connection broken by 'NewConnectionError(…)'\nNo matching distribution", "network"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "locked"),
        ("SSLError(SSLCertVerificationError(…))", "certificate"),
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("ERROR: No matching distribution found for lxml==6", "Python 3.11 to"),
        ("something else", "pip could not install"),
    ],
)
def test_cause_is_named(log: str, cause: str) -> None:
    """What pip prints becomes one line with the likely cause."""
    told = str(environment.explain(log))
    assert cause in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("arguments", "level"),
    [(["build"], "base"), ([], "base"), (["build", "lint"], "test"), (["test"], "test")],
)
def test_level(arguments: list[str], level: str) -> None:
    """A build does without the checkers."""
    assert bootstrap.level(arguments) == level
