"""Faults: one slip each, as `faults.yaml` lists them, and the planting of one in a pair."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

import yaml

from plugins.bulletin.model.common import LANGUAGES, Language

Action = Literal["find", "drop", "drop_line", "add", "add_line"]
ACTIONS: tuple[Action, ...] = ("add", "add_line", "drop", "drop_line", "find")
Texts = Mapping[Language, str]

_GAP = "\n\n"
_FENCE = "\n---\n"
_FIELD = re.compile(r"\s*[a-z]+:")


@dataclass(frozen=True, slots=True)
class Fault:
    """One slip.

    `mark` stands once in the text and tells where; `words` is what replaces it (`find`) or
    what is put in after its block or line (`add`, `add_line`). `drop` and `drop_line` take
    away the block or the line that has the mark.
    """

    pair: str
    language: Language
    kind: str
    action: Action
    mark: str
    words: str = ""
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class Planted:
    """A pair with one fault in it, and the lines of both files that the fault is about."""

    fault: Fault
    texts: Texts
    lines: Mapping[Language, range]

    def shown(self, language: Language) -> str:
        """Return the text of the lines that the fault is about."""
        lines = self.texts[language].split("\n")
        return "\n".join(lines[number - 1] for number in self.lines[language])


def read_faults(source: str) -> list[Fault]:
    """Read a `faults.yaml`."""
    return [_fault(item) for item in yaml.safe_load(source)]


def _fault(item: dict[str, object]) -> Fault:
    action = next(name for name in ACTIONS if name in item)
    given = str(item[action])
    is_addition = action.startswith("add")
    return Fault(
        pair=str(item["pair"]),
        language=cast("Language", item["file"]),
        kind=str(item["kind"]),
        action=action,
        mark=str(item["after"]) if is_addition else given,
        words=given if is_addition else str(item.get("put", "")),
        is_required=bool(item.get("required", True)),
    )


def plant(fault: Fault, texts: Texts) -> Planted:
    """Put a fault into a pair.

    Raises:
        ValueError: The mark does not stand exactly once in its file.
    """
    text = texts[fault.language]
    if text.count(fault.mark) != 1:
        raise ValueError(f"{fault.pair}: {text.count(fault.mark)} times: {fault.mark!r}")
    start, end, new = _edit(fault, text)
    changed = text[:start] + new + text[end:]
    other = LANGUAGES[1 - LANGUAGES.index(fault.language)]
    lines = {
        fault.language: _changed_lines(fault, changed, start, new=new),
        other: _counterpart(fault, text, texts[other]),
    }
    return Planted(fault, {**texts, fault.language: changed}, lines)


def _edit(fault: Fault, text: str) -> tuple[int, int, str]:
    """Return which part of a text is replaced, and by what."""
    at = text.index(fault.mark)
    if fault.action == "find":
        return at, at + len(fault.mark), fault.words
    if fault.action == "drop":
        start, end = _block(text, at)
        return start, min(end + len(_GAP), len(text)), ""
    if fault.action == "drop_line":
        return text.rindex("\n", 0, at) + 1, text.index("\n", at) + 1, ""
    end = _block(text, at)[1] if fault.action == "add" else text.index("\n", at)
    return end, end, (_GAP if fault.action == "add" else "\n") + fault.words


def _body_start(text: str) -> int:
    return text.index(_FENCE) + len(_FENCE)


def _block(text: str, at: int) -> tuple[int, int]:
    """Return where the block around a place of the body begins and ends."""
    before = text.rfind(_GAP, 0, at)
    start = max(_body_start(text), before + len(_GAP) if before >= 0 else 0)
    end = text.find(_GAP, at)
    return start, end if end >= 0 else len(text.rstrip("\n"))


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _lines(text: str, start: int, end: int) -> range:
    return range(_line(text, start), _line(text, end) + 1)


def _changed_lines(fault: Fault, text: str, start: int, *, new: str) -> range:
    """Return the lines of the changed file; none where a whole block is gone."""
    if fault.action == "drop":
        return range(0)
    if _is_shape(fault):
        return _lines(text, *_block(text, start - 1))
    first = start + len(new) - len(new.lstrip("\n"))
    return _lines(text, first, start + len(new))


def _is_shape(fault: Fault) -> bool:
    """Tell whether a fault is in the shape of a list or table, which is one thing as a whole."""
    return fault.kind == "list"


def _counterpart(fault: Fault, text: str, other: str) -> range:
    """Return the lines of the other file that say what the fault's place said.

    Clean pairs have the same blocks in the same order, which a test holds.
    """
    at = text.index(fault.mark)
    if fault.action == "add":
        return range(0)
    if at < _body_start(text):
        return _same_field(text, at, other)
    number = text.count(_GAP, _body_start(text), at)
    block, start = text[slice(*_block(text, at))], _nth_block(other, number)
    lines = _lines(other, *_block(other, start))
    if fault.action == "drop" or _is_shape(fault) or len(lines) != block.count("\n") + 1:
        return lines
    offset = text.count("\n", _block(text, at)[0], at)
    return range(lines[offset], lines[offset] + 1)


def _nth_block(text: str, number: int) -> int:
    at = _body_start(text)
    for _ in range(number):
        at = text.index(_GAP, at) + len(_GAP)
    return at


def _same_field(text: str, at: int, other: str) -> range:
    """Return the line of the same field in the other file's front matter."""
    line = text[text.rindex("\n", 0, at) + 1 : text.index("\n", at)]
    name = cast("re.Match[str]", _FIELD.match(line)).group()
    lines = other.split("\n")
    number = next(number for number, found in enumerate(lines, 1) if found.startswith(name))
    return range(number, number + 1)
