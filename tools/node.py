"""The checkers that come from npm, run by the Node that the test environment brings along.

Standard library only. A build needs none of this.
"""

import hashlib
import os
from pathlib import Path

from tools.command import run_logged, say
from tools.failure import Failure
from tools.paths import CACHE, ROOT, SCRIPTS

MODULES = ROOT / "node_modules"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
AXE = MODULES / "axe-core" / "axe.min.js"
NODE = SCRIPTS / ("node.exe" if os.name == "nt" else "node")
STAMP = MODULES / ".lock-digest"


def ensure() -> None:
    """Make node_modules what package-lock.json says, at once when it already is.

    Raises:
        Failure: npm could not fetch the packages.
    """
    digest = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == digest:
        return
    install()
    STAMP.write_text(digest, encoding="ascii")


def install() -> None:
    """Install package-lock.json into node_modules; the log is .cache/npm.log."""
    say("Installing package-lock.json into node_modules (once per change) …")
    npm = SCRIPTS / ("npm.exe" if os.name == "nt" else "npm")
    log = CACHE / "npm.log"
    log.unlink(missing_ok=True)
    if run_logged([str(npm), "ci"], log, env=environment()) != 0:
        raise Failure(
            "npm could not fetch the checkers; is there a network? (log: .cache/npm.log)",
            "npm không tải được các công cụ kiểm tra; có mạng không? (xem .cache/npm.log)",
        )


def environment() -> dict[str, str]:
    """Return the environment for Node: our Node first on PATH, the system's certificates."""
    path = os.pathsep.join([str(SCRIPTS), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path, "NODE_OPTIONS": "--use-system-ca"}


def script(package: str, file: str) -> list[str]:
    """Return the command that runs a package's script."""
    return [str(NODE), str(Path("node_modules") / package / file)]
