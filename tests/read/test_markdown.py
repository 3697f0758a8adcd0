"""Markdown: what becomes of a body, and where its faults are said to be."""

from __future__ import annotations

import pytest

from plugins.bulletin.model.article import Body
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.markdown import convert

Found = list[tuple[str, int, int]]


def converted(text: str) -> tuple[Body, Found]:
    """Return a body whose first line is line 5, and its problems as rule, line and column."""
    body, problems = convert(text, "content/a.vi.md", first_line=5, language="vi")
    assert body is not None
    return body, places(problems)


def places(problems: list[Problem]) -> Found:
    """Return problems as rule, line and column, in order."""
    found = [(problem.rule.id, problem.place.line, problem.place.column) for problem in problems]
    return sorted(found, key=lambda item: item[1:])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<b>", [("raw-html", 5, 1)]),
        ("a <i class=x>b", [("raw-html", 5, 3)]),
        ("`<b>` <b>", [("raw-html", 5, 7)]),
        ("`` ` <b>`` <b>", [("raw-html", 5, 12)]),
        ("a\n\n    <b>\n\n<b>", [("raw-html", 9, 1)]),
        ("- a\n\n    <b>", [("raw-html", 7, 5)]),
        ("<script\nsrc=x>", [("raw-html", 5, 1)]),
        ("<!-- a\nb -->", [("raw-html", 5, 1)]),
        ("<!-- a\n\nb -->", [("raw-html", 5, 1)]),
        ("<!DOCTYPE html>", [("raw-html", 5, 1)]),
        ("<?php x ?>", [("raw-html", 5, 1)]),
        ("<BR>", [("raw-html", 5, 1)]),
        ("H<sub>2</sub>O<br>a<br/>", []),
        ("<b\\_c>", [("raw-html", 5, 1)]),
        ("a < b > c &lt;b&gt;", []),
        ("/// caption\n    attrs: {onclick: x}\na\n///", [("raw-html", 6, 13)]),
        ("/// caption | .red\na\n///", [("raw-html", 5, 16)]),
    ],
)
def test_raw_html_is_found_where_it_stands(text: str, expected: Found) -> None:
    """Tags are found outside code alone, and a place is that of the tag itself."""
    assert converted(text)[1] == expected


def test_raw_html_is_shown_as_text() -> None:
    """What is not allowed stays visible and does nothing."""
    body, _ = converted('<img src=x onerror="a()"> <sub>b</sub>')
    assert body.html == '<p>&lt;img src=x onerror="a()"&gt; <sub>b</sub></p>'


def test_caption_block_sets_no_attributes() -> None:
    """A caption may not carry a handler of events into the page."""
    body, _ = converted("/// caption\n    attrs: {onclick: x, style: y}\na\n///")
    assert "onclick" not in body.html
    assert "<figcaption>" in body.html


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[a](b.md)", [("b.md", 5, 5)]),
        ("about b.md [a](b.md)", [("b.md", 5, 16)]),
        ("`[a](b.md)` [a](b.md)", [("b.md", 5, 17)]),
        ("[a](b.md) [c](b.md)", [("b.md", 5, 5), ("b.md", 5, 15)]),
        ("[a](<b c.md>)", [("b c.md", 5, 6)]),
        ("[a](b_(c).md 'd')", [("b_(c).md", 5, 5)]),
        ("[a](b\\_c.md)", [("b_c.md", 5, 5)]),
        ("[a](b&amp;c.md)", [("b&c.md", 5, 5)]),
        ("[a](b&copy=c)", [("b&copy=c", 5, 5)]),
        ("[a][b] [b]\n\n[b]: c.md", [("c.md", 7, 6), ("c.md", 7, 6)]),
        ("<https://a.b/c>", [("https://a.b/c", 5, 2)]),
        ("<a@b.cd>", [("mailto:a@b.cd", 5, 2)]),
        ("[a](mailto:a@b.cd)", [("mailto:a@b.cd", 5, 5)]),
        ("[![a](b.svg)](c.md)", [("c.md", 5, 15), ("b.svg", 5, 7)]),
        ("a[^1]\n\n[^1]: b [c](d.md)", [("d.md", 7, 13)]),
        ("[a]()", [("", 5, 5)]),
        ("| a |\n|---|\n| [b](c.md) |", [("c.md", 7, 7)]),
    ],
)
def test_links_are_listed_with_their_places(text: str, targets: Found) -> None:
    """The place is that of the target, even where the same letters stand before."""
    body, _ = converted(text)
    assert [(link.target, link.line, link.column) for link in body.links] == targets


@pytest.mark.parametrize(
    "target",
    [
        "javascript:a",
        "JavaScript:a",
        "java&#115;cript:a",
        "java&#x73;cript:a",
        "javascript&colon;a",
        "java\tscript:a",
        "java&#9;script:a",
        "&#1;javascript:a",
        "<  javascript:a>",
        "data:text/html,a",
        "vbscript:a",
        "file:///etc/passwd",
        "//evil.example",
        "/&#9;/evil.example",
        "https:",
        "https://localhost",
        'https://a.b/"c',
        "mailto:a",
        "tel:a",
    ],
)
def test_target_that_could_run_or_leads_nowhere_is_refused(target: str) -> None:
    """However a scheme is dressed up, it is judged as a browser reads it."""
    assert [rule for rule, _, _ in converted(f"[a]({target})")[1]] == ["link-scheme"]


