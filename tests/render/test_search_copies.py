"""What search knows of a page: safe whatever a title says, and đ as a letter with a mark."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given, strategies as st
from lxml import html

from plugins.bulletin.render.search_copies import STROKED, UNDATED, Copy, Known, write_copy
from plugins.bulletin.render.search_titles import in_order, write_titles

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)


def said(known: Known, attribute: str) -> dict[str, str]:
    """Return what a copy says by one of Pagefind's attributes, by name."""
    name = f"data-pagefind-{attribute}"
    elements = html.document_fromstring(write_copy(known, "vi")).iter("i")
    found = ((str(item.get(name, "")), str(item.get("data-value"))) for item in elements)
    return {key.partition("[")[0]: value for key, value in found if key}


@given(TEXT, TEXT, TEXT)
def test_no_value_breaks_out(title: str, name: str, value: str) -> None:
    """Titles, names and values arrive whole, whatever signs of markup they hold."""
    known = Known(title, "<p>x</p>", (("section", value),), (name,))
    assert said(known, "meta") == {
        "title": title.translate(STROKED),
        "names": name.translate(STROKED),
    }
    assert said(known, "filter") == {"section": value.translate(STROKED)}


def test_stroke_is_a_mark() -> None:
    """Đ becomes a letter that decomposes, which the languages of the site do not have."""
    copy = write_copy(Known("Đối ngoại", "<p>đường</p>"), "vi")
    assert not set("đĐ") & set(copy)
    assert unicodedata.normalize("NFD", "ḓḒ")[::2] == "dD"


def test_every_copy_can_be_sorted_by_day() -> None:
    """What has no day comes after all that has one, and is not left out."""
    assert said(Known("x", ""), "sort") == {"date": UNDATED}
    assert said(Known("x", "", (("date", "2023-08"),)), "sort") == {"date": "2023-08"}
    assert min(["2023-08", UNDATED]) == UNDATED


def test_titles_stand_newest_first() -> None:
    """Rows of titles have their facts as lists; what has no date comes last."""
    dated = (("kind", "article"), ("date", "2023-01-02"), ("partner", "a"), ("partner", "b"))
    copies = [
        Copy("/x/", b"", str, "Cũ", (), ()),
        Copy("/y/", b"", str, "Mới", ("Viêng Chăn", "Vientiane"), dated),
    ]
    facts = {"kind": ["article"], "date": ["2023-01-02"], "partner": ["a", "b"]}
    assert json.loads(write_titles(in_order(copies), [("a", "0f")])) == {
        "pages": [["/y/", "Mới", "Viêng Chăn · Vientiane", facts], ["/x/", "Cũ", "", {}]],
        "words": [["a", "0f"]],
    }
