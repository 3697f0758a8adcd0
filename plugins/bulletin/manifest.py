"""The manifest: what the last build read and made, small enough to be compared first.

A build that finds nothing changed ends here, before anything heavy is imported.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct, field

from plugins.bulletin.problems import Problem
from plugins.bulletin.read.files import FoundFile, find_files
from plugins.bulletin.settings import BuildSettings
from plugins.bulletin.store.digests import digest_bytes, digest_folder, digest_of
from plugins.bulletin.store.folders import Seen, look_into
from plugins.bulletin.store.sealed import read_sealed, write_sealed

# A file changed within this time of its reading may change again without a new time.
_UNSETTLED = 100_000_000  # nanoseconds


class FileMark(NamedTuple):
    """A content file as it was read. `digest` is known for pictures only."""

    size: int
    modified: int
    changed: int
    digest: bytes = b""


# An output as it was written: digests of its inputs, size, and time in nanoseconds. A plain
# tuple, for there are thousands, which are packed and unpacked without a look at their class.
OutputMark = tuple[tuple[bytes, ...], int, int]


class Manifest(Struct, frozen=True):
    """One finished build.

    `since` is when the last day of publishing, or of a record, came or the month began, `wake`
    when the next article's day comes or the month ends: between them nothing depends on the
    clock. `began` tells builds apart.
    """

    fingerprint: bytes
    theme: bytes
    files: Mapping[str, FileMark]
    outputs: Mapping[str, OutputMark]
    problems: tuple[Problem, ...] = ()
    since: datetime | None = None
    wake: datetime | None = None
    turn: int = 0
    began: int = 0  # nanoseconds since 1970

    @property
    def stamp(self) -> bytes:
        """Return what ties the kept library and facts to this manifest and no other."""
        return digest_of(self.fingerprint, self.turn, self.began)

    def holds_at(self, moment: datetime) -> bool:
        """Tell whether neither a day of publishing nor a new month lies before a moment."""
        is_early = self.since is not None and moment < self.since
        return not is_early and (self.wake is None or moment < self.wake)


class Survey(Struct, frozen=True):
    """The content folder as it is now, beside what the last build read."""

    files: tuple[FoundFile, ...]
    problems: tuple[Problem, ...]
    marks: Mapping[str, FileMark]
    changed: frozenset[str] = field(default_factory=frozenset)  # new, other, or gone


def load_manifest(settings: BuildSettings) -> Manifest | None:
    """Return the last build's manifest, unless it is absent, damaged or of other settings."""
    if settings.is_full:
        return None
    value = read_sealed(settings.cache / "manifest")
    if not isinstance(value, Manifest) or value.fingerprint != settings.fingerprint():
        return None
    return value


def has_manifest(settings: BuildSettings) -> bool:
    """Tell whether a build was concluded here, of whatever settings."""
    return (settings.cache / "manifest").is_file()


def save_manifest(settings: BuildSettings, manifest: Manifest) -> None:
    """Keep a manifest for the next build."""
    write_sealed(settings.cache / "manifest", manifest)


class Look(Struct, frozen=True):
    """All that is compared before anything is opened: content, theme, output, the last build."""

    last: Manifest | None
    theme: bytes
    found: Survey
    seen: Mapping[str, Seen]
    began: int  # nanoseconds since 1970, before the first file was looked at
    is_interrupted: bool

    def is_fresh(self, settings: BuildSettings) -> bool:
        """Tell whether a build would change nothing."""
        last = self.last
        if last is None or self.is_interrupted or not last.holds_at(settings.now):
            return False
        is_as_read = not self.found.changed and not self.found.problems and self.theme == last.theme
        is_as_left = self.seen.keys() == last.outputs.keys() and not damaged_outputs(
            self.seen, last
        )
        return is_as_read and is_as_left


def look(settings: BuildSettings) -> Look:
    """Look at content, theme and output without opening what is as it was."""
    began = time.time_ns()
    last = load_manifest(settings)
    found = survey(settings, last) if settings.content.is_dir() else Survey((), (), {})
    return Look(
        last,
        theme_digest(settings),
        found,
        look_into(settings.output),
        began,
        is_interrupted=bool(read_journal(settings)),
    )


