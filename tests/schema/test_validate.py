"""Validation: raw fields become records, or problems that an editor can mend."""

from __future__ import annotations

from typing import TypeVar

import pytest

from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.common import Source
from plugins.bulletin.model.records import Country, Partner, Section, Site, Term
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.yaml_values import read_yaml
from plugins.bulletin.schema.shapes import field_types, item_type
from plugins.bulletin.schema.validate import validate

Record = TypeVar("Record")
SUMMARY = "summary: A summary that is just long enough to be one.\n"
ARTICLE = f"title: A\n{SUMMARY}"
TIE = "{kind: friendship, title: {vi: a, en: b}"
PARTNER = """name: {vi: a, en: b}
country: LA
kind: city
position: {lat: 1, lon: 2.5}
relations: []
"""


def checked(shape: type[Record], text: str) -> tuple[Record | None, list[Problem]]:
    """Validate a YAML document as a record."""
    raw, marks, problems = read_yaml(text, "a.yaml")
    assert problems == []
    return validate(shape, raw, marks, zone="Asia/Ho_Chi_Minh")


def good(shape: type[Record], text: str) -> Record:
    """Return the record of a document without problems."""
    record, problems = checked(shape, text)
    assert problems == []
    assert record is not None
    return record


def faults(shape: type, text: str) -> list[tuple[str, int, int]]:
    """Return the problems of a document as rule, line and column."""
    record, problems = checked(shape, text)
    assert record is None
    places = [(item.rule.id, item.place.line, item.place.column) for item in problems]
    return sorted(places, key=lambda place: place[1:])


def test_article_takes_what_it_needs() -> None:
    """Title and summary suffice in one file; the rest may come from the original."""
    fields = good(ArticleFields, ARTICLE)
    assert (fields.title, fields.date, fields.topics) == ("A", None, None)


def test_empty_fields_count_as_absent() -> None:
    """A template's fields that were left empty are not there."""
    text = ARTICLE + "topics:\nauthors:\ncover:\ntranslator: ~\nsource: null\n"
    assert good(ArticleFields, text) == good(ArticleFields, ARTICLE)


def test_lines_of_a_text_become_one() -> None:
    """A title over two lines is one line for feeds and lists; a hard space stays."""
    fields = good(ArticleFields, f"title: |\n  A\n  b\u00a0c\n{SUMMARY}")
    assert fields.title == "A b\u00a0c"


def test_one_source_is_a_list_of_one() -> None:
    """The commonest case needs no list."""
    text = ARTICLE + "source: {name: B, url: https://example.org}\n"
    assert good(ArticleFields, text).source == (Source("B", "https://example.org"),)


def test_numbers_are_read_where_numbers_are_wanted() -> None:
    """A whole number is a number of degrees too."""
    assert good(Partner, PARTNER).position.lat == 1.0


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("title: no", "type-wrong"),
        ("title: 12", "type-wrong"),
        ("title: 2024-01-02", "type-wrong"),
        ("title: [a]", "type-wrong"),
        ("title: {a: b}", "type-wrong"),
        ("title: =", "type-wrong"),
        ("title:", "field-missing"),
        ('title: ""', "field-missing"),
        ('title: "  "', "field-missing"),
    ],
)
def test_title_must_be_text(field: str, rule: str) -> None:
    """Whatever YAML makes of a title is refused at its place."""
    assert [name for name, line, _ in faults(ArticleFields, f"{field}\n{SUMMARY}")] == [rule]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("lat: true", "true or false"),
        ('lat: "1"', "text"),
        ("lat: 1:30", "a number of a special kind"),
        ("lat: [1]", "a list"),
        ("lat: .nan", "a number of a special kind"),
    ],
)
def test_degrees_must_be_plain_numbers(change: str, expected: str) -> None:
    """Nothing is turned into a number that was not written as one."""
    _, (problem,) = checked(Partner, PARTNER.replace("lat: 1,", f"{change},"))
    assert problem.rule.id == "type-wrong"
    assert problem.message("en").endswith(f"is read as {expected}")


@pytest.mark.parametrize("value", ['"yes"', "yes", "1", '"true"'])
def test_truth_must_be_true_or_false(value: str) -> None:
    """A cover is not decorative by a word that only sounds like it."""
    text = f"{ARTICLE}cover: {{image: a.svg, decorative: {value}}}\n"
    assert faults(ArticleFields, text)[0][0] == "type-wrong"


def test_letters_of_a_number_are_kept_in_the_remedy() -> None:
    """1.50 is to be put between quotes as it stands, and not as 1.5."""
    _, (problem,) = checked(ArticleFields, f"title: 1.50\n{SUMMARY}")
    assert problem.remedy("en") == 'put it between quotes: "1.50"'


