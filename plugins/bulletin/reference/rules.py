"""Rules: every rule of `problems/*_rules.py`, with its sentences in both languages."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from plugins.bulletin import problems
from plugins.bulletin.problems import Rule, Severity, Words
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.reference.markup import escape, page

BROKEN = "../../tests/sites/broken"
INTRODUCTION = """\
A report has one line a problem: `path:line:column: problem — what to do [rule]`.
An error stops the build, a warning does not.
A name in ‹angle brackets› stands for what was found.
An example is the smallest content that breaks the rule, with the report that is expected."""
AUDIT_PREFIX = "output-"

_LANGUAGE_SUFFIX = re.compile(r"_(en|vi)$")


class _Placeholders(dict[str, str]):
    """Answers every placeholder with its own name."""

    def __missing__(self, key: str) -> str:
        return f"‹{_LANGUAGE_SUFFIX.sub('', key)}›"


def rules_page() -> str:
    """Return the page of all rules."""
    rooms = [_room(module) for module in rule_modules()]
    total = sum(len(rules_of(module)) for module in rule_modules())
    return page("Rules", INTRODUCTION, f"There are {total} rules.", *rooms)


def rule_modules() -> list[ModuleType]:
    """Return the modules `problems/*_rules.py` in the order of their work."""
    found = {name for _, name, _ in pkgutil.iter_modules(problems.__path__)}
    order = ("read_rules", "hygiene_rules", "schema_rules", "link_rules")
    names = sorted(name for name in found if name.endswith("_rules"))
    names.sort(key=lambda name: order.index(name) if name in order else len(order))
    return [import_module(f"{problems.__name__}.{name}") for name in names]


def rules_of(module: ModuleType) -> tuple[Rule, ...]:
    """Return the rules of a module: its tuple whose name ends in RULES."""
    return next(
        value
        for name, value in vars(module).items()
        if name.endswith("RULES") and isinstance(value, tuple)
    )


def _room(module: ModuleType) -> str:
    summary = (module.__doc__ or "").strip().split("\n")[0]
    return "\n\n".join((f"## {summary.rstrip('.')}", *map(_entry, rules_of(module))))


def _entry(rule: Rule) -> str:
    facts = ", ".join(_facts(rule))
    lines = [f"- {name}: {_sentences(rule, language)}" for language, name in LANGUAGE_NAMES.items()]
    return "\n".join((f"### {rule.id}", "", facts + ".", "", *lines))


LANGUAGE_NAMES: dict[ReportLanguage, str] = {"en": "English", "vi": "Tiếng Việt"}


def _facts(rule: Rule) -> Iterator[str]:
    yield "Error" if rule.severity is Severity.ERROR else "Warning"
    if rule.fixable:
        yield "mended by `check --fix`"
    if not rule.id.startswith(AUDIT_PREFIX):
        yield f"[example]({BROKEN}/{rule.id}/)"


def _sentences(rule: Rule, language: ReportLanguage) -> str:
    return f"{_words(rule.message, language)} — {_words(rule.remedy, language)}"


def _words(words: Words, language: ReportLanguage) -> str:
    return escape(words.fill(language, _Placeholders()))
