"""Countries: the usual name, another one with its reason, and codes that name no country."""

from __future__ import annotations

import unicodedata

import pytest
from babel import Locale
from hypothesis import given, strategies as st

from plugins.bulletin.model.common import Language, LocalText
from plugins.bulletin.model.entry import Marks
from plugins.bulletin.model.records import Country, CountryFields, CountryName
from plugins.bulletin.schema.countries import complete_country, usual_name

MARKS = Marks("content/data/countries.yaml")
REASON = LocalText("Lý do", "A reason")
CODES = sorted(
    code for code in map(str, Locale("vi").territories) if len(code) == 2 and code.isalpha()
)


def complete(
    code: str, name: CountryName, reason: LocalText | None = None
) -> tuple[Country | None, list[str]]:
    """Return the country that a file's entry becomes, and the rules that it breaks."""
    fields = CountryFields(code, "asia", name, reason)
    country, problems = complete_country(fields, MARKS)
    return country, [problem.rule.id for problem in problems]


@given(st.sampled_from(CODES))
def test_usual_names_are_nfc_and_whole(code: str) -> None:
    """A country has its name in both languages or, as a union of them, in none."""
    names = [usual_name(code, "vi"), usual_name(code, "en")]
    assert all(names) or not any(names)
    assert all(unicodedata.is_normalized("NFC", name) for name in names)


@pytest.mark.parametrize(
    ("code", "language", "expected"),
    [
        ("LA", "vi", "Lào"),
        ("LA", "en", "Laos"),
        ("ZZ", "en", ""),
        ("EU", "vi", ""),
        ("QX", "en", ""),
    ],
)
def test_usual_name(code: str, language: Language, expected: str) -> None:
    """Names come from CLDR; what is no country has none."""
    assert usual_name(code, language) == expected


@pytest.mark.parametrize(
    ("code", "name", "reason", "expected"),
    [
        ("LA", CountryName(), None, (LocalText("Lào", "Laos"), [])),
        ("VN", CountryName(en="Viet Nam"), REASON, (LocalText("Việt Nam", "Viet Nam"), [])),
        ("VN", CountryName(en="Viet Nam"), None, (None, ["country-name-unexplained"])),
        (
            "LA",
            CountryName("Lào", "Laos"),
            None,
            (LocalText("Lào", "Laos"), ["country-name-usual"] * 2),
        ),
        (
            "VN",
            CountryName("Việt Nam", "Viet Nam"),
            REASON,
            (LocalText("Việt Nam", "Viet Nam"), ["country-name-usual"]),
        ),
        ("QX", CountryName("Xứ Mẫu"), REASON, (None, ["country-name-missing"])),
        (
            "QX",
            CountryName("Xứ Mẫu", "Sample"),
            None,
            (LocalText("Xứ Mẫu", "Sample"), ["country-not-listed"]),
        ),
    ],
)
def test_names_given(
    code: str,
    name: CountryName,
    reason: LocalText | None,
    expected: tuple[LocalText | None, list[str]],
) -> None:
    """A name of one's own needs a reason, and one that is the usual one is not needed."""
    country, found = complete(code, name, reason)
    assert (country.name if country else None, found) == expected
