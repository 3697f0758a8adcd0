"""Records: files of data become typed records by id."""

from __future__ import annotations

import pytest

from plugins.bulletin.problems import Problem
from plugins.bulletin.read.content import RawData
from plugins.bulletin.read.names import DataName
from plugins.bulletin.read.yaml_values import read_yaml
from plugins.bulletin.schema.records import (
    check_glossary,
    check_list,
    check_record,
    check_site,
    ids_in,
)

SITE = """name: {vi: a, en: b}
tagline: {vi: a, en: b}
publisher: {vi: a, en: b}
publisher_short: {vi: a, en: b}
publisher_url: https://example.org
home_city: {name: {vi: a, en: b}, country: VN, position: {lat: 16, lon: 107}}
contact: {}
licence: {name: a, url: https://example.org}
accent: "#123abc"
navigation: []
"""
TOPIC = "- id: {}\n  name: {{vi: a, en: b}}\n  description: {{vi: a, en: b}}\n"
ASSOCIATION = "name: {vi: a, en: b}\ncountry: LA\n"


def raw_data(folder: str, stem: str, text: str) -> RawData:
    """Return a raw data file of some text."""
    value, marks, problems = read_yaml(text, f"content/data/{stem}.yaml")
    assert problems == []
    return RawData(DataName(folder, stem), value, marks)


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    """Return problems as rule, line and column."""
    return [(problem.rule.id, problem.place.line, problem.place.column) for problem in problems]


def test_site_is_one_record() -> None:
    """Identity is read from one file."""
    entry, problems = check_site(raw_data("", "site", SITE))
    assert entry is not None
    assert (entry.record.accent, entry.record.timezone) == ("#123abc", "Asia/Ho_Chi_Minh")
    assert problems == []


@pytest.mark.parametrize("zone", ["Asia/Hue", "../x", "Asia", "", "/etc/passwd", "a\\0"])
def test_time_zone_must_exist(zone: str) -> None:
    """A zone that no clock knows is reported and raises nothing."""
    entry, problems = check_site(raw_data("", "site", f'{SITE}timezone: "{zone}"\n'))
    assert entry is None
    assert places(problems) == [("timezone-unknown", 11, 11)]


@pytest.mark.parametrize("colour", ["red", "#12", "#12345g", "#123456; } * { color: red"])
def test_colour_must_be_six_digits(colour: str) -> None:
    """The colour goes into the styles, so nothing but a colour may pass."""
    entry, problems = check_site(raw_data("", "site", SITE.replace("#123abc", colour)))
    assert entry is None
    assert places(problems) == [("colour-invalid", 9, 9)]


def test_both_faults_of_the_site_are_told() -> None:
    """A wrong zone does not hide a wrong colour."""
    text = SITE.replace("#123abc", "red") + "timezone: Asia/Hue\n"
    _, problems = check_site(raw_data("", "site", text))
    assert {rule for rule, _, _ in places(problems)} == {"timezone-unknown", "colour-invalid"}


@pytest.mark.parametrize("text", ["", "- a", "text"])
def test_site_must_be_fields(text: str) -> None:
    """A list, a text or nothing is no identity."""
    entry, problems = check_site(raw_data("", "site", text))
    assert (entry, places(problems)) == (None, [("yaml-not-fields", 1, 1)])


def test_list_gives_records_in_its_order() -> None:
    """Each record has its own marks, as if it stood alone."""
    entries, problems = check_list(raw_data("", "topics", TOPIC.format("b") + TOPIC.format("a")))
    assert (list(entries), problems) == (["b", "a"], [])
    assert entries["a"].marks.place("name", "en").line == 5


def test_broken_record_leaves_the_others() -> None:
    """One broken topic is reported, the rest can be used."""
    text = TOPIC.format("a") + "- id: b\n" + TOPIC.format("c")
    raw = raw_data("", "topics", text)
    entries, problems = check_list(raw)
    assert list(entries) == ["a", "c"]
    assert {problem.place.line for problem in problems} == {4}
    assert ids_in(raw) == {"a", "b", "c"}


@pytest.mark.parametrize("second", ["a", "Hai", "null", "[a]"])
def test_record_without_an_id_of_its_own_may_be_any(second: str) -> None:
    """Where an id cannot be told, no reference is called broken for it."""
    assert "*" in ids_in(raw_data("", "topics", TOPIC.format("a") + TOPIC.format(second)))


@pytest.mark.parametrize(
    ("identity", "expected"),
    [
        ("a", ("id-duplicate", 4, 7)),
        ("B", ("id-invalid", 4, 7)),
        ("a_b", ("id-invalid", 4, 7)),
        ("…", ("id-invalid", 4, 7)),
    ],
)
def test_id_must_be_good_and_new(identity: str, expected: tuple[str, int, int]) -> None:
    """An id is a part of addresses and names one record."""
    text = TOPIC.format("a") + TOPIC.format(identity)
    entries, problems = check_list(raw_data("", "topics", text))
    assert (list(entries), places(problems)) == (["a"], [expected])


def test_country_has_a_code_of_capitals() -> None:
    """Countries are named by ISO codes."""
    text = "- {code: la, name: {vi: a, en: b}, region: asia}\n"
    _, problems = check_list(raw_data("", "countries", text))
    assert places(problems) == [("country-code-invalid", 1, 10)]


@pytest.mark.parametrize("text", ["a: b", "text"])
def test_list_must_be_a_list(text: str) -> None:
    """Fields or a text where records are wanted is reported once."""
    raw = raw_data("", "topics", text)
    assert places(check_list(raw)[1]) == [("yaml-not-fields", 1, 1)]
    assert "*" in ids_in(raw)


def test_empty_list_is_no_fault() -> None:
    """A bulletin may begin without topics and terms."""
    assert check_list(raw_data("", "topics", "")) == ({}, [])
    assert check_glossary(raw_data("", "glossary", "# none yet")) == ([], [])


def test_glossary_needs_no_ids() -> None:
    """Terms stand by their forms; a broken one leaves the others."""
    text = "- {vi: [a], en: [b], category: c, status: usual}\n- {vi: [a]}\n"
    entries, problems = check_glossary(raw_data("", "glossary", text))
    assert [entry.record.vi for entry in entries] == [("a",)]
    assert {rule for rule, _, _ in places(problems)} == {"field-missing"}


def test_record_takes_its_id_from_the_file() -> None:
    """A partner or association is known by the name of its file."""
    entry, problems = check_record(raw_data("associations", "laos", ASSOCIATION))
    assert entry is not None
    assert (getattr(entry.record, "id", None), problems) == ("laos", [])


def test_other_id_than_the_file_is_refused() -> None:
    """Two names for one thing would part it in two."""
    entry, problems = check_record(raw_data("associations", "laos", f"id: lao\n{ASSOCIATION}"))
    assert (entry, places(problems)) == (None, [("id-file-mismatch", 1, 5)])


def test_broken_record_is_reported() -> None:
    """A record without its fields gives no entry."""
    entry, problems = check_record(raw_data("associations", "laos", "country: LA\n"))
    assert (entry, places(problems)) == (None, [("field-missing", 1, 1)])
