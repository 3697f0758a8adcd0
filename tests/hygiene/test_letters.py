"""Letters: look-alikes of Đ, the style of tone marks, and what nobody sees."""

from __future__ import annotations

import unicodedata

import pytest

from plugins.bulletin.hygiene import check_file
from tests.hygiene.asking import detail, problems_in, said_of


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("Ðà Nẵng", [1]),
        ("ở ðây", [3]),
        ("Ɖức", [1]),
        ("HÐND, UBND, ÐBQH", [2, 13]),
        ("GDÐT và LÐLÐ", [3, 10, 12]),
        ("Đà Nẵng", []),
        ("Seyðisfjörður, Guðrún", []),
        ("`Ðà` <https://ðà.example>", []),
    ],
)
def test_letters_that_only_look_like_d(words: str, columns: list[int]) -> None:
    """Ð and ð stand for Đ at the start of a Vietnamese syllable and in abbreviations alone."""
    assert said_of(words) == [f"letter-d@{column}" for column in columns]


@pytest.mark.parametrize(
    ("style", "words", "wanted"),
    [
        ("hòa", "hoà", "hòa"),
        ("hòa", "Uỷ", "Ủy"),
        ("hòa", "KHOẺ", "KHỎE"),
        ("hòa", "nghĩa hoá", "hóa"),
        ("hoà", "hòa", "hoà"),
        ("hoà", "thủy", "thuỷ"),
        ("hoà", "Ủy", "Uỷ"),
    ],
)
def test_tone_mark_of_the_other_style(style: str, words: str, wanted: str) -> None:
    """The syllable is shown as the site writes it, in the same capitals."""
    (problem,) = problems_in(words, style="hoà" if style == "hoà" else "hòa")
    assert problem.rule.id == "tone-marks"
    assert detail(problem, "right") == wanted


@pytest.mark.parametrize("style", ["hòa", "hoà"])
@pytest.mark.parametrize("words", ["quý", "quỳ", "hoàn", "ngoài", "khuỷu", "huỳnh", "hoạt", "hoa"])
def test_syllables_of_one_form_are_right_in_both_styles(words: str, style: str) -> None:
    """With a letter after them, or the u of a q before, the vowels have one form."""
    assert said_of(words, style="hoà" if style == "hoà" else "hòa") == []


@pytest.mark.parametrize(
    "words",
    [
        "“hoà bình”",
        "«hoà bình»",
        "*Hoà bình*",
        "> hoà bình",
        "ông Nguyễn Văn Hoà",
        "bà Hà Thị Thuý",
        "`hoà`",
        "[bài](hoà.vi.md)",
        "[Hoà bình](https://example.org/)",
        "voilà",
    ],
)
def test_words_of_others_keep_their_tone_marks(words: str) -> None:
    """Quotations, titles, names of persons, addresses and titles on other sites are left alone."""
    assert "tone-marks" not in [item.rule.id for item in problems_in(words)]


def test_english_text_has_no_tone_style() -> None:
    """A Vietnamese name in an English text is as it is."""
    assert said_of("The province of Hoà Bình.", "en") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\u200bb", ["zero-width@2"]),
        ("Việt\u200bế\u200b", ["zero-width@5", "zero-width@7"]),
        ("a\u200b\u200db", ["zero-width@2"]),
        ("Huế\u200e.", ["zero-width@4"]),
        ("hữu\u00adnghị", ["soft-hyphen@4"]),
        ("ວຽງ\u200bຈັນ", []),
        ("می\u200cخواهم", []),
        ("ngày\u00a05", ["space-unusual@5"]),
        ("ngày \u00a0 5", ["space-unusual@6"]),
        ("\u00a0`a`\u2009", ["space-unusual@1", "space-unusual@5"]),
    ],
)
def test_what_nobody_sees_is_told(words: str, expected: list[str]) -> None:
    """Characters without width stay beside scripts that need them; other spaces never do."""
    assert said_of(words) == expected


def test_columns_count_letters_as_they_are_typed() -> None:
    """On a line with loose marks a column is that of the file, not of the composed text."""
    loose = unicodedata.normalize("NFD", "Việt")
    (problem,) = problems_in(f"{loose} hoà")
    assert problem.place.column == len(loose) + 2
    assert problem.edits[0].column == len(loose) + 3


def test_names_of_data_are_judged_by_their_language() -> None:
    """In a file of records the Vietnamese texts are judged as Vietnamese, ids not at all."""
    raw = "- id: hoà\n  name: {vi: Hoà bình, en: Hoà Bình}\n  source: {name: Báo Hoà Bình}\n"
    (problem,) = check_file(raw.encode(), "content/data/topics.yaml", "hòa")
    assert (problem.place.line, problem.place.column) == (2, 14)
