"""Words of the audit's rules: each sentence as it is reported, the problem, a dash, what to do."""

from __future__ import annotations

from plugins.bulletin.problems.problem import Rule, Severity, Words


def audit_rule(name: str, en: str, vi: str, *, severity: Severity = Severity.ERROR) -> Rule:
    """Make a rule from its sentences in English and Vietnamese; its id begins with `output-`."""
    message_en, _, remedy_en = en.partition(" — ")
    message_vi, _, remedy_vi = vi.partition(" — ")
    words = Words(message_en, message_vi), Words(remedy_en, remedy_vi)
    return Rule("output-" + name, severity, *words)


def audit_warning(name: str, en: str, vi: str) -> Rule:
    """Make a rule that stops no build."""
    return audit_rule(name, en, vi, severity=Severity.WARNING)
