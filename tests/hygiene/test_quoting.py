"""Quoting: marks of other houses are told, and mended where they certainly belong together."""

from __future__ import annotations

import pytest

from tests.hygiene.asking import problems_in, rules_in


@pytest.mark.parametrize(
    "words",
    [
        'Bà nói "xin chào".',
        '"Xin chào", bà nói.',
        '("xin chào")',
        'Bà nói: "Xin chào!"',
        'Màn 5" và "xin chào"',
        r"Bà nói \"xin chào\".",
    ],
)
def test_sure_pairs_can_be_mended(words: str) -> None:
    """A pair that opens before a word and closes behind one is one problem with two edits."""
    (problem,) = problems_in(words)
    assert [edit.replacement for edit in problem.edits] == ["“", "”"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ('một dấu " thôi', 1),
        ('"mở mà không đóng', 1),
        ('a "b “c" d”', 2),
        ('"a\n\nb"', 2),
        ('- "a\n- b"', 2),
    ],
)
def test_doubtful_marks_are_told_without_edits(words: str, count: int) -> None:
    """Where it is not sure what belongs together, a person decides."""
    problems = problems_in(words)
    assert [problem.rule.id for problem in problems] == ["quotes-straight"] * count
    assert all(problem.edits == () for problem in problems)


@pytest.mark.parametrize(
    ("words", "language", "rules"),
    [
        ("«bạn bè»", "vi", ["quotes-foreign"]),
        ("„bạn bè“", "vi", ["quotes-foreign"]),
        ("‘bạn bè’", "vi", ["quotes-foreign"]),
        ("“gọi là ‘bạn’ đấy”", "vi", []),
        ("“bạn bè”", "vi", []),
        ("the Union’s ‘friends’ and the guests' bags", "en", []),
        ('the "friends"', "en", ["quotes-straight"]),
        ('a screen of 5"', "en", []),
        ('`a = "b"` <br>', "en", []),
    ],
)
def test_marks_of_the_house(words: str, language: str, rules: list[str]) -> None:
    """Both languages quote with “…”; English may have ’ and ‘…’ besides."""
    assert rules_in(words, language) == rules
