"""Packing: what one build keeps comes back as it was."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from hypothesis import given, strategies as st

from plugins.bulletin.manifest import FileMark
from plugins.bulletin.model.common import LocalText, Moment
from plugins.bulletin.problems import Edit, Place, Problem, read_rules
from plugins.bulletin.store.packing import pack, unpack

text = st.text(max_size=9)
marks = st.builds(FileMark, st.integers(), st.integers(), st.integers(), st.binary(max_size=4))
moments = st.builds(Moment, st.datetimes(timezones=st.just(UTC)), st.booleans())
edits = st.builds(Edit, st.integers(), st.integers(), st.integers(), text)
problems = st.builds(
    Problem,
    st.builds(Place, text, st.integers(), st.integers()),
    st.sampled_from([read_rules.FILE_UNREADABLE, read_rules.SYMLINK_OUTSIDE]),
    st.tuples(st.tuples(text, text)),
    st.tuples(edits),
)
leaves = st.one_of(text, st.none(), marks, moments, problems, st.builds(LocalText, text, text))
values = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(text, inner))


@dataclass
class Loose:
    """A dataclass that may change, with a field that has a default of its own."""

    name: str
    parts: list[str] = field(default_factory=list)


@given(values)
def test_values_come_back(value: object) -> None:
    """Any mixture of dataclasses, named tuples and plain values is what it was."""
    assert unpack(pack(value)) == value


def test_fields_with_defaults_come_back() -> None:
    """What a field has been given counts, not its default."""
    assert unpack(pack(Loose("a", ["b"]))) == Loose("a", ["b"])


def test_classes_and_shared_values() -> None:
    """A class stays itself, and what was one value in two places is one again."""
    moment = Moment(datetime(2023, 8, 17, tzinfo=UTC), has_time=False)
    again = unpack(pack([Moment, moment, moment]))
    assert isinstance(again, list)
    assert again == [Moment, moment, moment]
    assert again[1] is again[2]
