"""Catalogs of interface words: what keeps one from being published."""

from pathlib import Path

import pytest

from tools import words

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the place of a Vietnamese catalog in an empty project."""
    monkeypatch.setattr(words, "ROOT", tmp_path)
    path = tmp_path / words.catalog_path("vi")
    path.parent.mkdir(parents=True)
    return path


@pytest.mark.parametrize(
    ("entry", "faults"),
    [
        ('msgid "Home"\nmsgstr "Trang chủ"\n', []),
        ('msgid "Home"\nmsgstr ""\n', [":4: 'Home' has no translation — write it"]),
        (
            '#, fuzzy\nmsgid "Home"\nmsgstr "Trang"\n',
            [":5: 'Home' is fuzzy — confirm it and remove the mark"],
        ),
        (
            '#, python-format\nmsgid "%(n)s cities"\nmsgstr "%(m)s thành phố"\n',
            [":5: '%(n)s cities': unknown named placeholder 'm'"],
        ),
    ],
)
def test_faults(catalog: Path, entry: str, faults: list[str]) -> None:
    """A missing, fuzzy or malformed entry is named with its line."""
    catalog.write_text(HEADER + entry, encoding="utf-8")
    place = words.catalog_path("vi").as_posix()
    assert words.faults_of("vi") == [place + fault for fault in faults]


def test_missing_catalog_is_a_fault(catalog: Path) -> None:
    """A catalog that is not there is told, not passed over."""
    (fault,) = words.faults_of("vi")
    assert not catalog.exists()
    assert fault.startswith("theme/translations/vi/LC_MESSAGES/messages.po: ")
