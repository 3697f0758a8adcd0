"""The Python environment in .venv: is it what the locks say, and if not, make it so.

Standard library only. A stamp in .venv is written last and records the place and the
digests of the locks that were installed, so a half-made environment is never taken for good.
There are two levels: `base` is what a build needs; `test` adds the checkers.
"""

import hashlib
import importlib
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from typing import Literal

from tools.command import run_logged, say
from tools.failure import Failure
from tools.machine import install, may_install
from tools.paths import CACHE, PYTHON, ROOT, VENV

Level = Literal["base", "test"]
Step = Literal["keep", "add", "rebuild"]

STAMP = VENV / "locks.txt"
LOG = CACHE / "pip.log"
LOCKS: dict[Level, tuple[Level, ...]] = {"base": ("base",), "test": ("base", "test")}

# What pip prints, in the order of asking, and what a person is told about it.
CAUSES = (
    (
        ("NewConnectionError", "NameResolutionError", "ConnectTimeout", "Network is unreachable"),
        "no network, so the packages cannot be fetched; connect and run this again",
        "không có mạng nên không tải được các gói; hãy kết nối rồi chạy lại",
    ),
    (
        ("SSLError", "CERTIFICATE_VERIFY_FAILED"),
        "the package index's certificate is not trusted; set PIP_CERT to your network's own",
        "không tin được chứng thư của kho gói; hãy đặt PIP_CERT theo mạng của bạn",
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "a downloaded package is not the one that was locked; run this again, then report it",
        "gói tải về không đúng với bản đã khoá; hãy chạy lại, nếu vẫn lỗi thì báo cho nhóm",
    ),
    (
        ("No space left",),
        "the disk is full; make room and run this again",
        "ổ đĩa đã đầy; hãy giải phóng chỗ rồi chạy lại",
    ),
    (
        ("No matching distribution",),
        "a locked package has no ready-made file for this Python; use Python 3.11 to 3.14",
        "có gói không hỗ trợ bản Python này; hãy dùng Python 3.11 đến 3.14",
    ),
)


def wanted(level: Level) -> dict[str, str]:
    """Return what the stamp must say for an environment of this level."""
    return {"place": str(VENV), **{name: digest(name) for name in LOCKS[level]}}


def digest(name: Level) -> str:
    """Return the digest of a lock file; line ends do not count."""
    lines = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return hashlib.sha256(lines.encode()).hexdigest()


def read_stamp(path: Path) -> dict[str, str]:
    """Read a stamp of `key value` lines; empty when there is none or it is damaged."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError):
        return {}
    return dict(line.split(" ", 1) for line in lines if " " in line)


def decide(stamp: dict[str, str], needed: dict[str, str]) -> Step:
    """Choose what to do with an environment that has this stamp.

    Only adding the `test` lock to a sound `base` is done in place: both locks agree on
    every version, so a build stays possible when the addition is interrupted.
    """
    differing = {key for key, value in needed.items() if stamp.get(key) != value}
    if not differing:
        return "keep"
    return "add" if differing == {"test"} and "test" not in stamp else "rebuild"


def state(level: Level) -> Step:
    """Choose what to do with the environment on disk."""
    return decide(read_stamp(STAMP), wanted(level)) if PYTHON.exists() else "rebuild"


def ensure(level: Level) -> None:
    """Make .venv what the locks say, at once when it already is.

    Raises:
        Failure: The machine lacks something; said in one line.
    """
    step = state(level)
    if step == "keep":
        return
    LOG.unlink(missing_ok=True)
    if step == "rebuild":
        create()
    fill(level)
    stamp = "".join(f"{key} {value}\n" for key, value in wanted(level).items())
    STAMP.write_text(stamp, encoding="utf-8", newline="\n")


def create() -> None:
    """Make an empty .venv in place of whatever is there."""
    ensure_venv_module()
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise Failure(
            f"cannot remove the old .venv ({error.strerror}); close the programs that use it",
            "không xoá được .venv cũ; hãy đóng các chương trình đang dùng nó",
        ) from error
    if run_logged([base_python(), "-m", "venv", str(VENV)], LOG) != 0:
        raise Failure(
            "cannot make .venv here; see .cache/pip.log",
            "không tạo được .venv ở đây; xem .cache/pip.log",
        )


def base_python() -> str:
    """Return an interpreter outside .venv: one cannot rebuild the house it stands in."""
    return str(getattr(sys, "_base_executable", sys.executable))


def ensure_venv_module() -> None:
    """See to the part of Python that makes environments, which Debian packs separately."""
    package = f"python3.{sys.version_info.minor}-venv"
    if not has_venv_module() and may_install():
        install(package)
        importlib.invalidate_caches()
    if not has_venv_module():
        raise Failure(
            "this Python has no venv module; on Debian or Ubuntu run "
            f"'sudo apt-get install {package}'",
            f"Python này thiếu mô-đun venv; trên Debian hoặc Ubuntu hãy chạy "
            f"'sudo apt-get install {package}'",
        )


def has_venv_module() -> bool:
    """Tell whether this Python can make environments with pip in them."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def fill(level: Level) -> None:
    """Install the lock of this level into .venv."""
    say(f"Installing requirements/{level}.txt into .venv (once per change, about a minute) …")
    command = [
        *(str(PYTHON), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"),
        *("--no-input", "--disable-pip-version-check", "--retries", "2"),
        *("--requirement", str(ROOT / "requirements" / f"{level}.txt")),
    ]
    env = {key: value for key, value in os.environ.items() if key != "PIP_USER"}
    if run_logged(command, LOG, env=env) != 0:
        raise explain(LOG.read_text(encoding="utf-8"))


def explain(log: str) -> Failure:
    """Turn what pip printed into one line that names the likely cause."""
    for signs, english, vietnamese in CAUSES:
        if any(sign in log for sign in signs):
            return Failure(f"{english} (log: .cache/pip.log)", vietnamese)
    return Failure(
        "pip could not install the packages; see the end of .cache/pip.log",
        "pip không cài được các gói; xem phần cuối .cache/pip.log",
    )
