"""The values of a report: a rule, a place, and one problem."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

ReportLanguage = Literal["vi", "en"]

LONGEST_VALUE = 400  # characters; a list of fields needs about 310


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Words(Struct, frozen=True):
    """One sentence for editors in both languages, with `{name}` placeholders."""

    en: str
    vi: str

    def fill(self, language: ReportLanguage, details: dict[str, str]) -> str:
        """Return the sentence in a language with its placeholders replaced."""
        template = self.vi if language == "vi" else self.en
        return template.format_map(details)


class Place(Struct, frozen=True, order=True):
    """Where a problem is. Line and column count from 1; 0 means unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `path:line:column`, without what is unknown."""
        parts = [self.path] + [str(number) for number in (self.line, self.column) if number]
        return ":".join(parts)


class Rule(Struct, frozen=True):
    """One named check: how it weighs, what it says and what to do.

    `fixable` tells that `check --fix` can mend it without a person.
    """

    id: str
    severity: Severity
    message: Words
    remedy: Words
    fixable: bool = False

    def at(self, place: Place, **details: object) -> Problem:
        """Return a problem of this rule at a place, with the values its sentences name.

        Words count as two values: `reason=Words(…)` fills `{reason_en}` and `{reason_vi}`.
        """
        found: dict[str, str] = {}
        for key, value in details.items():
            if isinstance(value, Words):
                found |= {f"{key}_en": value.en, f"{key}_vi": value.vi}
            else:
                found[key] = _one_line(str(value))
        return Problem(place, self, tuple(sorted(found.items())))


def _one_line(value: str) -> str:
    """Return a value as a report can print it: one line, of at most `LONGEST_VALUE` characters."""
    line = " ".join(value[: 2 * LONGEST_VALUE].split())
    line = "".join(letter if letter.isprintable() else "?" for letter in line)
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"


class Edit(Struct, frozen=True, order=True):
    """A change that mends a fault: letters of one line of a file, and what stands for them.

    Line and column count from 1; a length of 0 inserts, a replacement of "" deletes.
    """

    line: int
    column: int
    length: int
    replacement: str

    @property
    def end(self) -> int:
        """Return the column after the last letter that is replaced."""
        return self.column + self.length


class Problem(Struct, frozen=True):
    """One fault reported to an editor. `edits` mend it together; without any a person must."""

    place: Place
    rule: Rule
    details: tuple[tuple[str, str], ...] = ()
    edits: tuple[Edit, ...] = ()

    @property
    def is_error(self) -> bool:
        """Tell whether this problem stops a build."""
        return self.rule.severity is Severity.ERROR

    def message(self, language: ReportLanguage) -> str:
        """Say what is wrong."""
        return self.rule.message.fill(language, dict(self.details))

    def remedy(self, language: ReportLanguage) -> str:
        """Say what to do."""
        return self.rule.remedy.fill(language, dict(self.details))

    def mended_by(self, *edits: Edit) -> Problem:
        """Return the same problem with the edits that mend it."""
        return replace(self, edits=edits)

    def sort_key(self) -> tuple[Place, str, tuple[tuple[str, str], ...]]:
        """Order problems by place, then by rule."""
        return (self.place, self.rule.id, self.details)