def theme_digest(settings: BuildSettings) -> bytes:
    """Return the digest of the theme's files."""
    return digest_folder(settings.theme)


def settled_theme(settings: BuildSettings, look: Look) -> bytes:
    """Return the theme's digest to keep: none when the theme changed during the build."""
    with suppress(OSError):
        if theme_digest(settings) == look.theme:
            return look.theme
    return b""


def survey(settings: BuildSettings, manifest: Manifest | None) -> Survey:
    """Look at every content file without opening those that are as they were."""
    files, problems = find_files(settings.content)
    known = manifest.files if manifest else {}
    marks = {file.name: _mark(file, known.get(file.name)) for file in files}
    gone = known.keys() - marks.keys()
    changed = {name for name, mark in marks.items() if known.get(name) != mark}
    return Survey(tuple(files), tuple(problems), marks, frozenset(changed | gone))


def _mark(file: FoundFile, known: FileMark | None) -> FileMark:
    mark = FileMark(file.size, file.modified, file.changed)
    if known is not None and known[:3] == mark[:3]:
        return known
    return mark


def settled(
    marks: Mapping[str, FileMark], pictures: Mapping[str, bytes], moment: int
) -> dict[str, FileMark]:
    """Return marks to keep: with pictures' digests, and unknown for what is too fresh to trust.

    Args:
        marks: By name.
        pictures: Digests by name.
        moment: When reading began, in nanoseconds since 1970.
    """
    unknown = FileMark(-1, 0, 0)
    return {
        name: mark._replace(digest=pictures.get(name, b""))
        if max(mark.modified, mark.changed) < moment - _UNSETTLED
        else unknown
        for name, mark in marks.items()
    }


def damaged_outputs(seen: Mapping[str, Seen], manifest: Manifest) -> set[str]:
    """Return the outputs that are not on disk as the last build left them."""
    return {path for path, mark in manifest.outputs.items() if seen.get(path) != mark[1:]}


def mark_outputs(
    output: Path, inputs: Mapping[str, tuple[bytes, ...]], untouched: Mapping[str, OutputMark]
) -> dict[str, OutputMark]:
    """Return marks of outputs: as they are on disk now, or as the last build marked them.

    Args:
        output: The folder.
        inputs: Digests of every output's inputs.
        untouched: The last build's marks of those that were and stayed as it left them.
    """
    return {
        path: untouched[path] if path in untouched else _mark_output(f"{output}/{path}", digests)
        for path, digests in inputs.items()
    }


def _mark_output(location: str, digests: tuple[bytes, ...]) -> OutputMark:
    status = os.stat(location)  # noqa: PTH116 -- thousands of Paths cost more
    # A plain tuple: the class that has names for these would be imported by the next build.
    return tuple(digests), status.st_size, status.st_mtime_ns


def known_digests(found: Survey) -> dict[str, bytes]:
    """Return the digests of pictures that are as the last build read them, by name."""
    return {name: mark.digest for name, mark in found.marks.items() if mark.digest}


def picture_digests(found: Survey, names: Iterable[str]) -> dict[str, bytes]:
    """Return the digests of pictures by name, reading only those whose mark has none."""
    by_name = {file.name: file for file in found.files}
    return {
        name: found.marks[name].digest or digest_bytes(by_name[name].location.read_bytes())
        for name in names
        if name in by_name
    }


def write_journal(settings: BuildSettings, paths: Iterable[str]) -> None:
    """Note which outputs are about to change, lest a killed build leave one behind unseen."""
    write_sealed(settings.cache / "journal", sorted({*paths, *read_journal(settings)}))


def read_journal(settings: BuildSettings) -> frozenset[str]:
    """Return the outputs that a build began to change and did not conclude."""
    value = read_sealed(settings.cache / "journal")
    return frozenset(value) if isinstance(value, list) else frozenset()


def written_outputs(settings: BuildSettings) -> frozenset[str]:
    """Return the outputs that the last build left, and those that one began to write."""
    value = read_sealed(settings.cache / "manifest")
    left = value.outputs.keys() if isinstance(value, Manifest) else ()
    return read_journal(settings) | frozenset(left)


def clear_journal(settings: BuildSettings) -> None:
    """Note that every change is concluded."""
    (settings.cache / "journal").unlink(missing_ok=True)
