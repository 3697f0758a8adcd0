"""Texts: the facts of one file, its body and its front matter together."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.entry import TextEntry
from plugins.bulletin.parity.facts import Part, TextFacts, Waiver, survey, survey_field


def survey_text(
    entry: TextEntry[ArticleFields] | TextEntry[PageFields], body: str, *, first_line: int
) -> TextFacts:
    """Find the facts of an article or a page.

    Args:
        entry: The text as the schema passed it.
        body: Its Markdown.
        first_line: The file's line on which the body begins, from 1.
    """
    facts = survey(body, language=entry.language, first_line=first_line)
    return replace(facts, path=entry.path, fields=dict(_fields(entry)), waivers=_waivers(entry))


def _fields(
    entry: TextEntry[ArticleFields] | TextEntry[PageFields],
) -> Iterator[tuple[str, Part]]:
    """Yield the parts of the front matter that say something, by name."""
    marks = entry.marks.whole()
    for path, text in _texts(entry.fields):
        place = marks.place(*path)
        part = survey_field(text, language=entry.language, line=place.line, column=place.column)
        yield ".".join(path), part


def _texts(fields: ArticleFields | PageFields) -> Iterator[tuple[tuple[str, ...], str]]:
    yield ("title",), fields.title
    yield ("summary",), fields.summary
    cover = fields.cover if isinstance(fields, ArticleFields) else None
    if cover is not None:
        texts = (("caption", cover.caption), ("alt", cover.alt))
        yield from ((("cover", name), text) for name, text in texts if text)


def _waivers(
    entry: TextEntry[ArticleFields] | TextEntry[PageFields],
) -> tuple[Waiver, ...]:
    waivers = []
    for index, waiver in enumerate(entry.fields.parity):
        place = entry.marks.place("parity", index, "fact")
        waivers.append(Waiver(waiver.fact, place.line, place.column))
    return tuple(waivers)
