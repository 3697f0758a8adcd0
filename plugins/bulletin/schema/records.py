"""Records: raw data files become typed records by id."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from typing import TypeVar, cast
from zoneinfo import ZoneInfo, available_timezones

from plugins.bulletin.model.changes import DataChange
from plugins.bulletin.model.entry import Entry, FieldPath, Marks
from plugins.bulletin.model.issues import IssueFields
from plugins.bulletin.model.records import (
    Association,
    CountryFields,
    Document,
    Partner,
    Section,
    Site,
    Term,
    Topic,
)
from plugins.bulletin.problems import Problem, issue_rules, schema_rules as rules
from plugins.bulletin.problems.guess import did_you_mean
from plugins.bulletin.read.content import FIELDS, ITEMS, RawData, not_in_form
from plugins.bulletin.read.yaml_values import RawValue
from plugins.bulletin.schema.countries import complete_country
from plugins.bulletin.schema.positions import check_position
from plugins.bulletin.schema.validate import validate, validate_item
from plugins.bulletin.store.shelf import Shelf
from plugins.bulletin.text.slugs import slugify

Record = TypeVar("Record")
Entries = dict[str, Entry[Record]]

LISTS: dict[str, tuple[type[object], str]] = {
    "sections": (Section, "id"),
    "topics": (Topic, "id"),
    "countries": (CountryFields, "code"),
    "documents": (Document, "id"),
}
FOLDERS: dict[str, type[object]] = {
    "partners": Partner,
    "associations": Association,
    "issues": IssueFields,
}

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def check_site(
    raw: RawData, shelf: Shelf | None = None
) -> tuple[Entry[Site] | None, list[Problem]]:
    """Validate the identity of the site."""
    entry, problems = _check_one(Site, raw, shelf)
    if entry is None:
        return None, problems
    if not _is_zone(entry.record.timezone):
        found, place = entry.record.timezone, entry.marks.place("timezone")
        guess = did_you_mean(found, available_timezones())
        problems.append(rules.TIMEZONE_UNKNOWN.at(place, found=found, **guess))
    if not _COLOUR.fullmatch(entry.record.accent):
        found, place = entry.record.accent, entry.marks.place("accent")
        problems.append(rules.COLOUR_INVALID.at(place, field="accent", found=found))
    home, place = entry.record.home_city, entry.marks.place("home_city", "position")
    problems += check_position(home.position, home.country, place)
    return (None if problems else entry), problems


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, with "..", a folder of zones
        return False
    return True


def ids_in(raw: RawData) -> set[str]:
    """Return the ids that a list file gives, of records that are in order or not.

    "*" among them tells that some record has no id of its own, so any id may be meant.
    """
    id_field = LISTS[raw.name.stem][1]
    pattern = _CODE if id_field == "code" else _ID
    items = raw.value if isinstance(raw.value, tuple) else (raw.value,)
    given = [str(item.get(id_field)) for item in items if isinstance(item, Mapping)]
    ids = {identity for identity in given if pattern.fullmatch(identity)}
    return ids if len(ids) == len(items) else ids | {"*"}


def check_list(raw: RawData, shelf: Shelf | None = None) -> tuple[Entries[object], list[Problem]]:
    """Validate a file that holds a list of records with ids, such as `sections.yaml`."""
    shape, id_field = LISTS[raw.name.stem]
    items, problems = _items(raw)
    entries: Entries[object] = {}
    marks_of = _marks_of_items(raw.marks, len(items))
    for index, item in enumerate(items):
        record, faults = validate_item(shape, item, raw.marks, at=(index,), shelf=shelf)
        problems += faults
        if record is None:
            continue
        identity = str(getattr(record, id_field))
        marks = marks_of[index]
        faults = _check_id(identity, id_field, marks, taken=entries)
        if not faults:
            record, faults = _complete(record, marks)
        problems += faults
        if record is not None and not any(fault.is_error for fault in faults):
            entries[identity] = Entry(record, marks)
    return entries, problems


def _complete(record: object, marks: Marks) -> tuple[object | None, list[Problem]]:
    """Return what the model has for a record: of a country, one with its name."""
    return complete_country(record, marks) if isinstance(record, CountryFields) else (record, [])


def check_glossary(
    raw: RawData, shelf: Shelf | None = None
) -> tuple[list[Entry[Term]], list[Problem]]:
    """Validate the glossary, a list of terms without ids."""
    return _check_items(Term, raw, shelf)


def check_changes(
    raw: RawData, shelf: Shelf | None = None
) -> tuple[list[Entry[DataChange]], list[Problem]]:
    """Validate what is recorded of changes of the data, newest first."""
    return _check_items(DataChange, raw, shelf)


def _check_items(
    shape: type[Record], raw: RawData, shelf: Shelf | None
) -> tuple[list[Entry[Record]], list[Problem]]:
    items, problems = _items(raw)
    entries = []
    marks_of = _marks_of_items(raw.marks, len(items))
    for index, item in enumerate(items):
        record, faults = validate_item(shape, item, raw.marks, at=(index,), shelf=shelf)
        problems += faults
        if record is not None:
            entries.append(Entry(record, marks_of[index]))
    return entries, problems


def check_record(raw: RawData) -> tuple[Entry[object] | None, list[Problem]]:
    """Validate a file that holds one record; its id is the file's name."""
    entry, problems = _check_one(FOLDERS[raw.name.folder], raw)
    if entry is None:
        return None, problems
    given = str(getattr(entry.record, "id", ""))
    if given and given != raw.name.stem:
        place = raw.marks.place("id")
        problems.append(rules.ID_FILE_MISMATCH.at(place, found=given, expected=raw.name.stem))
        return None, problems
    named = cast("Partner | Association | IssueFields", entry.record)
    record = dataclasses.replace(named, id=raw.name.stem)
    if isinstance(record, Partner):
        place = entry.marks.place("position")
        problems += check_position(record.position, record.country, place)
    if isinstance(record, IssueFields) and not record.keys:
        return None, [*problems, issue_rules.ISSUE_EMPTY.at(entry.marks.place("title"))]
    return Entry(record, entry.marks), problems


