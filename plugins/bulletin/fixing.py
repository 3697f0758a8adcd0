"""Fixing: mends in files what can be mended without a person, and nothing else."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from plugins.bulletin.publish.files import write_file
from plugins.bulletin.read.files import TEXT_SUFFIXES, find_files


def fix_files(content: Path) -> list[str]:
    """Compose loose marks (NFC) in every text file and return the paths that changed.

    A file that is not UTF-8 is left alone: `check` reports it.
    """
    files, _ = find_files(content)
    texts = (file for file in files if file.name.endswith(TEXT_SUFFIXES))
    return [file.path for file in texts if _fix(file.location)]


def _fix(location: Path) -> bool:
    raw = location.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    fixed = unicodedata.normalize("NFC", text)
    if fixed == text:
        return False
    write_file(location, fixed.encode("utf-8"))
    return True
