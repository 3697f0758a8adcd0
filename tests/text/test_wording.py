"""The digest of words: blind to how a text is set, awake to what it says."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, strategies as st

from plugins.bulletin.text.wording import LENGTH, digest_words, opening, words

WORD = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạ0123456789"), min_size=1)
SPACE = st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", " \u200b", "\u2009", "\r\n"])


@given(st.lists(WORD, min_size=1), st.data())
def test_spaces_do_not_count(given_words: list[str], data: st.DataObject) -> None:
    """Any number and kind of spaces between words gives the same digest."""
    spaced = "".join(word + data.draw(SPACE) for word in given_words)
    assert digest_words(spaced) == digest_words(" ".join(given_words))


@given(st.lists(WORD, min_size=1), st.data())
def test_any_other_word_counts(given_words: list[str], data: st.DataObject) -> None:
    """Another word anywhere, one more or one less gives another digest."""
    at = data.draw(st.integers(0, len(given_words) - 1))
    other = data.draw(WORD)
    before, after = given_words[:at], given_words[at + 1 :]
    texts = [[*before, other, *after], [*before, other, *given_words[at:]], [*before, *after]]
    for changed in texts:
        if words(" ".join(changed)) != words(" ".join(given_words)):
            assert digest_words(" ".join(changed)) != digest_words(" ".join(given_words))
    assume(other != given_words[at])
    assert words(" ".join(texts[0])) != words(" ".join(given_words)) or _is_tone(
        other, given_words[at]
    )


def _is_tone(one: str, other: str) -> bool:
    """Tell whether two words have the same letters and tones, wherever the tone stands."""
    return sorted(unicodedata.normalize("NFD", one)) == sorted(unicodedata.normalize("NFD", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hà Nội, Thủ đô.", "Hà Nội – Thủ đô"),
        ("“hữu nghị” (và)", '"hữu nghị" và'),
        ("hoà bình", "hòa bình"),
        ("THUỶ LỢI HOÀ", "THỦY LỢI HÒA"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("the Union’s", "the Union's"),
        ("5–20 triệu", "5-20 triệu"),
        (unicodedata.normalize("NFD", "Viêng Chăn"), "Viêng Chăn"),
        ("phần\u00adcứng", "phầncứng"),
    ],
)
def test_same_words(one: str, other: str) -> None:
    """Marks around words, kinds of dashes and quotes, and the place of a tone do not count."""
    assert digest_words(one) == digest_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("60 năm", "50 năm"),
        ("1.100", "1100"),
        ("28,22", "28.22"),
        ("-5 độ", "5 độ"),
        ("5–20", "5 20"),
        ("12-CT/TW", "12 CT TW"),
        ("80 %", "80"),
        ("đến rồi", "đến rồi?"),
        ("ma", "mà"),
        ("mặt trận", "Mặt trận"),
        ("đá", "da"),
        ("hoàn", "hoan"),
        ("một hai", "hai một"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    """Digits and what stands among them, signs, tones, capitals and order count."""
    assert digest_words(one) != digest_words(other)


@given(st.text())
def test_digest_is_short_and_plain(text: str) -> None:
    """A digest has a fixed length and characters that any file can hold."""
    digest = digest_words(text)
    assert len(digest) == LENGTH
    assert set(digest) <= set("abcdefghijklmnopqrstuvwxyz234567")


@given(st.text())
def test_opening_is_one_short_line(text: str) -> None:
    """The beginning of a text is one line, and the whole of a short one."""
    begins = opening(text)
    assert len(begins) <= 41
    assert "\n" not in begins
    assert opening("Hà Nội\n và Cairo") == "Hà Nội và Cairo"