@pytest.mark.parametrize(
    ("shape", "text", "expected"),
    [
        (ArticleFields, "titel: A\n" + SUMMARY, [("field-missing", 1, 1), ("field-unknown", 1, 1)]),
        (ArticleFields, ARTICLE + "cover: {imag: a}\n", [("field-unknown", 3, 9)]),
        (ArticleFields, ARTICLE + "status: drfat\n", [("value-unknown", 3, 9)]),
        (ArticleFields, ARTICLE + "status: no\n", [("value-unknown", 3, 9)]),
        (ArticleFields, ARTICLE + "status: [draft]\n", [("type-wrong", 3, 9)]),
        (ArticleFields, ARTICLE + "topics: a\n", [("type-wrong", 3, 9)]),
        (ArticleFields, ARTICLE + "topics: [a, 1]\n", [("type-wrong", 3, 13)]),
        (ArticleFields, ARTICLE + "topics: [a, ~]\n", [("type-wrong", 3, 13)]),
        (ArticleFields, ARTICLE + "cover: a.svg\n", [("type-wrong", 3, 8)]),
        (ArticleFields, ARTICLE + "source: A\n", [("type-wrong", 3, 9)]),
        (ArticleFields, ARTICLE + "source: [{url: x}]\n", [("field-missing", 3, 10)]),
        (
            ArticleFields,
            ARTICLE + "source: {nam: x}\n",
            [("field-missing", 3, 9), ("field-unknown", 3, 10)],
        ),
        (ArticleFields, ARTICLE + "date: 2023-13-01\n", [("date-impossible", 3, 7)]),
        (ArticleFields, ARTICLE + "date: [a]\n", [("type-wrong", 3, 7)]),
        (ArticleFields, ARTICLE + "date: {year: 2023}\n", [("type-wrong", 3, 7)]),
        (ArticleFields, ARTICLE + "date: yes\n", [("date-format", 3, 7)]),
        (PageFields, "title: A\nsummary: b\n", [("text-length", 2, 10)]),
        (PageFields, f"title: A\nsummary: {'b' * 301}\n", [("text-length", 2, 10)]),
        (PageFields, ARTICLE + "date: 2023-01-01\n", [("field-unknown", 3, 1)]),
        (
            Section,
            "id: a\nname: {vi: a}\ndescription: {vi: a, en: b}\n",
            [("translation-missing", 2, 7)],
        ),
        (
            Section,
            "id: a\nname: {vi: a, en: }\ndescription: {vi: a, en: b}\n",
            [("translation-missing", 2, 15)],
        ),
        (
            Section,
            "id: a\nname: {vi: a, en: b, fr: c}\ndescription: {vi: a, en: b}\n",
            [("field-unknown", 2, 22)],
        ),
        (Section, "id: a\nname: b\ndescription: {vi: a, en: b}\n", [("type-wrong", 2, 7)]),
        (
            Country,
            "code: VNM\nname: {vi: a, en: b}\nregion: asia\n",
            [("country-code-invalid", 1, 7)],
        ),
        (Country, "code:\nname: {vi: a, en: b}\nregion: asia\n", [("field-missing", 1, 1)]),
        (Partner, PARTNER.replace("lat: 1", "lat: 91"), [("coordinates-range", 4, 17)]),
        (Partner, PARTNER.replace("lon: 2.5", "lon: -181"), [("coordinates-range", 4, 25)]),
        (Term, "vi: []\nen: [a]\ncategory: b\nstatus: usual\n", [("field-missing", 1, 5)]),
    ],
)
def test_fault_is_explained_at_its_place(
    shape: type, text: str, expected: list[tuple[str, int, int]]
) -> None:
    """Each fault is one problem, at the value or, for a name, at the name."""
    assert faults(shape, text) == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("{kind: friendship, title: {vi: a, en: b}}", ("relation-source-missing", 6, 5)),
        (
            "{kind: friendship, title: {vi: a, en: b}, source: {name: c}}",
            ("confidence-missing", 6, 55),
        ),
        (
            "{kind: friendship, title: {vi: a, en: b}, source: {name: c, confidence: low}}",
            ("confidence-low", 6, 77),
        ),
        (
            f"{TIE}, source: {{name: c, url: d, confidence: high}}}}",
            ("url-invalid", 6, 70),
        ),
    ],
)
def test_fact_needs_a_source_that_may_be_published(
    relation: str, expected: tuple[str, int, int]
) -> None:
    """A relation without a good source is no fact."""
    text = PARTNER.replace("relations: []", f"relations:\n  - {relation}")
    assert faults(Partner, text) == [expected]


@pytest.mark.parametrize("url", ["https://example.org", "http://a.b/c?d=e#f", "https://vi.dụ.vn/à"])
def test_whole_address_is_good(url: str) -> None:
    """Scheme and host make an address whole."""
    good(ArticleFields, f'{ARTICLE}source: {{name: A, url: "{url}"}}\n')


@pytest.mark.parametrize("url", ["javascript:a", "www.a.b", "https://a", "https://a.b/ c", "//a.b"])
def test_other_address_is_refused(url: str) -> None:
    """Whatever would not open a page of the web is refused."""
    text = f'{ARTICLE}source: {{name: A, url: "{url}"}}\n'
    assert faults(ArticleFields, text) == [("url-invalid", 3, 24)]


@pytest.mark.parametrize("number", ["0", "201"])
def test_size_of_a_page_has_bounds(number: str) -> None:
    """A number outside its range is shown with the range."""
    _, problems = checked(Site, f"page_size: {number}\n")
    ranges = [item for item in problems if item.rule.id == "value-range"]
    assert "1…200" in ranges[0].message("vi")


def test_types_of_fields_are_bare() -> None:
    """Options and bounds are taken off before a type is compared."""
    assert field_types(Country)["code"] is str
    assert item_type(field_types(Term)["vi"]) is str
    assert item_type(str) is None


def test_every_problem_of_a_record_is_told_at_once() -> None:
    """The first fault never hides the others, dates included."""
    text = "titel: A\nsummary: b\ndate: 32/1/2024\nstatus: x\n"
    rules = {rule for rule, _, _ in faults(ArticleFields, text)}
    assert rules == {
        "field-missing",
        "field-unknown",
        "text-length",
        "date-impossible",
        "value-unknown",
    }
