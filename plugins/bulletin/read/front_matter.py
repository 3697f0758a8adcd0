"""Front matter: splits a Markdown file into its fields and its body."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.problems import Place, Problem, read_rules as rules

FENCE = "---"


class SplitText(Struct, frozen=True):
    """A file in two parts. `fields_line` and `body_line` are their first lines, from 1."""

    fields: str
    body: str
    fields_line: int
    body_line: int


def split_front_matter(text: str, path: str) -> tuple[SplitText | None, list[Problem]]:
    """Split a text at its two `---` lines; spaces after them do not matter.

    Returns:
        The parts, which joined with the fences give the text again, or None.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None, [rules.FRONT_MATTER_MISSING.at(Place(path, 1, 1))]
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            fields = "".join(f"{field}\n" for field in lines[1:number])
            return SplitText(fields, "\n".join(lines[number + 1 :]), 2, number + 2), []
    return None, [rules.FRONT_MATTER_OPEN.at(Place(path, 1, 1))]
