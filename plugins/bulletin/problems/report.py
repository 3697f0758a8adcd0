"""Reports: problems as text, JSON or annotations of a forge. No problem is made here."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Literal

from plugins.bulletin.problems.problem import Problem, ReportLanguage

ReportFormat = Literal["text", "json", "github"]


def default_language() -> ReportLanguage:
    """Return the language of reports: BULLETIN_LANGUAGE, else the terminal's, else English."""
    wish = os.environ.get("BULLETIN_LANGUAGE") or os.environ.get("LANG", "")
    return "vi" if wish.startswith("vi") else "en"


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return each problem once, ordered by path, line, column and rule."""
    return sorted(set(problems), key=Problem.sort_key)


def report(problems: Iterable[Problem], language: ReportLanguage, form: ReportFormat) -> str:
    """Return a whole report, one problem a line, ending in a newline unless it is empty."""
    ordered = sort_problems(problems)
    if form == "json":
        rows = [_as_mapping(problem, language) for problem in ordered]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    line = _as_annotation if form == "github" else as_line
    return "".join(line(problem, language) + "\n" for problem in ordered)


def as_line(problem: Problem, language: ReportLanguage) -> str:
    """Return `path:line:col: problem — what to do [rule-id]`."""
    message, remedy = problem.message(language), problem.remedy(language)
    return f"{problem.place}: {message} — {remedy} [{problem.rule.id}]"


def count_line(problems: Iterable[Problem], language: ReportLanguage) -> str:
    """Return the sentence that closes a report: how many errors and warnings."""
    ordered = sort_problems(problems)
    errors = sum(problem.is_error for problem in ordered)
    warnings = len(ordered) - errors
    if language == "vi":
        return f"{errors} lỗi, {warnings} cảnh báo"
    return f"{errors} {_plural(errors, 'error')}, {warnings} {_plural(warnings, 'warning')}"


def _plural(count: int, word: str) -> str:
    return word if count == 1 else word + "s"


def _as_mapping(problem: Problem, language: ReportLanguage) -> dict[str, str | int]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.rule.severity.value,
        "rule": problem.rule.id,
        "message": problem.message(language),
        "remedy": problem.remedy(language),
    }


def _as_annotation(problem: Problem, language: ReportLanguage) -> str:
    """Return a workflow command; its escapes keep a message from ending the command."""
    place, rule = problem.place, problem.rule
    where = [f"file={_escape_property(place.path)}"]
    where += [f"line={place.line}"] if place.line else []
    where += [f"col={place.column}"] if place.column else []
    where.append(f"title={_escape_property(rule.id)}")
    text = f"{problem.message(language)} — {problem.remedy(language)} [{rule.id}]"
    return f"::{rule.severity.value} {','.join(where)}::{_escape_data(text)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
