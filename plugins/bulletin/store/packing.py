"""Packing: values as bytes, for files that this code alone writes and reads."""

from __future__ import annotations

import dataclasses
import pickle
from functools import cache
from io import BytesIO
from operator import attrgetter
from typing import cast

from plugins.bulletin.store.collecting import without_collector


class _Packer(pickle.Pickler):
    """Packs a dataclass as its class and the values of its fields, in their order.

    One with slots would pack itself field by field, and take ten times as long to unpack.
    """

    def reducer_override(self, value: object) -> tuple[type, tuple[object, ...]]:
        """Return what a value is made again from; anything but a dataclass knows best itself."""
        kind = cast("type", type(value))
        names = _field_names(kind)
        if not names:
            return NotImplemented  # type: ignore[no-any-return]  # says so to the library
        return kind, tuple([getattr(value, name) for name in names])


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(map(attrgetter("name"), dataclasses.fields(kind)))


def pack(value: object) -> bytes:
    """Return a value as bytes."""
    packed = BytesIO()
    _Packer(packed, pickle.HIGHEST_PROTOCOL).dump(value)
    return packed.getvalue()


def unpack(packed: bytes | memoryview) -> object:
    """Return a value that was packed by this code, and that nobody else can have written.

    Raises:
        Exception: Any kind of it, where classes are not the ones that were packed.
    """
    with without_collector():
        value: object = pickle.loads(packed)  # noqa: S301 -- see above
    return value
