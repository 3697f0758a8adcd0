"""The labelled set itself is sound: clean pairs that the site could print, and single faults."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from unicodedata import is_normalized

import pytest

from plugins.bulletin.model.common import LANGUAGES
from tests.parity.faults import Fault, plant
from tests.parity.labelled_set import HALVES, HERE, Half, linked, read_half

KINDS = {
    *("number", "word-number", "unit", "ordinal", "range", "money", "percent"),
    *("date", "year", "time", "document", "partner", "link", "image"),
    *("heading", "list", "paragraph", "sentence", "title", "summary", "caption"),
    "qualifier",
}
FEWEST = 8  # of each kind
SHORTEST, LONGEST = 120, 350  # words of a text
_SHAPE = re.compile(r"#+ |- |[0-9]+\. |\| |!\[|> |\[\^|")


@pytest.fixture(scope="module", params=HALVES)
def half(request: pytest.FixtureRequest) -> Half:
    """Return one half after the other."""
    return read_half(request.param)


@pytest.fixture(scope="module")
def faults() -> list[Fault]:
    """Return the faults of both halves."""
    return [fault for name in HALVES for fault in read_half(name).faults]


def test_numbers_are_as_promised(faults: list[Fault]) -> None:
    """The set has at least 64 pairs, 220 faults, and eight faults of every kind."""
    kinds = Counter(fault.kind for fault in faults)
    assert sum(len(read_half(name).pairs) for name in HALVES) >= 64
    assert len(faults) >= 220
    assert kinds.keys() == KINDS
    assert min(kinds.values()) >= FEWEST


def test_halves_are_alike(faults: list[Fault]) -> None:
    """Neither half is much larger than the other, and both files are about as often wrong."""
    sizes = [len(read_half(name).pairs) for name in HALVES]
    counts = Counter(fault.language for fault in faults)
    assert abs(sizes[0] - sizes[1]) <= 2
    assert min(counts.values()) / len(faults) > 0.4


def test_only_qualifiers_are_not_asked_for(faults: list[Fault]) -> None:
    """No fault that changes a fact may be missed for free."""
    assert all(fault.is_required is (fault.kind != "qualifier") for fault in faults)


def test_pairs_are_content_without_a_problem(half: Half, tmp_path: Path) -> None:
    """A clean half is read and linked without one problem."""
    library, problems = linked(half, tmp_path)
    assert [f"{problem.place}: {problem.message('en')}" for problem in problems] == []
    assert all(set(library.articles[key]) == set(LANGUAGES) for key in half.pairs)


def test_every_file_is_composed(half: Half) -> None:
    """All texts are NFC, as everything that the site reads."""
    texts = {
        f"{key}.{name}": text for key, pair in half.pairs.items() for name, text in pair.items()
    }
    texts["faults"] = (HERE / half.name / "faults.yaml").read_text(encoding="utf-8")
    assert [name for name, text in texts.items() if not is_normalized("NFC", text)] == []


def test_texts_have_the_length_of_news(half: Half) -> None:
    """No text is a mere line, and none a book."""
    lengths = {
        f"{key}.{name}": len(_body(text).split())
        for key, pair in half.pairs.items()
        for name, text in pair.items()
    }
    assert {name: n for name, n in lengths.items() if not SHORTEST <= n <= LONGEST} == {}


def test_pairs_have_the_same_blocks(half: Half) -> None:
    """Both languages have blocks of the same shape in the same order; the measure relies on it."""
    odd = [key for key, pair in half.pairs.items() if _shapes(pair["vi"]) != _shapes(pair["en"])]
    assert odd == []


def test_every_pair_has_a_fault(half: Half) -> None:
    """No pair is there for false alarms alone."""
    assert {fault.pair for fault in half.faults} == set(half.pairs)


def test_every_fault_changes_its_file_once(half: Half) -> None:
    """A fault's mark stands once in its file, and planting it changes that file alone."""
    for fault in half.faults:
        texts = half.pairs[fault.pair]
        planted = plant(fault, texts)
        changed = [name for name in LANGUAGES if planted.texts[name] != texts[name]]
        assert changed == [fault.language], fault


def test_no_fault_is_listed_twice(half: Half) -> None:
    """Faults of one pair differ in their files or their places."""
    places = sorted((fault.pair, fault.language, fault.mark) for fault in half.faults)
    assert [one for one, next_one in pairwise(places) if one == next_one] == []


def test_every_fault_is_somewhere(half: Half) -> None:
    """A fault is about at least one line, and its lines are in the files."""
    for fault in half.faults:
        planted = plant(fault, half.pairs[fault.pair])
        assert any(planted.lines.values()), fault
        for language, lines in planted.lines.items():
            assert all(1 <= line <= planted.texts[language].count("\n") for line in lines), fault


def _body(text: str) -> str:
    return text.split("\n---\n", 1)[1].strip("\n")


def _shapes(text: str) -> list[str]:
    shapes = []
    for block in _body(text).split("\n\n"):
        shape = _SHAPE.match(block)
        shapes.append(shape.group() if shape else "")
    return shapes
