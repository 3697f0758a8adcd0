"""The task that keeps the catalogs of interface words in step with the templates."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from tools.command import run, say
from tools.paths import CACHE, ROOT

LANGUAGES = ("vi", "en")
TRANSLATIONS = Path("theme") / "translations"
TEMPLATE = CACHE / "messages.pot"
HEADER = """# Words of the interface in one language; `inv messages` keeps them in step.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals};\\n"

"""


def catalog_path(language: str) -> Path:
    """Return the path of a language's catalog from the root folder."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


def babel(*arguments: str) -> None:
    """Run Babel's command line, quietly, and end the task when it fails."""
    quiet = [sys.executable, "-m", "babel.messages.frontend", "--quiet"]
    if run([*quiet, *arguments]):
        raise Exit(code=1)


@task(help={"check": "Only tell what is missing, fuzzy or malformed; change no file"})
def messages(_: Context, check: bool = False) -> None:
    """Gather the words of the templates into both catalogs and check these."""
    if not check:
        extract()
        for language in LANGUAGES:
            refresh(language)
    faults = [fault for language in LANGUAGES for fault in faults_of(language)]
    for fault in faults:
        say(fault)
    if faults:
        raise Exit(code=1)


def extract() -> None:
    """Gather every word marked for translation in the templates and the plugin."""
    CACHE.mkdir(exist_ok=True)
    options = ["--sort-by-file", "--add-comments", "Translators:", "--project", "bulletin"]
    options += ["--keywords", "mark", "--add-location", "file", "--output", str(TEMPLATE)]
    babel("extract", "--mapping", "babel.cfg", *options, "theme", "plugins/bulletin/render")


def refresh(language: str) -> None:
    """Bring one catalog in step with the templates; nothing is guessed, no date is written."""
    path = ROOT / catalog_path(language)
    with TEMPLATE.open("rb") as file:
        template = read_po(file)
    catalog = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
    catalog.update(template, no_fuzzy_matching=True)
    written = io.BytesIO()
    write_po(written, catalog, width=96, omit_header=True, ignore_obsolete=True, sort_by_file=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    header = HEADER.format(language=language, plurals=catalog.plural_forms)
    path.write_bytes(header.encode() + written.getvalue())


def faults_of(language: str) -> list[str]:
    """List what keeps a catalog from being published, one line per fault."""
    path = catalog_path(language)
    try:
        with (ROOT / path).open("rb") as file:
            catalog = read_po(file, locale=language, abort_invalid=True)
        write_mo(io.BytesIO(), catalog)
    except (OSError, ValueError) as error:
        return [f"{path.as_posix()}: {error}"]
    return [f"{path.as_posix()}:{line}" for line in entries_at_fault(catalog)]


def entries_at_fault(catalog: Catalog) -> Iterator[str]:
    """Yield `line: fault` for every entry that is missing, fuzzy or malformed."""
    for message in catalog:
        if message.id:
            yield from (f"{message.lineno}: {fault}" for fault in faults_in(message, catalog))


def faults_in(message: Message, catalog: Catalog) -> Iterator[str]:
    """Yield the faults of one entry."""
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    if not all(forms):
        yield f"{message.id!r} has no translation — write it"
    if message.fuzzy:
        yield f"{message.id!r} is fuzzy — confirm it and remove the mark"
    yield from (f"{message.id!r}: {error}" for error in message.check(catalog))
