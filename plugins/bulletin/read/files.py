"""Files: finds what lies in the content folder and reads text safely."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.bulletin.problems import Place, Problem
from plugins.bulletin.problems import read_rules as rules

TEXT_LIMIT = 1_000_000  # bytes: a novel; an article has about 5,000
BINARY_LIMIT = 40_000_000  # bytes: a photograph of 100 megapixels
TEXT_SUFFIXES = (".md", ".yaml", ".yml")
NOT_CONTENT = ("Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file of the content folder.

    `name` is its path from the content folder, `path` the one that problems print;
    both with `/`. Size is in bytes, times in nanoseconds: of the content's last change, and
    of the last change of anything about the file.
    """

    name: str
    path: str
    location: Path
    size: int
    modified: int
    changed: int


def find_files(content: Path) -> tuple[list[FoundFile], list[Problem]]:
    """List the files of the content folder by name, without hidden ones and editors' copies."""
    found: list[FoundFile] = []
    problems: list[Problem] = []
    root = content.resolve()
    for location in _walk(content):
        name = location.relative_to(content).as_posix()
        path = f"{content.name}/{name}"
        if location.is_symlink() and not _is_inside(location, root):
            problems.append(rules.SYMLINK_OUTSIDE.at(Place(path)))
            continue
        outcome = _examine(location, name, path)
        (found if isinstance(outcome, FoundFile) else problems).append(outcome)  # type: ignore[arg-type]
    return found, problems


def _walk(folder: Path) -> Iterator[Path]:
    """Yield files, and links to folders unopened, in the order of their names."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.name.startswith((".", "~$")) or entry.name in NOT_CONTENT:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _is_inside(location: Path, root: Path) -> bool:
    target = location.resolve()
    return target.is_file() and target.is_relative_to(root)


def _examine(location: Path, name: str, path: str) -> FoundFile | Problem:
    try:
        status = location.stat()
    except OSError as error:
        return rules.FILE_UNREADABLE.at(Place(path), reason=error.strerror)
    limit = TEXT_LIMIT if name.endswith(TEXT_SUFFIXES) else BINARY_LIMIT
    if status.st_size > limit:
        return rules.FILE_TOO_LARGE.at(Place(path), size=status.st_size, limit=limit)
    return FoundFile(name, path, location, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def read_bytes(file: FoundFile) -> tuple[bytes, list[Problem]]:
    """Read a file whole."""
    try:
        return file.location.read_bytes(), []
    except OSError as error:
        return b"", [rules.FILE_UNREADABLE.at(Place(file.path), reason=error.strerror)]


def decode(raw: bytes, path: str) -> tuple[str | None, list[Problem]]:
    """Turn bytes into NFC text with `\\n` at line ends.

    Returns:
        The text, or None when it is not UTF-8; a byte order mark is dropped.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(raw, error, path)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = _check_characters(text, path)
    if unicodedata.is_normalized("NFC", text):
        return text, problems
    return unicodedata.normalize("NFC", text), problems + _not_nfc(text, path)


def _not_utf8(raw: bytes, error: UnicodeDecodeError, path: str) -> Problem:
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
    guess = " (UTF-16)" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    return rules.NOT_UTF8.at(Place(path, line, column), byte=f"{raw[error.start]:#04x}", guess=guess)


def _check_characters(text: str, path: str) -> list[Problem]:
    """Report control characters, which XML and terminals cannot carry."""
    if text.isprintable():
        return []
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        for column, character in enumerate(line, 1):
            if unicodedata.category(character) == "Cc" and character != "\t":
                place = Place(path, number, column)
                problems.append(rules.CONTROL_CHARACTER.at(place, code=f"U+{ord(character):04X}"))
    return problems


def _not_nfc(text: str, path: str) -> list[Problem]:
    """Report the first loose word of each line."""
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if unicodedata.is_normalized("NFC", line):
            continue
        for word in line.split():
            if not unicodedata.is_normalized("NFC", word):
                place = Place(path, number, line.index(word) + 1)
                composed = unicodedata.normalize("NFC", word)
                problems.append(rules.NOT_NFC.at(place, found=composed))
                break
    return problems
