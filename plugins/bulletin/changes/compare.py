"""Compare: two states of the data in, what was added, changed and removed out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from plugins.bulletin.changes.states import Key, State, Value
from plugins.bulletin.model.changes import ChangeKind, FactKind, FieldChange, RecordChange
from plugins.bulletin.model.common import LANGUAGES, LocalText
from plugins.bulletin.schema.countries import usual_name

KINDS: tuple[FactKind, ...] = ("partner", "country", "association", "document")
_TOLD_BY = ("title", "text", "name")  # fields that name a part of a record
_IDENTITIES = ("id", "code")

Fields = Mapping[str, Value]


def compare(before: State, after: State) -> tuple[RecordChange, ...]:
    """Return what differs, by kind and id."""
    keys = sorted({*before, *after}, key=_order)
    return tuple(
        _record(key, before.get(key), after.get(key))
        for key in keys
        if before.get(key) != after.get(key)
    )


def _order(key: Key) -> tuple[int, str]:
    return [*KINDS].index(_kind(key)), key[1]


def _kind(key: Key) -> FactKind:
    return next(kind for kind in KINDS if kind == key[0])


def _record(key: Key, before: Fields | None, after: Fields | None) -> RecordChange:
    change: ChangeKind = "changed"
    if before is None or after is None:
        change = "added" if before is None else "removed"
    fields = tuple(_fields(before, after)) if before and after else ()
    name = _record_name(key, after or before or {})
    return RecordChange(_kind(key), key[1], name, change, fields)


def _record_name(key: Key, fields: Fields) -> LocalText:
    """Return a record's name; a country without one has that of CLDR, others their id."""
    kind, identity = key
    if kind != "country":
        return _name(fields) or LocalText(identity, identity)
    given = _as_fields(fields.get("name", "")) or {}
    vi, en = (
        str(given.get(language) or usual_name(identity, language) or identity)
        for language in LANGUAGES
    )
    return LocalText(vi, en)


def _name(fields: Fields) -> LocalText | None:
    """Return what people call a record, or a part of one."""
    found = next((fields[name] for name in _TOLD_BY if name in fields), "")
    if isinstance(found, str):
        return LocalText(found, found) if found else None
    both = [found.get(language) for language in LANGUAGES] if isinstance(found, Mapping) else []
    texts = [text for text in both if isinstance(text, str) and text]
    return LocalText(texts[0], texts[-1]) if texts else None


def _fields(
    before: Fields, after: Fields, path: str = "", *, item: LocalText | None = None
) -> Iterator[FieldChange]:
    """Yield the fields that differ, one by one, and whole parts that came or went."""
    for name in sorted({*before, *after} - {*_IDENTITIES}):
        old, new = before.get(name, ""), after.get(name, "")
        if old != new:
            yield from _field(f"{path}{name}", old, new, item=item)


def _field(path: str, old: Value, new: Value, *, item: LocalText | None) -> Iterator[FieldChange]:
    first, second = _as_fields(old), _as_fields(new)
    if first is not None and second is not None:
        yield from _fields(first, second, f"{path}.", item=item)
    elif _is_of_parts(old) or _is_of_parts(new):
        yield from _parts(path, _as_parts(old), _as_parts(new), item=item)
    else:
        yield FieldChange(path, _flat(old), _flat(new), item)


def _as_fields(value: Value) -> Fields | None:
    if isinstance(value, Mapping):
        return value
    return None if value else {}


def _is_of_parts(value: Value) -> bool:
    return isinstance(value, tuple) and any(isinstance(part, Mapping) for part in value)


def _as_parts(value: Value) -> list[Fields]:
    """Return a list's parts; one part alone may stand for a list of it."""
    whole = value if isinstance(value, tuple) else (value,)
    return [part for part in whole if isinstance(part, Mapping)]


def _parts(
    path: str, old: Sequence[Fields], new: Sequence[Fields], *, item: LocalText | None
) -> Iterator[FieldChange]:
    """Pair the parts of two lists that are most alike; those left over came or went."""
    pairs = _pair(old, new)
    for first, second in pairs:
        yield from _fields(old[first], new[second], f"{path}.", item=item or _name(new[second]))
    stayed = dict(pairs)
    gone = (part for index, part in enumerate(old) if index not in stayed)
    come = (part for index, part in enumerate(new) if index not in stayed.values())
    yield from (FieldChange(path, before=_flat(part), item=item or _name(part)) for part in gone)
    yield from (FieldChange(path, after=_flat(part), item=item or _name(part)) for part in come)


def _pair(old: Sequence[Fields], new: Sequence[Fields]) -> list[tuple[int, int]]:
    """Return which parts belong together: the most alike first, each once."""
    likeness = [
        (-_likeness(old[first], new[second]), first, second)
        for first, second in product(range(len(old)), range(len(new)))
    ]
    pairs: list[tuple[int, int]] = []
    for score, first, second in sorted(likeness):
        is_free = all(first != one and second != other for one, other in pairs)
        if score and is_free:
            pairs.append((first, second))
    return sorted(pairs, key=lambda pair: pair[1])


def _likeness(old: Fields, new: Fields) -> float:
    """Return how alike two parts are, 0 where less than a third of their fields agree."""
    names = {*old, *new}
    share = sum(old.get(name) == new.get(name) for name in names) / len(names) if names else 0
    return share if share * 3 >= 1 else 0


def _flat(value: Value) -> str:
    """Return a value on one line; of a part, what identifies it."""
    if isinstance(value, Mapping):
        kept = ("kind", "date", "title", "text", "name", "url")
        return ", ".join(_flat(value[name]) for name in kept if name in value) or ", ".join(
            map(_flat, value.values())
        )
    return ", ".join(map(_flat, value)) if isinstance(value, tuple) else value
