"""Findings: faults by offsets in a text, and a text in which those that can be are mended."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate, chain

from msgspec import Struct, field

from plugins.bulletin.problems import Edit, Place, Problem, Rule


class Change(Struct, frozen=True):
    """Letters from `start` to `end`, and what stands for them."""

    start: int
    end: int
    replacement: str


class Finding(Struct, frozen=True):
    """One fault: its rule, where it begins, what its sentences name, and what mends it."""

    rule: Rule
    start: int
    details: Mapping[str, object] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()


class Mended(Struct, frozen=True):
    """A text with changes in it, which knows where each of its letters came from.

    `starts` are offsets in it from which on the original lies `shifts` further right.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def origin(self, offset: int) -> int:
        """Return where the letter at an offset, or the end, stood in the original."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def arrived(self, offset: int) -> int:
        """Return where the letter at an offset of the original stands now."""
        origins = [start + shift for start, shift in zip(self.starts, self.shifts, strict=True)]
        return offset - self.shifts[bisect_right(origins, offset) - 1]

    def traced(self, finding: Finding) -> Finding:
        """Return a finding in this text as one in the original."""
        if len(self.starts) == 1:
            return finding
        changes = tuple(
            Change(self.origin(change.start), self.origin(change.end - 1) + 1, change.replacement)
            for change in finding.changes
        )
        return Finding(finding.rule, self.origin(finding.start), finding.details, changes)


def mend(text: str, changes: Iterable[Change]) -> Mended:
    """Return a text with changes made; of two that overlap the first one is."""
    pieces, starts, shifts = [], [0], [0]
    read = written = 0
    for change in sorted(changes, key=lambda item: (item.start, item.end)):
        if change.start < read:
            continue
        kept = text[read : change.start]
        pieces += [kept, change.replacement]
        begin = written + len(kept)
        read, written = change.end, begin + len(change.replacement)
        starts += [begin, written]
        shifts += [change.start - begin, change.end - written]
    return Mended("".join((*pieces, text[read:])), tuple(starts), tuple(shifts))


class Lines(Struct, frozen=True):
    """The line ends of a file's text, to tell lines and columns by offsets."""

    path: str
    starts: tuple[int, ...]

    def place(self, offset: int) -> Place:
        """Return the place of an offset."""
        line = bisect_right(self.starts, offset)
        return Place(self.path, line, offset - self.starts[line - 1] + 1)

    def problem(self, finding: Finding) -> Problem:
        """Return a finding as a problem of the file."""
        problem = finding.rule.at(self.place(finding.start), **finding.details)
        return problem.mended_by(*map(self._edit, finding.changes))

    def _edit(self, change: Change) -> Edit:
        place = self.place(change.start)
        return Edit(place.line, place.column, change.end - change.start, change.replacement)


def lines_of(text: str, path: str) -> Lines:
    """Return the lines of a text."""
    lengths = (len(line) + 1 for line in text.split("\n")[:-1])
    return Lines(path, tuple(accumulate(chain([0], lengths))))


def blanked(text: str, *patterns: re.Pattern[str]) -> str:
    """Return a text of the same length without what patterns match; line ends stay."""
    for pattern in patterns:
        text = pattern.sub(lambda found: re.sub("[^\n]", "\0", found.group()), text)
    return text
