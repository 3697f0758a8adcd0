"""Hooks: the only room that knows Pelican. Each handler unpacks, calls, and stores.

Pelican finds the texts, makes its articles and pages of them, and calls its writer for
each; i18n_subsites runs the English site inside the Vietnamese run. What is written
comes from the table of outputs, so both have nothing to decide.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.log import console, init as start_logging
from pelican.readers import BaseReader, Readers
from pelican.settings import read_settings
from pelican.urlwrappers import Category
from pelican.utils import SafeDatetime
from pelican.writers import Writer

from plugins.bulletin import pipeline
from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.pipeline import Build, BuildSettings
from plugins.bulletin.problems.report import default_language, report

BUILD = "BULLETIN_BUILD"
MAIN, SUBSITE = "vi", "en"


class Refused(SystemExit):
    """Errors stand against the build; nothing was written. Ends `pelican` with the report."""

    @classmethod
    def by(cls, build: Build) -> Refused:
        """Return the end of a build, which Python prints when nobody catches it."""
        return cls(report(build.problems, default_language(), "text").rstrip())


class TextReader(BaseReader):  # type: ignore[misc]
    """Hands over what the pipeline has read already; opens no file."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the converted body and what Pelican needs to place it."""
        build: Build = self.settings[BUILD]
        name = Path(source_path).relative_to(build.settings.content).as_posix()
        text = build.text(name)
        return text.body.html, _metadata(text, self.settings)


class TableWriter(Writer):  # type: ignore[misc]
    """Writes outputs of the table; Pelican's own templates and context are not used."""

    def write_file(self, name: str, *_: Any, **__: Any) -> None:
        """Write the output that the table has under Pelican's `save_as`."""
        if name:  # "" is Pelican's sign for lists that are turned off
            pipeline.render(self.settings[BUILD], name)

    def write_feed(self, *_: Any, **__: Any) -> None:
        """Write nothing: feeds are in the table."""


class ListGenerator(Generator):  # type: ignore[misc]
    """Makes what comes from no single Markdown file."""

    def generate_output(self, _: Writer) -> None:
        """Make the lists of this run's language; the main run makes the shared files too."""
        language = self.settings["DEFAULT_LANG"]
        pipeline.render_lists(self.settings[BUILD], language, with_shared=language == MAIN)


def connect() -> None:
    """Connect the handlers. Called by `register` once a Pelican run, which is harmless."""
    signals.initialized.connect(on_initialized)
    signals.readers_init.connect(on_readers)
    signals.get_generators.connect(on_generators)
    signals.get_writer.connect(on_writer)
    signals.finalized.connect(on_finalized)


def on_initialized(pelican: Pelican) -> None:
    """Read the content when the main run begins; give each run the texts of its language."""
    settings = pelican.settings
    if BUILD not in settings:
        settings[BUILD] = pipeline.begin(build_settings(settings))
        _send_to_staging(pelican)
        if settings[BUILD].is_refused:
            raise Refused.by(settings[BUILD])
    for setting, kind in (("ARTICLE_PATHS", "articles"), ("PAGE_PATHS", "pages")):
        settings[setting] = settings[BUILD].sources(kind, settings["DEFAULT_LANG"])


def on_readers(readers: Readers) -> None:
    """Put our reader in the place of Pelican's Markdown."""
    readers.reader_classes["md"] = TextReader


def on_generators(_: Pelican) -> type[Generator]:
    """Add the generator of lists."""
    return ListGenerator


def on_writer(_: Pelican) -> type[Writer]:
    """Replace the writer."""
    return TableWriter


def on_finalized(pelican: Pelican) -> None:
    """Audit and go live once, at the end of the main run; subsites have finished by then."""
    if pelican.settings["DEFAULT_LANG"] == MAIN:
        pipeline.finish(pelican.settings[BUILD])
        if pelican.settings[BUILD].is_refused:
            raise Refused.by(pelican.settings[BUILD])


def build_settings(settings: dict[str, Any]) -> BuildSettings:
    """Take what the pipeline needs out of Pelican's settings."""
    return BuildSettings(
        content=Path(settings["PATH"]),
        theme=Path(settings["THEME"]),
        output=Path(settings["OUTPUT_PATH"]),
        base_url=settings["SITEURL"].rstrip("/"),
        now=moment_of_build(),
        with_drafts=settings.get("BULLETIN_DRAFTS", False),
    )


def moment_of_build() -> datetime:
    """Return SOURCE_DATE_EPOCH where it is set, else the clock's time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def run(conf: Path, overrides: dict[str, Any]) -> Build:
    """Run Pelican once in this process.

    Args:
        conf: `pelicanconf.py` or `publishconf.py`.
        overrides: Settings that replace those of the file.

    Returns:
        The build, with every problem found; refused when an error stands against it.
    """
    start_logging(level=logging.ERROR)
    console.quiet = True
    settings = read_settings(str(conf), override=overrides)
    try:
        Pelican(settings).run()
    except Refused:
        pass
    finally:
        _forget_subsites()
    build: Build = settings[BUILD]
    return build


def _forget_subsites() -> None:
    """Clear what i18n_subsites keeps in its module when a run ends early."""
    from pelican.plugins.i18n_subsites import i18n_subsites

    i18n_subsites._MAIN_SETTINGS = None  # noqa: SLF001
    i18n_subsites._GENERATOR_DB.clear()  # noqa: SLF001


def _send_to_staging(pelican: Pelican) -> None:
    """Point the main run and the English one at the staging folder, under fresh overrides."""
    staging = str(pelican.settings[BUILD].settings.staging)
    pelican.output_path = pelican.settings["OUTPUT_PATH"] = staging
    pelican.settings["I18N_SUBSITES"] = {
        SUBSITE: {
            "OUTPUT_PATH": staging,
            "SITEURL": pelican.settings["SITEURL"],
            "I18N_TEMPLATES_LANG": SUBSITE,
        }
    }


def _metadata(text: Article | Page, settings: dict[str, Any]) -> dict[str, Any]:
    address = addresses.article(text) if isinstance(text, Article) else addresses.page(text)
    metadata: dict[str, Any] = {
        "title": text.title,
        "summary": text.summary,
        "slug": text.slug,
        "lang": text.language,
        "url": address.removeprefix("/"),
        "save_as": addresses.file_of(address),
    }
    if isinstance(text, Article):
        metadata["date"] = SafeDatetime.fromisoformat(text.moment.when.isoformat())
        metadata["category"] = Category(text.section, settings)
    return metadata
