"""YAML: values as they are written, with their places, and nothing that YAML makes of them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from plugins.bulletin.problems import Problem, read_rules as rules
from plugins.bulletin.read.yaml_values import RawValue, Unquoted, read_yaml

PATH = "content/data/a.yaml"


def value_of(text: str) -> RawValue:
    """Return the value of a document without problems."""
    value, _, problems = read_yaml(text, PATH)
    assert problems == []
    return value


def problem_of(text: str) -> Problem:
    """Return the one problem of a document."""
    _, _, problems = read_yaml(text, PATH)
    (problem,) = problems
    return problem


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a"),
        ("'no'", "no"),
        ("12", Unquoted("12", "int", 12)),
        ("-1.50", Unquoted("-1.50", "float", -1.5)),
        ("true", Unquoted("true", "bool", value=True)),
        ("no", Unquoted("no", "bool")),
        ("NO", Unquoted("NO", "bool")),
        ("0123", Unquoted("0123", "int")),
        ("1_000", Unquoted("1_000", "int")),
        ("12:30", Unquoted("12:30", "int")),
        ("1.5e+3", Unquoted("1.5e+3", "float")),
        (".inf", Unquoted(".inf", "float")),
        ("9" * 5000, Unquoted("9" * 5000, "int")),
        ("2024-01-02", Unquoted("2024-01-02", "timestamp")),
        ("null", None),
        ("", None),
        ("~", None),
        ("Null", Unquoted("Null", "null")),
        ("[a, b]", ("a", "b")),
        ("a: {b: c}", {"a": {"b": "c"}}),
        ("# only a comment", None),
    ],
)
def test_value_keeps_its_letters(text: str, expected: RawValue) -> None:
    """Numbers, truths and dates keep the letters an editor wrote."""
    assert value_of(text) == expected


def test_unquoted_prints_its_letters() -> None:
    """In a problem an editor finds what stands in the file."""
    assert str(Unquoted("1.50", "float", 1.5)) == "1.50"


def test_places_are_those_of_the_file() -> None:
    """Every key and value has its line and column, counted from the front matter's line."""
    _, marks, _ = read_yaml("a: b\nlá: {c: d}\ne:\n  - f\n", PATH, first_line=2)
    assert str(marks.place("a")) == f"{PATH}:2:4"
    assert str(marks.place("lá", "c")) == f"{PATH}:3:9"
    assert str(marks.key_place("lá", "c")) == f"{PATH}:3:6"
    assert str(marks.place("e", 0)) == f"{PATH}:5:5"
    assert str(marks.place("e", 1)) == f"{PATH}:5:3"
    assert str(marks.place()) == f"{PATH}:2:1"


def test_key_given_twice_keeps_the_first() -> None:
    """The second is reported at its place, with the line of the first."""
    value, _, (problem,) = read_yaml("a: 1\nb: 2\na: 3\n", PATH)
    assert isinstance(value, Mapping)
    assert str(value["a"]) == "1"
    assert problem.rule is rules.YAML_DUPLICATE_KEY
    assert (problem.place.line, dict(problem.details)["first"]) == (3, "1")


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("a: b: c", 1, 5, "second colon"),
        ("a: [b, c\nd: e\n", 1, 4, "not closed with ]"),
        ("x: y\na: {b: c\n", 2, 4, "not closed with }"),
        ('a: "b\nc: d\n', 1, 4, "never closed"),
        ("a: b\nc\nd: e\n", 2, 1, "colon is missing"),
        ("a: b\n\tc: d\n", 2, 1, "tab"),
        ("a: “b: c”\n", 1, 6, "word processor"),
        ("a: @b\n", 1, 4, "cannot begin with this character"),
        ("a: - b\n", 1, 4, "same line as the field"),
        ("a: 'b' c\n", 1, 8, "quotation mark does not fit"),
        ('a: "b\\d"\n', 1, 6, "backslash"),
        ("a: *\n", 1, 5, "cannot begin with * or &"),
        ("[", 1, 2, "not complete"),
        ("a: [\n", 2, 1, "not complete"),
        ("- a\nb: c\n", 2, 1, "same column"),
        ("a: b\n---\nc: d\n", 2, 1, "parts the fields in two"),
        ("a: b\n...\nc: d\n", 3, 1, "parts the fields in two"),
        ("%YAML 3.0\n---\na: b", 1, 1, "its form is not right"),
        ("[" * 100, 1, 51, "nested too deeply"),
        ("- " * 100, 1, 101, "nested too deeply"),
    ],
)
def test_broken_syntax_is_explained_at_the_culprit(
    text: str, line: int, column: int, reason: str
) -> None:
    """The place is where an editor has to look, and the reason is in plain words."""
    problem = problem_of(text)
    assert problem.rule is rules.YAML_SYNTAX
    assert reason in problem.message("en")
    assert (problem.place.line, problem.place.column) == (line, column)
    assert "{" not in problem.message("vi") or "{" in text


def test_alias_is_not_followed() -> None:
    """A bomb of aliases is reported, each name once, and not built."""
    lines = ["- &a [x, x, x]"] + [f"- &{c} [*{p}, *{p}, *{p}]" for p, c in ("ab", "bc", "cd")]
    value, _, problems = read_yaml("\n".join(lines), PATH)
    assert value is None
    assert [problem.rule for problem in problems] == [rules.YAML_ALIAS] * 3
    assert str(problems[0].place) == f"{PATH}:2:7"


def test_star_inside_a_text_is_no_alias() -> None:
    """Emphasis in a quoted text or an asterisk in the middle is plain text."""
    assert value_of("a: 'b *c* d'\ne: f*g\n") == {"a": "b *c* d", "e": "f*g"}


@pytest.mark.parametrize("text", ["a: !mine b", "a: !!set {b}", "a: !!python/tuple [b]", "a: !x"])
def test_tag_is_reported_on_any_value(text: str) -> None:
    """A tag on text, group or list is refused."""
    problem = problem_of(text)
    assert (problem.rule, problem.place.column) == (rules.YAML_TAG, 4)


def test_key_that_is_no_text_is_kept_as_a_question_mark() -> None:
    """A list as a key has a place, so that the unknown field can be reported."""
    _, marks, _ = read_yaml("? [a]\n: b\n", PATH)
    assert str(marks.key_place("?")) == f"{PATH}:1:3"


def test_long_document_without_depth_is_read() -> None:
    """Length alone is no fault."""
    value = value_of("\n".join(f"- a{number}: b" for number in range(4000)))
    assert isinstance(value, tuple)
    assert len(value) == 4000
