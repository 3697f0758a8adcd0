"""Where things are in the checkout. Standard library only; knows no task."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")


def from_root(path: str | None) -> str | None:
    """Make a path that was given in the caller's folder hold in the root folder too."""
    if path is None or Path.cwd() == ROOT:
        return path
    return str(Path(path).absolute())
