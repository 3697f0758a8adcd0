"""Days: dates as the other language writes them, and weekdays that do not fit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text.dates import format_long, format_short
from tests.hygiene.asking import detail, problems_in, rules_in

DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
NAMES = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
ENGLISH = ("%B {day}, %Y", "{day} %B %Y", "%b {day}, %Y", "{day} %b %Y")


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("August 17, 2023", "17/8/2023"),
        ("17 August 2023", "17/8/2023"),
        ("17th of Aug. 2023", "17/8/2023"),
        ("May 2023", "5/2023"),
        ("September 3rd", "3/9"),
    ],
)
def test_english_date_in_vietnamese(words: str, right: str) -> None:
    """The date is told as a Vietnamese text writes it."""
    (problem,) = problems_in(f"Họp {words}.")
    assert (problem.rule.id, detail(problem, "right")) == ("date-english", right)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("17/8/2023", "17 August 2023"),
        ("17/08/2023", "17 August 2023"),
        ("ngày 17 tháng 8 năm 2023", "17 August 2023"),
        ("ngày 17/8", "17 August"),
        ("tháng 8/2023", "August 2023"),
        ("tháng 8", "August"),
    ],
)
def test_vietnamese_date_in_english(words: str, right: str) -> None:
    """The date is told as an English text writes it."""
    (problem,) = problems_in(f"They met on {words}.", "en")
    assert (problem.rule.id, detail(problem, "right")) == ("date-vietnamese", right)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Ngày 17/8/2023, ngày 17 tháng 8 năm 2023, tháng 8/2023.", "vi"),
        ("Bài “On 17 August 2023”, *May 2023*, `May 2023`, May mắn.", "vi"),
        ("Quyết định 41/2013/QĐ-TTg, 12-CT/TW.", "vi"),
        ("On 17 August 2023, in August 2023, 24/7, 3/4 of 100.", "en"),
        ("Decision 41/2013/QĐ-TTg, no. 17/8/2023/QĐ, version 1.2.2023.4, “17/8/2023”.", "en"),
        ("On 45/8/2023 and 17/13/2023.", "en"),
    ],
)
def test_dates_of_the_house_and_other_figures(words: str, language: str) -> None:
    """A date in the text's own form, a quotation and a document's number are no fault."""
    assert rules_in(words, language) == []


@given(DAYS, st.integers(0, 6))
def test_weekday_fits_or_is_told_in_vietnamese(day: date, named: int) -> None:
    """Of the seven names one is right with each date, in each order and form."""
    name = NAMES["vi"][named]
    for when in (format_short(day, "vi"), format_long(day, "vi").removeprefix("ngày ")):
        for words in (f"Sáng {name}, {when}.", f"{name} (ngày {when})", f"Ngày {when} ({name})"):
            wrong = [] if day.weekday() == named else ["weekday-wrong"]
            assert rules_in(words) == wrong


@given(DAYS, st.integers(0, 6), st.sampled_from(ENGLISH))
def test_weekday_fits_or_is_told_in_english(day: date, named: int, form: str) -> None:
    """The same in English, with whole and short names of months."""
    name, when = NAMES["en"][named], day.strftime(form.format(day=day.day))
    for words in (f"On {name}, {when}.", f"On {name} {when}.", f"On {when} ({name})"):
        problems = problems_in(words, "en")
        assert [item.rule.id for item in problems] == ["weekday-wrong"] * (day.weekday() != named)
        assert all(detail(item, "right") == NAMES["en"][day.weekday()] for item in problems)


@pytest.mark.parametrize(
    "words",
    [
        "Kỳ họp thứ sáu, ngày 17/8/2023.",
        "Đại hội lần thứ ba, 17/8/2023.",
        "Kỳ họp thứ Sáu (17/8/2023).",
        "Thứ Sáu tuần này; ngày 17/8/2023.",
        "Thứ Sáu, ngày 17/8.",
    ],
)
def test_ordinals_and_days_without_a_year_are_no_weekdays(words: str) -> None:
    """The word for Friday is also "sixth", and a date without its year has no weekday."""
    assert rules_in(words) == []
