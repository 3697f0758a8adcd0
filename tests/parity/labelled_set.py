"""The labelled set: reads its pairs and faults, plants each fault, and counts what is found.

    python -m tests.parity.labelled_set [seen|held-out] [--show]

`--show` lists the misses and the false alarms of `seen/`; of `held-out/` there are figures only.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from plugins.bulletin.intake import take_in
from plugins.bulletin.parity.compare import CompareSettings, compare
from plugins.bulletin.parity.facts import TextFacts
from plugins.bulletin.parity.partners import partner_names
from plugins.bulletin.parity.texts import survey_text
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.report import as_line
from plugins.bulletin.read.content import read_text_bytes
from plugins.bulletin.read.names import TextName
from plugins.bulletin.schema.texts import check_text
from tests.site.building import REAL_CONTENT

LABELLED = Path(__file__).parent / "labelled"
HALVES = ("seen", "held-out")


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault: in which file of which pair, and how it is planted."""

    pair: str
    file: str
    kind: str
    required: bool = True
    find: str = ""
    put: str = ""
    drop: str = ""
    drop_line: str = ""
    after: str = ""
    add: str = ""
    add_line: str = ""

    def plant(self, text: str) -> str:
        """Return the text with the fault in it.

        Raises:
            ValueError: The text has not just one place for it.
        """
        if self.find:
            _check_once(text.count(self.find), self)
            return text.replace(self.find, self.put)
        head, fence, body = text.partition("\n---\n")
        glue = "\n" if self.drop_line or self.add_line else "\n\n"
        parts = body.split(glue)
        beginning = self.drop or self.drop_line or self.after
        hits = [index for index, part in enumerate(parts) if part.startswith(beginning)]
        _check_once(len(hits), self)
        if self.drop or self.drop_line:
            return head + fence + glue.join(parts[: hits[0]] + parts[hits[0] + 1 :])
        added = self.add or self.add_line
        return head + fence + glue.join([*parts[: hits[0] + 1], added, *parts[hits[0] + 1 :]])


def _check_once(count: int, fault: Fault) -> None:
    if count != 1:
        raise ValueError(f"{count} places for {fault}")


@dataclass(slots=True)
class Figures:
    """What measuring one half came to."""

    clean: int = 0
    alarms: dict[str, list[Problem]] = field(default_factory=dict)
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    once: Counter[str] = field(default_factory=Counter)
    missed: list[Fault] = field(default_factory=list)
    optional: Counter[str] = field(default_factory=Counter)
    optional_found: Counter[str] = field(default_factory=Counter)

    @property
    def recall(self) -> float:
        """Return the share of the required faults that are found."""
        return sum(self.found.values()) / max(sum(self.planted.values()), 1)

    @property
    def alarm_share(self) -> float:
        """Return the share of clean pairs with a problem."""
        return len(self.alarms) / max(self.clean, 1)


def texts_of(half: str) -> dict[str, dict[str, str]]:
    """Return the files of a half by pair and language."""
    texts: dict[str, dict[str, str]] = {}
    for path in sorted((LABELLED / half).glob("*.md")):
        key, language, _ = path.name.rsplit(".", 2)
        texts.setdefault(key, {})[language] = path.read_text(encoding="utf-8")
    return texts


def faults_of(half: str) -> Iterator[Fault]:
    """Yield the faults of a half."""
    listed = yaml.safe_load((LABELLED / half / "faults.yaml").read_text(encoding="utf-8"))
    for item in listed:
        yield Fault(**item)


def settings() -> CompareSettings:
    """Return the settings with the real partners, which the pairs name."""
    entries, _ = take_in(REAL_CONTENT)
    return CompareSettings(partner_names(entry.record for entry in entries.partners.values()))


def facts_of(text: str, key: str, language: str) -> TextFacts:
    """Return the facts of one file, read as a build reads it."""
    name = TextName("articles", key, "vi" if language == "vi" else "en")
    path = f"content/articles/{key}.{language}.md"
    raw, problems = read_text_bytes(text.encode(), path, name)
    assert raw is not None, problems
    entry, faults = check_text(raw, zone="Asia/Ho_Chi_Minh")
    assert entry is not None, faults
    return survey_text(entry, raw.source, first_line=raw.source_line)


def problems_of(texts: dict[str, str], key: str, how: CompareSettings) -> list[Problem]:
    """Return the problems of one pair."""
    facts = {language: facts_of(text, key, language) for language, text in texts.items()}
    first, second = ("en", "vi") if "\ntranslation:" in texts["vi"] else ("vi", "en")
    return compare(facts[first], facts[second], how)


def measure(half: str) -> Figures:
    """Measure one half of the set."""
    how, texts, figures = settings(), texts_of(half), Figures()
    clean: dict[str, list[Problem]] = {}
    for key, pair in texts.items():
        clean[key] = problems_of(pair, key, how)
        figures.clean += 1
        if clean[key]:
            figures.alarms[key] = clean[key]
    for fault in faults_of(half):
        pair = dict(texts[fault.pair])
        pair[fault.file] = fault.plant(pair[fault.file])
        found = _new(problems_of(pair, fault.pair, how), clean[fault.pair])
        _count(figures, fault, found)
    return figures


def _new(problems: list[Problem], before: list[Problem]) -> int:
    """Return how many problems the fault has added; lines may have moved."""
    old = Counter((item.rule.id, _quotes(item)) for item in before)
    new = Counter((item.rule.id, _quotes(item)) for item in problems)
    return (new - old).total()


def _quotes(problem: Problem) -> tuple[str, ...]:
    return tuple(value for name, value in problem.details if name != "where")


def _count(figures: Figures, fault: Fault, found: int) -> None:
    if not fault.required:
        figures.optional[fault.kind] += 1
        figures.optional_found[fault.kind] += found > 0
        return
    figures.planted[fault.kind] += 1
    figures.found[fault.kind] += found > 0
    figures.once[fault.kind] += found == 1
    if not found:
        figures.missed.append(fault)


def print_figures(half: str, figures: Figures, *, show: bool) -> None:
    """Print a table of one half."""
    planted, found = sum(figures.planted.values()), sum(figures.found.values())
    print(f"{half}: {found} of {planted} faults found, recall {figures.recall:.3f}")
    print(f"  reported as one problem: {sum(figures.once.values())}")
    print(f"  clean pairs with a problem: {len(figures.alarms)} of {figures.clean}")
    rules = Counter(item.rule.id for found in figures.alarms.values() for item in found)
    print("   ", ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items())))
    for kind, count in sorted(figures.planted.items()):
        print(f"  {kind:12} {figures.found[kind]:3} of {count:3}, as one {figures.once[kind]:3}")
    for kind, count in sorted(figures.optional.items()):
        print(f"  {kind:12} {figures.optional_found[kind]:3} of {count:3} (not asked for)")
    if show and half == "seen":
        for fault in figures.missed:
            print("  missed:", fault)
        for problems in figures.alarms.values():
            print(*("  alarm: " + as_line(problem, "en") for problem in problems), sep="\n")


def main() -> None:
    """Print the figures of the halves that are asked for."""
    halves = [half for half in HALVES if half in sys.argv] or list(HALVES)
    for half in halves:
        print_figures(half, measure(half), show="--show" in sys.argv)


if __name__ == "__main__":
    main()
