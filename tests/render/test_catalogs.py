"""Catalogs: every word of the interface is there in both languages, in every number."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.render import catalogs
from plugins.bulletin.render.catalogs import load_catalog
from plugins.bulletin.store.shelf import Shelf

THEME = Path(__file__).parents[2] / "theme"
VIEWS = Path(__file__).parents[2] / "plugins" / "bulletin" / "render"
COUNTS = (0, 1, 2, 5, 21, 101)
PLURAL = re.compile(
    r"{% trans [^%]+ %}((?:(?!{% endtrans).)*?){% pluralize[ \w]*%}(.*?){% endtrans %}"
)
PLURAL_OF_CODE = re.compile(r'ngettext\(\s*"([^"]+)"')
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def catalog_of(language: Language) -> Catalog:
    """Read a catalog as translators write it."""
    path = THEME / "translations" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def messages_of(language: Language) -> list[Message]:
    """Return the entries of a catalog but for its header."""
    return [message for message in catalog_of(language) if message.id]


def plurals_of(language: Language) -> list[tuple[str, ...]]:
    """Return the entries that have a number."""
    return [tuple(item.id) for item in messages_of(language) if isinstance(item.id, (tuple, list))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_untranslated_or_fuzzy(language: Language) -> None:
    """Each entry has all its forms, confirmed, with the placeholders of the original."""
    for message in messages_of(language):
        forms = message.string if isinstance(message.string, (tuple, list)) else [message.string]
        assert all(forms), message.id
        assert not message.fuzzy, message.id
        wanted = set(PLACEHOLDER.findall(str(message.id)))
        assert all(set(PLACEHOLDER.findall(form or "")) == wanted for form in forms), message.id
    assert list(catalog_of(language).check()) == []


def test_both_catalogs_have_the_same_entries() -> None:
    """What one language has the other has too, and nothing is left over from long ago."""
    assert {item.id for item in messages_of("vi")} == {item.id for item in messages_of("en")}
    assert all(not catalog_of(language).obsolete for language in LANGUAGES)


def test_every_plural_is_in_the_catalogs() -> None:
    """No counted word of a template or of the views is missing from the tests of numbers below."""
    texts = (file.read_text(encoding="utf-8") for file in THEME.glob("templates/**/*.html"))
    used = {
        re.sub(r"{{ *(\w+) *}}", r"%(\1)s", one)
        for text in texts
        for one, _ in PLURAL.findall(text)
    }
    code = (file.read_text(encoding="utf-8") for file in VIEWS.glob("*.py"))
    of_code = {one for text in code for one in PLURAL_OF_CODE.findall(text)}
    assert used
    assert of_code
    assert used | of_code == {single for single, _ in plurals_of("en")}


@pytest.mark.parametrize("count", COUNTS)
def test_english_numbers(count: int) -> None:
    """Only one is singular in English: 0 articles, 1 article, 21 articles."""
    catalog = load_catalog(THEME, "en")
    for one, many in plurals_of("en"):
        assert shown(catalog, one, many, count) == (one if count == 1 else many)


@pytest.mark.parametrize("count", COUNTS)
def test_vietnamese_numbers(count: int) -> None:
    """Vietnamese has one form for every number, and it is Vietnamese."""
    catalog = load_catalog(THEME, "vi")
    for one, many in plurals_of("vi"):
        form = shown(catalog, one, many, count)
        assert form == shown(catalog, one, many, 1)
        assert form not in (one, many)


def shown(catalog: GNUTranslations, one: str, many: str, count: int) -> str:
    """Return a counted word as a template asks for it."""
    return catalog.ngettext(one, many, count)


def test_no_clock_in_a_catalog() -> None:
    """A catalog without dates gets none from the clock, or every minute changes every page."""
    catalog = load_catalog(THEME, "vi")
    assert catalog.info()["pot-creation-date"] == "2000-01-01 00:00+0000"


@pytest.mark.parametrize("language", LANGUAGES)
def test_kept_catalog(language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalog that was compiled already is taken from the shelf, and has the same words."""
    shelf = Shelf(tmp_path / "shelf.sqlite")
    new = load_catalog(THEME, language, shelf)
    monkeypatch.delattr(catalogs, "_compile")
    kept = load_catalog(THEME, language, shelf)
    texts = [str(message.id) for message in messages_of(language)]
    assert [kept.gettext(text) for text in texts] == [new.gettext(text) for text in texts]
    assert kept.info() == new.info()


def test_changed_catalog(tmp_path: Path) -> None:
    """A catalog with another word is not the one that was kept."""
    shelf = Shelf(tmp_path / "shelf.sqlite")
    location = tmp_path / "translations/en/LC_MESSAGES/messages.po"
    location.parent.mkdir(parents=True)
    for word in ("one", "two"):
        location.write_text(f'msgid "a"\nmsgstr "{word}"\n', encoding="utf-8")
        assert load_catalog(tmp_path, "en", shelf).gettext("a") == word
