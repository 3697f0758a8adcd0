"""Comparing states: what an analyst is told of a change, field by field."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, strategies as st

from plugins.bulletin.changes.compare import compare
from plugins.bulletin.changes.states import State, state_digest, state_of
from plugins.bulletin.model.changes import FieldChange, RecordChange
from plugins.bulletin.model.common import LocalText

CITY = """\
name: {vi: Thành phố Mẫu, en: Sample City}
country: FR
kind: city
position: {lat: 1.5, lon: 2.5}
relations:
  - kind: twin-city
    date: 2013-08
    title: {vi: Kết nghĩa, en: Twinning}
    source: {name: Báo A, confidence: high}
  - kind: memorandum
    date: null
    title: {vi: Ghi nhớ, en: Memorandum}
    source: {name: Báo B, confidence: high}
"""
TWINNING = LocalText("Kết nghĩa", "Twinning")
NAME = LocalText("Thành phố Mẫu", "Sample City")


def state(text: str, path: str = "data/partners/city.yaml") -> State:
    """Return the state of one file."""
    found, problems = state_of([(path, text.encode())])
    assert not problems
    return found


def fields(after: str) -> list[FieldChange]:
    """Return the changes of fields from the sample to a text."""
    [record] = compare(state(CITY), state(after))
    assert (record.kind, record.id, record.name, record.change) == (
        "partner",
        "city",
        NAME,
        "changed",
    )
    return [*record.fields]


def test_a_field_before_and_after() -> None:
    """A changed value is told with its path."""
    assert fields(CITY.replace("2.5", "-2.5")) == [FieldChange("position.lon", "2.5", "-2.5")]


def test_a_field_of_a_relation() -> None:
    """A relation is recognised by its other fields, and named in both languages."""
    found = fields(CITY.replace("2013-08", "2013-08-12"))
    assert found == [FieldChange("relations.date", "2013-08", "2013-08-12", TWINNING)]


def test_a_relation_that_went() -> None:
    """A relation that is gone is told as one, and the other is not said to have changed."""
    head, _, rest = CITY.partition("  - kind: twin-city")
    found = fields(head + "  - kind: memorandum" + rest.partition("  - kind: memorandum")[2])
    before = "twin-city, 2013-08, Twinning, Kết nghĩa"
    assert found == [FieldChange("relations", before, "", TWINNING)]


def test_relations_in_another_order() -> None:
    """The order of relations in a file says nothing."""
    data = yaml.safe_load(CITY)
    data["relations"].reverse()
    assert compare(state(CITY), state(dump(data))) == ()
    assert state_digest(state(dump(data))) == state_digest(state(CITY))


def test_a_record_that_came_or_went() -> None:
    """A whole record is told by its name alone."""
    came = RecordChange("partner", "city", NAME, "added")
    assert compare({}, state(CITY)) == (came,)
    assert compare(state(CITY), {}) == (RecordChange("partner", "city", NAME, "removed"),)


def test_lists_of_records() -> None:
    """A country is known by its code; without a name of its own it has the usual one."""
    path = "data/countries.yaml"
    before = state("- {code: FR, region: asia}\n- {code: LA, region: asia}\n", path)
    after = state("- {code: LA, region: asia}\n- {code: FR, region: europe}\n", path)
    [record] = compare(before, after)
    assert (record.id, record.name) == ("FR", LocalText("Pháp", "France"))
    assert record.fields == (FieldChange("region", "asia", "europe"),)


def test_comments_and_form_are_no_change() -> None:
    """The digest is of what is said, not of how it is written."""
    data = yaml.safe_load(CITY)
    written = "# A remark\n" + dump(dict(reversed(data.items())))
    assert written != CITY
    assert state_digest(state(written)) == state_digest(state(CITY))
    assert state_digest(state(CITY.replace("2.5", "2.50"))) != state_digest(state(CITY))


def dump(value: object) -> str:
    """Write YAML in block style."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


words = st.text("abcđe", min_size=1, max_size=3)
records = st.fixed_dictionaries(
    {"name": st.fixed_dictionaries({"vi": words, "en": words}), "kind": words},
    optional={
        "aliases": st.lists(words, max_size=3),
        "relations": st.lists(
            st.fixed_dictionaries({"kind": words, "date": words}, optional={"note": words}),
            max_size=4,
        ),
    },
)


@given(records, records)
def test_what_differs_is_told_and_nothing_else(before: Any, after: Any) -> None:
    """Two states have one digest just when nothing is told of them; no field is told in vain."""
    first, second = state(dump(before)), state(dump(after))
    told = compare(first, second)
    assert (state_digest(first) == state_digest(second)) == (told == ())
    for record in told:
        assert record.fields
        assert all(field.before != field.after for field in record.fields)
