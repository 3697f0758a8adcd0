"""Digests: short names for contents, the same on every machine and in every run."""

from __future__ import annotations

import os
import platform
import sysconfig
from functools import cache
from hashlib import blake2b
from pathlib import Path

SIZE = 16  # bytes
_PACKAGE = Path(__file__).resolve().parents[1]


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
    installed = os.listdir(sysconfig.get_path("purelib"))  # noqa: PTH208 -- names carry versions
    libraries = sorted(name for name in installed if name.endswith(".dist-info"))
    own = [digest_folder(_PACKAGE, pattern) for pattern in ("**/*.py", "land/*")]
    return digest_of(own, libraries, platform.python_version())
