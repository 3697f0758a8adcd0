"""Machine: what is told about the computer and the programs beside the results."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.contestants import Contestant, Hugo

PACKAGES = ("pelican", "pelican-i18n-subsites", "markdown", "jinja2", "lxml")


def facts(kinds: Sequence[type[Contestant]]) -> dict[str, str]:
    """Describe the machine, the programs and the day."""
    found = {
        "date": day(),
        "machine": f"{os.cpu_count()} cores, {memory_gib():.0f} GiB of memory, {platform.system()}",
        "Python": platform.python_version(),
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
    }
    return found | ({"Hugo": hugo_version()} if Hugo in kinds else {})


def day() -> str:
    """Return the day of SOURCE_DATE_EPOCH, else of the last commit."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _output("git", "log", "-1", "--format=%ct")
    return f"{datetime.fromtimestamp(int(epoch), UTC):%Y-%m-%d}" if epoch else "unknown"


def memory_gib() -> float:
    """Return the machine's memory in GiB."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def hugo_version() -> str:
    """Return the number that Hugo tells of itself."""
    match = re.search(r"v([0-9.]+)", _output(Hugo(Path()).program, "version"))
    return match[1] if match else "unknown"


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return done.stdout.strip()
