"""Names of places: where one stands as itself, and where it is part of something else."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text.people import find_people
from plugins.bulletin.text.place_kinds import split_name
from plugins.bulletin.text.place_names import find_names

NAMES = ("Tokyo", "Moscow", "Bắc Kinh", "Viêng Chăn", "Mát-xcơ-va", "St. Petersburg", "Utah")

VIETNAMESE = [
    "Đoàn đến Tokyo hôm qua.",
    "Tại Tokyo, hai bên gặp nhau.",
    "Tokyo là nơi ký.",
    "Thăm Bắc Kinh và Tokyo trong ba ngày.",
    "Lãnh đạo Moscow cho biết.",
    "Thị trưởng Moscow tiếp đoàn.",
    "Thủ đô Viêng Chăn đón khách.",
    "của thủ đô Viêng Chăn",
    "TP. Moscow và TP Tokyo",
    "Ủy ban nhân dân thành phố Moscow",
    "Đại học thành phố Tokyo",
    "Hội nghị diễn ra ở Viêng\nChăn.",
    "(Bắc Kinh) là một ví dụ",
    "Đoàn rời Mát-xcơ-va, sang Bắc Kinh.",
    "Từ St. Petersburg về Moscow",
    "chính quyền, nhân dân Bắc Kinh",
    "Trường Đại học Ngoại ngữ tại Moscow",
    "sân bay ở Tokyo",
    "quan hệ với bang Utah của Hoa Kỳ",
    "Đoàn Đại học Ngoại ngữ thăm Tokyo.",
    "ba thành phố: Tokyo, Moscow và Utah",
    "Moscow – thủ đô của nước Nga",
    "năm 2019, Moscow",
    "Tokyo; Moscow",
]
ENGLISH = [
    "The delegation went to Tokyo.",
    "In Tokyo the two sides met.",
    "Tokyo hosted the meeting.",
    "The Tokyo office opened.",
    "The Mayor of Moscow spoke.",
    "a Vice Mayor of Moscow",
    "the Moscow government",
    "Moscow's Red Square",
    "Moscow’s people",
    "the capital — Moscow — and others",
    "the capital—Moscow—and others",
    "St. Petersburg and St Petersburg",
    "the city of Tokyo",
    "the State of Utah",
    "the People's Committee of Tokyo",
    "from Tokyo. Later",
    "Partners: Tokyo, Moscow.",
    "Tokyo (in Japan)",
    "Between Moscow and Tokyo",
]
PART_OF_MORE_VI = [
    "Đại học Tokyo mời đoàn.",
    "đại học Tokyo",
    "Trường Đại học Quốc gia Moscow",
    "Học viện Ngoại giao Moscow",
    "Nhà hát Opera quốc gia Moscow",
    "sân bay quốc tế Tokyo",
    "Bảo tàng Lịch sử Moscow",
    "Công ty Tokyo Gas",
    "Bắc Kinh University",
    "Nguyễn Hà Moscow",
    "ông Trần Bắc Kinh",
    "ông Tokyo",
    "chị Utah",
    "đồng chí Moscow",
    "sông Moscow",
    "phố Viêng Chăn",
    "đường Tokyo",
    "câu lạc bộ Spartak Moscow",
    "CSKA Moscow",
    "UBND Moscow",
    "giờ Moscow",
    "Hà Nội – Moscow",
    "Hà Nội - Moscow",
    "Moscow – Hà Nội",
    "Hà Nội-Moscow",
    "Hà Nội–Moscow",
    "Tokyo 2020",
    "Tokyo/Moscow",
    "Tokyo & Kyoto",
    "#Tokyo",
    "@Tokyo",
    "Tokyo.vn",
    "Hiệp định Moscow",
    "tạp chí Viêng Chăn",
    "Nam Tokyo",
    "Tokyo Nhật Bản",
    "vịt Bắc Kinh",
    "\x02 Tokyo",
]
PART_OF_MORE_EN = [
    "Tokyo Gas supplies it.",
    "Tokyo Bay",
    "Moscow State University",
    "Utah State won.",
    "University of Tokyo",
    "the University of Tokyo",
    "Bank of Moscow",
    "Treaty of Moscow",
    "CSKA Moscow",
    "Mr Tokyo",
    "Ms. Moscow",
    "Dr. Utah",
    "J. Moscow",
    "Anna Moscow",
    "Moscow Anna",
    "Tokyo-based",
    "Hanoi–Moscow",
    "Hanoi – Moscow",
    "Hanoi/Moscow",
    "Tokyo 2020",
    "Moscow time",
    "the Moscow river",
    "the Tokyo declaration",
    "Greater Tokyo",
    "Utah Jazz",
    "Tokyo \x02",
    "Tokyoites",
    "TOKYO",
]


def alone(text: str, language: str) -> list[str]:
    """Return the names of the list that stand as themselves."""
    cores = {split_name(name, "en").core: name for name in NAMES}
    found = find_names(text, language)  # type: ignore[arg-type]
    return [cores[item.name.core] for item in found if item.name.core in cores]


def named(text: str) -> list[str]:
    """Return the names that a text holds in any way."""
    joined = text.replace("\n", " ").replace("St P", "St. P")
    return sorted(name for name in NAMES for _ in range(joined.count(name)))


@pytest.mark.parametrize(
    ("text", "language"),
    [(text, "vi") for text in VIETNAMESE] + [(text, "en") for text in ENGLISH],
)
def test_name_of_its_own_is_found(text: str, language: str) -> None:
    """Every name in a sentence that means the place is found, with words around it or none."""
    assert sorted(alone(text, language)) == named(text) != []


@pytest.mark.parametrize(
    ("text", "language"),
    [(text, "vi") for text in PART_OF_MORE_VI] + [(text, "en") for text in PART_OF_MORE_EN],
)
def test_part_of_another_name_is_left(text: str, language: str) -> None:
    """What belongs to a person, a firm, a school, a river, an event or a pair is no place."""
    assert alone(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "core", "kind", "whole"),
    [
        ("ở tỉnh Fukuoka này", "vi", "Fukuoka", "province", "tỉnh Fukuoka"),
        ("Tỉnh Fukuoka cho biết", "vi", "Fukuoka", "province", "Tỉnh Fukuoka"),
        ("thành phố Fukuoka", "vi", "Fukuoka", "city", "thành phố Fukuoka"),
        ("ở Thành phố Fukuoka", "vi", "Fukuoka", "city", "Thành phố Fukuoka"),
        ("vùng thủ đô Tokyo", "vi", "Tokyo", "region", "vùng thủ đô Tokyo"),
        ("in Fukuoka Prefecture", "en", "Fukuoka", "province", "Fukuoka Prefecture"),
        ("in Gyeonggi province", "en", "Gyeonggi", "province", "Gyeonggi province"),
        ("the City of Tshwane.", "en", "Tshwane", "city", "City of Tshwane"),
        ("the city of Fukuoka", "en", "Fukuoka", "city", "city of Fukuoka"),
        ("Paris Region", "en", "Paris", "region", "Paris Region"),
        ("Rio de Janeiro", "en", "Rio de Janeiro", "", "Rio de Janeiro"),
        ("Île-de-France", "en", "Île-de-France", "", "Île-de-France"),
    ],
)
def test_kind_is_told_apart(text: str, language: str, core: str, kind: str, whole: str) -> None:
    """The word for what a place is stands beside its name, before it or behind it."""
    names = find_names(text, language)  # type: ignore[arg-type]
    found = next(item for item in names if item.name.core == core)
    assert (found.name, text[found.start : found.end]) == ((core, kind), whole)
    assert text[found.core_start : found.core_end] == core


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Tỉnh Fukuoka", "vi", ("Fukuoka", "province")),
        ("Thành phố Hồ Chí Minh", "vi", ("Hồ Chí Minh", "city")),
        ("Quận Lichtenberg (Berlin)", "vi", ("Lichtenberg", "district")),
        ("Fukuoka Prefecture", "en", ("Fukuoka", "province")),
        ("State of Utah", "en", ("Utah", "state")),
        ("St. Petersburg", "en", ("St Petersburg", "")),
        ("Tokyo", "en", ("Tokyo", "")),
        ("City", "en", ("City", "")),
    ],
)
def test_split_name(name: str, language: str, expected: tuple[str, str]) -> None:
    """A record's name is taken apart as a text's is."""
    assert split_name(name, language) == expected  # type: ignore[arg-type]


@given(
    st.lists(
        st.sampled_from(
            [
                "Tokyo",
                "Moscow",
                "ông",
                "Nguyễn",
                "Văn",
                "Hà",
                "thăm",
                "tại",
                ",",
                ".",
                "\x01",
                "đại",
            ]
        ),
        max_size=9,
    )
)
def test_no_name_within_a_persons(words: list[str]) -> None:
    """No name of a place is found within the name of a person."""
    text = " ".join(words)
    people = find_people(text)
    for item in find_names(text, "vi"):
        if item.name.core in NAMES:
            assert not any(
                person.start < item.core_end and item.core_start < person.end for person in people
            )


@given(
    st.text(alphabet="AbcĐê .,-–’'s\n\x01\x02()\u00a02", max_size=40), st.sampled_from(["vi", "en"])
)
def test_any_text(text: str, language: str) -> None:
    """Whatever the text, names stand in order, apart, and begin with a capital letter."""
    end = 0
    for item in find_names(text, language):  # type: ignore[arg-type]
        assert end <= item.core_start < item.core_end <= item.end
        assert item.start <= item.core_start
        assert text[item.core_start].isupper()
        end = item.core_end
