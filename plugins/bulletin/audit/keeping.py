"""Keeping: what is known of a folder as bytes, for the next audit to start from.

No file is written here: the caller keeps the bytes where it likes. They are for this machine
and this program: another version of either, or a damaged file, gives facts of nothing.
"""

from __future__ import annotations

import pickle
import sys
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import cast

from lxml import etree

from plugins.bulletin.audit.gathering import Known
from plugins.bulletin.audit.memory import without_collector

_MARK_SIZE = 16


def dump_known(known: Known) -> bytes:
    """Return what is known as bytes that `load_known` understands."""
    body = pickle.dumps(known, protocol=5)
    return _program_mark() + _mark(body) + body


def load_known(data: bytes) -> Known:
    """Return what was known, or nothing when the bytes are damaged or another program's.

    Pickle runs what it is told to, so `data` must come from a folder that only its owner
    writes; the mark tells damage and age, it is no signature.
    """
    body = data[2 * _MARK_SIZE :]
    if data[: 2 * _MARK_SIZE] != _program_mark() + _mark(body):
        return Known()
    with without_collector():
        return cast(Known, pickle.loads(body))  # noqa: S301 -- see above


@cache
def _program_mark() -> bytes:
    """Return what changes with the code of the audit, lxml or Python: they make the facts."""
    here = Path(__file__).parent
    sources = sorted([*here.glob("*.py"), here.parent / "problems" / "audit_rules.py"])
    versions = f"{sys.version} {etree.LXML_VERSION} {etree.LIBXML_VERSION}".encode()
    return _mark(versions + b"".join(source.read_bytes() for source in sources))


def _mark(data: bytes) -> bytes:
    return blake2b(data, digest_size=_MARK_SIZE).digest()
