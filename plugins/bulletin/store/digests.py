"""Digests: short names for contents, the same on every machine and in every run."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

SIZE = 16  # bytes
_PACKAGE = Path(__file__).resolve().parents[1]


def digest_bytes(content: bytes | memoryview) -> bytes:
    """Return the digest of a content, `SIZE` bytes."""
    return blake2b(content, digest_size=SIZE).digest()


def digest_of(*parts: object) -> bytes:
    """Return the digest of values whose `repr` tells all: text, numbers, dates, dataclasses."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=SIZE).digest()


def digest_folder(folder: Path, ending: str = "") -> bytes:
    """Return the digest of a folder's files, names and contents; of those with an ending."""
    above = len(str(folder)) + 1
    files = sorted(path for path in _walk(str(folder)) if path.endswith(ending))
    names = [path[above:].replace(os.sep, "/") for path in files]
    return digest_of(names, [digest_bytes(_read(path)) for path in files])


def _walk(folder: str) -> Iterator[str]:
    """Yield the paths of all files below a folder; one that is not there has none."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif entry.is_file():
            yield entry.path


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- hundreds of Paths cost more
        return file.read()


@cache
def code_digest() -> bytes:
    """Return the digest of our code, the libraries it stands on, and Python's version."""
    installed = os.listdir(sysconfig.get_path("purelib"))  # noqa: PTH208 -- names carry versions
    libraries = sorted(name for name in installed if name.endswith(".dist-info"))
    own = digest_folder(_PACKAGE, ".py"), digest_folder(_PACKAGE / "land")
    return digest_of(own, libraries, sys.version)
