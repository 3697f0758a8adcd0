"""The documentation: links hold, a sentence has a line of its own, decisions stay short."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.bulletin.text.slugs import slugify

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
EXAMPLES = "tests/sites/broken/"  # the tests of the rules see to these


def _prose(page: Path) -> str:
    """Return a page without its blocks and spans of code."""
    text = re.sub(r"^( *)```.*?^\1```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]*`", "`…`", re.sub(r"^ {4,}\S.*$", "", text, flags=re.MULTILINE))


def _links(page: Path) -> Iterator[str]:
    for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", _prose(page)):
        if not re.match(r"[a-z]+:", target) and EXAMPLES not in target:
            yield target


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_hold(page: Path) -> None:
    """Every link to a file or a heading of the repository leads somewhere."""
    for target in _links(page):
        path, _, anchor = target.partition("#")
        location = (page.parent / path).resolve() if path else page
        assert location.exists(), target
        assert not anchor or anchor in _anchors(location), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_one_sentence_per_line(page: Path) -> None:
    """No line of prose holds two whole sentences, so that a change shows as one line."""
    lines = [line for line in _prose(page).splitlines() if not line.startswith(("|", "*", "#"))]
    doubled = [
        line for line in lines if re.search(r"[a-zà-ỹ)`][.!?] (?!…)[A-ZÀ-ỸĐ`\[][^.]*\.", line)
    ]
    assert [line for line in doubled if not line.startswith(("**", "- English", "- Tiếng"))] == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_decision_is_short_and_whole(page: Path) -> None:
    """A decision has its four parts, its own number, and at most 40 lines."""
    text = page.read_text("utf-8")
    parts = ("**Decision.**", "**Rationale.**", "**Alternatives.**", "**Risks.**")
    assert all(part in text for part in parts)
    assert text.startswith(f"# {page.stem[:3]}: ")
    assert len(text.splitlines()) <= 40


def test_decisions_are_numbered_in_a_row() -> None:
    """No number is missing or used twice."""
    assert [int(page.stem[:3]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_lesson_and_its_twin_agree() -> None:
    """The lesson in Vietnamese has the same files, fields and commands as the English one."""
    lessons = ROOT / "docs" / "lessons"
    given = re.compile(r"^ {7}(\S.*)$|^   ([a-z]+: .*)$", re.MULTILINE)
    english, vietnamese = (
        given.findall((lessons / name).read_text("utf-8"))
        for name in ("first-article.md", "bai-viet-dau-tien.md")
    )
    plain = [tuple(part.replace(" --language vi", "") for part in row) for row in vietnamese]
    assert plain == english


def test_lesson_address_is_the_slug() -> None:
    """The address in the lesson is the one that the title gives."""
    text = (ROOT / "docs" / "lessons" / "first-article.md").read_text("utf-8")
    assert f"/2023/08/{slugify('Bài viết đầu tiên')}/" in text
