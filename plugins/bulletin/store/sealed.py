"""Sealed files: one value in one file, written whole, and trusted only when its seal fits."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from plugins.bulletin.store.digests import SIZE, digest_bytes
from plugins.bulletin.store.packing import pack, unpack


def write_sealed(location: Path, value: object) -> None:
    """Write a value with the digest of its bytes in front."""
    content = pack(value)
    location.parent.mkdir(parents=True, exist_ok=True)
    aside = location.with_name(f".{location.name}.{os.getpid()}.part")
    if location.is_dir():
        shutil.rmtree(location)
    try:
        aside.write_bytes(digest_bytes(content) + content)
        aside.replace(location)
    finally:
        aside.unlink(missing_ok=True)


def read_sealed(location: Path) -> object | None:
    """Read a value that this code wrote, or None when the file is absent or damaged."""
    try:
        raw = location.read_bytes()
    except OSError:
        return None
    if digest_bytes(memoryview(raw)[SIZE:]) != raw[:SIZE]:
        return None
    try:
        return unpack(memoryview(raw)[SIZE:])
    except Exception:  # noqa: BLE001 -- classes of another version: as good as absent
        return None
