"""Comparing whole texts: where facts may stand, what is one problem, and what it says."""

from __future__ import annotations

import pickle

import pytest

from plugins.bulletin.parity.facts import survey
from plugins.bulletin.problems.report import report
from tests.parity.saying import differences, facts, quotes


def rules(vi: str, en: str) -> list[str]:
    """Return the rules that two texts break, without their common beginning."""
    return [problem.rule.id.removeprefix("parity-") for problem in differences(vi, en)]


def test_a_problem_quotes_both_sides_in_both_languages_of_reports() -> None:
    """The report gives what each text says, and where."""
    problems = differences("Đoạn.\n\nCó 1.100 hội viên.", "Text.\n\nIt has 1,200 members.")
    assert report(problems, "en", "text") == (
        "content/a.en.md:12:8: a number differs: “1.100” in the original (content/a.vi.md:12:4), "
        "“1,200” here — make both languages say the same, or add the fact to `parity` with a "
        "reason [parity-number]\n"
    )
    assert report(problems, "vi", "text") == (
        "content/a.en.md:12:8: con số không khớp: bản gốc (content/a.vi.md:12:4) ghi “1.100”, "
        "ở đây ghi “1,200” — sửa để hai ngôn ngữ nói giống nhau, hoặc ghi điểm này vào `parity` "
        "kèm lý do [parity-number]\n"
    )


def test_a_fact_may_stand_in_the_block_beside() -> None:
    """A translator may begin a paragraph earlier or later."""
    vi = "Hội có 25 chi hội.\n\nHội có 1.100 hội viên và 12 lớp."
    en = "It has 25 chapters and 1,100 members.\n\nIt has 12 classes."
    assert rules(vi, en) == []


def test_a_fact_may_not_stand_in_another_section() -> None:
    """What was moved behind a heading is missing where it was, and new where it is."""
    vi = "Hội có 25 chi hội.\n\n## Lớp\n\nCó lớp."
    en = "It has chapters.\n\n## Classes\n\nThere are 25 classes."
    assert rules(vi, en) == ["number", "number"]


def test_a_fact_of_a_list_belongs_to_its_item() -> None:
    """Facts that changed places between items are one problem."""
    vi = "- Chợ: ngày 30/7\n- Cầu: ngày 26/8"
    en = "- Market: 26 August\n- Bridge: 30 July"
    assert rules(vi, en) == ["date"]
    assert rules("- a: 4 lớp\n- b: 5 lớp", "- a: 5 classes\n- b: 5 classes") == ["number"]


def test_a_missing_item_is_one_problem() -> None:
    """What the missing item says is not reported again."""
    vi = "- Chợ: 12 gian, ngày 30/7\n- Cầu: 19 nhịp\n- Chùa: năm 1049"
    en = "- Market: 12 stalls, 30 July\n- Pagoda: 1049"
    assert rules(vi, en) == ["list"]


def test_a_missing_paragraph_is_one_problem() -> None:
    """What the missing paragraph says is not reported again."""
    assert rules("A 1.\n\nHội có 25 lớp ngày 3/5.\n\nC 12.", "A 1.\n\nC 12.") == ["block"]


def test_a_second_mention_may_be_left_out() -> None:
    """A number said twice may be said once, but then not otherwise."""
    vi = "Năm 2023 có 25 lớp; 25 lớp ấy học xong cuối năm 2023."
    assert rules(vi, "In 2023 there were 25 classes, all of which ended that year.") == []
    en = "In 2023 there were 25 classes; those 26 classes ended at the end of 2023."
    assert rules(vi, en) == ["number"]


def test_links_lead_to_counterparts() -> None:
    """A link to a file of the other language, a record or a heading is the same link."""
    vi = "[a](../2022/x.vi.md#muc) [b](../../data/partners/beijing.yaml) [c](#phan-hai)"
    vi += "\n\n## Phần hai"
    en = "[a](x.en.md#part) [b](../data/partners/beijing.yaml) [c](#part-two)\n\n## Part two"
    assert rules(vi, en) == []
    assert rules("[a](/2023/08/bai/)", "[a](/en/2023/08/article/)") == []


