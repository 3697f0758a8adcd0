"""Asking: what hygiene says of a few words, in short."""

from __future__ import annotations

from plugins.bulletin.hygiene import check_file
from plugins.bulletin.problems import Problem
from plugins.bulletin.text.tones import ToneStyle

FIELDS = "---\ntitle: Bài\n---\n"


def problems_in(
    body: str, language: str = "vi", *, style: ToneStyle = "hòa", fields: str = FIELDS
) -> list[Problem]:
    """Return the problems of an article, in their order."""
    path = f"content/articles/a.{language}.md"
    found = check_file((fields + body).encode(), path, style)
    return sorted(found, key=Problem.sort_key)


def said_of(body: str, language: str = "vi", *, style: ToneStyle = "hòa") -> list[str]:
    """Return `rule@column` of each problem of a body of one line."""
    return [
        f"{item.rule.id}@{item.place.column}" for item in problems_in(body, language, style=style)
    ]


def rules_in(body: str, language: str = "vi") -> list[str]:
    """Return the rules that a body breaks."""
    return [item.rule.id for item in problems_in(body, language)]


def detail(problem: Problem, name: str) -> str:
    """Return one value that a problem's sentences name."""
    return dict(problem.details)[name]
