"""Versions: of the libraries whose version is part of what they make."""

from __future__ import annotations

from functools import cache


@cache
def version_of(library: str) -> str:
    """Return the version of an installed library; what knows it takes long to import."""
    from importlib.metadata import version

    return version(library)
