"""Validators: what Pydantic makes of a record's type hints, made once and kept on the shelf.

Its engine checks values by a plain description. To write that down takes Pydantic itself, which
is slower to import and to do so than all else that one edited text needs.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

from pydantic_core import CoreSchema, SchemaValidator

from plugins.bulletin.store.digests import code_digest, digest_of
from plugins.bulletin.store.packing import pack, unpack
from plugins.bulletin.store.shelf import Shelf

# Of no use to validation, and made of functions, which cannot be kept.
_OTHER_USES = ("metadata", "serialization")


def validator_of(shape: type, shelf: Shelf | None = None) -> SchemaValidator:
    """Return what validates the raw fields of a record.

    Args:
        shape: The record's dataclass.
        shelf: Keeps descriptions for other runs.
    """
    return _ready(_describe(shape) if shelf is None else _kept(shape, shelf))


@lru_cache(maxsize=32)  # a list asks for each of its items
def _kept(shape: type, shelf: Shelf) -> bytes:
    key = digest_of(code_digest(), "schema", shape.__module__, shape.__qualname__)
    found = shelf.take([key])
    if key not in found:
        found[key] = _describe(shape)
        shelf.put(found)
    return found[key]


@cache
def _ready(description: bytes) -> SchemaValidator:
    # Sealed by the shelf and named by our own code: it is ours to open.
    return SchemaValidator(cast("CoreSchema", unpack(description)))


@cache
def _describe(shape: type) -> bytes:
    from pydantic import TypeAdapter

    return pack(_for_validation(TypeAdapter(shape).core_schema))


def _for_validation(part: object) -> object:
    """Return a description, or a part of one, without what has other uses."""
    if isinstance(part, dict):
        kept = ((name, value) for name, value in part.items() if name not in _OTHER_USES)
        return {name: _for_validation(value) for name, value in kept}
    if isinstance(part, list):
        return [_for_validation(item) for item in part]
    return part
