"""HTML: the words a visitor sees, and the parts of a body."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from lxml import html as lxml_html

from plugins.bulletin.read.markdown import convert
from plugins.bulletin.text.html import Element, split_elements, text_of

BLOCKS = (
    "Một *đoạn* văn.",
    "## Đầu đề",
    "- một\n- hai\n\n    sâu hơn",
    "> lời dẫn\n>\n> > trong lời dẫn",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "![hình](a.svg)\n/// caption\nChú thích <small>nhỏ\n///",
    "***",
    "    mã <p> & chữ",
    "a <cite>b, <br> c[^1]\n\n[^1]: d",
    "1 < 2 > 1",
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hữu <em>ngh</em>ị</p><p>Hợp tác</p>", "Hữu nghị Hợp tác"),
        ("<ul><li>một<li>hai</ul>", "một hai"),
        ("a<br>b &amp; c&nbsp;d", "a b & c d"),
        ("<script>let x = '<p>';</script><style>p{}</style>x", "x"),
        ("</script>a</template>b", "a b"),
        ("a < b", "a < b"),
        ("", ""),
    ],
)
def test_text_of(html: str, text: str) -> None:
    """Blocks part words, marks inside a sentence do not, scripts are silent."""
    assert text_of(html) == text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", []),
        ("  \n", []),
        ("<p>a</p>\n<hr>\n<p>b</p>", [("p", "<p>a</p>"), ("hr", "<hr>"), ("p", "<p>b</p>")]),
        ("<ul><li>a<ul><li>b</ul></ul>", [("ul", "<ul><li>a<ul><li>b</ul></ul>")]),
        ("<p><small>a</p><p>b</small></p>", [("p", "<p><small>a</p>"), ("p", "<p>b</small></p>")]),
        ("a<p>b</p>c", [("", "a"), ("p", "<p>b</p>"), ("", "c")]),
        ("<p>a<br>b", [("p", "<p>a<br>b")]),
        ('<div class="x"><p>a</p></div>', [("div", '<div class="x"><p>a</p></div>')]),
    ],
)
def test_elements_of_the_top(html: str, expected: list[tuple[str, str]]) -> None:
    """Each element is whole, what is not closed ends with what is around it, no text is lost."""
    assert split_elements(html) == tuple(Element(*pair) for pair in expected)


@given(st.lists(st.sampled_from(BLOCKS), max_size=8))
def test_elements_are_those_of_the_page(blocks: list[str]) -> None:
    """A body falls into the elements that a browser finds in it, and nothing is lost."""
    body, _ = convert("\n\n".join(blocks), "a.vi.md", first_line=1, language="vi")
    assert body is not None
    elements = split_elements(body.html)
    found = lxml_html.fragment_fromstring(body.html, create_parent=True)
    assert [item.tag for item in elements] == [item.tag for item in found]
    whole = "".join(item.html for item in elements)
    assert "".join(whole.split()) == "".join(body.html.split())