@pytest.mark.parametrize(
    "target",
    [
        "https://a.b",
        "http://a.b/c?d=e&f#g",
        "mailto:a@b.cd",
        "tel:+84-24.1",
        "a.md",
        "../a#b",
        "#c",
    ],
)
def test_good_target_is_let_through(target: str) -> None:
    """Whole addresses and paths are nothing to report here."""
    assert converted(f"[a]({target})")[1] == []


@pytest.mark.parametrize("target", ["https://a.b/c.jpg", "data:image/png;base64,A", "//a.b/c.png"])
def test_picture_must_be_ours(target: str) -> None:
    """A picture of another host, or in the text itself, is refused."""
    assert converted(f"![a]({target})")[1] == [("image-elsewhere", 5, 6)]


@pytest.mark.parametrize("text", ["![](a.svg)", "![ ](a.svg)", "![&nbsp;](a.svg)"])
def test_picture_needs_words(text: str) -> None:
    """Nothing, a space and a hard space are no description."""
    assert [rule for rule, _, _ in converted(text)[1]] == ["alt-missing"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## a\n\n### b\n\n## c", []),
        ("# a", [("heading-level", 5, 1)]),
        ("about a\n\n### a", [("heading-level", 7, 1)]),
        ("## a\n\n#### *b* [c](d.md)", [("heading-level", 7, 1)]),
        ("a\n=\n", [("heading-level", 5, 1)]),
        ("> ### a", [("heading-level", 5, 3)]),
        ("1. # a", [("heading-level", 5, 4)]),
        ("    # code\n\n# a", [("heading-level", 7, 1)]),
        ("## a\n\n#### `b`", [("heading-level", 7, 1)]),
        ("a[^1]\n\n[^1]: b\n\n    #### c\n", [("heading-level", 9, 5)]),
    ],
)
def test_heading_that_leaves_out_a_level_is_found(text: str, expected: Found) -> None:
    """The place is that of the heading's signs, or of its words where they are underlined."""
    assert converted(text)[1] == expected


def test_headings_have_plain_words_and_ids() -> None:
    """Words of a heading are without markup, ids without marks."""
    body, _ = converted("## Đà *Nẵng* `a<b` & [c](d.md)<br>e &copy;\n\n## …\n\n## …")
    assert [(item.level, item.id, item.text) for item in body.headings] == [
        (2, "da-nang-a-b-ce", "Đà Nẵng a<b & ce ©"),
        (2, "section", "…"),
        (2, "section_1", "…"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a[^1]\n\n[^1]: b", []),
        ("a[^1]", [("note-missing", 5, 2)]),
        ("`[^1]` a\\[^1]", []),
        ("a\n\n[^x]: b", [("note-unused", 7, 1)]),
    ],
)
def test_notes_need_mark_and_text(text: str, expected: Found) -> None:
    """A footnote without its text would show its sign, one without its mark a dead link."""
    assert converted(text)[1] == expected


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a\n" + "[" * 40, 6, 31),
        ("![" * 40, 5, 62),
        ("(" * 40, 5, 31),
        ("a\n\n" + "> " * 80 + "b", 7, 1),
        ("- " * 80 + "b", 5, 1),
        ("*" * 2001 + "a" + "*" * 2001, 5, 1),
        ("\n".join("    " * depth + "- a" for depth in range(60)), 25, 1),
    ],
)
def test_deep_nesting_is_refused_and_forgotten(text: str, line: int, column: int) -> None:
    """What nests too deeply gives no body, and the next text is read as ever."""
    body, problems = convert(text, "content/a.vi.md", first_line=5, language="vi")
    assert body is None
    assert places(problems) == [("markdown-nested", line, column)]
    assert converted("[a](b.md)")[0].html == '<p><a href="bulletin-link:0:">a</a></p>'


def test_many_brackets_in_many_paragraphs_are_no_nesting() -> None:
    """An empty line ends every bracket that is still open."""
    assert converted("[a (b\n\n" * 100)[1] == []


@pytest.mark.parametrize(
    "text",
    ['src="bulletin-link:0:"', 'src="bulletin\\-link:0:"', "`bulletin-link:0:`", "\x1e0\x1e"],
)
def test_letters_of_a_text_are_never_a_link(text: str) -> None:
    """Only links that were found stand open in the HTML."""
    body, _ = convert(text.replace("\x1e", "?"), "a", first_line=1, language="en")
    assert body is not None
    assert "bulletin-link:" not in body.html


def test_back_link_speaks_the_language_of_the_text() -> None:
    """The way back from a footnote is named in the body's language."""
    for language in LANGUAGES:
        words = {"vi": "Trở lại", "en": "Back to note"}[language]
        body, _ = convert("a[^1]\n\n[^1]: b", "a", first_line=1, language=language)
        assert body is not None
        assert words in body.html