@pytest.mark.parametrize(
    ("vi", "en", "is_same"),
    [
        ("https://x.org/a", "http://X.org/a/", True),
        ("https://x.org/a", "https://x.org/b", False),
        ("https://x.org/tin/1", "https://x.org/en/news/2", True),
        ("https://x.org/vi/tin", "https://x.org/en/news", True),
        ("https://www.x.vn/tin.vnp", "https://en.x.vn/news.vnp", True),
        ("https://x.org/?lang=vi", "https://x.org/?lang=en", True),
        ("https://x.org/en/a", "https://x.org/en/b", False),
        ("https://x.org/a", "https://y.org/en/a", False),
        ("mailto:a@x.org", "mailto:b@x.org", False),
    ],
)
def test_editions_of_one_site_are_the_same(vi: str, en: str, is_same: bool) -> None:
    """Addresses may differ by the language that they name, and by nothing else of weight."""
    assert (rules(f"[tin]({vi})", f"[news]({en})") == []) is is_same


def test_partners_go_by_any_of_their_names() -> None:
    """Names, aliases and bare names count, in any spelling of marks; others do not."""
    assert rules("Đến Bắc Kinh và tỉnh Fukuoka.", "To Peking and Fukuoka.") == []
    assert rules("Đến Mát-xcơ-va.", "They went to Moscow.") == []
    (problem,) = differences("Đến Bắc Kinh.", "They went to Moscow.")
    assert problem.rule.id == "parity-partner"
    assert quotes(problem) == ("“Bắc Kinh”", "“Moscow”")
    assert problem.place.column == 14


def test_a_partner_and_its_link_are_one_problem() -> None:
    """A link to another partner is told once, as a link."""
    vi = "Đến [Bắc Kinh](../data/partners/beijing.yaml)."
    en = "To [Moscow](../data/partners/moscow.yaml)."
    assert rules(vi, en) == ["link"]


def test_pictures_and_their_words_count() -> None:
    """The description of a picture in the text is compared like any sentence."""
    vi, en = "![Năm 2008: 12 dấu](a.svg)", "![2009: 12 marks](a.svg)"
    assert rules(vi, en) == ["date"]


def test_figures_in_names_and_addresses_are_no_facts() -> None:
    """Codes, addresses and numbers of lists count nothing."""
    vi = "1. COVID-19, G20 và 78.ru\n2. https://x.org/12"
    en = "1. The pandemic and the summit\n2. https://x.org/12"
    assert rules(vi, en) == []


def test_a_waiver_lets_a_difference_stand() -> None:
    """A difference that either side of the report quotes is no problem."""
    texts = "Có 1.100 hội viên.", "It has 1,200 members."
    assert differences(*texts, "1.100") == []
    assert differences(*texts, "1,200") == []
    assert len(differences(*texts, "100")) == 2


def test_a_waiver_without_use_is_a_problem() -> None:
    """An entry that nothing needs is told at its place."""
    (problem,) = differences("Có 40 lớp.", "It has 40 classes.", "50")
    assert problem.rule.id == "parity-waiver-unused"
    assert (problem.place.line, problem.place.column) == (5, 3)


def test_the_site_may_make_differences_errors() -> None:
    """With `parity: error` a difference stops the build; a waiver without use does not."""
    texts = "Có 1.100 hội viên.", "It has 1,200 members."
    assert [problem.is_error for problem in differences(*texts)] == [False]
    found = differences(*texts, "60", is_error=True)
    assert [problem.is_error for problem in found] == [True, False]


def test_what_a_text_says_can_be_kept() -> None:
    """Facts survive being kept and read again."""
    said = facts("Có **1.100** hội viên.\n\n- a\n\n[^1]: Năm 2020.", "vi", "x")
    assert pickle.loads(pickle.dumps(said)) == said


def test_an_empty_text_says_nothing() -> None:
    """An empty body has no blocks."""
    assert survey("", language="en", first_line=1).blocks == ()
