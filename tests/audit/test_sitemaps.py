"""Sitemaps: read piece by piece they say what the whole tree says, or are left to it."""

from __future__ import annotations

from hypothesis import event, given, settings, strategies as st
from lxml import etree

from plugins.bulletin.audit.addresses import Base
from plugins.bulletin.audit.settings import Ground
from plugins.bulletin.audit.sitemaps import read_sitemap, stream_sitemap
from tests.audit.small_site import BASE_URL, clean_site

GROUND = Ground(Base.of(BASE_URL), ("vi", "en"))
SITEMAP = clean_site()["sitemap.xml"]
START = SITEMAP.index("<url>")

pieces = st.sampled_from(
    [
        *("<url>", "</url>", "<url/>", "<loc>/x/</loc>", "<loc/>", "x", "&amp;", "&", "<", "\n\n"),
        *("<url><loc>/a/</loc></url>\n", "<!-- <url/> -->", "<?a b?>", "</urlset>", "<urlset>"),
        *("<b><url><loc>/b/</loc></url></b>", "<![CDATA[<url/>]]>", "\0", "\udcff"),
    ]
)
edits = st.tuples(st.integers(START, len(SITEMAP)), st.integers(0, 9), pieces)


def test_a_whole_sitemap_is_read_piece_by_piece() -> None:
    """A sitemap as ours needs no tree, or reading it so would be of no use."""
    data = SITEMAP.encode()
    entries = stream_sitemap(data, GROUND)
    assert entries == tuple(read_sitemap(etree.fromstring(data), GROUND))
    assert len(entries) == SITEMAP.count("<url>")


@given(st.lists(edits, max_size=4))
@settings(max_examples=300, deadline=None)
def test_any_sitemap(changes: list[tuple[int, int, str]]) -> None:
    """Whatever is put into a sitemap, both ways say the same."""
    text = SITEMAP
    for start, length, piece in changes:
        text = text[:start] + piece + text[start + length :]
    data = text.encode("utf-8", "surrogateescape")
    entries = stream_sitemap(data, GROUND)
    event("tree" if entries is None else "pieces")
    if entries is not None:
        assert entries == tuple(read_sitemap(etree.fromstring(data), GROUND))
