"""Countries: their names come from Unicode CLDR; a file tells only where ours are others."""

from __future__ import annotations

import unicodedata

from babel import Locale

from plugins.bulletin.model.common import LANGUAGES, Language, LocalText
from plugins.bulletin.model.entry import Marks
from plugins.bulletin.model.records import Country, CountryFields
from plugins.bulletin.problems import Problem, schema_rules as rules

# Codes of CLDR that are two letters long and yet no country's: unions, and codes for trial.
_NO_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def usual_name(code: str, language: Language) -> str:
    """Return a country's name in CLDR, "" for a code without one."""
    if code in _NO_COUNTRY:
        return ""
    return unicodedata.normalize("NFC", Locale(language).territories.get(code, ""))


def complete_country(fields: CountryFields, marks: Marks) -> tuple[Country | None, list[Problem]]:
    """Return a country with its name in both languages, and what is wrong with the name given."""
    problems = _check_name(fields, marks)
    if any(problem.is_error for problem in problems):
        return None, problems
    name = LocalText(
        fields.name.vi or usual_name(fields.code, "vi"),
        fields.name.en or usual_name(fields.code, "en"),
    )
    country = Country(
        fields.code,
        name,
        fields.region,
        fields.diplomatic_relations,
        fields.name_reason,
        fields.name_source,
    )
    return country, problems


def _check_name(fields: CountryFields, marks: Marks) -> list[Problem]:
    given = {"vi": fields.name.vi, "en": fields.name.en}
    usual = {language: usual_name(fields.code, language) for language in LANGUAGES}
    if not all(usual.values()):
        rule = rules.COUNTRY_NOT_LISTED if all(given.values()) else rules.COUNTRY_NAME_MISSING
        return [rule.at(marks.place("code"), found=fields.code)]
    problems = [
        rules.COUNTRY_NAME_USUAL.at(marks.place("name", language), found=given[language])
        for language in LANGUAGES
        if given[language] == usual[language]
    ]
    others = [name for language, name in usual.items() if given[language] not in (None, name)]
    if others and fields.name_reason is None and fields.name_source is None:
        place = marks.key_place("name")
        usual_names = ", ".join(f"“{name}”" for name in others)
        problems.append(rules.COUNTRY_NAME_UNEXPLAINED.at(place, usual=usual_names))
    return problems
