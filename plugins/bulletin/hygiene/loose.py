"""Loose marks: places in composed text become places in the file as it is written.

A letter typed with its marks apart takes more columns in the file than in the text that is
judged, so on such lines columns are counted anew.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from plugins.bulletin.problems import Edit, Problem

Columns = tuple[int, ...]


def as_written(problems: Iterable[Problem], written: str) -> list[Problem]:
    """Return problems of a text with the columns that they have in the file.

    Args:
        problems: Problems by lines and columns of composed (NFC) text.
        written: The file's text as it is, with the same lines.
    """
    lines = written.split("\n")
    columns: dict[int, Columns] = {}
    return [_moved(problem, lines, columns) for problem in problems]


def _moved(problem: Problem, lines: list[str], columns: dict[int, Columns]) -> Problem:
    number = problem.place.line
    numbers = {number, *(edit.line for edit in problem.edits)}
    for line in numbers - columns.keys():
        columns[line] = _columns(lines[line - 1])
    place = replace(problem.place, column=columns[number][problem.place.column - 1])
    edits = tuple(_moved_edit(edit, columns) for edit in problem.edits)
    return replace(problem, place=place, edits=edits)


def _moved_edit(edit: Edit, columns: Mapping[int, Columns]) -> Edit:
    ours = columns[edit.line]
    begin, end = ours[edit.column - 1], ours[edit.end - 1]
    return replace(edit, column=begin, length=end - begin)


def _columns(line: str) -> Columns:
    """Return for each column of the composed line, and its end, the column as written."""
    found: list[int] = []
    at = 1
    for cluster in _clusters(line):
        found += [at] * len(unicodedata.normalize("NFC", cluster))
        at += len(cluster)
    composed = len(unicodedata.normalize("NFC", line))
    # Few scripts compose across letters that are no marks; there the last column is repeated.
    return (*(found + [at] * composed)[:composed], at)


def _clusters(line: str) -> Iterator[str]:
    """Yield each letter with its marks."""
    start = 0
    for at, letter in enumerate(line):
        if at > start and not unicodedata.combining(letter):
            yield line[start:at]
            start = at
    if line:
        yield line[start:]
