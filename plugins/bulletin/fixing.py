"""Fixing: mends in files what can be mended without a person, and nothing else.

A problem carries the edits that mend it. They are made in the file's own letters, so that line
ends, a byte order mark, comments and all that no problem points at stay as they are. An edit
that would change what the file is made of, such as a space that makes a heading of a line, is
not made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct, field

from plugins.bulletin.hygiene import check_file
from plugins.bulletin.problems import Edit, Problem
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.publish.files import write_file
from plugins.bulletin.read.content import read_text_bytes
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.files import TEXT_SUFFIXES, FoundFile, find_files
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.read.names import TextName, read_name
from plugins.bulletin.read.yaml_scalars import find_scalars
from plugins.bulletin.text.tones import ToneStyle

_ROUNDS = 5  # one mends nearly all; a letter with two faults takes another
_MARK = "\ufeff"
_LINE_END = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(r"</?[a-z]+[0-9]?")


class Fixed(Struct, frozen=True):
    """One file that was mended: its path, and how many problems of each rule."""

    path: str
    counts: Mapping[str, int] = field(default_factory=dict)

    def tell(self, language: ReportLanguage) -> str:
        """Say what was mended: `content/a.vi.md: 3 mended (2 not-nfc, 1 tone-marks)`."""
        total = sum(self.counts.values())
        each = ", ".join(f"{count} {rule}" for rule, count in sorted(self.counts.items()))
        word = f"đã sửa {total} chỗ" if language == "vi" else f"{total} mended"
        return f"{self.path}: {word} ({each})"


def fix_files(content: Path, style: ToneStyle) -> list[Fixed]:
    """Mend every text file of a content folder and return those that changed.

    A file that is not UTF-8 is left alone: `check` reports it.
    """
    texts = (
        file
        for file in find_files(content)[0]
        if file.name.endswith(TEXT_SUFFIXES) and read_name(file.name, file.path)[0]
    )
    return [fixed for file in texts if (fixed := _fix_file(file, style)) is not None]


def _fix_file(file: FoundFile, style: ToneStyle) -> Fixed | None:
    raw = file.location.read_bytes()
    mended, counts = fix_bytes(raw, file.path, style)
    if mended == raw:
        return None
    write_file(file.location, mended)
    return Fixed(file.path, counts)


def fix_bytes(raw: bytes, path: str, style: ToneStyle) -> tuple[bytes, Mapping[str, int]]:
    """Return a file's bytes as mended, and how many problems of each rule that mended."""
    counts: Counter[str] = Counter()
    for _ in range(_ROUNDS):
        mended, done = _fix_once(raw, path, style)
        if mended == raw:
            break
        raw = mended
        counts.update(problem.rule.id for problem in done)
    return raw, counts


def problems_with_edits(raw: bytes, path: str, style: ToneStyle) -> list[Problem]:
    """Return the problems of one file that can be mended."""
    found = decode(raw, path)[1] + check_file(raw, path, style)
    return [problem for problem in found if problem.edits]


def _fix_once(raw: bytes, path: str, style: ToneStyle) -> tuple[bytes, Sequence[Problem]]:
    problems = _that_fit(problems_with_edits(raw, path, style))
    if not problems:
        return raw, ()
    mended = apply_edits(raw, _edits_of(problems))
    if _shape(mended, path) == _shape(raw, path):
        return mended, problems
    done = _that_keep(problems, raw, path)
    return apply_edits(raw, _edits_of(done)), done


def _that_keep(problems: Sequence[Problem], raw: bytes, path: str) -> list[Problem]:
    """Leave out problems whose mending would change what the file is made of."""
    shape = _shape(raw, path)

    def keep(tried: Iterable[Problem]) -> bool:
        return _shape(apply_edits(raw, _edits_of(tried)), path) == shape

    done: list[Problem] = []
    for _, group in groupby(problems, key=lambda problem: problem.place.line):
        line = list(group)
        if keep([*done, *line]):
            done += line
            continue
        for problem in line:
            done += [problem] if keep([*done, problem]) else []
    return done


def _that_fit(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out problems of which an edit overlaps an earlier one, for the next round."""
    chosen: list[Problem] = []
    taken: set[tuple[int, int]] = set()
    for problem in sorted(problems, key=Problem.sort_key):
        cells = {cell for edit in problem.edits for cell in _cells(edit)}
        if taken.isdisjoint(cells):
            chosen.append(problem)
            taken |= cells
    return chosen


def _cells(edit: Edit) -> Iterator[tuple[int, int]]:
    return ((edit.line, column) for column in range(edit.column, max(edit.end, edit.column + 1)))


def _edits_of(problems: Iterable[Problem]) -> list[Edit]:
    return [edit for problem in problems for edit in problem.edits]


def apply_edits(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """Make edits in the bytes of a UTF-8 file, by lines and columns as problems count them."""
    text = raw.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    lines = _LINE_END.split(text.removeprefix(_MARK))
    ends = [*_LINE_END.findall(text), ""]
    for number, inside in groupby(sorted(edits), key=lambda edit: edit.line):
        for edit in reversed(list(inside)):
            line = lines[number - 1]
            before, after = line[: edit.column - 1], line[edit.end - 1 :]
            lines[number - 1] = before + edit.replacement + after
    return (mark + "".join(map(str.__add__, lines, ends))).encode("utf-8")


def _shape(raw: bytes, path: str) -> object:
    """Return what a file is made of: its fields and elements, and the lines of other faults."""
    text, problems = decode(raw, path)
    name = read_name(path.partition("/")[2], path)[0]
    if text is None:
        return None
    if not isinstance(name, TextName):
        return _fields(text), _others(problems)
    read, problems = read_text_bytes(raw, path, name)
    split = split_front_matter(text, path)[0]
    tags = _TAG.findall(read.body.html) if read else None
    return split and _fields(split.fields), tags, _others(problems)


def _fields(text: str) -> object:
    scalars = find_scalars(text)
    return scalars and [
        (scalar.path, scalar.style, text[scalar.start : scalar.end] if scalar.is_key else "")
        for scalar in scalars
    ]


def _others(problems: Iterable[Problem]) -> list[tuple[int, str]]:
    kept = {(item.place.line, item.rule.id) for item in problems if not item.edits}
    return sorted(kept)
