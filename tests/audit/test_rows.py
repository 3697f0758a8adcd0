"""Rows: the quick way to read a page finds what the tree finds, or leaves the page to it."""

from __future__ import annotations

import pytest
from hypothesis import event, given, settings, strategies as st

from plugins.bulletin.audit.rows import MOST_TAGS, ORDINARY, read_rows
from plugins.bulletin.audit.tree import read_tree
from tests.audit.small_site import clean_site

PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>Hợp tác &amp; hữu nghị — "Bản tin"</title>
<meta name="description" content="Một bài.">
<link rel="canonical" href="https://example.org/2023/08/hop-tac/">
<meta property="og:title" content="Hợp tác &amp; hữu nghị">
<meta property="og:locale" content="vi_VN">
<meta property="og:url" content="https://example.org/2023/08/hop-tac/">
<link rel="alternate" hreflang="en" href="/en/?a=1&amp;b=2">
<link rel="preload" href="/theme/a.woff2" as="font" crossorigin>
<script type="module" src="/theme/site.js"></script>
</head>
<body class="page" id="top">
<header><a href="/"><img src="/theme/a.svg" alt="" width="64"></a></header>
<main id="main" tabindex="-1">
<h1>Hợp tác</h1>
<p>Ngày <a href="/a/#n%C6%A1i">24/9</a> &lt; 5 > 3 <br/></p>
<ul>
<li><a href="../b/" rel="external">Nơi khác</a></li>
</ul>
<svg viewBox="0 0 24 24"><path d="M3 6h18"/><use xlink:href="#main"/></svg>
<picture><source srcset="/a.webp 1x, /b.webp 2x"><img src="/a.jpg" alt="Ảnh"></picture>
<h2 id="muc-1">Mục</h2>
</main>
</body>
</html>
"""
PAGES = (PAGE, *(text for path, text in clean_site().items() if path.endswith(".html")))

ROWS = PAGE.split("\n")[15:-3]

# What a parser of HTML treats in a way of its own, and what editors and templates get wrong.
ODD = (
    *("<!-- ", " -->", "<!-->", "<![CDATA[", "]]>", "<?php ", "?>", "<!doctype html>", "</ p>"),
    *('</p class="x">', "</p/>", "</>", '<p class="a" id="b">', '<p lang="a" class="b">'),
    *("<script>", "</script>", '<script src="/x.js">', "<style>", "</style>", "<title>"),
    *("</title>", "<textarea>", "</textarea>", "<noscript>", "<iframe>", "</iframe>", "<xmp>"),
    *("<plaintext>", "<template>", "<html lang='en'>", '<html lang="en">', "<head>", "</head>"),
    *("<body>", '<body id="x">', "</body>", "</html>", "<frameset>", '<base href="/b/">'),
    *("<table>", "<tr>", "<td>", "</table>", "<select>", "<option>", "<form>", "</form>"),
    *('<form action="/tim/">', '<input type="image" src="/i.png">', "<button>", "<a>", "</a>"),
    *('<a href="/x/">', "<a href='/x/'>", "<a href=/x/>", '<A HREF="/x/">', '<a\thref="/x/">'),
    *('<a href="/x/" href="/y/">', '<a href = "/x/">', '<a href="/x/"id="y">', '<a href="/x/'),
    *('<a href="a&amp;b">', '<a href="a&lt">', '<a href="&eacute;">', '<a href="&#x41;">'),
    *('<a href="a>b">', '<a href="a<b">', '<a href="\x01">', '<a href=" /x/ ">', "<a href>"),
    *('<p style="color:red">', '<p onclick="x()">', "<p data-draft>", '<p id="main">', "<p id>"),
    *('<P ID="main">', '<h3 id="a&#34;b">', "<h1>", "</h1>", "<h4/>", "<p/>", "<img>", "<br>"),
    *('<meta name="robots" content="noindex">', '<link rel="icon" href="/i.svg">', "<svg>"),
    *('<meta http-equiv="refresh" content="0; url=/n/">', "</svg>", "<math>", "<image>", "</p>"),
    *('<svg data-bounds="0 0 1 1">', "<text>", "</text>", "<tspan>"),
    *("<", ">", "&", '"', "'", "=", "/", "\0", "\r", "\t", "\f", "\x0b", "\x1a", "\x7f", "\x85"),
    *("\u2028", "\ufeff", "\uffff", "\udcff", "x", "é", " ", "\n", "\n\n", "\n<", ">\n"),
)

signs = st.text("<>/!-=\"' ap\nhid&;", max_size=12)
pieces = st.sampled_from(ODD) | signs
edits = st.tuples(st.floats(0, 1), st.integers(0, 12), pieces)
moves = st.sampled_from(["copy", "swap", "drop"])
row_edits = st.tuples(st.integers(0, 40), st.integers(0, 40), moves)


names = st.sampled_from(sorted(ORDINARY))
attributes = st.sampled_from(
    [
        *("", "", ' href="/x/"', ' href="javascript:x()"', ' src="x.svg" alt=""', ' src="/x.svg"'),
        *(' srcset="/a 1x, /b 2x"', ' name="x" id="y"', ' id="main"', ' hidden href="#main"'),
        *(' data="/d"', ' action=""', ' type="image" src=" /x "', ' viewBox="0 0 9 9"', " id"),
        *(
            ' class="a b"',
            ' lang="vi"',
            ' class="a" datetime="2024"',
            ' xlink:href="/a.svg#b"',
            ' href="?a&amp;b=&#39;" lang="en"',
            ' poster="/p.jpg"',
        ),
    ]
)
openings = st.builds("<{}{}{}>".format, names, attributes, st.sampled_from(["", "", "/", " /"]))
closings = st.builds("</{}>".format, names)
ordinary = openings | closings | st.sampled_from([*ROWS, "Chữ", " ", "\n", "&lt;", "\t"])


def compare(text: str) -> bool:
    """Hold both ways against each other, and tell whether the quick one read the page."""
    data = text.encode("utf-8", "surrogateescape")  # half a surrogate is a byte that is no UTF-8
    quick, tree = read_rows(data), read_tree(data)
    if quick is None:
        return False
    assert tree is not None
    assert quick.language == tree.language
    assert {kind: quick[kind] for kind in quick.entries} == {
        kind: tree[kind] for kind in tree.entries
    }
    return True


@pytest.mark.parametrize("page", PAGES)
def test_ordinary_pages_need_no_tree(page: str) -> None:
    """Pages as templates make them are read the quick way, or it would be of no use."""
    assert compare(page)


@given(st.sampled_from(PAGES), st.lists(edits, max_size=4), st.lists(row_edits, max_size=3))
@settings(max_examples=400, deadline=None)
def test_any_page(
    page: str, pieces: list[tuple[float, int, str]], moves: list[tuple[int, int, str]]
) -> None:
    """Whatever is put into a page, taken out or moved, both ways say the same."""
    for place, length, piece in pieces:
        start = int(place * len(page))
        page = page[:start] + piece + page[start + length :]
    rows = page.split("\n")
    for one, other, move in moves:
        here, there = one % len(rows), other % len(rows)
        if move == "copy":
            rows.insert(there, rows[here])
        elif move == "swap":
            rows[here], rows[there] = rows[there], rows[here]
        elif len(rows) > 1:
            del rows[here]
    event("quick" if compare("\n".join(rows)) else "tree")


@given(st.lists(pieces | st.sampled_from(ROWS), max_size=12))
@settings(max_examples=400, deadline=None)
def test_any_row(parts: list[str]) -> None:
    """Whatever stands in one row of the body, both ways say the same."""
    event("quick" if compare(PAGE.replace("<h1>", "".join(parts) + "<h1>")) else "tree")


@given(st.lists(ordinary, max_size=30))
@settings(max_examples=400, deadline=None)
def test_any_ordinary_tags(parts: list[str]) -> None:
    """Ordinary tags say the same wherever they stand, closed or not, and need no tree."""
    assert compare(PAGE.replace("<h1>", "".join(parts) + "<h1>"))


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("tag", ["<div>", "<p>", "<b></i>", '<a href="/x/"><b><i>'])
def test_a_page_too_deep(tag: str, end: str) -> None:
    """Where lxml stops to follow, so does the audit."""
    assert not compare(PAGE.replace("<h1>", (tag + end) * (MOST_TAGS + 1) + "<h1>"))


@pytest.mark.parametrize("count", [10, 2000, 5000])
def test_a_long_page(count: int) -> None:
    """A list of any length is read the quick way, for nothing in it is deep."""
    rows = '<li id="a"><a href="/x/"><b>x</b></a></li>\n' * count
    assert compare(PAGE.replace("</ul>", rows + "</ul>"))


@pytest.mark.parametrize("count", [90, 110, 3000])
def test_a_deep_row(count: int) -> None:
    """A row may be deep in itself and closed at its end."""
    row = "<b>" * count + '<a href="/x/">x</a>' + "</b>" * count
    assert compare(PAGE.replace("<h1>", row + "<h1>")) == (2 * count < MOST_TAGS)
