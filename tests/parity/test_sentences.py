"""Sentences in both languages: those that say the same, and those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.parity.saying import differences, quotes

HERE = Path(__file__).parent
EQUIVALENTS: dict[str, list[list[str]]] = yaml.safe_load(
    (HERE / "equivalents.yaml").read_text(encoding="utf-8")
)
DIFFERENCES: list[list[str]] = yaml.safe_load(
    (HERE / "differences.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("kind", sorted(EQUIVALENTS))
def test_sentences_that_say_the_same_have_no_problem(kind: str) -> None:
    """Every form in which newspapers of both languages write a fact is understood."""
    found = {
        (vi, en): [quotes(problem) for problem in problems]
        for vi, en in EQUIVALENTS[kind]
        if (problems := differences(vi, en))
    }
    assert found == {}


@pytest.mark.parametrize(("vi", "en", "rule", "original", "translation"), DIFFERENCES)
def test_sentences_that_differ_give_one_problem(
    vi: str, en: str, rule: str, original: str, translation: str
) -> None:
    """A changed fact is one problem of its kind, which quotes both sides."""
    problems = differences(vi, en)
    assert [problem.rule.id for problem in problems] == [f"parity-{rule}"]
    found = quotes(problems[0])
    for text, quote in zip((original, translation), found, strict=True):
        assert quote == "nothing of the kind" if not text else f"“{text}”" in quote
