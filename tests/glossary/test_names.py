"""Names: persons keep the order and the marks of their names in English."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.problems import Problem
from plugins.bulletin.text.people import find_people
from tests.glossary.test_terms import check

FAMILY = st.sampled_from(["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ"])
MIDDLE = st.sampled_from(["Thị", "Văn", "Ngọc", "Đình", "Lan"])
GIVEN = st.sampled_from(["Hương", "Kỳ", "Tuyến", "Thắng", "Ánh", "Đức"])
NAMES = st.builds("{} {} {}".format, FAMILY, MIDDLE, GIVEN)


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    """Return rule and the name as found."""
    return [(problem.rule.id, dict(problem.details)["found"]) for problem in problems]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bà Nguyễn Thị Mai và ông Trần Văn Bình", ["Nguyễn Thị Mai", "Trần Văn Bình"]),
        ("Chủ tịch Liên hiệp Nguyễn Ngọc Kỳ dự", ["Nguyễn Ngọc Kỳ"]),
        ("Phó Chủ tịch Thường trực Trần Thị\nPhương", ["Trần Thị Phương"]),
        ("ông Lê Lợi, phố Lê Lợi, đường Trần Hưng Đạo", ["Lê Lợi"]),
        ("bà Hà Thị Nga ở Hà Nội, đồng chí Hồ Xuân Anh", ["Hà Thị Nga", "Hồ Xuân Anh"]),
        ("Đoàn Bản Mai, Vương quốc Anh, La Habana, Hoàng Sa, Cao Bằng", []),
        ("Quần đảo Hoàng Sa, Hoàng Thành Thăng Long, số 5 Lê Thánh Tông", []),
        ("Bệnh viện Nguyễn Tri Phương, giải Trần Văn Giàu", []),
    ],
)
def test_persons_are_found(text: str, names: list[str]) -> None:
    """A family name begins a person's name, unless a place or a prize bears it."""
    assert [person.name for person in find_people(text)] == names


@pytest.mark.parametrize(
    ("en", "expected"),
    [
        ("Nguyễn Thị Tuyến took the chair.", []),
        ("Nguyễn Thị Tuyến's words", []),
        ("Nguyễn Thị\nTuyến took the chair.", []),
        ("Nguyen Thi Tuyen took the chair.", [("name-marks", "Nguyen Thi Tuyen")]),
        ("Nguyễn Thi Tuyến took the chair.", [("name-marks", "Nguyễn Thi Tuyến")]),
        ("Tuyến Nguyễn Thị took the chair.", [("name-order", "Tuyến Nguyễn Thị")]),
        ("Thi Tuyen Nguyen took the chair.", [("name-order", "Thi Tuyen Nguyen")]),
        ("Nguyễn Thị Tuyến, or Nguyen Thi Tuyen.", [("name-marks", "Nguyen Thi Tuyen")]),
        ("Ms Tuyến took the chair.", [("name-missing", "Nguyễn Thị Tuyến")]),
    ],
)
def test_name_in_english(en: str, expected: list[tuple[str, str]]) -> None:
    """Each person is told once, with the right form; the place is that of the fault."""
    problems = check("Bà Nguyễn Thị Tuyến và bà Nguyễn Thị Tuyến chủ trì.", en)
    assert told(problems) == expected
    for problem in problems:
        is_missing = problem.rule.id == "name-missing"
        assert problem.place.path.endswith(".vi.md" if is_missing else ".en.md")


def test_direction_does_not_matter() -> None:
    """Where English is the original its names are those of the Vietnamese text too."""
    problems = check("Bà Lê Thị Mai.", "Le Thi Mai.", original="en")
    assert told(problems) == [("name-marks", "Le Thi Mai")]


def test_quoted_name_and_waived_name_are_left_alone() -> None:
    """A title that has a name in it is a quotation; a name can be waived without its marks."""
    assert check("Bài “Nhớ Nguyễn Thị Tuyến”.", "An article.") == []
    assert check("Bà Nguyễn Thị Tuyến.", "She.", waived=("Nguyen Thi Tuyen",)) == []


def test_place_of_a_missing_name_in_a_field_or_body() -> None:
    """Line and column are those of the name's first letter in the file."""
    (problem,) = check("Một.\nGặp bà Nguyễn Thị Tuyến.", "She.")
    assert (problem.place.line, problem.place.column) == (11, 8)


@given(NAMES, st.permutations(range(3)))
def test_any_other_order_is_told(name: str, order: list[int]) -> None:
    """A name is right in its own order alone."""
    parts = name.split()
    english = " ".join(parts[at] for at in order)
    problems = check(f"Ông {name} dự.", f"Mr {english} took part.")
    assert told(problems) == ([] if english == name else [("name-order", english)])
