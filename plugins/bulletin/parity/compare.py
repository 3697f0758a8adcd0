"""Compare: what one language of a text says and the other does not, as problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.parity.align import Row, align
from plugins.bulletin.parity.differences import Difference, find_differences
from plugins.bulletin.parity.facts import TextFacts
from plugins.bulletin.parity.findings import NO_PART, Finding, place_of
from plugins.bulletin.parity.matching import Pairing, Side, match
from plugins.bulletin.parity.partners import PartnerNames, check_partners
from plugins.bulletin.parity.structure import check_structure
from plugins.bulletin.problems import Place, Problem, Severity, Words, parity_rules as rules
from plugins.bulletin.text.folding import fold

_RULES = {
    "number": rules.PARITY_NUMBER,
    "date": rules.PARITY_DATE,
    "year": rules.PARITY_DATE,
    "time": rules.PARITY_DATE,
    "document": rules.PARITY_DOCUMENT,
    "money": rules.PARITY_MONEY,
    "percent": rules.PARITY_PERCENT,
    "link": rules.PARITY_LINK,
    "image": rules.PARITY_IMAGE,
}
_NOTHING = Words("nothing of the kind", "không có")
# Fields of the front matter that are compared; a fact may move within a group.
_FIELDS = (("title", "summary"), ("cover.caption", "cover.alt"))
_PARTNER_FILES = "data/partners/"


class CompareSettings(Struct, frozen=True):
    """What comparing depends on beside the texts: partners' names, and the severity."""

    partners: PartnerNames = field(default_factory=PartnerNames)
    is_error: bool = False


def compare(
    original: TextFacts, translation: TextFacts, settings: CompareSettings
) -> list[Problem]:
    """Compare the two languages of one text.

    Returns:
        One problem for each difference, at its place in the translation, and one for each
        waiver that no difference has use for.
    """
    rows = align(original, translation)
    pairings = [*_pairings(original, translation, rows), *_field_pairings(original, translation)]
    match(pairings)
    facts = [_of_fact(item) for item in find_differences(pairings)]
    languages = original.language, translation.language
    partners = check_partners(pairings, settings.partners, languages)
    structure = check_structure(original, translation, rows)
    findings = [*structure, *facts, *_without_linked(partners, facts)]
    return _problems(findings, original, translation, is_error=settings.is_error)


def _pairings(
    original: TextFacts, translation: TextFacts, rows: Iterable[Row]
) -> Iterator[Pairing]:
    section = 0
    for row in rows:
        first = original.blocks[row.original] if row.original is not None else None
        second = translation.blocks[row.translation] if row.translation is not None else None
        section += (first or second or NO_PART).kind == "heading"
        yield Pairing(Side(first), Side(second), section)


def _field_pairings(original: TextFacts, translation: TextFacts) -> Iterator[Pairing]:
    for group, names in enumerate(_FIELDS):
        for name in names:
            first, second = original.fields.get(name), translation.fields.get(name)
            if first is not None and second is not None:
                yield Pairing(Side(first), Side(second), -1 - group)


def _of_fact(item: Difference) -> Finding:
    return Finding(
        _RULES[item.kind],
        item.original.quote if item.original else "",
        item.translation.quote if item.translation else "",
        place_of(item.original_part, item.original),
        place_of(item.translation_part, item.translation),
    )


def _without_linked(partners: Iterable[Finding], facts: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out a partner whose link was reported in the same line: that is one difference."""
    lines = {
        item.translation_place[0]
        for item in facts
        if item.rule is rules.PARITY_LINK and _PARTNER_FILES in item.original + item.translation
    }
    return (item for item in partners if item.translation_place[0] not in lines)


def _problems(
    findings: Iterable[Finding], original: TextFacts, translation: TextFacts, *, is_error: bool
) -> list[Problem]:
    """Return problems for what is not waived, and for waivers without use."""
    waivers = [(text.path, waiver) for text in (original, translation) for waiver in text.waivers]
    used: set[int] = set()
    problems = []
    for finding in findings:
        hits = [index for index, (_, waiver) in enumerate(waivers) if _waives(waiver.fact, finding)]
        used.update(hits)
        if not hits:
            paths = original.path, translation.path
            problems.append(_problem(finding, paths, is_error=is_error))
    idle = [waiver for index, waiver in enumerate(waivers) if index not in used]
    return problems + [
        rules.PARITY_WAIVER_UNUSED.at(Place(path, waiver.line, waiver.column), found=waiver.fact)
        for path, waiver in idle
    ]


def _waives(fact: str, finding: Finding) -> bool:
    """Tell whether an editor's waiver names what either text says, or whole words of it."""
    wanted = f" {_plain(fact)} "
    quotes = finding.original, finding.translation
    return bool(wanted.strip()) and any(wanted in f" {_plain(quote)} " for quote in quotes)


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("…", " ").split())


def _problem(finding: Finding, paths: tuple[str, str], *, is_error: bool) -> Problem:
    rule = replace(finding.rule, severity=Severity.ERROR) if is_error else finding.rule
    shown = finding.shown or (_quoted(finding.original), _quoted(finding.translation))
    return rule.at(
        Place(paths[1], *finding.translation_place),
        original=shown[0],
        translation=shown[1],
        where=Place(paths[0], *finding.original_place),
    )


def _quoted(text: str) -> Words:
    return Words(f"“{text}”", f"ghi “{text}”") if text else _NOTHING
