"""Digests: short names for contents, the same on every machine and in every run."""

from __future__ import annotations

import platform
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

SIZE = 16  # bytes
_PACKAGE = Path(__file__).resolve().parents[1]
# Libraries whose change may change what a build makes of the same content.
_LIBRARIES = ("babel", "feedgenerator", "jinja2", "lxml", "markdown", "markupsafe", "pelican")
_LIBRARIES += ("pelican-i18n-subsites", "pillow", "pydantic", "pymdown-extensions", "pyyaml")


def digest_bytes(content: bytes) -> bytes:
    """Return the digest of a content, `SIZE` bytes."""
    return blake2b(content, digest_size=SIZE).digest()


def digest_of(*parts: object) -> bytes:
    """Return the digest of values whose `repr` tells all: text, numbers, dates, dataclasses."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def digest_folder(folder: Path, pattern: str = "**/*") -> bytes:
    """Return the digest of a folder's files, names and contents."""
    files = sorted(path for path in folder.glob(pattern) if path.is_file())
    names = [path.relative_to(folder).as_posix() for path in files]
    contents = [digest_bytes(path.read_bytes()) for path in files]
    return digest_of(names, contents)


@cache
def code_digest() -> bytes:
    """Return the digest of our code, the libraries it stands on, and Python's version."""
    libraries = [(name, version(name)) for name in _LIBRARIES]
    return digest_of(digest_folder(_PACKAGE, "**/*.py"), libraries, platform.python_version())
