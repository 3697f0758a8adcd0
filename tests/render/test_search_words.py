"""Files of words: true of the pages they name, small, and folded as the page's script folds."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.render.search_copies import Known, write_copy
from plugins.bulletin.render.search_words import (
    LARGEST,
    NEWEST,
    WordFile,
    folded,
    pages_of_words,
    word_files,
    words_in,
)

WORDS = st.text("abcđơể京١", min_size=1, max_size=3)
PAGES = st.lists(st.frozensets(WORDS, max_size=6), max_size=30)


def read(files: Sequence[WordFile]) -> dict[str, list[int]]:
    """Return what files say together."""
    rows = [row for file in files for row in json.loads(file.content).items()]
    assert len(dict(rows)) == len(rows)
    return dict(rows)


@given(PAGES)
def test_what_files_say_is_true_and_whole(pages: list[frozenset[str]]) -> None:
    """Every word leads to every page that says it, the first page first, and to no other."""
    told = read(word_files(pages_of_words(pages)))
    assert told.keys() == frozenset().union(*pages)
    for word, places in told.items():
        assert places == [place for place, words in enumerate(pages) if word in words]


@given(PAGES, st.integers(1, 60))
def test_files_are_small_and_in_order(pages: list[frozenset[str]], largest: int) -> None:
    """A file is no larger than asked, but for one word; its first word tells where it stands."""
    files = word_files(pages_of_words(pages), largest)
    listed = [list(json.loads(file.content)) for file in files]
    assert [file.first for file in files] == [words[0] for words in listed]
    together = [word for words in listed for word in words]
    assert together == sorted(together)
    for file, words in zip(files, listed, strict=True):
        assert len(file.content) <= largest or len(words) == 1


def test_a_common_word_leads_to_the_newest_pages() -> None:
    """What every page says takes no more than its share of a file."""
    told = read(word_files(pages_of_words([frozenset({"va"})] * (NEWEST + 5))))
    assert told == {"va": list(range(NEWEST))}


def test_many_words_are_many_files() -> None:
    """Thousands of words in hundreds of pages are spread over files that a slow line carries."""
    pages = [frozenset(f"tu{number}" for number in range(place, 3000, 7)) for place in range(300)]
    files = word_files(pages_of_words(pages))
    assert len(files) > 5
    assert max(len(file.content) for file in files) <= LARGEST
    assert len(read(files)) == 3000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đối ngoại", ("doi", "ngoai")),
        (unicodedata.normalize("NFD", "HỮU NGHỊ"), ("huu", "nghi")),
        ("\u00d0à Nẵng", ("da", "nang")),
        ("12-CT/TW", ("12", "ct", "tw")),
        (unicodedata.normalize("NFD", "경기도"), ("경기도",)),
        ("… – _", ()),
    ],
)
def test_words_have_neither_case_nor_marks(text: str, words: tuple[str, ...]) -> None:
    """As the titles', whatever form they are typed in; other scripts keep their letters."""
    assert folded(text) == words


def test_words_are_those_that_visitors_read() -> None:
    """Titles and names are known otherwise; attributes say nothing; a tag in a word parts none."""
    body = '<p class="lead">Đường <em>sắ</em>t &amp; bộ</p><p>ký</p><ul><li>kết</li></ul>'
    copy = write_copy(Known("Tựa", body, (("section", "news"),), ("Tên",)), "vi")
    assert words_in(copy) == {"duong", "sat", "bo", "ky", "ket"}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_every_word_of_a_text_is_found(text: str) -> None:
    """What one types of a text is among its words, as Python folds both."""
    copy = write_copy(Known("x", f"<p>{text.translate({38: 32, 60: 32, 62: 32})}</p>"), "vi")
    typed = text.translate({38: 32, 60: 32, 62: 32}).split()
    assert {word for piece in typed for word in folded(piece)} <= words_in(copy)
