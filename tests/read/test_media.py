"""Blocks of fields in a text: found, taken out, and read with their places."""

from __future__ import annotations

from hypothesis import given, strategies as st

from plugins.bulletin.model.media import MEDIA_MARK
from plugins.bulletin.parity.blocks import split_blocks
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.report import report
from plugins.bulletin.read.content import RawText, read_text_bytes
from plugins.bulletin.read.fences import find_fences, without_fences
from plugins.bulletin.read.names import TextName
from plugins.bulletin.read.regions import MASK, read_in_body
from plugins.bulletin.text.html import split_elements

VIDEO = """\
```video
url: https://youtu.be/abcdefghijk
title: Một buổi hòa nhạc
poster: hall.svg
transcript: |
  Câu thứ nhất.

  Câu thứ hai.
```"""
HEAD = "---\ntitle: Bài thử\n---\n"


def read(body: str) -> tuple[RawText, list[Problem]]:
    """Read an article with a body, which begins on line 4."""
    text, problems = read_text_bytes(
        (HEAD + body).encode(), "content/articles/a.vi.md", TextName("articles", "a", "vi")
    )
    assert text is not None, report(problems, "en", "text")
    return text, problems


def test_block_stands_where_it_was_written() -> None:
    """Its sign is an element of its own between the paragraphs around it."""
    text, problems = read(f"Trước.\n\n{VIDEO}\n\nSau.\n")
    assert problems == []
    assert [element.html for element in split_elements(text.body.html)] == [
        "<p>Trước.</p>",
        MEDIA_MARK % 0,
        "<p>Sau.</p>",
    ]


def test_block_needs_no_empty_line_around_it() -> None:
    """A fence ends a paragraph, and the one after it begins at once."""
    text, _ = read(f"Trước.\n{VIDEO}\nSau.\n")
    assert [element.tag for element in split_elements(text.body.html)] == ["p", "div", "p"]


def test_fields_keep_their_places() -> None:
    """Lines are those of the file, columns those of the line."""
    text, _ = read(f"Trước.\n\n{VIDEO}\n")
    marks = text.media[0].marks
    assert (marks.place("url").line, marks.place("url").column) == (7, 6)
    assert (marks.key_place("poster").line, marks.key_place("poster").column) == (9, 1)


def test_what_follows_keeps_its_place_too() -> None:
    """A fault behind a block is reported on the line where it stands."""
    _, problems = read(f"{VIDEO}\n\n![](x.svg)\n")
    assert [(problem.rule.id, problem.place.line) for problem in problems] == [("alt-missing", 14)]


def test_picture_of_a_block_is_one_of_the_texts_links() -> None:
    """It is looked for, and published, as any other picture."""
    text, _ = read(f"[Một](https://example.org/)\n\n{VIDEO}\n")
    link = text.body.links[text.media[0].picture]
    assert (link.target, link.is_image, link.line) == ("hall.svg", True, 9)


def test_words_of_a_block_are_words_of_the_text() -> None:
    """A translation is behind when the transcript of its original changes."""
    one, other = (read(f"{VIDEO.replace('thứ hai', word)}\n")[0] for word in ("thứ hai", "khác"))
    before, after = one.body.words.split("\n"), other.body.words.split("\n")
    assert before[0].partition(" ")[2].startswith("Một buổi")
    assert len(before) == len(after) == 3
    assert [here == there for here, there in zip(before, after, strict=True)] == [True, True, False]


def test_letters_of_a_text_are_never_taken_for_a_block() -> None:
    """What stands for a block in HTML means nothing where an editor writes it."""
    text, _ = read("bulletin-media:0:\n")
    assert MEDIA_MARK.partition("%")[0].removeprefix("<div>") not in text.body.html


def test_code_of_three_backticks_in_a_sentence_is_no_block() -> None:
    """A fence stands alone on its line."""
    assert list(find_fences("Gõ ```video``` rồi lưu.\n")) == []


def test_only_words_of_a_block_are_read_as_language() -> None:
    """Names of fields, addresses and paths are of no language."""
    read_letters = read_in_body(f"{VIDEO}\n").replace(MASK, "")
    assert "Một buổi hòa nhạc" in read_letters
    assert "Câu thứ hai." in read_letters
    assert not {"url", "youtu", "hall", "title", "`"} & set(read_letters.split())
    assert "youtu" not in read_letters


def test_block_is_one_block_for_the_check_of_both_languages() -> None:
    """Its words are its pieces, so figures in them are compared."""
    body = f"Một.\n\n{VIDEO}\n\n- hai\n\n[^1]: chú\n"
    blocks = split_blocks(body)
    assert [block.kind for block in blocks] == ["paragraph", "video", "list", "notes"]
    pieces = [body[piece.start : piece.end].strip() for piece in blocks[1].pieces]
    assert pieces == ["Một buổi hòa nhạc", "Câu thứ nhất.\n\n  Câu thứ hai."]


def test_decorative_picture_needs_no_words() -> None:
    """The mark behind empty brackets says so, and is not printed."""
    text, problems = read("![](x.svg){decorative}\n")
    assert problems == []
    assert 'alt=""' in text.body.html
    assert "{" not in text.body.html


def test_picture_with_words_keeps_them() -> None:
    """The mark takes nothing away from one that is described."""
    text, _ = read("![Một nhịp cầu](x.svg){decorative}\n")
    assert 'alt="Một nhịp cầu"' in text.body.html


LINES = st.sampled_from(
    ["```video", "```", "````", "~~~ infographic", "~~~", "```lạ", "url: a", "", "chữ", "    ```"]
)


@given(st.lists(LINES, max_size=14))
def test_no_line_is_lost_or_added(lines: list[str]) -> None:
    """Whatever fences stand where, a body without its blocks has as many lines."""
    body = "\n".join(lines)
    fences = tuple(find_fences(body))
    assert without_fences(body, fences).count("\n") == body.count("\n")
    assert sorted(fence.start for fence in fences) == [fence.start for fence in fences]


@given(st.lists(LINES, max_size=14))
def test_any_fences_can_be_read(lines: list[str]) -> None:
    """No order of fences raises, and each block that was found stands in the HTML."""
    raw = (HEAD + "\n".join(lines)).encode()
    text, _ = read_text_bytes(raw, "content/articles/a.vi.md", TextName("articles", "a", "vi"))
    if text is not None:
        signs = [MEDIA_MARK % number for number in range(len(text.media))]
        assert all(sign in text.body.html for sign in signs)
        assert "\x01" not in text.body.html
