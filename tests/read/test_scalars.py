"""Scalars: the composer and the events of a document tell the same places."""

from __future__ import annotations

from hypothesis import example, given, settings, strategies as st

from plugins.bulletin.read.yaml_scalars import find_scalars
from plugins.bulletin.read.yaml_values import read_document

PARTS = st.sampled_from(
    (
        *("a: ", "b: ", "- ", "? ", ": ", "x", "1", "yes", "'q'", '"d\\x41"', "|\n  t\n  u\n"),
        *("{c: d, e: [f, g]}", "{", "}", "[", "]", ", ", "\n", "  ", "    ", ">-\n  w\n", "# n\n"),
        *("&k ", "*k", "!!str ", "!mine ", "! ", "<<: ", "~", "tiếng", "😀", "---\n", "...\n", ""),
    )
)


@settings(max_examples=500, deadline=None)
@given(text=st.lists(PARTS, max_size=12).map("".join))
@example(text="? [a]\n: b\n")
@example(text="a: b\nc: [d, 'e', \"f\", {g: h}]\ni: |\n  j\n")
@example(text="a: &k !!str 5\nb: ! 6\n")
def test_values_stand_where_events_tell(text: str) -> None:
    """A document without a problem gives the values of `find_scalars`, in their order."""
    found = read_document(text, "a.yaml")
    if found.scalars is not None:
        told = find_scalars(text)
        assert told is not None
        assert list(found.scalars) == [scalar for scalar in told if not scalar.is_key]


def test_document_with_a_problem_tells_none() -> None:
    """Where something is wrong, or a key is no word, the places are not told."""
    for text in ("a: &k b\nc: *k\n", "a: 1\na: 2\n", "a: !mine b\n", "? [a]\n: b\n", "{"):
        assert read_document(text, "a.yaml").scalars is None
