"""Stubs: words in the other language for an article that has no translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.bulletin.model.article import Stub
from tests.link.making import (
    ENGLISH_SUMMARY,
    SUMMARY,
    english,
    library_of,
    linked,
    rules_of,
    text,
    translation,
)

A = "articles/a.vi.md"
A_STUB = "articles/a.en.md"
B = "articles/b.vi.md"
B_EN = "articles/b.en.md"


def stub(**fields: str) -> str:
    """Return a stub's file."""
    given = {
        "title": "Piece",
        "summary": ENGLISH_SUMMARY,
        "date": "",
        "section": "",
        "stub": "true",
    }
    return text("", **(given | fields))


def test_stub_is_no_version(tmp_path: Path) -> None:
    """The article stays one of one language, and carries the stub's words."""
    files = {A: text(), A_STUB: stub(cover="{alt: A bridge.}")}
    pair = library_of(tmp_path, files).articles["a"]
    assert set(pair) == {"vi"}
    assert pair["vi"].stub == Stub(
        "content/articles/a.en.md", "Piece", ENGLISH_SUMMARY, "A bridge."
    )
    assert not pair["vi"].is_translation


def test_english_article_may_have_a_stub(tmp_path: Path) -> None:
    """The article is the original, whichever language it is in."""
    pair = library_of(
        tmp_path, {A_STUB: english(), A: stub(title="Bài", summary=SUMMARY)}
    ).articles["a"]
    assert set(pair) == {"en"}
    assert pair["en"].stub == Stub("content/articles/a.vi.md", "Bài", SUMMARY)


@pytest.mark.parametrize("status", ["draft", "hidden"])
def test_stub_waits_with_its_article(status: str, tmp_path: Path) -> None:
    """A stub has no status of its own."""
    library = library_of(tmp_path, {A: text(status=status), A_STUB: stub()})
    assert [*library.articles.get("a", {})] == (["vi"] if status == "hidden" else [])


@pytest.mark.parametrize("target", ["a.vi.md", "a.en.md", "a.en.md#dau", "/2024/01/bai/"])
def test_link_to_a_stub_leads_to_the_article(target: str, tmp_path: Path) -> None:
    """There is one page to lead to, whichever file is named."""
    files = {
        A: text("## Đầu"),
        A_STUB: stub(),
        B: text(title="B"),
        B_EN: translation(f"[a]({target})", title="B en"),
    }
    link = library_of(tmp_path, files).articles["b"]["en"].links[0]
    assert link.url.partition("#")[0] == "/2024/01/bai/"
    assert (link.language, link.title) == ("vi", "Bài")


def test_stub_of_a_broken_article_is_no_further_fault(tmp_path: Path) -> None:
    """One cause is told once: in the file that has it."""
    assert rules_of(tmp_path, {A: "no front matter", A_STUB: stub()}) == [
        "front-matter-missing a.vi.md"
    ]


def test_link_to_a_stub_without_its_article_is_no_further_fault(tmp_path: Path) -> None:
    """The stub itself is reported."""
    files = {A_STUB: stub(), B: text("[a](a.en.md)", title="B")}
    assert rules_of(tmp_path, files) == ["stub-alone a.en.md"]


def test_two_stubs_have_no_article(tmp_path: Path) -> None:
    """Both are reported, for nobody knows which one was meant to be the article."""
    files = {A: stub(title="Bài", summary=SUMMARY), A_STUB: stub()}
    assert rules_of(tmp_path, files) == ["stub-alone a.en.md", "stub-alone a.vi.md"]


def test_stub_is_a_truth(tmp_path: Path) -> None:
    """`stub: false` is an article like any other, and other words are refused."""
    library = library_of(tmp_path / "a", {A: text(stub="false")})
    assert library.articles["a"]["vi"].stub is None
    assert rules_of(tmp_path / "b", {A: text(stub="maybe")}) == ["type-wrong a.vi.md"]


def test_page_has_no_stub(tmp_path: Path) -> None:
    """Pages stand in no list that would show one."""
    _, problems = linked(tmp_path, {"pages/a.vi.md": stub(summary=SUMMARY)})
    assert [problem.rule.id for problem in problems] == ["field-unknown"]


def test_stub_needs_title_and_summary(tmp_path: Path) -> None:
    """There is nothing else to it."""
    assert rules_of(tmp_path, {A: text(), A_STUB: stub(summary="")}) == ["field-missing a.en.md"]
