"""The house rules of CSS and templates catch what they are meant to catch."""

import json
import subprocess
import sys

import pytest

from tools import linters, node
from tools.paths import ROOT

GOOD = "@layer block {\n  .card__title {\n    margin-inline: var(--space-s);\n  }\n}\n"


def stylelint(css: str, name: str = "card.css") -> set[str]:
    """Return the rules that a style sheet breaks."""
    command = node.script("stylelint", "bin/stylelint.mjs")
    done = subprocess.run(
        [*command, "--stdin", "--stdin-filename", f"theme/static/css/{name}", "--formatter=json"],
        cwd=ROOT,
        input=css,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    (result,) = json.loads(done.stderr or done.stdout)
    return {warning["rule"] for warning in result["warnings"]}


def block(declarations: str, selector: str = ".card") -> str:
    """Write a rule in a layer."""
    return f"@layer block {{\n  {selector} {{\n    {declarations};\n  }}\n}}\n"


@pytest.mark.parametrize(
    ("css", "rule"),
    [
        (".card {\n  color: inherit;\n}\n", "bulletin/layered"),
        (block("margin-left: 0"), "property-disallowed-list"),
        (block("width: 100%"), "property-disallowed-list"),
        (block("text-align: justify"), "declaration-property-value-disallowed-list"),
        (block("color: #a00"), "color-no-hex"),
        (block("color: red"), "color-named"),
        (block("color: rgb(0 0 0)"), "function-disallowed-list"),
        (block("padding: 3px"), "unit-disallowed-list"),
        (block("color: inherit !important"), "declaration-no-important"),
        (block("color: inherit", "#top"), "selector-max-id"),
        (block("color: inherit", ".cardTitle"), "selector-class-pattern"),
        (block("color: inherit", ".a.b.c"), "selector-max-class"),
    ],
)
def test_css_fault_is_found(css: str, rule: str) -> None:
    """Each rule of the house is broken by its example."""
    assert rule in stylelint(css)


@pytest.mark.parametrize(
    ("css", "name"),
    [
        (GOOD, "card.css"),
        (block("--space: 3px", ":root").replace("block", "tokens"), "tokens.css"),
        (block("color: inherit !important"), "print.css"),
    ],
)
def test_css_in_the_house_style_passes(css: str, name: str) -> None:
    """Good CSS passes, and raw values have their one home."""
    assert stylelint(css, name) == set()


@pytest.mark.parametrize(
    ("template", "rule"),
    [
        ("<p>{{ text|safe }}</p>", "B001"),
        ("{% set html = text | safe %}", "B001"),
        ("<script>run()</script>", "B002"),
        ("<style>p {}</style>", "B003"),
        ('<p style="color: red"></p>', "H021"),
    ],
)
def test_template_fault_is_found(template: str, rule: str) -> None:
    """What the strict Content-Security-Policy forbids does not reach a page."""
    assert rule in djlint(template)


def test_data_in_a_script_element_passes() -> None:
    """JSON-LD is data, not code."""
    page = '<script type="application/ld+json">{{ data }}</script>\n'
    assert "B002" not in djlint(page)


def djlint(template: str) -> str:
    """Return what djlint says about a template under the project's rules."""
    done = subprocess.run(
        [sys.executable, "-m", "djlint", "--lint", "-"],
        cwd=ROOT,
        input=template + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def test_verdict_has_the_exit_code() -> None:
    """A linter that fails is heard, with all that it said."""
    verdict = linters.judge("x", [sys.executable, "-c", "print('tiếng Việt'); exit(3)"])
    assert (verdict.code, verdict.report.strip()) == (3, "tiếng Việt")
