"""Shortcuts: what is done briefly comes out as what Python-Markdown does at length."""

from __future__ import annotations

import markdown
from hypothesis import given, strategies as st
from markdown.extensions import Extension

from plugins.bulletin.read.shortcuts import HeadingIds, QuickInline
from plugins.bulletin.text.slugs import slugify

SIGNS = ("a", "đ", "Ữ", " ", "  \n", "\n", "\n\n", "*", "**", "_", "`", "\\", "[", "]", "(b)", "!")
FORMS = ("<", ">", "&", "&amp;", "[^1]", "[^1]: n", "# ", "## a", "- ", "> ", "| a |", "^", "1. ")
ADDRESSES = ("<http://a.b>", "<a@b.c>")
LETTERS = st.sampled_from((*SIGNS, *FORMS, *ADDRESSES))
TEXTS = st.lists(LETTERS, max_size=40).map("".join)


class Quick(Extension):
    """Puts the quick processor in the place of the other."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 -- the host's name
        """Register it."""
        md.treeprocessors.register(QuickInline(md), "inline", 20)


class Ids(Extension):
    """Gives headings their ids."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        """Register the processor."""
        name = HeadingIds(md, lambda heading: slug("".join(heading.itertext()), "-"))
        md.treeprocessors.register(name, "ids", 5)


def slug(text: str, _: str) -> str:
    """Return a slug, whatever the text."""
    try:
        return slugify(text)
    except ValueError:
        return "section"


@given(TEXTS)
def test_text_without_signs_needs_no_patterns(text: str) -> None:
    """Sparing plain text the inline patterns changes no letter of the HTML."""
    extensions: list[str | Extension] = ["tables", "footnotes", "sane_lists"]
    expected = markdown.markdown(text, extensions=extensions)
    assert markdown.markdown(text, extensions=[*extensions, Quick()]) == expected


def test_headings_get_the_ids_of_the_table_of_contents() -> None:
    """Ids are those of the whole extension: numbered where equal, without notes' numbers."""
    text = (
        "# Đà Nẵng\n\n## a b\n\n## a b\n\n## a b_1\n\n## …\n\n## c[^1] d\n\n[^1]: n\n\n## *e* `f`\n"
    )
    toc = markdown.extensions.toc.TocExtension(slugify=slug, marker="")
    expected = markdown.markdown(text, extensions=["footnotes", toc])
    assert markdown.markdown(text, extensions=["footnotes", Ids()]) == expected
