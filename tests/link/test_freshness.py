"""Freshness: what linking tells of a translation and its original."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.link.wordings import (
    Wording,
    compare,
    differences,
    read_compact,
)
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.freshness import Change
from tests.link.making import ENGLISH_SUMMARY, english, library_of, linked, page, text, translation

BODY = "Một đoạn văn.\n\n## Hai\n\nĐoạn ba có [liên kết](https://example.org)."
FIELDS = ("a" * 10, "b" * 10, "-", "-", "-", "c" * 10, "d" * 10)
DIGESTS = st.lists(st.text("abcdefgh234567", min_size=10, max_size=10), max_size=12)


def mark_of(folder: Path, original: str) -> str:
    """Return the `translation` that confirms an original's words."""
    library = library_of(folder / "first", {"articles/k.vi.md": original})
    freshness = library.articles["k"]["vi"].freshness
    assert freshness is not None
    assert freshness.state == "missing"
    return f'{{revision: "{freshness.revision}"}}'


def translated(folder: Path, files: dict[str, str]) -> Article:
    """Return the English text of the pair `k`."""
    library, _ = linked(folder / "second", files)
    assert library is not None
    return library.articles["k"]["en"]


def state_after(folder: Path, before: str, after: str) -> str:
    """Return how a translation stands that was confirmed against one text of two."""
    mark = mark_of(folder, before)
    files = {"articles/k.vi.md": after, "articles/k.en.md": translation(translation=mark)}
    freshness = translated(folder, files).freshness
    assert freshness is not None
    return freshness.state


def test_confirmed_translation_is_in_step(tmp_path: Path) -> None:
    """A translation with the revision of its original is in step, and no problem."""
    files = {"articles/k.vi.md": text(BODY)}
    mark = mark_of(tmp_path, text(BODY))
    files["articles/k.en.md"] = translation(translation=mark)
    library = library_of(tmp_path / "second", files)
    freshness = library.articles["k"]["en"].freshness
    assert freshness is not None
    assert freshness.state == "in-step"
    assert not library.articles["k"]["en"].is_stale
    assert library.articles["k"]["vi"].freshness is None


@pytest.mark.parametrize(
    "after",
    [
        text(BODY.replace("Một đoạn văn.", "Một\nđoạn   văn.")),
        text(BODY.replace("https://example.org", "https://example.com/else")),
        text(BODY.replace("[liên kết](https://example.org)", "**liên kết**")),
        text(BODY, topics="[music]"),
        text(BODY, date="2024-03-05"),
        text(BODY, slug="khac"),
    ],
)
def test_edit_that_leaves_the_words_alone(tmp_path: Path, after: str) -> None:
    """Wrapping, targets, emphasis and fields that are inherited do not make it stale."""
    assert state_after(tmp_path, text(BODY), after) == "in-step"


@pytest.mark.parametrize(
    "after",
    [
        text(BODY.replace("văn", "thơ")),
        text(BODY.replace("Hai", "Ba")),
        text(BODY + "\n\nThêm một đoạn."),
        text(BODY.partition("\n")[0]),
        text(BODY, title="Bài khác"),
        text(BODY, authors="[Ban Biên tập]"),
        text(BODY, source="{name: TTXVN}"),
        text(BODY, cover="{image: images/bridge.svg, alt: Cầu}"),
    ],
)
def test_edit_of_the_words(tmp_path: Path, after: str) -> None:
    """A word of title, body, names or cover makes the translation stale."""
    assert state_after(tmp_path, text(BODY), after) == "stale"


@pytest.mark.parametrize("mark", ["", '{revision: "000000"}', '{revision: "0"}'])
def test_unconfirmed_translation_is_no_problem(tmp_path: Path, mark: str) -> None:
    """Without a revision, or with zeros, a translation waits for confirmation in silence."""
    files = {"articles/k.vi.md": text(BODY), "articles/k.en.md": translation(translation=mark)}
    library = library_of(tmp_path, files)
    freshness = library.articles["k"]["en"].freshness
    assert freshness is not None
    assert freshness.state == "unconfirmed"


def test_pages_are_pairs_too(tmp_path: Path) -> None:
    """A page's translation is compared like an article's."""
    files = {
        "pages/b.vi.md": page("Trang"),
        "pages/b.en.md": page("Page", summary=ENGLISH_SUMMARY, translation='{revision: "3f9a1c"}'),
    }
    library, problems = linked(tmp_path, files)
    assert library is not None
    assert library.pages["b"]["en"].is_stale
    assert [problem.rule.id for problem in problems] == ["translation-stale"]


