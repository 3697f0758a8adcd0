"""Word diff: two versions of a paragraph as one, with what went and what came."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Fate = Literal["same", "gone", "new"]
AROUND = 6  # words kept on each side of a change when a long paragraph is cut


class Run(NamedTuple):
    """Some words in a row that share one fate."""

    fate: Fate
    words: str


def diff_words(before: str, now: str) -> list[Run]:
    """Return both versions as one row of runs; each word of either is in one of them."""
    old, new = before.split(), now.split()
    runs: list[Run] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", " ".join(new[j:j_end])))
            continue
        runs += [Run("gone", " ".join(old[i:i_end]))] if i < i_end else []
        runs += [Run("new", " ".join(new[j:j_end]))] if j < j_end else []
    return runs


def write_runs(runs: list[Run]) -> str:
    """Return runs as plain text: [-gone-] {+new+}, with … for what is far from a change."""
    return " ".join(_marked(runs))


def _marked(runs: list[Run]) -> Iterator[str]:
    for number, run in enumerate(runs):
        if run.fate == "gone":
            yield f"[-{run.words}-]"
        elif run.fate == "new":
            yield f"{{+{run.words}+}}"
        else:
            yield _cut(run.words.split(), is_first=number == 0, is_last=number == len(runs) - 1)


def _cut(words: list[str], *, is_first: bool, is_last: bool) -> str:
    head = [] if is_first else words[:AROUND]
    tail = [] if is_last else words[-AROUND:]
    if len(words) <= len(head) + len(tail):
        return " ".join(words)
    return " ".join([*head, "…", *tail])
