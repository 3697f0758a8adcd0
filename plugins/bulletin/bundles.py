"""Bundles: Pagefind's files in one order, so that the same copies always give the same bytes.

Pagefind 1.5 lists the values of a filter, and the filters of a bundle, in whatever order its
tables have them in that run. All else is the same each time, as long as a bundle has one
language. So both lists are sorted here, and the names that carry digests follow.

Form: gzip over the word `pagefind_dcd` and CBOR, as `pagefind/src/output/mod.rs` of Pagefind
writes it and `pagefind_web` reads it.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import cast

ENTRY = "pagefind-entry.json"
_WORD = b"pagefind_dcd"
_FILTERS = 3  # the place of the filters in the list that a meta file holds

Row = list[object]  # a name or value, and what belongs to it


def steady(bundle: Path) -> None:
    """Put the lists of a bundle of one language in order.

    Raises:
        ValueError: The files do not have the form that this knows.
    """
    entry = json.loads((bundle / ENTRY).read_text("utf-8"))
    for language, told in entry["languages"].items():
        names = {old.stem: _sorted_filter(old, language) for old in bundle.glob("filter/*")}
        meta = bundle / f"pagefind.{told['hash']}.pf_meta"
        told["hash"] = _sorted_meta(meta, names, language)
    (bundle / ENTRY).write_text(json.dumps(entry), encoding="utf-8", newline="\n")


def _sorted_filter(location: Path, language: str) -> str:
    """Sort a filter's values and return the new name."""
    name, values = cast("tuple[str, list[Row]]", _read(location))
    return _write(location, [name, _in_order(values)], f"{language}_{{}}", size=7)


def _sorted_meta(location: Path, names: dict[str, str], language: str) -> str:
    """Sort the filters that a meta file lists, give them their new names, and return its own."""
    meta = cast("list[object]", _read(location))
    listed = cast("list[Row]", meta[_FILTERS])
    if sorted(str(name) for _, name in listed) != sorted(names):
        raise ValueError(f"{location.name} does not list the filters of its bundle")
    meta[_FILTERS] = _in_order([[row, names[str(name)]] for row, name in listed])
    return _write(location, meta, f"pagefind.{language}_{{}}", size=10).removeprefix("pagefind.")


def _in_order(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row[0]))


def _read(location: Path) -> object:
    raw = gzip.decompress(location.read_bytes())
    if not raw.startswith(_WORD):
        raise ValueError(f"{location.name} is no file of Pagefind 1.5")
    import cbor2

    return cbor2.loads(raw.removeprefix(_WORD))


def _write(location: Path, value: object, form: str, *, size: int) -> str:
    """Write a value under the name of its digest in place of a file; return that name's stem."""
    import cbor2

    raw = _WORD + cbor2.dumps(value)
    stem = form.format(sha256(raw).hexdigest()[:size])
    location.unlink()
    location.with_name(stem + location.suffix).write_bytes(gzip.compress(raw, mtime=0))
    return stem
