"""Catalogs: the interface's words in one language, read from `messages.po`."""

from __future__ import annotations

import gettext
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from plugins.bulletin.model.common import Language
from plugins.bulletin.problems.machine import BrokenTheme

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def load_catalog(theme: Path, language: Language) -> gettext.GNUTranslations:
    """Compile a language's catalog in memory, so that no `.mo` file can be out of date.

    Raises:
        FileNotFoundError: The theme has no catalog of the language.
        BrokenTheme: It cannot be understood.
    """
    source = theme / "translations" / language / "LC_MESSAGES" / "messages.po"
    with source.open("rb") as file:
        try:
            catalog = read_po(file, locale=language, abort_invalid=True)
        except PoFileError as error:
            reason = str(error).rpartition(" on ")[0]  # its line counts from 0
            raise BrokenTheme(source, reason, error.lineno + 1) from error
        except ValueError as error:
            raise BrokenTheme(source, str(error)) from error
    # Babel puts the clock's time where the file has none, and all pages would depend on it.
    catalog.creation_date = catalog.revision_date = _UNDATED
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def mark(message: str) -> str:
    """Mark a message for extraction; the language is chosen where it is shown."""
    return message
