"""Addresses: arithmetic of where things stand."""

from __future__ import annotations

import pytest

from plugins.bulletin.link import addresses
from plugins.bulletin.link.addressing import Address, check_addresses
from plugins.bulletin.problems import Place


def test_addresses_are_of_a_language() -> None:
    """Vietnamese stands at the root, English below /en/."""
    assert (addresses.home("vi"), addresses.home("en")) == ("/", "/en/")
    assert addresses.place("archive", "en") == "/en/archive/"
    assert addresses.partner("a", "vi") == "/doi-tac/a/"
    assert addresses.feed("en") == "/en/feeds/atom.xml"
    assert addresses.not_found("vi") == "/404.html"


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [(1, "vi", "/a/"), (2, "vi", "/a/trang/2/"), (3, "en", "/a/page/3/")],
)
def test_first_page_of_a_list_is_the_list(number: int, language: str, expected: str) -> None:
    """Only later pages have a number."""
    assert addresses.list_page("/a/", number, "en" if language == "en" else "vi") == expected


@pytest.mark.parametrize(
    ("address", "file"),
    [("/", "index.html"), ("/a/", "a/index.html"), ("/404.html", "404.html")],
)
def test_address_has_a_file(address: str, file: str) -> None:
    """An address of a folder is its index."""
    assert addresses.file_of(address) == file


def test_address_asked_for_twice_names_both_places() -> None:
    """Neither a slash at the end nor capitals make two addresses of one file."""
    first, second = Place("a", 1, 2), Place("b", 3, 4)
    wanted = [Address("/a/", first), Address("/A", second), Address("/b/", first)]
    (problem,) = check_addresses(wanted)
    assert problem.place == second
    assert "belongs already to a:1:2" in problem.message("en")


def test_place_of_the_site_itself_has_no_file() -> None:
    """What the generator makes is named in words."""
    (problem,) = check_addresses([Address("/"), Address("/", Place("a"))])
    assert "chính trang web" in problem.message("vi")
