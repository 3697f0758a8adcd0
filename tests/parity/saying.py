"""Saying: texts for tests of parity, compared in one line."""

from __future__ import annotations

from msgspec.structs import replace

from plugins.bulletin.model.common import Position
from plugins.bulletin.model.records import Aliases, Partner, PartnerName
from plugins.bulletin.parity.compare import CompareSettings, compare
from plugins.bulletin.parity.facts import TextFacts, Waiver, survey
from plugins.bulletin.parity.partners import partner_names
from plugins.bulletin.problems import Problem
from plugins.bulletin.text import Language

PARTNERS = (
    Partner(
        PartnerName("Bắc Kinh", "Beijing", "北京"),
        *("CN", "city", Position(39.9, 116.4), ()),
        id="beijing",
        aliases=Aliases(("Beijing",), ("Peking",)),
    ),
    Partner(
        PartnerName("Tỉnh Fukuoka", "Fukuoka Prefecture", "福岡県"),
        *("JP", "prefecture", Position(33.6, 130.4), ()),
        id="fukuoka",
    ),
    Partner(
        PartnerName("Mátxcơva", "Moscow", "Москва"),
        *("RU", "city", Position(55.8, 37.6), ()),
        id="moscow",
        aliases=Aliases(("Mát-xcơ-va",), ()),
    ),
)
SETTINGS = CompareSettings(partner_names(PARTNERS))


def facts(body: str, language: Language, *waived: str) -> TextFacts:
    """Return what a body says that begins on line 10 of its file."""
    waivers = tuple(Waiver(fact, 5, 3) for fact in waived)
    said = survey(body, language=language, first_line=10)
    return replace(said, path=f"content/a.{language}.md", waivers=waivers)


def differences(vi: str, en: str, *waived: str, is_error: bool = False) -> list[Problem]:
    """Compare a Vietnamese original with its English translation."""
    settings = replace(SETTINGS, is_error=is_error)
    return compare(facts(vi, "vi"), facts(en, "en", *waived), settings)


def quotes(problem: Problem) -> tuple[str, str]:
    """Return what a problem quotes of the original and of the translation."""
    details = dict(problem.details)
    return details["original_en"], details["translation_en"]
