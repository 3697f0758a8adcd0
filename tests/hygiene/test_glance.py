"""A glance at data files: it passes over no fault that the checks would find."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings, strategies as st

from plugins.bulletin.hygiene import check_data, check_file, is_sound
from plugins.bulletin.problems import hygiene_rules
from plugins.bulletin.read.content import RawData, read_data_bytes
from plugins.bulletin.read.names import DataName
from plugins.bulletin.text.tones import ToneStyle

PATH = "content/data/partners/a.yaml"
FAULTS = (
    *("a\u200bb", "so\u00adft", "a\u00a0b", "Ðà Nẵng", "bị ð", '"', "“", "«a»", "„a“", "‘a’", "\\"),
    *("hoà", "hòa", "THUỶ", "quý", "March 5, 2020", "5 March", "May 2020", "ngày 5/6/2020"),
    *("tháng 5", "năm 2020", "5/6/2020", "thứ Hai", "Thứ ba,", "Monday,", "5 June 2020", "Mon"),
    *("thứ Hai, 5/6/2020", "Monday, 5 June 2020"),
    *("the city of and for with was in the end of it", "Thành phố đã ký kết thỏa thuận với"),
    *("\n", " ", "  ", ":", "-", "#", "x", "😀", "e\u0302", "ท\u200ba", "\\x41", "*", "|", "&"),
)
TEXTS = st.lists(st.sampled_from(FAULTS), min_size=1, max_size=5).map(" ".join)
QUOTINGS = ("{}", "'{}'", '"{}"', "|\n    {}", ">-\n    {}", "[{}, {}]", "\n    {}")
VALUES = st.builds(lambda form, text: form.format(text, text), st.sampled_from(QUOTINGS), TEXTS)
LINES = st.lists(
    st.builds("  {}: {}\n".format, st.sampled_from(("vi", "en", "local", "id")), VALUES), max_size=3
)
FILES = st.builds(
    lambda one, two: "name:\n" + "".join(one) + "title:\n" + "".join(two), LINES, LINES
)


def read(text: str) -> tuple[bytes, RawData | None]:
    """Return the bytes of a file, and what is read in them."""
    raw = text.encode()
    return raw, read_data_bytes(raw, PATH, DataName("partners", "a"))[0]


@settings(max_examples=400, deadline=None)
@given(text=FILES, style=st.sampled_from(("hòa", "hoà")))
@example(text="name: {vi: [a “b, c” d]}\n", style="hòa")
@example(text='name: {vi: [a "b, c" d]}\n', style="hòa")
@example(text='name: {vi: "\\x41Mon 5", en: "\\x41 hoà"}\n', style="hòa")
def test_glance_finds_what_the_checks_find(text: str, style: ToneStyle) -> None:
    """Whatever stands in a file, judging it as read is judging it from its bytes."""
    raw, data = read(text)
    if data is not None:
        assert check_data(raw, data, style) == check_file(raw, PATH, style)


def test_examples_break_every_rule() -> None:
    """A new rule needs an example here, so that the glance is tried with it."""
    broken = {
        problem.rule.id
        for fault in FAULTS
        for language in ("vi", "en")
        for problem in check_file(f"name:\n  {language}: |\n    {fault}\n".encode(), PATH, "hòa")
    }
    assert broken == {rule.id for rule in hygiene_rules.RULES}


@pytest.mark.parametrize("style", ["hòa", "hoà"])
def test_faultless_file_needs_a_glance_alone(style: ToneStyle) -> None:
    """Names and titles of both languages, and codes of any kind, are seen to be sound."""
    text = "name: {vi: Ba-ma-lô, en: Bamalo, local: “B”}\ntitle: {vi: Ký kết, en: Signed}\nid: «a»"
    _, data = read(text)
    assert data is not None
    assert is_sound(data, style)


@pytest.mark.parametrize("value", ["a\u200bb", "Ðà", "hoà", '5" tròn', "March 5", "thứ Hai"])
def test_sign_of_a_fault_is_looked_into(value: str) -> None:
    """Any sign of a fault makes a file worth checking."""
    _, data = read(f"name: {{vi: '{value}'}}\n")
    assert data is not None
    assert not is_sound(data, "hòa")
