"""Front matter: where the fields end and the text begins."""

from __future__ import annotations

import pytest

from plugins.bulletin.problems import read_rules as rules
from plugins.bulletin.read.front_matter import SplitText, split_front_matter

PATH = "content/a.vi.md"


def test_text_is_split_at_its_fences() -> None:
    """Both parts know their first line in the file."""
    split, problems = split_front_matter("---\ntitle: a\n--- \nBody\n---\nmore", PATH)
    assert split == SplitText("title: a\n", "Body\n---\nmore", 2, 4)
    assert problems == []


def test_empty_front_matter_has_no_lines() -> None:
    """Two fences in a row enclose nothing, not an empty line."""
    assert split_front_matter("---\n---\nx", PATH)[0] == SplitText("", "x", 2, 3)


@pytest.mark.parametrize("text", ["", "\n---\na: b\n---\n", "—\na: b\n---", "title: a", " ---\n"])
def test_file_must_begin_with_a_fence(text: str) -> None:
    """An empty line, a dash of Word or an indent before the fields is reported at the top."""
    split, (problem,) = split_front_matter(text, PATH)
    assert split is None
    assert problem.rule is rules.FRONT_MATTER_MISSING
    assert str(problem.place) == f"{PATH}:1:1"


@pytest.mark.parametrize("text", ["---", "---\n", "---\ntitle: a\n\nBody"])
def test_open_front_matter_is_reported_where_it_opens(text: str) -> None:
    """Where the second fence is missing cannot be known, so the first one is shown."""
    split, (problem,) = split_front_matter(text, PATH)
    assert split is None
    assert problem.rule is rules.FRONT_MATTER_OPEN
    assert str(problem.place) == f"{PATH}:1:1"
