"""Texts: an article's or a page's raw fields become a typed entry."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.content import RawText
from plugins.bulletin.schema.media import check_media
from plugins.bulletin.schema.stubs import check_stub
from plugins.bulletin.schema.validate import validate
from plugins.bulletin.schema.validators import validator_of
from plugins.bulletin.store.shelf import Shelf

Fields = TypeVar("Fields", ArticleFields, PageFields)
ArticleEntry = TextEntry[ArticleFields]
PageEntry = TextEntry[PageFields]


def prepare_checks(shelf: Shelf | None) -> None:
    """Make ready what checks texts, before processes are begun that would each make their own."""
    for shape in (ArticleFields, PageFields):
        validator_of(shape, shelf)


def check_text(
    raw: RawText, *, zone: str, shelf: Shelf | None = None
) -> tuple[ArticleEntry | PageEntry | None, list[Problem]]:
    """Validate one Markdown file by the kind that its folder tells."""
    if raw.name.kind == "articles":
        return _entry(ArticleFields, raw, zone=zone, shelf=shelf)
    return _entry(PageFields, raw, zone=zone, shelf=shelf)


def _entry(
    shape: type[Fields], raw: RawText, *, zone: str, shelf: Shelf | None
) -> tuple[TextEntry[Fields] | None, list[Problem]]:
    fields, problems = validate(shape, raw.fields, raw.marks, zone=zone, shelf=shelf)
    media, faults = check_media(raw.media, shelf=shelf) if raw.media else ((), [])
    problems += faults
    if isinstance(fields, ArticleFields) and fields.stub:
        problems += check_stub(raw)
    if fields is None or any(problem.is_error for problem in problems):
        return None, problems
    body = replace(raw.body, media=media)
    entry = TextEntry(raw.name.key, raw.name.language, fields, body, raw.marks.compact())
    return entry, problems
