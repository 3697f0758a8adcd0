"""Checking: the one place of the measure that knows how the parity check is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.parity.compare import CompareSettings, compare
from plugins.bulletin.parity.facts import Part, TextFacts, survey, survey_field
from plugins.bulletin.parity.partners import partner_names
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.front_matter import split_front_matter
from plugins.bulletin.read.yaml_values import RawValue, read_yaml
from tests.parity.faults import Texts
from tests.parity.labelled_set import path_of
from tests.parity.measuring import Check

FIELDS = (("title",), ("summary",), ("cover", "caption"))


def check_against(library: Library) -> Check:
    """Return the parity check, with the names of a library's partner cities."""
    settings = CompareSettings(partner_names(library.records.partners.values()))

    def check(key: str, texts: Texts) -> list[Problem]:
        return compare(_facts(key, "vi", texts["vi"]), _facts(key, "en", texts["en"]), settings)

    return check


def _facts(key: str, language: Language, text: str) -> TextFacts:
    path = path_of(key, language)
    split, _ = split_front_matter(text, path)
    if split is None:
        raise ValueError(f"{path} has no front matter")
    values, marks, _ = read_yaml(split.fields, path, split.fields_line)
    fields: dict[str, Part] = {}
    for names in FIELDS:
        value = _at(values, names)
        if isinstance(value, str):
            place = marks.place(*names)
            fields[".".join(names)] = survey_field(
                value, language=language, line=place.line, column=place.column
            )
    found = survey(split.body, language=language, first_line=split.body_line)
    return replace(found, path=path, fields=fields)


def _at(values: RawValue, names: Iterable[str]) -> RawValue:
    for name in names:
        values = values.get(name) if isinstance(values, Mapping) else None
    return values
