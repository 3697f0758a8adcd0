"""Overlay: what the preview adds to a page — news of changes, and problems over it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.problems.report import count_line, sort_problems

PREFIX = "/__preview/"

_TITLE = {
    "en": "Problems in the content; this is the last good version.",
    "vi": "Nội dung có vấn đề; đây là bản tốt gần nhất.",
}
_WARNINGS = {"en": "Warnings in the content.", "vi": "Nội dung có cảnh báo."}

STYLE = """
.preview-problems {
  position: fixed; inset-block-end: 0; inset-inline: 0; z-index: 99;
  max-block-size: 60vh; overflow: auto; padding: 1rem 1.5rem;
  background: #2b1311; color: #fff; border-block-start: 4px solid #d9534f;
  font: 500 1rem/1.5 system-ui, sans-serif;
}
.preview-problems summary { cursor: pointer; font-weight: 700; }
.preview-problems li { margin-block: 0.75rem; }
.preview-problems code { color: #ffd9a0; font: inherit; font-weight: 700; }
.preview-problems p { margin: 0; }
.pairs { padding-block: var(--space-s) var(--space-xl); border-block-start: var(--rule-strong) solid
  var(--color-rule-strong); }
.pairs__title { font-size: var(--text-l); }
.pairs__count { color: var(--color-ink-soft); font-weight: var(--weight-text); }
.pairs--stale .pairs__title { color: var(--color-lacquer); }
.pairs--in-step .pairs__title { color: var(--color-jade); }
.pairs__list, .pair__changes { padding: 0; list-style: none; }
.pair { padding-block: var(--space-xs); border-block-end: var(--rule) solid var(--color-rule); }
.pair__texts { display: flex; flex-wrap: wrap; column-gap: var(--space-2xs); }
.pair__original { font-weight: var(--weight-heading); }
.pair__facts, .pair__part { color: var(--color-ink-soft); font-size: var(--text-xs); }
.pair__path { overflow-wrap: anywhere; }
.pair__change { margin-block-start: var(--space-2xs); padding-inline-start: var(--space-s);
  border-inline-start: var(--rule-heavy) solid var(--color-mark); }
.pair__words { max-inline-size: var(--measure-title); font-family: var(--font-serif);
  line-height: var(--leading-read); }
.pair__words del { color: var(--color-lacquer); }
.example__name { margin-block: var(--space-m) var(--space-2xs); color: var(--color-ink-soft);
  font-size: var(--text-xs); }
.pair__words ins { background: var(--color-mark); text-decoration-line: none; }
"""

SCRIPT = """
const version = document.querySelector("[data-preview-version]").dataset.previewVersion;
const news = new EventSource("/__preview/news?version=" + version);
news.addEventListener("changed", () => location.reload());
"""


def add_overlay(
    page: bytes, version: int, *, problems: Sequence[Problem], language: ReportLanguage
) -> bytes:
    """Add the preview's script, and the problems if there are any, to a page's end."""
    parts = [
        f'<link rel="stylesheet" href="{PREFIX}style.css">',
        _problems(problems, language) if problems else "",
        f'<script type="module" src="{PREFIX}news.js" data-preview-version="{version}"></script>',
    ]
    return page.replace(b"</body>", "".join(parts).encode() + b"</body>", 1)


def bare_page(language: ReportLanguage) -> bytes:
    """Return a page to carry problems where no version was good yet."""
    return f'<!DOCTYPE html><html lang="{language}"><title>…</title><body></body></html>'.encode()


def _problems(problems: Sequence[Problem], language: ReportLanguage) -> str:
    ordered = sort_problems(problems)
    has_errors = any(problem.is_error for problem in ordered)
    title = (_TITLE if has_errors else _WARNINGS)[language]
    rows = "".join(_row(problem, language) for problem in ordered)
    is_open = " open" if has_errors else ""
    count = escape(count_line(ordered, language))
    return (
        f'<aside class="preview-problems" role="alert" lang="{language}"><details{is_open}>'
        f"<summary>{escape(title)} {count}</summary><ol>{rows}</ol></details></aside>"
    )


def _row(problem: Problem, language: ReportLanguage) -> str:
    place, message = escape(str(problem.place)), escape(problem.message(language))
    remedy = escape(problem.remedy(language))
    return f"<li><p><code>{place}</code> {message}</p><p>→ {remedy}</p></li>"