def test_english_original(tmp_path: Path) -> None:
    """The original is the file without `translation`, in either language."""
    files = {
        "articles/k.en.md": english("English."),
        "articles/k.vi.md": text(
            "Tiếng Việt.", date="", section="", translation='{revision: "3f9a1c"}'
        ),
    }
    library, problems = linked(tmp_path, files)
    assert library is not None
    assert library.articles["k"]["vi"].is_stale
    assert [problem.place.path for problem in problems] == ["content/articles/k.vi.md"]


def test_half_a_pair_is_not_judged(tmp_path: Path) -> None:
    """Where the translation's file is broken, nothing is said of freshness."""
    files = {"articles/k.vi.md": text(BODY), "articles/k.en.md": "---\ntitle: [\n---\n"}
    library, _ = linked(tmp_path, files)
    assert library is not None
    assert library.articles["k"]["vi"].freshness is None


def test_setting_makes_it_an_error(tmp_path: Path) -> None:
    """With `freshness: error` a stale translation stops the build."""
    site = (Path(__file__).parents[1] / "sites/minimal/content/data/site.yaml").read_text("utf-8")
    files = {
        "data/site.yaml": site + "freshness: error\n",
        "articles/k.vi.md": text(BODY),
        "articles/k.en.md": translation(translation='{revision: "3f9a1c"}'),
    }
    _, problems = linked(tmp_path, files)
    told = {problem.rule.id: problem.is_error for problem in problems}
    assert told == {"translation-stale": True, "translation-unconfirmed": False}


def test_digest_of_a_page_follows_the_notice(tmp_path: Path) -> None:
    """A translation's output changes when it becomes stale, not when its original changes again."""
    mark = mark_of(tmp_path, text(BODY))
    made = []
    for number, body in enumerate((BODY, BODY + " Thêm.", BODY + " Khác.")):
        files = {"articles/k.vi.md": text(body), "articles/k.en.md": translation(translation=mark)}
        made.append(translated(tmp_path / str(number), files).digest)
    assert made[0] != made[1]
    assert made[1] == made[2]


@given(DIGESTS)
def test_compact_form_is_read_again(paragraphs: list[str]) -> None:
    """What a file keeps of a wording compares as the same wording."""
    wording = Wording(FIELDS, tuple(paragraphs), ("…",) * len(paragraphs))
    known = read_compact(wording.compact())
    assert known is not None
    assert compare(known, wording) == ()
    assert re.fullmatch(r"[a-z0-9/ -]+", wording.compact())


@given(DIGESTS, DIGESTS)
def test_differences_account_for_every_paragraph(before: list[str], now: list[str]) -> None:
    """Every paragraph that is not the same on both sides is named once."""
    found = list(differences(before, now))
    gone = [old for old, _, _ in found if old is not None]
    new = [number for _, number, _ in found if number is not None]
    assert len(before) - len(gone) == len(now) - len(new)
    kept = [item[:3] for index, item in enumerate(before) if index not in gone]
    assert kept == [item[:3] for index, item in enumerate(now) if index not in new]


def test_changes_are_named() -> None:
    """A changed field, a changed paragraph, a new one and one that is gone are told apart."""
    begins = ("Một", "Hai", "Ba", "Bốn")
    before = Wording(FIELDS, ("p1p", "p2p", "p3p", "p5p"))
    now = Wording(("x" * 10, *FIELDS[1:]), ("p1p", "q2q", "p3p", "p4p"), begins)
    assert compare(before, now) == (
        Change("title", "changed"),
        Change("paragraph", "changed", 2, "Hai", 2),
        Change("paragraph", "changed", 4, "Bốn", 4),
    )
    shorter = Wording(FIELDS, ("p1p", "p3p"), begins)
    assert compare(before, shorter) == (
        Change("paragraph", "removed", 1, "", 2),
        Change("paragraph", "removed", 2, "", 4),
    )
    longer = Wording(FIELDS, ("p1p", "p2p", "p3p", "p4p", "p5p"), (*begins, "Năm"))
    assert compare(before, longer) == (Change("paragraph", "added", 4, "Bốn"),)


@pytest.mark.parametrize("kept", ["", "abc def", "a / b / c"])
def test_unknown_form_tells_nothing(kept: str) -> None:
    """A note of paragraphs in another form names none."""
    assert read_compact(kept) is None
