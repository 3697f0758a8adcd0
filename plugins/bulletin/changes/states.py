"""States: the facts of a folder of data as plain values by kind and id, and their digest.

Values are compared as they are written, so neither comments nor the order of fields, nor a new
version of the program, changes a state.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.bulletin.problems import Problem
from plugins.bulletin.read.content import RawData, read_data_bytes
from plugins.bulletin.read.files import find_files, read_bytes
from plugins.bulletin.read.names import DataName, read_name
from plugins.bulletin.read.yaml_values import RawValue
from plugins.bulletin.store.digests import digest_of

Value = str | tuple["Value", ...] | Mapping[str, "Value"]
Key = tuple[str, str]  # kind of record and its id
State = Mapping[Key, Mapping[str, Value]]

FOLDERS = {"partners": "partner", "associations": "association"}
LISTS = {"countries": ("country", "code"), "documents": ("document", "id")}
RECORDED = DataName("", "changes")


def facts_of(raw: RawData) -> Iterator[tuple[Key, Mapping[str, Value]]]:
    """Yield the records of a file by kind and id; files that hold no facts have none."""
    name = raw.name
    if name.folder in FOLDERS:
        yield from _fact((FOLDERS[name.folder], name.stem), raw.value)
    elif not name.folder and name.stem in LISTS:
        kind, identity = LISTS[name.stem]
        items = raw.value if isinstance(raw.value, tuple) else ()
        for item in items:
            if isinstance(item, Mapping):
                yield from _fact((kind, str(item.get(identity) or "")), item)


def _fact(key: Key, value: RawValue) -> Iterator[tuple[Key, Mapping[str, Value]]]:
    plain = _plain(value)
    if isinstance(plain, Mapping):
        yield key, plain


def _plain(value: RawValue) -> Value:
    """Return a value as text, its fields by name without empty ones.

    The order of parts that have fields of their own, as of relations, says nothing.
    """
    if isinstance(value, str):  # most are
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {str(name): plain for name in sorted(value) if (plain := _plain(value[name]))}
    if isinstance(value, tuple):
        items = [_plain(inner) for inner in value]
        are_parts = any(isinstance(item, Mapping) for item in items)
        return tuple(sorted(items, key=repr) if are_parts else items)
    return "" if value is None else " ".join(str(value).split())


def fact_digests(raw: RawData) -> dict[Key, bytes]:
    """Return the digests of a file's records by kind and id."""
    return {key: digest_of(fields) for key, fields in facts_of(raw)}


def digest(facts: Mapping[Key, bytes]) -> str:
    """Return the digest of all records: a letter first, lest YAML take it for a number."""
    return "d" + digest_of(sorted(facts.items())).hex()[:11]


def state_digest(state: State) -> str:
    """Return the digest of a state."""
    return digest({key: digest_of(fields) for key, fields in state.items()})


def state_of(files: Iterable[tuple[str, bytes]]) -> tuple[State, list[Problem]]:
    """Return the state that files make, by their names below the content folder.

    Returns:
        The state, and errors of files that cannot be read: what they hold is not in it.
    """
    state: dict[Key, Mapping[str, Value]] = {}
    problems: list[Problem] = []
    for path, content in files:
        name, _ = read_name(path, path)
        if isinstance(name, DataName) and name != RECORDED:
            raw, faults = read_data_bytes(content, path, name)
            problems += [fault for fault in faults if fault.is_error]
            state |= dict(facts_of(raw)) if raw else {}
    return state, problems


def files_of(content: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the data files of a content folder by name."""
    for file in find_files(content)[0]:
        if file.name.startswith("data/"):
            yield file.name, read_bytes(file)[0]
