"""Stubs: files that introduce an article of the other language. They have no text, so no page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.bulletin.model.entry import FieldPath
from plugins.bulletin.problems import Problem, schema_rules as rules
from plugins.bulletin.read.content import RawText

ALLOWED = ("title", "summary", "cover", "stub")
ALLOWED_OF_COVER = ("alt",)


def check_stub(raw: RawText) -> list[Problem]:
    """Report what a stub cannot have: text, and fields that no list shows."""
    problems = [
        rules.STUB_FIELD.at(raw.marks.key_place(*path), field=".".join(map(str, path)))
        for path in _unused(raw.fields)
    ]
    if raw.body.html.strip():
        problems.append(rules.STUB_WITH_TEXT.at(raw.marks.key_place("stub")))
    return problems


def _unused(fields: Mapping[str, object]) -> Iterator[FieldPath]:
    yield from ((name,) for name in fields if name not in ALLOWED)
    cover = fields.get("cover")
    if isinstance(cover, Mapping):
        yield from (("cover", name) for name in cover if name not in ALLOWED_OF_COVER)
