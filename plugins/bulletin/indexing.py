"""Indexing: Pagefind's files, one bundle a language, as outputs like all others.

Pagefind makes a bundle from nothing each time, so it runs only when what search knows of a page
changed. The names of its files carry digests and are known when it is done; where it need not
run, the files that the last build left are outputs still.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib import metadata
from pathlib import Path

from pagefind_bin import get_executable

from plugins.bulletin.bundles import ENTRY, steady
from plugins.bulletin.link import addresses
from plugins.bulletin.manifest import Look, damaged_outputs
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems.machine import BrokenIndexer
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.search_copies import Copy, count_pages, search_copies
from plugins.bulletin.render.search_titles import titles_output
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.digests import digest_bytes, digest_of

SMALL = 300  # pages of a language, which are indexed in a fifth of a second
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_PARTS = ("*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment", "filter/*.pf_filter")


def has_search(library: Library, settings: BuildSettings) -> bool:
    """Tell whether a build makes the index: for the public always, else where it costs little."""
    if settings.with_drafts:
        return False
    return settings.is_public or count_pages(library) <= SMALL


def index_outputs(library: Library, settings: BuildSettings, look: Look) -> dict[str, Output]:
    """Return the files of search by path; where copies changed, they are made at once.

    Raises:
        BrokenIndexer: Pagefind is not there, or refuses.
    """
    left = _left(look)
    table: dict[str, Output] = {}
    for language in LANGUAGES:
        copies = sorted(search_copies(library, language), key=lambda copy: copy.address)
        titles = titles_output(copies, language)
        table[titles.path] = titles
        told = digest_of(metadata.version("pagefind-bin"), [(it.address, it.own) for it in copies])
        folder = addresses.search_bundle(language).removeprefix("/")
        known = {path: inputs for path, inputs in left.items() if path.startswith(folder)}
        entry = known.get(folder + ENTRY)
        if entry is not None and entry.frame == told:
            table |= _as_left(known, settings.output)
        elif copies:
            bundle = _make_bundle(copies, settings.cache / "search" / language)
            table |= _as_made(bundle, folder, told)
    return table


def is_of_search(path: str) -> bool:
    """Tell whether an output is a file of search."""
    return path.startswith(addresses.SEARCH_BUNDLES.removeprefix("/"))


def forget(settings: BuildSettings) -> None:
    """Remove what making an index left aside."""
    shutil.rmtree(settings.cache / "search", ignore_errors=True)


def _left(look: Look) -> dict[str, Inputs]:
    """Return what the last build's files were made of; nothing where one of them is damaged."""
    if look.last is None or look.is_interrupted:
        return {}
    marks = {path: mark for path, mark in look.last.outputs.items() if is_of_search(path)}
    if not marks.keys().isdisjoint(damaged_outputs(look.seen, look.last)):
        return {}
    return {path: Inputs(*mark[0]) for path, mark in marks.items()}


def _as_left(known: Mapping[str, Inputs], output: Path) -> Iterator[tuple[str, Output]]:
    for path, inputs in known.items():
        make = (output / path).read_bytes
        yield path, Output(path, None, partial(Inputs, *inputs), make)


def _as_made(bundle: Path, folder: str, told: bytes) -> Iterator[tuple[str, Output]]:
    """Yield the files of a new bundle.

    `told` stands in the entry's digests alone: the others are known by their bytes, so that a
    change writes those that differ.
    """
    for location in _wanted(bundle):
        path = folder + location.relative_to(bundle).as_posix()
        frame = told if location.name == ENTRY else b""
        inputs = Inputs(frame=frame, own=digest_bytes(location.read_bytes()))
        yield path, Output(path, None, partial(Inputs, *inputs), location.read_bytes)


def _make_bundle(copies: Sequence[Copy], aside: Path) -> Path:
    shutil.rmtree(aside, ignore_errors=True)
    _write(copies, aside / "copies")
    _run(aside / "copies", aside / "bundle")
    try:
        steady(aside / "bundle")
    except (ValueError, LookupError) as error:
        raise BrokenIndexer(aside, str(error)) from error
    return aside / "bundle"


def _write(copies: Sequence[Copy], folder: Path) -> None:
    for copy in copies:
        location = folder / addresses.file_of(copy.address)
        location.parent.mkdir(parents=True)
        location.write_text(copy.html(), encoding="utf-8")


def _run(copies: Path, bundle: Path) -> None:
    try:
        program = str(get_executable())
    except FileNotFoundError as error:
        raise BrokenIndexer(copies, str(error)) from error
    command = [program, "--site", str(copies), "--output-path", str(bundle), "--silent"]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        raise BrokenIndexer(copies, done.stderr.strip().rpartition("\n")[2])


def _wanted(bundle: Path) -> list[Path]:
    """Return the files that our page asks for; Pagefind adds interfaces that it does not."""
    languages = json.loads((bundle / ENTRY).read_text("utf-8"))["languages"]
    engines = {f"wasm.{item['wasm'] or 'unknown'}.pagefind" for item in languages.values()}
    parts = [location for pattern in _PARTS for location in bundle.glob(pattern)]
    return sorted([*parts, *(bundle / name for name in (ENTRY, *_SCRIPTS, *engines))])
