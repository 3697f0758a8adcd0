"""Marking: the confirmation is written, and no other byte of the file changes."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
import yaml
from hypothesis import given, strategies as st

from plugins.bulletin.translating.marking import write_mark

VALUES = {"revision": '"3f9a1c"', "confirmed": "2026-01-05", "paragraphs": '"abc - / d2f"'}
FLOW = '{revision: "3f9a1c", confirmed: 2026-01-05, paragraphs: "abc - / d2f"}'
ENDINGS = ("\n", "\r\n", "\r")
FIELDS = (
    "title: Một bài  # ghi chú",
    "# một dòng ghi chú",
    'summary: "có \\" dấu và: hai chấm"',
    "source:\n  - {name: TTXVN, url: 'https://example.org'}\n  - name: VNS",
    "authors: [Ban Biên tập,\n  Người khác]",
    "note: |\n  translation: không phải\n  --- cũng không\n",
    "cover: {alt: Ảnh, caption: 'translation: x'}",
    "",
    "ngày: 1",
)
MARKS = (
    'translation: {revision: "000000"}',
    "translation: {revision: '000000'}   # chờ",
    "translation: { revision: abc , paragraphs: 'a b / c' }",
    "translation:\n  revision: abc  # cũ\n  # giữa",
    "translation:\n    paragraphs: 'x / y'\n    revision: abc\n    confirmed: 2020-01-01",
    "translation: {revision: abc,\n  confirmed: 2020-01-01}",
    "translation:\n  revision: >-\n    abc",
    "translation:",
    "translation: ~  # trống",
    None,
)
BODY = st.text(st.sampled_from("ab —\n\r\tđ…:{}'\"#-"), max_size=60)


@dataclass(frozen=True)
class Given:
    """A file in three parts; the mark stands in the middle, or is to come there."""

    before: str
    mark: str
    after: str

    @property
    def text(self) -> str:
        """Return the whole file."""
        return self.before + self.mark + self.after


@st.composite
def files(draw: st.DrawFn) -> Given:
    """Return a file with a mark in some form at some place, or without one."""
    fields = ["date: 2023-08-17", *draw(st.lists(st.sampled_from(FIELDS), unique=True))]
    mark = draw(st.sampled_from(MARKS))
    at = draw(st.integers(0, len(fields))) if mark else len(fields)
    ending, order_mark = draw(st.sampled_from(ENDINGS)), draw(st.sampled_from(("", "\ufeff")))
    lines = ["---", *fields[:at]], [*fields[at:], "---", draw(BODY)]
    before, after = ("\n".join(part).replace("\n", ending) for part in lines)
    between = (mark + "\n").replace("\n", ending) if mark else ""
    return Given(order_mark + before + ending, between, after)


def fields_of(text: str) -> dict[str, object]:
    """Return a file's fields as YAML reads them."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    loaded = yaml.load(plain.split("\n---\n")[0].removeprefix("---"), yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


@given(files())
def test_only_the_mark_changes(given_file: Given) -> None:
    """What stands before and behind the mark stays byte by byte, and so do comments in it."""
    written = write_mark(given_file.text, VALUES)
    assert written is not None
    assert written.startswith(given_file.before)
    assert written.endswith(given_file.after)
    middle = written[len(given_file.before) : len(written) - len(given_file.after)]
    assert comments(middle) == comments(given_file.mark)
    before, after = fields_of(given_file.text), fields_of(written)
    before.pop("translation", None)
    assert after.pop("translation") == {
        "revision": "3f9a1c",
        "confirmed": "2026-01-05",
        "paragraphs": "abc - / d2f",
    }
    assert after == before


def comments(text: str) -> list[str]:
    """Return the comments of lines that have no quotes."""
    return re.findall(r"#[^\r\n]*", text)


@given(files())
def test_writing_again_changes_nothing(given_file: Given) -> None:
    """The same confirmation a second time gives the same bytes."""
    once = write_mark(given_file.text, VALUES)
    assert once is not None
    assert write_mark(once, VALUES) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\n---\nB", f"---\ntitle: A\ntranslation: {FLOW}\n---\nB"),
        ("---\n  title: A\n---", f"---\n  title: A\n  translation: {FLOW}\n---"),
        ("---\n{title: A, b: c}\n---\n", f"---\n{{title: A, b: c, translation: {FLOW}}}\n---\n"),
        (
            '---\r\ntranslation: {revision: "000000"} # x\r\n---\r\n',
            f"---\r\ntranslation: {FLOW} # x\r\n---\r\n",
        ),
        (
            "---\ntranslation:\n  revision: a  # x\ntitle: A\n---\n",
            """---\ntranslation:\n  revision: "3f9a1c"  # x\n  confirmed: 2026-01-05
  paragraphs: "abc - / d2f"\ntitle: A\n---\n""",
        ),
    ],
)
def test_forms(text: str, expected: str) -> None:
    """A mark is put into whatever form the front matter has."""
    assert write_mark(text, VALUES) == expected


@pytest.mark.parametrize(
    "text", ["", "---\n", "no fence", "---\n[a]\n---\n", "---\n: :\n - x\n---\n"]
)
def test_no_front_matter(text: str) -> None:
    """What has no fields gets no mark."""
    assert write_mark(text, VALUES) is None
