"""Absent: what Pelican imports and no build of ours uses is left out while Pelican is imported.

Docutils takes as long to import as all the rest of Pelican. It reads reStructuredText, which
READERS in `pelicanconf.py` turns off. Rich draws on a terminal; our builds tell by themselves
how far they are. The command `pelican` has imported both before the plugin comes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_UNUSED = {
    "docutils": (
        "docutils",
        "docutils.core",
        "docutils.io",
        "docutils.parsers.rst.languages",
        "docutils.writers.html4css1",
        "pelican.rstdirectives",
    ),
    "rich": ("rich", "rich.console", "rich.logging"),
}


class _Nothing:
    """Takes anything and does nothing."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __getattr__(self, name: str) -> type:
        """Return what takes anything when it is called."""
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing


class _StandIn(ModuleType):
    """Has a class that does nothing under any name, which is all that importing asks for."""

    def __getattr__(self, name: str) -> type:
        """Return a class that does nothing."""
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (_Nothing,), {})


@contextmanager
def without_unused() -> Iterator[None]:
    """Let what is imported meanwhile do without what is not there yet; later it is, as ever."""
    stand_ins = {
        name: _StandIn(name)
        for library, names in _UNUSED.items()
        if library not in sys.modules
        for name in names
    }
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)
