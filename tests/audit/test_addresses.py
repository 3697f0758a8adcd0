"""Addresses: where references lead, as a browser would take them."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.audit.addresses import Base, Reach, address_of, resolve

ROOT = Base.of("https://example.org")
BELOW = Base.of("https://example.org/repo/")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("/a/", "/a/"),
        ("b/", "/en/b/"),
        ("../b/", "/b/"),
        ("../../../b/", "/b/"),
        (".", "/en/"),
        ("..", "/"),
        ("./b/./c/../d", "/en/b/d"),
        ("?a=b", "/en/"),
        ("", "/en/"),
        ("#x", "/en/"),
        ("https://EXAMPLE.org", "/"),
        ("//example.org/a", "/a"),
        ("/vi%E1%BB%87t/", "/việt/"),
    ],
)
def test_address_inside(url: str, address: str) -> None:
    """Relative, rooted and whole addresses of the site all lead to one form."""
    target = resolve(url, ROOT, "/en/")
    assert (target.reach, target.address) == (Reach.INSIDE, address)


@pytest.mark.parametrize(
    ("url", "reach", "address"),
    [
        ("/repo/a/", Reach.INSIDE, "/a/"),
        ("/repo", Reach.INSIDE, "/"),
        ("/a/", Reach.INSIDE, ""),
        ("/repository/", Reach.INSIDE, ""),
        ("https://example.org/repo/a/", Reach.INSIDE, "/a/"),
        ("https://example.org/a/", Reach.OUTSIDE, ""),
        ("https://other.test/repo/a/", Reach.OUTSIDE, ""),
        ("mailto:a@example.org", Reach.OTHER, ""),
        ("http://[", Reach.INSIDE, ""),
    ],
)
def test_address_below_a_folder(url: str, reach: Reach, address: str) -> None:
    """The folder of the site is taken off; what is above it is no address of ours."""
    target = resolve(url, BELOW, "/")
    assert (target.reach, target.address) == (reach, address)


@given(
    st.lists(st.sampled_from(["a", "b", ".", "..", "c.html"]), min_size=1, max_size=6),
    st.booleans(),
    st.sampled_from(["/", "/en/", "/en/a/", "/x.html"]),
)
def test_relative_addresses_go_where_browsers_go(
    segments: list[str], has_slash: bool, address: str
) -> None:
    """Detours are worked out as the standard library, and every browser, does."""
    url = "/".join(segments) + "/" * has_slash
    expected = urlsplit(urljoin("https://example.org" + address, url)).path
    assert resolve(url, ROOT, address).address == expected


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "/"),
        ("en/index.html", "/en/"),
        ("404.html", "/404.html"),
        ("a/reindex.html", "/a/reindex.html"),
    ],
)
def test_address_of_a_file(path: str, address: str) -> None:
    """An index stands for its folder."""
    assert address_of(path) == address


def test_url_of_an_address() -> None:
    """The whole address is given where the host is known, else the path."""
    assert BELOW.url_of("/a/") == "https://example.org/repo/a/"
    assert Base().url_of("/a/") == "/a/"
