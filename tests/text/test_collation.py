"""Collation: Vietnamese dictionary order and English order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text.collation import (
    SortKey,
    english_key,
    sort_key,
    vietnamese_key,
)

KeyFunction = Callable[[str], SortKey]

# Ordered by hand after the rules of the Vietnam Lexicography Centre.
DICTIONARY = """
a|A|à|ả|ã|á|ạ|ác|ách|am|An Giang|ang|anh|apatit|apxe|ăn|ằng|âm nhạc|ẩm thực|ân cần|ấn tượng
ba|ba lan|bà|bà con|bả|bã|bá|bạ|Bắc Kinh|Bắc Ninh|băng|bằng|bâng|bầu cử
cha|chan|chanh|công|Cộng hoà|cơ|Cu-ba|cư
da|dân|dứa|dường|đa|đà|Đà Lạt|Đà Nẵng|Đại|đạt|Đắk Lắk|đất|Điện Biên|đoàn|đối ngoại|Đức|đường
e|em|ép|ê|ếch|Gia Lai|Hà Nội|hai|hài|Hải Phòng|hại|hoa|hoà|hoả|hoạ
hợp tác|hữu nghị|kết nghĩa|lê|Lê Lợi|lễ|lệ
nghề|nghệ|ngon|ngón|ngọn|ngôi|ngôn|ngơi|Quảng Ninh|sa|tuân thủ|tuần chay|tuần lễ|tuấn
u|ư|ước|va|Viêng Chăn|xa|y|yêu|Zagreb
"""


def words(text: str) -> list[str]:
    """Return the words of a list written with bars and line ends."""
    return text.strip().replace("\n", "|").split("|")


def test_hand_ordered_words() -> None:
    """More than a hundred words come out in the order of a dictionary, whatever came in."""
    expected = words(DICTIONARY)
    assert len(expected) >= 100
    backwards = expected[::-1]
    assert sorted(backwards, key=vietnamese_key) == expected


@pytest.mark.parametrize(
    "ordered",
    [
        "dứa|Đà Nẵng|Đông Âu|Đức|E|Ê-ti-ô-pi-a|Zagreb",
        "số 2|số 10|số 10 a|số 11",
        "1|2|09|10|a",
        "a1|ab",
        "Hà|Hà Nội|hàng",
        "việt|Việt|VIỆT",
        "Zagreb|Привет|ວຽງຈັນ|北京",
        "hoà|hòa|hoả|hỏa",
        "o|ø|ô",
    ],
)
def test_vietnamese_order(ordered: str) -> None:
    """Numbers count, short comes before long, small letters lead, other scripts come last."""
    expected = words(ordered)
    backwards = expected[::-1]
    assert sorted(backwards, key=vietnamese_key) == expected


@pytest.mark.parametrize(
    "ordered",
    [
        "Da Lat|Đà Nẵng|Delhi|Dublin|Đức|Zagreb",
        "New York|Newark",
        "2|10|Beijing|Vientiane|ວຽງຈັນ",
        "resume|résumé|resumes",
        "Aarhus|Århus|Asia",
        "Cote d'Ivoire|Côte d’Ivoire|Cotonou",
    ],
)
def test_english_order(ordered: str) -> None:
    """Marks and the stroke of đ do not move a word away from its letters."""
    expected = words(ordered)
    backwards = expected[::-1]
    assert sorted(backwards, key=english_key) == expected


def test_sort_key_of_a_language() -> None:
    """Each language has its own key."""
    assert sort_key("vi") is vietnamese_key
    assert sort_key("en") is english_key


@given(st.text(), st.sampled_from([vietnamese_key, english_key]))
def test_encoding_of_marks_does_not_matter(text: str, key: KeyFunction) -> None:
    """NFC and NFD have one key."""
    assert key(unicodedata.normalize("NFD", text)) == key(unicodedata.normalize("NFC", text))


@given(st.lists(st.text()), st.sampled_from([vietnamese_key, english_key]))
def test_order_is_total(texts: list[str], key: KeyFunction) -> None:
    """Any texts can be sorted, and the order they came in does not show."""
    composed = [unicodedata.normalize("NFC", text) for text in texts]
    backwards = composed[::-1]
    assert sorted(composed, key=key) == sorted(backwards, key=key)


@given(st.text())
def test_case_does_not_part_words(text: str) -> None:
    """A text in capitals stands beside itself: only the tie-break differs."""
    lowered = text.lower()
    if lowered.upper().lower() == lowered:
        assert vietnamese_key(lowered).units == vietnamese_key(lowered.upper()).units


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_sort_by_value(one: int, other: int) -> None:
    """Numbers of any length come in their numeric order."""
    assert (vietnamese_key(f"số {one}") < vietnamese_key(f"số {other}")) == (one < other)
