"""Decoding: bytes of many programs become one kind of text, or a problem at the right place."""

from __future__ import annotations

import unicodedata

import pytest

from plugins.bulletin.problems import Problem, read_rules as rules
from plugins.bulletin.read.decoding import STAND_IN, decode

PATH = "content/a.vi.md"
NFD = unicodedata.normalize("NFD", "Việt")


def decoded(raw: bytes) -> str:
    """Return the text of bytes that give no problem."""
    text, problems = decode(raw, PATH)
    assert problems == []
    assert text is not None
    return text


def only_problem(raw: bytes) -> Problem:
    """Return the one problem of some bytes."""
    _, problems = decode(raw, PATH)
    (problem,) = problems
    return problem


@pytest.mark.parametrize("raw", ["Việt\nNam", "\ufeffViệt\r\nNam", "Việt\rNam"])
def test_mark_and_line_ends_of_any_program_vanish(raw: str) -> None:
    """A byte order mark is dropped, and every line ends in the same way."""
    assert decoded(raw.encode()) == "Việt\nNam"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_recognised(encoding: str) -> None:
    """Notepad's "Unicode" is named, with a mark or without one."""
    problem = only_problem("---\ntitle: a\n".encode(encoding))
    assert problem.rule is rules.NOT_UTF8
    assert "UTF-16" in problem.message("vi")
    assert (problem.place.line, problem.place.column) == (1, 1)


@pytest.mark.parametrize("encoding", ["cp1258", "cp1252", "latin-1"])
def test_old_encodings_are_reported_at_the_first_letter(encoding: str) -> None:
    """The place is counted in letters, after a byte order mark and Windows' line ends."""
    raw = b"\xef\xbb\xbfa\r\n" + "à là".encode() + "\r\né".encode(encoding)
    problem = only_problem(raw)
    assert (problem.place.line, problem.place.column) == (3, 1)
    raw = "thế ".encode() + "é".encode(encoding)
    assert (only_problem(raw).place.line, only_problem(raw).place.column) == (1, 5)


@pytest.mark.parametrize("code", [0x00, 0x07, 0x0C, 0x1B, 0x85, 0x2028, 0x202E, 0xFEFF, 0x10FFFF])
def test_forbidden_character_is_replaced_in_its_place(code: int) -> None:
    """What no page can carry is reported, and columns after it stay right."""
    text, (problem,) = decode(f"a\nbé{chr(code)}c".encode(), PATH)
    assert problem.rule is rules.CONTROL_CHARACTER
    assert (problem.place.line, problem.place.column) == (2, 3)
    assert text == f"a\nbé{STAND_IN}c"


def test_signs_that_scripts_need_are_kept() -> None:
    """Zero-width joiners and spaces, and a tab, are part of a text."""
    assert decoded("a\u200bb\u200dc\td\u00a0e".encode()) == "a\u200bb\u200dc\td\u00a0e"


def test_many_forbidden_characters_give_a_short_report() -> None:
    """A binary file under a text's name does not fill the screen."""
    _, problems = decode(b"abcdefgh\x01" * 500, PATH)
    assert len(problems) == 20


def test_loose_marks_are_composed_and_reported_once_a_line() -> None:
    """The first loose word of each line is shown composed, at its own column."""
    text, problems = decode(f"{NFD} {NFD}\nkhông\nđất {NFD}".encode(), PATH)
    assert text == "Việt Việt\nkhông\nđất Việt"
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(1, 1), (3, 5)]
    assert dict(problems[0].details)["found"] == "Việt"


def test_exotic_space_is_reported_when_it_changes() -> None:
    """U+2000 becomes U+2002 by composition: even that is told."""
    text, problems = decode("a\u2000b".encode(), PATH)
    assert text == "a\u2002b"
    assert [problem.rule for problem in problems] == [rules.NOT_NFC]