def _check_one(
    shape: type[Record], raw: RawData, shelf: Shelf | None = None
) -> tuple[Entry[Record] | None, list[Problem]]:
    if not isinstance(raw.value, Mapping):
        return None, [not_in_form(raw.marks.path, raw.value, FIELDS)]
    record, problems = validate(shape, raw.value, raw.marks, zone="UTC", shelf=shelf)
    return (Entry(record, raw.marks) if record is not None else None), problems


def _items(raw: RawData) -> tuple[tuple[RawValue, ...], list[Problem]]:
    if isinstance(raw.value, tuple):
        return raw.value, []
    if raw.value is None:
        return (), []
    return (), [not_in_form(raw.marks.path, raw.value, ITEMS)]


def _marks_of_items(marks: Marks, count: int) -> list[Marks]:
    """Return the marks of each item of a list, as if it stood alone."""
    values: list[dict[FieldPath, tuple[int, int]]] = [{} for _ in range(count)]
    keys: list[dict[FieldPath, tuple[int, int]]] = [{} for _ in range(count)]
    for whole, parts in ((marks.values, values), (marks.keys, keys)):
        for path, place in whole.items():
            if path and isinstance(path[0], int):
                parts[path[0]][path[1:]] = place
    return [Marks(marks.path, *both) for both in zip(values, keys, strict=True)]


def _check_id(
    identity: str, id_field: str, marks: Marks, *, taken: Mapping[str, Entry[object]]
) -> list[Problem]:
    place = marks.place(id_field)
    if id_field == "code" and not _CODE.fullmatch(identity):
        return [rules.COUNTRY_CODE_INVALID.at(place, found=identity)]
    if id_field == "id" and not _ID.fullmatch(identity):
        return [rules.ID_INVALID.at(place, found=identity, example=_slug(identity))]
    if identity in taken:
        first = taken[identity].marks.place(id_field).line
        return [rules.ID_DUPLICATE.at(place, found=identity, first=first)]
    return []


def _slug(text: str) -> str:
    try:
        return slugify(text)
    except ValueError:
        return "ten-ma"
