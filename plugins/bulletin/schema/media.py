"""Media of a text: the fields of its videos and infographics, and what they must tell everyone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from plugins.bulletin.model.entry import Marks
from plugins.bulletin.model.media import InfographicFields, MediaBlock, MediaKind, VideoFields
from plugins.bulletin.problems import Place, Problem, Words, media_rules as rules
from plugins.bulletin.read.media import RawMedia
from plugins.bulletin.read.yaml_values import RawValue, Unquoted
from plugins.bulletin.schema.validate import validate
from plugins.bulletin.store.shelf import Shelf
from plugins.bulletin.text.videos import PROVIDERS, read_video

_SHAPES: Mapping[MediaKind, type[VideoFields] | type[InfographicFields]] = {
    "video": VideoFields,
    "infographic": InfographicFields,
}
_IN_PARAGRAPHS = ("transcript", "description")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_DURATION = re.compile(r"(?:[0-9]{1,2}:)?[0-5]?[0-9]:[0-5][0-9]")
_VIDEO, _INFOGRAPHIC = Words("video", "video"), Words("infographic", "đồ họa")
_NAMES = ", ".join(PROVIDERS.values())
_KNOWN = Words(
    f"{_NAMES}, or of a file that ends in .mp4 or .webm and begins with https://",
    f"{_NAMES}, hoặc của một tệp có đuôi .mp4 hay .webm, bắt đầu bằng https://",
)
_FOR_VIDEO = Words("`transcript` or `description`", "`transcript` hoặc `description`")
_FOR_INFOGRAPHIC = Words("`description` or `table`", "`description` hoặc `table`")


def check_media(
    blocks: Iterable[RawMedia], *, shelf: Shelf | None = None
) -> tuple[tuple[MediaBlock, ...], list[Problem]]:
    """Validate the blocks of one text; those with an error are left out."""
    good: list[MediaBlock] = []
    problems: list[Problem] = []
    for block in blocks:
        if not isinstance(block.value, Mapping):
            continue  # reported where it was read
        raw = {name: _prepared(name, value) for name, value in block.value.items()}
        marks = block.marks
        fields, faults = validate(_SHAPES[block.kind], raw, marks, zone="UTC", shelf=shelf)
        problems += faults
        if fields is not None:
            problems += _check(fields, marks, Place(marks.path, block.line, 1))
            good.append(MediaBlock(fields, block.picture))
    return tuple(good), problems


def _prepared(name: str, value: RawValue) -> RawValue:
    """Return a field as its type has it: text in paragraphs, a length as it is written."""
    if name in _IN_PARAGRAPHS and isinstance(value, str):
        return tuple(part for part in _PARAGRAPH_END.split(value) if part.strip())
    if name == "duration" and isinstance(value, Unquoted):  # YAML has numbers of sixties
        return str(value)
    if name == "table" and isinstance(value, tuple):
        return tuple(_row(row) for row in value)
    return value


def _row(row: RawValue) -> RawValue:
    """Return a row whose numbers, years and empty cells are text."""
    if not isinstance(row, tuple):
        return row
    return tuple("" if cell is None else _cell(cell) for cell in row)


def _cell(cell: RawValue) -> RawValue:
    return str(cell) if isinstance(cell, Unquoted) else cell


def _check(fields: VideoFields | InfographicFields, marks: Marks, place: Place) -> list[Problem]:
    if isinstance(fields, VideoFields):
        return _check_video(fields, marks, place)
    return _check_infographic(fields, marks, place)


def _check_video(fields: VideoFields, marks: Marks, place: Place) -> list[Problem]:
    problems = []
    if read_video(fields.url) is None:
        at = marks.place("url")
        problems.append(rules.VIDEO_PROVIDER_UNKNOWN.at(at, found=fields.url, known=_KNOWN))
    if fields.duration and not _DURATION.fullmatch(fields.duration):
        at = marks.place("duration")
        problems.append(rules.DURATION_INVALID.at(at, found=fields.duration))
    if not (fields.transcript or fields.description):
        problems.append(rules.ALTERNATIVE_MISSING.at(place, kind=_VIDEO, fields=_FOR_VIDEO))
    return problems


def _check_infographic(fields: InfographicFields, marks: Marks, place: Place) -> list[Problem]:
    if not (fields.description or fields.table):
        alternatives = _FOR_INFOGRAPHIC
        return [rules.ALTERNATIVE_MISSING.at(place, kind=_INFOGRAPHIC, fields=alternatives)]
    table = fields.table or ((),)
    expected = len(table[0])
    return [
        rules.TABLE_UNEVEN.at(marks.place("table", number), found=len(row), expected=expected)
        for number, row in enumerate(table)
        if len(row) != expected
    ]
