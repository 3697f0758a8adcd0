"""Indexing: what search reads, one bundle a language, as outputs like all others.

Pagefind makes a bundle from nothing each time, so it runs only when what search knows of a page
changed. The names of its files carry digests and are known when it is done; where it need not
run, the files that the last build left are outputs still. So are the titles and words that
answer before Pagefind does.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from pagefind_bin import get_executable

from plugins.bulletin.bundles import ENTRY, steady
from plugins.bulletin.link import addresses
from plugins.bulletin.manifest import Look, damaged_outputs
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems.machine import BrokenIndexer
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.search_copies import Copy, search_copies
from plugins.bulletin.render.search_titles import in_order, write_titles
from plugins.bulletin.render.search_words import pages_of_words, word_files, words_in
from plugins.bulletin.searching import folder, is_of, is_of_search
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.digests import digest_bytes, digest_of
from plugins.bulletin.store.versions import version_of

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")
_PARTS = ("*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment", "filter/*.pf_filter")


def index_outputs(library: Library, settings: BuildSettings, look: Look) -> dict[str, Output]:
    """Return the files of search by path; where copies changed, they are made at once.

    Raises:
        BrokenIndexer: Pagefind is not there, or refuses.
    """
    left = _left(look)
    table: dict[str, Output] = {}
    for language in LANGUAGES:
        copies = in_order(search_copies(library, language))
        told = digest_of(version_of("pagefind-bin"), [(it.address, it.own) for it in copies])
        known = {path: inputs for path, inputs in left.items() if is_of(path, language)}
        entry = known.get(folder(language) + ENTRY)
        if entry is not None and entry.frame == told:
            table |= _as_left(known, settings.output)
        elif copies:
            table |= _made_anew(copies, language, told, aside=settings.cache / "search" / language)
    return table


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


def _made_anew(
    copies: Sequence[Copy], language: Language, told: bytes, *, aside: Path
) -> Iterator[tuple[str, Output]]:
    """Yield the files of search from nothing.

    `told` stands in the digests of Pagefind's entry alone: all others are known by their bytes,
    so that a change writes those that differ.
    """
    shutil.rmtree(aside, ignore_errors=True)
    words = _write(copies, aside / "copies")
    yield from _answering_first(copies, words, language)
    bundle = _make_bundle(aside)
    for location in _wanted(bundle):
        path = folder(language) + location.relative_to(bundle).as_posix()
        frame = told if location.name == ENTRY else b""
        inputs = Inputs(frame=frame, own=digest_bytes(location.read_bytes()))
        yield path, Output(path, None, partial(Inputs, *inputs), location.read_bytes)


def _answering_first(
    copies: Sequence[Copy], words: Iterable[frozenset[str]], language: Language
) -> Iterator[tuple[str, Output]]:
    """Yield the files of words, and the titles, which name them."""
    contents: dict[str, bytes] = {}
    listed: list[tuple[str, str]] = []
    for file in word_files(pages_of_words(words)):
        name = digest_bytes(file.content).hex()[:10]
        listed.append((file.first, name))
        contents[f"{folder(language)}words/{name}.json"] = file.content
    titles = addresses.file_of(addresses.search_titles(language))
    contents[titles] = write_titles(copies, listed)
    for path, content in contents.items():
        inputs = partial(Inputs, own=digest_bytes(content))
        yield path, Output(path, None, inputs, partial(bytes, content))


def _make_bundle(aside: Path) -> Path:
    _run(aside / "copies", aside / "bundle")
    try:
        steady(aside / "bundle")
    except (ValueError, LookupError) as error:
        raise BrokenIndexer(aside, str(error)) from error
    return aside / "bundle"


def _write(copies: Sequence[Copy], folder: Path) -> list[frozenset[str]]:
    """Write copies for Pagefind, and return the words of each."""
    words = []
    for copy in copies:
        location = folder / addresses.file_of(copy.address)
        location.parent.mkdir(parents=True)
        html = copy.html()
        location.write_text(html, encoding="utf-8")
        words.append(words_in(html))
    return words


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
