"""Dates in fields: what is read, what is explained, and what is offered instead."""

from __future__ import annotations

import pytest

from plugins.bulletin.problems import Place
from plugins.bulletin.schema.dates import read_moment, read_partial

PLACE = Place("content/a.vi.md", 3, 7)


def moment(text: str) -> tuple[str, str, str]:
    """Return a moment as it prints, and the rule and remedy of its problem."""
    value, problems = read_moment(text, PLACE, field="date", zone="Asia/Ho_Chi_Minh")
    rule, remedy = (problems[0].rule.id, problems[0].remedy("en")) if problems else ("", "")
    return str(value), rule, remedy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-08-17", "2023-08-17"),
        ("2023-08-17 09:05", "2023-08-17 09:05"),
        ("2023-08-17T09:05", "2023-08-17 09:05"),
        ("2023-08-17 09:05:30", "2023-08-17 09:05"),
    ],
)
def test_iso_moment_is_read(text: str, expected: str) -> None:
    """A day has no time unless one is written."""
    assert moment(text) == (expected, "", "")


def test_moment_is_in_the_zone_of_the_site() -> None:
    """The site's zone counts, and not that of the machine."""
    value, _ = read_moment("2023-08-17 09:00", PLACE, field="date", zone="Asia/Vientiane")
    assert value is not None
    assert value.when.isoformat() == "2023-08-17T09:00:00+07:00"


@pytest.mark.parametrize(
    ("text", "rule", "remedy"),
    [
        ("05/08/2023", "date-ambiguous", "write 2023-08-05 or 2023-05-08"),
        ("17/8/2023", "date-format", "write 2023-08-17"),
        ("17/8/2023 9:05", "date-format", "write 2023-08-17 09:05"),
        ("9h05 ngày 17/8/2023", "date-format", "write 2023-08-17 09:05"),
        ("2023-8-17", "date-format", "write 2023-08-17"),
        ("August 17, 2023", "date-format", "write 2023-08-17"),
        ("2023", "date-format", "write 2023-08-17 09:00"),
        ("2023-08", "date-format", "write 2023-08-17 09:00"),
        ("soon", "date-format", "write 2023-08-17 09:00"),
        ("", "date-format", "write 2023-08-17 09:00"),
        ("2023-02-29", "date-impossible", "write a real one, e.g. 2023-08-17 09:00"),
        ("2023-13-01", "date-impossible", "write a real one, e.g. 2023-08-17 09:00"),
        ("2023-08-17 24:00", "date-impossible", "write a real one, e.g. 2023-08-17 09:00"),
        ("31/02/2023", "date-impossible", "write a real one, e.g. 2023-08-17 09:00"),
        ("0001-01-01", "date-impossible", "write a real one, e.g. 2023-08-17 09:00"),
        ("0000-00-00", "date-impossible", "write a real one, e.g. 2023-08-17 09:00"),
        ("٢٠٢٣-٠٨-١٧", "date-format", "write 2023-08-17"),
    ],
)
def test_other_moment_is_explained(text: str, rule: str, remedy: str) -> None:
    """What an editor may have meant is offered, and nothing is guessed in silence."""
    assert moment(text) == ("None", rule, remedy)


@pytest.mark.parametrize("text", ["2013-08-12", "2013-08", "2013"])
def test_partial_date_is_as_exact_as_written(text: str) -> None:
    """A month or a year alone is a date of a relation."""
    value, problems = read_partial(text, PLACE, field="date")
    assert (str(value), problems) == (text, [])


@pytest.mark.parametrize(
    ("text", "rule"),
    [("2013-13", "date-impossible"), ("0012", "date-impossible"), ("8/2013", "date-format")],
)
def test_other_partial_date_is_explained(text: str, rule: str) -> None:
    """A month that does not exist is told from a form that is not ours."""
    value, (problem,) = read_partial(text, PLACE, field="date")
    assert (value, problem.rule.id) == (None, rule)
