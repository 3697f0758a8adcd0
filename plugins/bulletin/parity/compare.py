"""Compare: what one language of a text says and the other does not, as problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from plugins.bulletin.parity.align import Row, align
from plugins.bulletin.parity.differences import Difference, find_differences
from plugins.bulletin.parity.facts import Fact, Part, TextFacts
from plugins.bulletin.parity.matching import Pairing, Side, match
from plugins.bulletin.parity.partners import PartnerNames, find_partners
from plugins.bulletin.problems import Place, Problem, Words, parity_rules as rules
from plugins.bulletin.problems.problem import Rule, Severity
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
    "partner": rules.PARITY_PARTNER,
}
_BLOCK_RULES = {
    "heading": rules.PARITY_HEADING,
    "list": rules.PARITY_LIST,
    "table": rules.PARITY_LIST,
    "image": rules.PARITY_IMAGE,
    "figure": rules.PARITY_IMAGE,
}
_NOTHING = Words("nothing of the kind", "không có")
_FIELD_GROUPS = (("title", "summary"), ("cover.caption", "cover.alt", "cover.credit"))
_SHAPED = ("list", "table", "notes")


@dataclass(frozen=True, slots=True)
class CompareSettings:
    """What comparing depends on beside the texts."""

    partners: PartnerNames = field(default_factory=PartnerNames)
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class _Finding:
    """One difference in words: what each text says, and where."""

    rule: Rule
    original: str
    translation: str
    original_place: tuple[int, int]
    translation_place: tuple[int, int]
    shown: tuple[Words, Words] | None = None


def compare(
    original: TextFacts, translation: TextFacts, settings: CompareSettings
) -> list[Problem]:
    """Compare the two languages of one text.

    Returns:
        One problem for each difference, at its place in the translation, and one for each
        waiver that no difference has use for.
    """
    rows = align(original, translation)
    findings = list(_of_blocks(original, translation, rows))
    pairings = [*_pairings(original, translation, rows), *_field_pairings(original, translation)]
    match(pairings)
    facts = [_of_fact(item, pairings) for item in find_differences(pairings)]
    partners = list(_of_partners(pairings, settings.partners, original, translation))
    findings += _without_linked(facts, partners)
    return _problems(findings, original, translation, settings=settings)


def _pairings(original: TextFacts, translation: TextFacts, rows: Iterable[Row]) -> list[Pairing]:
    pairings, section = [], 0
    for row in rows:
        first = original.blocks[row.original] if row.original is not None else None
        second = translation.blocks[row.translation] if row.translation is not None else None
        section += (first or second or _NO_PART).kind == "heading"
        pairings.append(Pairing(Side(first), Side(second), section))
    return pairings


def _field_pairings(original: TextFacts, translation: TextFacts) -> Iterator[Pairing]:
    for group, names in enumerate(_FIELD_GROUPS):
        for name in names:
            first, second = original.fields.get(name), translation.fields.get(name)
            if first is not None and second is not None:
                yield Pairing(Side(first), Side(second), -1 - group)


def _of_blocks(
    original: TextFacts, translation: TextFacts, rows: Sequence[Row]
) -> Iterator[_Finding]:
    """Yield blocks without counterpart, and those of another level or shape."""
    before: list[Part | None] = [None, None]
    for row in rows:
        first = original.blocks[row.original] if row.original is not None else None
        second = translation.blocks[row.translation] if row.translation is not None else None
        if first is not None and second is not None:
            yield from _of_shapes(first, second)
        elif first is not None:
            rule = _BLOCK_RULES.get(first.kind, rules.PARITY_BLOCK)
            yield _Finding(rule, first.start, "", first.place(), _end(before[1]))
        elif second is not None:
            rule = _BLOCK_RULES.get(second.kind, rules.PARITY_BLOCK)
            yield _Finding(rule, "", second.start, _end(before[0]), second.place())
        before = [first or before[0], second or before[1]]


def _end(part: Part | None) -> tuple[int, int]:
    return part.place() if part is not None else (0, 0)


def _of_shapes(first: Part, second: Part) -> Iterator[_Finding]:
    rule = _BLOCK_RULES.get(first.kind, rules.PARITY_BLOCK)
    if first.kind == second.kind == "heading" and first.level != second.level:
        shown = _level(first), _level(second)
    elif first.kind in _SHAPED and first.kind == second.kind and first.shape != second.shape:
        rule = rules.PARITY_LIST
        shown = _items(first, second), _items(second, first)
    elif first.kind != second.kind and not {first.kind, second.kind} <= {"image", "figure"}:
        rule = _BLOCK_RULES.get(first.kind) or _BLOCK_RULES.get(second.kind, rules.PARITY_BLOCK)
        shown = _sort(first), _sort(second)
    else:
        return
    yield _Finding(rule, first.start, second.start, first.place(), second.place(), shown)


def _level(part: Part) -> Words:
    return Words(
        f"“{part.start}” of level {part.level}", f"“{part.start}” ở cấp {part.level}"
    )


_SORTS = {
    "paragraph": Words("a paragraph", "một đoạn"),
    "heading": Words("a heading", "một tiêu đề"),
    "list": Words("a list", "một danh sách"),
    "quote": Words("a quotation", "một đoạn trích"),
    "table": Words("a table", "một bảng"),
    "image": Words("a picture", "một hình"),
    "figure": Words("a picture with caption", "một hình có chú thích"),
    "code": Words("a fixed text", "một đoạn giữ nguyên"),
    "rule": Words("a line", "một vạch ngang"),
    "notes": Words("footnotes", "chú thích"),
}


def _sort(part: Part) -> Words:
    sort = _SORTS[part.kind]
    return Words(f"{sort.en}, “{part.start}”", f"{sort.vi}, “{part.start}”")


def _items(part: Part, other: Part) -> Words:
    count = len(part.shape)
    if count != len(other.shape):
        return Words(f"{count} items from “{part.start}” on", f"{count} mục kể từ “{part.start}”")
    depths = " ".join(("1." if is_ordered else "–") * depth for depth, is_ordered in part.shape)
    return Words(f"items “{depths}”", f"các mục “{depths}”")


def _of_fact(item: Difference, pairings: Sequence[Pairing]) -> _Finding:
    del pairings
    return _Finding(
        _RULES[item.kind],
        item.original.quote if item.original else "",
        item.translation.quote if item.translation else "",
        _place(item.original_part, item.original),
        _place(item.translation_part, item.translation),
    )


def _place(part: Part | None, fact: Fact | None) -> tuple[int, int]:
    return part.place(fact) if part is not None else (0, 0)


def _of_partners(
    pairings: Sequence[Pairing],
    names: PartnerNames,
    original: TextFacts,
    translation: TextFacts,
) -> Iterator[_Finding]:
    """Yield partners that one text names and the other does not, there or nearby."""
    first = find_partners((row.original.part or _NO_PART for row in pairings), names)
    second = find_partners((row.translation.part or _NO_PART for row in pairings), names)
    for number, row in enumerate(pairings):
        if row.original.part is None or row.translation.part is None:
            continue
        near = [
            other
            for other in range(max(number - 1, 0), min(number + 2, len(pairings)))
            if pairings[other].section == row.section
        ]
        missing = [key for key in first[number] if not any(key in second[other] for other in near)]
        extra = [key for key in second[number] if not any(key in first[other] for other in near)]
        for position in range(max(len(missing), len(extra))):
            one = missing[position] if position < len(missing) else ""
            other_one = extra[position] if position < len(extra) else ""
            yield _Finding(
                rules.PARITY_PARTNER,
                names.name(one, original.language) if one else "",
                names.name(other_one, translation.language) if other_one else "",
                _offset_place(row.original.part, first[number].get(one)),
                _offset_place(row.translation.part, second[number].get(other_one)),
            )


def _offset_place(part: Part, offset: int | None) -> tuple[int, int]:
    return part.lines.place(part.offset if offset is None else offset)


def _without_linked(facts: list[_Finding], partners: list[_Finding]) -> list[_Finding]:
    """Leave out a partner whose link was reported in the same line: that is one difference."""
    lines = {
        item.translation_place[0]
        for item in facts
        if item.rule is rules.PARITY_LINK and "data/partners/" in item.original + item.translation
    }
    return facts + [item for item in partners if item.translation_place[0] not in lines]


_NO_PART = Part("", 0, 0, 0, "", lines=None)  # type: ignore[arg-type]


def _problems(
    findings: Iterable[_Finding],
    original: TextFacts,
    translation: TextFacts,
    *,
    settings: CompareSettings,
) -> list[Problem]:
    """Return problems for what is not waived, and for waivers without use."""
    waivers = [(text, waiver) for text in (original, translation) for waiver in text.waivers]
    used: set[int] = set()
    problems = []
    for finding in findings:
        hits = [index for index, (_, waiver) in enumerate(waivers) if _waives(waiver.fact, finding)]
        used.update(hits)
        if not hits:
            problems.append(_problem(finding, original, translation, settings=settings))
    for index, (text, waiver) in enumerate(waivers):
        if index not in used:
            place = Place(text.path, waiver.line, waiver.column)
            problems.append(rules.PARITY_WAIVER_UNUSED.at(place, found=waiver.fact))
    return problems


def _waives(fact: str, finding: _Finding) -> bool:
    wanted = _plain(fact)
    return bool(wanted) and any(
        f" {wanted} " in f" {_plain(text)} " for text in (finding.original, finding.translation)
    )


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("…", " ").split())


def _problem(
    finding: _Finding, original: TextFacts, translation: TextFacts, *, settings: CompareSettings
) -> Problem:
    rule = finding.rule
    if settings.is_error:
        rule = replace(rule, severity=Severity.ERROR)
    shown = finding.shown or (_quoted(finding.original), _quoted(finding.translation))
    return rule.at(
        Place(translation.path, *finding.translation_place),
        original=shown[0],
        translation=shown[1],
        where=Place(original.path, *finding.original_place),
    )


def _quoted(text: str) -> Words:
    return Words(f"“{text}”", f"“{text}”") if text else _NOTHING
