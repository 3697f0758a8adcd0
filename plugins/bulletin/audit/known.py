"""Known: what one audit leaves to the next."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import NamedTuple

from plugins.bulletin.audit.facts import FileFacts
from plugins.bulletin.audit.settings import Ground


class Kept(NamedTuple):
    """The facts of one file, and the digest of the content that they were read from."""

    digest: str
    facts: FileFacts


class Known(NamedTuple):
    """What an audit leaves to the next one: facts by path, and the ground they stand on."""

    ground: Ground | None = None
    files: Mapping[str, Kept] = {}


def without(known: Known, paths: Container[str]) -> Known:
    """Return what is known of other files than some."""
    files = {path: kept for path, kept in known.files.items() if path not in paths}
    return known._replace(files=files)
