"""Confirming: `translate KEY --confirm`, as an editor types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from tests.link.making import text, translation
from tests.translating.places import (
    ORIGINAL,
    PAIR,
    TRANSLATION,
    content_of,
    rewrite,
    run,
)

SHAPES = (
    translation("One."),
    translation("One.", translation=""),
    translation("One.").replace("\n", "\r\n"),
    "\ufeff" + translation("One."),
    translation("One.").replace("title: Piece", "title: Piece  # as in the paper\n# kept"),
    translation("One.").replace('{revision: "000000"}', "\n  revision: abc  # old"),
)
WORDS = st.sampled_from(["cầu", "sông", "hoà", "1.100", "Đà Nẵng", "mùa-xuân", "hội"])


def state_of(content: Path, key: str = "k") -> str:
    """Return how a pair stands by `status --format json`."""
    told = json.loads(run(content, "status", "--format", "json").out)
    return next(str(pair["state"]) for pair in told["pairs"] if pair["key"] == key)


@pytest.mark.parametrize("shape", SHAPES)
def test_confirmed_is_in_step(tmp_path: Path, shape: str) -> None:
    """After confirming, status says in step; only lines of the mark differ in the file."""
    content = content_of(tmp_path, {**PAIR, TRANSLATION: shape})
    before = (content / TRANSLATION).read_bytes()
    done = run(content, "translate", "k", "--confirm")
    assert (done.code, done.err) == (0, "")
    assert state_of(content) == "in-step"
    after = (content / TRANSLATION).read_bytes().splitlines(keepends=True)
    kept = [line for line in before.splitlines(keepends=True) if not is_mark(line)]
    assert [line for line in after if not is_mark(line)] == kept


def is_mark(line: bytes) -> bool:
    """Tell whether a line belongs to the mark of a translation."""
    return line.lstrip().startswith((b"translation:", b"revision:", b"confirmed:", b"paragraphs:"))


def test_confirming_twice_writes_once(tmp_path: Path) -> None:
    """A pair that is in step is left alone, date included."""
    content = content_of(tmp_path, PAIR)
    run(content, "translate", "k", "--confirm")
    before = (content / TRANSLATION).read_bytes()
    done = run(content, "translate", "k", "--confirm", day="2026-03-01")
    assert done.code == 0
    assert "nothing is written" in done.out
    assert (content / TRANSLATION).read_bytes() == before


def test_day_is_that_of_the_site(tmp_path: Path) -> None:
    """The day of confirmation is read from the clock in the site's time zone."""
    content = content_of(tmp_path, PAIR)
    run(content, "translate", "k", "--confirm", day="2026-01-11")
    assert "confirmed: 2026-01-11" in (content / TRANSLATION).read_text("utf-8")


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """A file keeps its permissions, and a link remains one."""
    content = content_of(tmp_path, PAIR)
    real = content / "articles" / ".k.txt"
    (content / TRANSLATION).rename(real)
    real.chmod(0o640)
    (content / TRANSLATION).symlink_to(real.name)
    assert run(content, "translate", "k", "--confirm").code == 0
    assert (content / TRANSLATION).is_symlink()
    assert "confirmed" in real.read_text("utf-8")
    assert real.stat().st_mode & 0o777 == 0o640


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8)
@given(words=st.lists(WORDS, min_size=2, max_size=8), at=st.integers(0, 7))
def test_any_changed_word_is_seen(tmp_path: Path, words: list[str], at: int) -> None:
    """Whatever is confirmed is in step; whatever word then changes makes it stale."""
    content = content_of(tmp_path, {ORIGINAL: text(" ".join(words)), TRANSLATION: SHAPES[0]})
    assert run(content, "translate", "k", "--confirm").code == 0
    assert state_of(content) == "in-step"
    respaced = text("\n".join(words))
    content_of(tmp_path, {ORIGINAL: respaced})
    assert state_of(content) == "in-step"
    changed = [*words]
    changed[at % len(words)] += "x"
    content_of(tmp_path, {ORIGINAL: text(" ".join(changed))})
    assert state_of(content) == "stale"


def test_missing_translation_cannot_be_confirmed(tmp_path: Path) -> None:
    """Without a file there is nothing to confirm, and the way to one is told."""
    content = content_of(tmp_path, {ORIGINAL: PAIR[ORIGINAL]})
    done = run(content, "translate", "k", "--confirm")
    assert done.code == 1
    assert "translate k`" in done.out


def test_unfinished_translation_cannot_be_confirmed(tmp_path: Path) -> None:
    """Where … stands for a paragraph still, nothing is confirmed."""
    content = content_of(tmp_path, {**PAIR, TRANSLATION: translation("One.\n\n…\n")})
    before = (content / TRANSLATION).read_bytes()
    done = run(content, "translate", "k", "--confirm", "--language", "vi")
    assert done.code == 1
    assert "chưa viết" in done.out
    assert (content / TRANSLATION).read_bytes() == before


def test_english_original_is_confirmed_in_vietnamese_file(tmp_path: Path) -> None:
    """The mark goes into the translation, whichever language it is in."""
    original = text("English body.", title="Piece")
    vietnamese = text("Tiếng Việt.", date="", section="", translation='{revision: "000000"}')
    content = content_of(tmp_path, {TRANSLATION: original, ORIGINAL: vietnamese})
    assert run(content, "translate", "k", "--confirm").code == 0
    assert "confirmed: 2026-01-11" in (content / ORIGINAL).read_text("utf-8")
    assert (content / TRANSLATION).read_text("utf-8") == original
    rewrite(content, "English body", "Other body", name=TRANSLATION)
    assert state_of(content) == "stale"
