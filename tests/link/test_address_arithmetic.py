"""Addresses: pure arithmetic that must hold for whatever is published."""

from __future__ import annotations

import re

from hypothesis import given, strategies as st

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Language, LocalText
from plugins.bulletin.model.records import Section

SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)
YEARS = st.integers(1900, 2100)
MONTHS = st.integers(1, 12)
LANGUAGE = st.sampled_from(LANGUAGES)
FORM = re.compile(r"/([a-z0-9-]+/)*")
FILE = re.compile(r"([a-z0-9-]+/)*index\.html")


def every_address(language: Language, slug: str, number: int) -> list[str]:
    """Return an address of every kind made from one slug, one month and one number."""
    section = Section(slug, LocalText(slug, slug), LocalText("a", "a"))
    places = [addresses.place(name, language) for name in ("partners", "archive")]
    groups = [addresses.group(kind, section, language) for kind in ("section", "topic")]
    return [
        addresses.home(language),
        addresses.dated(language, 2000 + number % 100, number % 12 + 1, slug=slug),
        addresses.partner(slug, language),
        *places,
        *groups,
        *(addresses.list_page(group, number + 1, language) for group in groups),
    ]


@given(LANGUAGE, SLUGS, st.integers(1, 500))
def test_form_of_addresses(language: Language, slug: str, number: int) -> None:
    """Addresses begin and end with a slash, in small letters, and never make a detour."""
    for address in every_address(language, slug, number):
        assert FORM.fullmatch(address), address


@given(SLUGS, SLUGS, st.integers(1, 500))
def test_languages_never_meet(one: str, other: str, number: int) -> None:
    """All that is English lies below /en/ and nothing else does, whatever the slugs."""
    vietnamese = every_address("vi", one, number)
    english = every_address("en", other, number)
    assert all(address.startswith("/en/") for address in english)
    assert not set(vietnamese) & set(english)
    assert not [address for address in vietnamese if address.startswith("/en/")]


@given(LANGUAGE, SLUGS, st.integers(1, 500))
def test_kinds_never_meet(language: Language, slug: str, number: int) -> None:
    """One slug used for everything gives as many addresses as things."""
    found = every_address(language, slug, number)
    assert len(set(found)) == len(found)


@given(LANGUAGE, SLUGS, st.integers(1, 500))
def test_file_of_an_address(language: Language, slug: str, number: int) -> None:
    """Each address has a file of its own, and the file tells the address."""
    found = every_address(language, slug, number)
    files = [addresses.file_of(address) for address in found]
    assert all(FILE.fullmatch(file) for file in files)
    assert ["/" + file.removesuffix("index.html") for file in files] == found


@given(LANGUAGE)
def test_file_that_is_named(language: Language) -> None:
    """A feed and the page for wrong addresses are files themselves."""
    for address in (addresses.feed(language), addresses.not_found(language)):
        assert "/" + addresses.file_of(address) == address


def _dated(language: Language, parts: tuple[int, int, str]) -> str:
    year, month, slug = parts
    return addresses.dated(language, year, month, slug=slug)


@given(LANGUAGE, st.tuples(YEARS, MONTHS, SLUGS), st.tuples(YEARS, MONTHS, SLUGS))
def test_articles_meet_only_when_equal(
    language: Language, one: tuple[int, int, str], other: tuple[int, int, str]
) -> None:
    """Two articles share an address only with the same year, month and slug."""
    same = _dated(language, one) == _dated(language, other)
    assert same == (one == other)


@given(LANGUAGE, SLUGS, st.integers(1, 60), st.integers(1, 60))
def test_pages_of_a_list_differ(language: Language, slug: str, one: int, other: int) -> None:
    """Each page of a list has its own address, below that of the first."""
    base = f"{addresses.home(language)}{slug}/"
    first, second = (addresses.list_page(base, number, language) for number in (one, other))
    assert (first == second) == (one == other)
    assert first.startswith(base)
    assert addresses.list_page(base, 1, language) == base
