"""Properties: any number, date or sum in either language's style, and any text at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given, strategies as st

from plugins.bulletin.parity.compare import CompareSettings, compare
from plugins.bulletin.parity.facts import survey
from plugins.bulletin.text import Language
from tests.parity.saying import differences

NUMBERS = st.integers(11, 999_999_999)
DECIMALS = st.decimals("0.1", "9999.9", places=1)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
SCALES = st.sampled_from([("triệu", "million"), ("tỷ", "billion"), ("nghìn", "thousand")])
DAY_STYLES = {
    "vi": ("d/M/y", "dd/MM/y", "d-M-y", "'ngày' d MMMM 'năm' y"),
    "en": ("d MMMM y", "MMMM d, y", "MMM d, y", "d MMM y"),
}
TEXTS = st.text(
    st.sampled_from("0123456789.,/-–%:()[]!#|>*_`\\^ \n\tVIXLhạnăm$€°²'’“”agokmtrưỡi"), max_size=200
)


def written(number: int | Decimal, language: Language) -> str:
    """Write a number in a language's style."""
    return format_decimal(number, locale=language)


def day(when: date, language: Language, style: int) -> str:
    """Write a day in one of a language's styles."""
    return format_date(when, DAY_STYLES[language][style], locale=language)


def changed(number: int, place: int) -> int:
    """Return a number with one of its digits changed."""
    digits = str(number)
    place %= len(digits)
    digit = "123456789"[int(digits[place]) % 9]
    return int(digits[:place] + digit + digits[place + 1 :])


@given(NUMBERS)
def test_any_number_is_the_same_in_both_styles(number: int) -> None:
    """Groups of three are parted by a point in Vietnamese and by a comma in English."""
    vi, en = written(number, "vi"), written(number, "en")
    assert differences(f"Có {vi} người.", f"There were {en} people.") == []


@given(DECIMALS, SCALES)
def test_any_scaled_number_is_the_same(number: Decimal, scale: tuple[str, str]) -> None:
    """Decimals and scales go together."""
    vi, en = f"{written(number, 'vi')} {scale[0]}", f"{written(number, 'en')} {scale[1]}"
    assert differences(f"Có {vi} lượt.", f"There were {en} visits.") == []


@given(DECIMALS, SCALES)
def test_any_sum_is_the_same(number: Decimal, scale: tuple[str, str]) -> None:
    """The currency stands behind in Vietnamese, before or behind in English."""
    vi = f"{written(number, 'vi')} {scale[0]} đồng"
    for en in (
        f"VND {written(number, 'en')} {scale[1]}",
        f"{written(number, 'en')} {scale[1]} dong",
    ):
        assert differences(f"Giá {vi}.", f"It cost {en}.") == []


@given(DAYS, st.integers(0, 3), st.integers(0, 3))
def test_any_day_is_the_same_in_all_styles(when: date, vi: int, en: int) -> None:
    """Every usual form of a day is read, whichever the other text uses."""
    assert differences(f"Ngày {day(when, 'vi', vi)}.", f"On {day(when, 'en', en)}.") == []


@given(NUMBERS, st.integers(0, 8))
def test_a_changed_digit_is_found(number: int, place: int) -> None:
    """One digit of a number makes one problem."""
    vi, en = written(number, "vi"), written(changed(number, place), "en")
    found = differences(f"Có {vi} người ở 3 nơi.", f"There were {en} people in 3 places.")
    assert len(found) == 1


@given(DAYS, st.integers(0, 3), st.integers(0, 3), st.integers(1, 40_000))
def test_another_day_is_found(when: date, vi: int, en: int, later: int) -> None:
    """Any other day is one problem."""
    other = date.fromordinal(min(when.toordinal() + later, date(2100, 1, 1).toordinal()))
    found = differences(f"Ngày {day(when, 'vi', vi)}.", f"On {day(other, 'en', en)}.")
    assert [problem.rule.id for problem in found] == ["parity-date"]


@given(st.one_of(st.text(max_size=300), TEXTS), st.sampled_from(["vi", "en"]))
def test_any_text_is_like_itself(text: str, language: Language) -> None:
    """No text makes surveying raise, and none differs from itself."""
    said = survey(text, language=language, first_line=1)
    assert compare(said, said, CompareSettings()) == []


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared(vi: str, en: str) -> None:
    """Comparing never raises, and every difference can be told."""
    for problem in differences(vi, en):
        assert problem.message("en")
        assert problem.message("vi")
