"""Catalogs: the interface's words in one language, read from `messages.po`."""

from __future__ import annotations

import gettext
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from plugins.bulletin.model.common import Language
from plugins.bulletin.problems.machine import BrokenTheme
from plugins.bulletin.store.digests import code_digest, digest_bytes, digest_of
from plugins.bulletin.store.shelf import Shelf

_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)


def load_catalog(
    theme: Path, language: Language, shelf: Shelf | None = None
) -> gettext.GNUTranslations:
    """Compile a language's catalog, so that no `.mo` file can be out of date.

    Args:
        theme: Its folder.
        language: Of the catalog.
        shelf: Keeps compiled catalogs, each for the bytes that it was compiled from.

    Raises:
        FileNotFoundError: The theme has no catalog of the language.
        BrokenTheme: It cannot be understood.
    """
    source = theme / "translations" / language / "LC_MESSAGES" / "messages.po"
    content = source.read_bytes()
    key = digest_of(code_digest(), "catalog", language, digest_bytes(content))
    compiled = shelf.take([key]).get(key) if shelf else None
    if compiled is None:
        compiled = _compile(content, language, source)
        if shelf:
            shelf.put({key: compiled})
    return gettext.GNUTranslations(BytesIO(compiled))


def _compile(content: bytes, language: Language, source: Path) -> bytes:
    from babel.messages.mofile import write_mo  # takes longer to import than most builds have
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(BytesIO(content), locale=language, abort_invalid=True)
    except PoFileError as error:
        reason = str(error).rpartition(" on ")[0]  # its line counts from 0
        raise BrokenTheme(source, reason, error.lineno + 1) from error
    except ValueError as error:
        raise BrokenTheme(source, str(error)) from error
    # Babel puts the clock's time where the file has none, and all pages would depend on it.
    catalog.creation_date = catalog.revision_date = _UNDATED
    compiled = BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


def mark(message: str) -> str:
    """Mark a message for extraction; the language is chosen where it is shown."""
    return message
