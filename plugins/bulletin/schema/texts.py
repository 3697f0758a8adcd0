"""Texts: an article's or a page's raw fields become a typed entry."""

from __future__ import annotations

from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.content import RawText
from plugins.bulletin.schema.validate import validate

ArticleEntry = TextEntry[ArticleFields]
PageEntry = TextEntry[PageFields]


def check_text(raw: RawText, *, zone: str) -> tuple[ArticleEntry | PageEntry | None, list[Problem]]:
    """Validate one Markdown file by the kind that its folder tells."""
    shape = ArticleFields if raw.name.kind == "articles" else PageFields
    fields, problems = validate(shape, raw.fields, raw.marks, zone=zone)
    if fields is None:
        return None, problems
    entry = TextEntry(raw.name.key, raw.name.language, fields, raw.body, raw.marks.compact())
    return entry, problems
