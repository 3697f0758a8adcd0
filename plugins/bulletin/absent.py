"""Absent: what Pelican imports and no bulletin uses is left out while Pelican is imported.

Docutils takes as long to import as all the rest of Pelican. It reads reStructuredText, which
READERS in `pelicanconf.py` turns off.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_UNUSED = (
    "docutils",
    "docutils.core",
    "docutils.io",
    "docutils.parsers.rst.languages",
    "docutils.writers.html4css1",
    "pelican.rstdirectives",
)


class _StandIn(ModuleType):
    """Has an empty class under any name, which is all that importing asks for."""

    def __getattr__(self, name: str) -> type:
        """Return an empty class."""
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def without_docutils() -> Iterator[None]:
    """Let what is imported meanwhile do without docutils; later it is there as ever."""
    if "docutils" in sys.modules:
        yield
        return
    stand_ins = {name: _StandIn(name) for name in _UNUSED}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            sys.modules.pop(name, None)
