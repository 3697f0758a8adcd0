"""YAML scalars: where each one stands in its document, by the path of its field.

From PyYAML's events: its composer, which recurses, is not asked what a broken file may hold.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from msgspec import Struct

from plugins.bulletin.model.entry import FieldPath
from plugins.bulletin.read.yaml_values import NESTING_LIMIT, Scalar, scalar_of


class _Level(Struct):
    """A collection that is open: a list counts its items, fields remember the last key.

    `above` is the path of the collection itself.
    """

    above: FieldPath
    is_list: bool
    count: int = 0
    key: str | None = None

    @property
    def path(self) -> FieldPath:
        """Return the path of what comes next."""
        return (*self.above, self.count if self.is_list else self.key or "")

    def close_value(self) -> None:
        """Get ready for the next item or key."""
        self.count += 1
        self.key = None


def find_scalars(text: str) -> list[Scalar] | None:
    """List the scalars of a document in their order; None when its syntax is broken.

    One that nests deeper than a file may is taken for broken: its paths would fill the memory.
    """
    try:
        return list(_walk(text))
    except yaml.YAMLError:
        return None


def _walk(text: str) -> Iterator[Scalar]:
    levels: list[_Level] = []
    for event in yaml.parse(text, yaml.CSafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            level = levels[-1] if levels else None
            is_key = level is not None and not level.is_list and level.key is None
            if level is not None and is_key:
                level.key = str(event.value)
            yield scalar_of(event, text, level.path if level else (), is_key=is_key)
            if level is not None and not is_key:
                level.close_value()
        elif isinstance(event, yaml.CollectionStartEvent):
            _open_value(levels, is_list=isinstance(event, yaml.SequenceStartEvent))
        elif isinstance(event, yaml.CollectionEndEvent):
            levels.pop()
            _close_value(levels)
        elif isinstance(event, yaml.AliasEvent):
            _close_value(levels)


def _open_value(levels: list[_Level], *, is_list: bool) -> None:
    if len(levels) > NESTING_LIMIT:
        raise yaml.YAMLError
    levels.append(_Level(levels[-1].path if levels else (), is_list))


def _close_value(levels: list[_Level]) -> None:
    """Note that a value ended; a collection as a key, which no file has, is taken for one."""
    if levels:
        levels[-1].close_value()
