"""The measure counts a fault as found only when a report is about it."""

from __future__ import annotations

from plugins.bulletin.model.common import Language
from plugins.bulletin.problems import Place, Problem, Rule, Severity, Words
from tests.parity.faults import Fault, Texts, plant
from tests.parity.labelled_set import Half, path_of
from tests.parity.measuring import Result, is_found, keeps_limits, measure, together

VI = """---
title: Tin ngắn
summary: Ba đoàn khách đến thăm trường học trong tháng Năm vừa qua.
---
Ba đoàn đến thăm trường.

## Quà tặng

- 40 cuốn sách
- 12 bản đồ

Họ về ngày 15/5.
"""
EN = """---
title: News in brief
summary: Three groups of visitors came to the school in the past month of May.
---
Three groups visited the school.

## Gifts

- 40 books
- 12 maps

They left on May 15.
"""
TEXTS: Texts = {"vi": VI, "en": EN}
RULE = Rule("parity-test", Severity.WARNING, Words("{found}", "{found}"), Words("", ""))


def fault(language: Language, mark: str, words: str = "", **other: str) -> Fault:
    """Return a fault of the small pair; `kind` and `action` may be given."""
    kind, action = other.get("kind", "number"), other.get("action", "find")
    return Fault("short", language, kind, action, mark, words)  # type: ignore[arg-type]


def problem(language: Language, line: int, found: str = "?") -> Problem:
    """Return a problem at a line of the small pair."""
    return RULE.at(Place(path_of("short", language), line, 1), found=found)


def test_replacing_words_is_about_one_line_of_each_file() -> None:
    """In a list, the item of the same number is the counterpart."""
    planted = plant(fault("vi", "12 bản đồ", "21 bản đồ"), TEXTS)
    assert "- 21 bản đồ" in planted.texts["vi"]
    assert (planted.shown("vi"), planted.shown("en")) == ("- 21 bản đồ", "- 12 maps")


def test_a_field_has_the_same_field_for_a_counterpart() -> None:
    """A fault in the front matter is about the field's line in both files."""
    planted = plant(fault("en", "Three groups of", "Two groups of"), TEXTS)
    assert planted.lines == {"vi": range(3, 4), "en": range(3, 4)}


def test_a_dropped_paragraph_is_about_the_other_files_paragraph() -> None:
    """The file that lost it has no line left to point at."""
    planted = plant(fault("en", "Three groups visited", action="drop"), TEXTS)
    assert "visited" not in planted.texts["en"]
    assert "\n---\n## Gifts" in planted.texts["en"]
    assert planted.lines == {"vi": range(5, 6), "en": range(0)}


def test_an_added_paragraph_is_about_itself() -> None:
    """The other file has nothing that answers to it."""
    planted = plant(fault("vi", "Ba đoàn đến thăm", "Trời mưa.", action="add"), TEXTS)
    assert planted.shown("vi") == "Trời mưa."
    assert not planted.lines["en"]


def test_a_list_is_one_thing() -> None:
    """A lost item is about the whole list in both files."""
    planted = plant(fault("en", "- 12 maps", action="drop_line", kind="list"), TEXTS)
    assert planted.shown("en") == "- 40 books"
    assert planted.shown("vi") == "- 40 cuốn sách\n- 12 bản đồ"


def test_an_added_item_is_about_the_list() -> None:
    """Also where the item comes after the last one."""
    planted = plant(fault("vi", "- 12 bản đồ", "- ba bút", action="add_line", kind="list"), TEXTS)
    assert planted.shown("vi") == "- 40 cuốn sách\n- 12 bản đồ\n- ba bút"
    assert planted.shown("en") == "- 40 books\n- 12 maps"


def test_a_position_in_either_file_counts() -> None:
    """The place of a problem, or a place that it names, touches the fault's line."""
    planted = plant(fault("en", "May 15", "May 16"), TEXTS)
    assert is_found(planted, [problem("en", 12)], [])
    assert is_found(planted, [problem("en", 5, f"{path_of('short', 'vi')}:12:8")], [])
    assert not is_found(planted, [problem("en", 5)], [])


def test_words_of_the_line_count_when_they_are_long_enough() -> None:
    """A quoted number alone could stand anywhere."""
    planted = plant(fault("en", "May 15", "May 16"), TEXTS)
    assert is_found(planted, [problem("en", 0, "They left on May")], [])
    assert not is_found(planted, [problem("en", 0, "May 16")], [])


def test_what_the_clean_pair_shows_too_does_not_count() -> None:
    """A false alarm near a fault is no find, though the fault moves it by a line."""
    planted = plant(fault("vi", "Ba đoàn đến thăm", "Trời mưa.", action="add"), TEXTS)
    before = problem("vi", 5, f"{path_of('short', 'en')}:5")
    after = problem("vi", 7, f"{path_of('short', 'en')}:5")
    assert not is_found(planted, [after], [before])
    assert is_found(planted, [after], [])


def test_a_check_that_finds_nothing_fails() -> None:
    """Silence has no false alarms and no recall."""
    result = measure(_half(), lambda _key, _texts: [])
    assert (result.recall, result.alarm_share, keeps_limits([result])) == (0.0, 0.0, False)


def test_a_check_that_always_complains_fails() -> None:
    """Complaining of everything finds nothing that it did not say of the clean pair."""
    result = measure(_half(), lambda _key, _texts: [problem("en", n) for n in range(1, 13)])
    assert (result.recall, result.alarm_share, keeps_limits([result])) == (0.0, 1.0, False)


def test_a_check_that_knows_the_clean_texts_passes() -> None:
    """A check that names the changed line and nothing else is good."""

    def check(_key: str, texts: Texts) -> list[Problem]:
        lines = zip(texts["en"].split("\n"), EN.split("\n"), strict=True)
        return [problem("en", n) for n, (new, old) in enumerate(lines, 1) if new != old]

    result = measure(_half(), check)
    assert (result.recall, result.alarm_share, keeps_limits([result])) == (1.0, 0.0, True)
    assert list(result.rows()) == [("number", 2, 2)]


def test_faults_not_asked_for_leave_recall_alone() -> None:
    """They are shown in the table, and nothing more."""
    lost = Fault("short", "en", "qualifier", "find", "over", "nearly", is_required=False)
    result = Result(1, (), (), (fault("en", "May 15"),), (lost,))
    assert result.recall == 1.0
    assert list(result.rows()) == [("number", 1, 1), ("qualifier", 1, 0)]


def test_recall_is_asked_of_each_half() -> None:
    """A good half does not make up for a bad one."""
    good = Result(1, (), (), (fault("en", "x"),) * 20, ())
    bad = Result(1, (), (), (fault("en", "x"),) * 18, (fault("en", "x"),) * 2)
    assert together([good, bad]).recall == 0.95
    assert keeps_limits([good])
    assert not keeps_limits([good, bad])


def test_false_alarms_are_counted_over_both_halves() -> None:
    """One clean pair of fifty may have a finding, in whichever half it is."""
    halves = [Result(25, (), (), (), ()), Result(25, (), ("short",), (), ())]
    assert together(halves).alarm_share == 0.02
    assert keeps_limits(halves)
    assert not keeps_limits([*halves[1:], *halves[1:]])


def _half() -> Half:
    faults = [fault("en", "May 15", "May 16"), fault("en", "40 books", "14 books")]
    return Half("seen", {"short": dict(TEXTS)}, faults)
