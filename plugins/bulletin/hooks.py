"""Hooks: the only room that knows Pelican. Each handler unpacks, calls, and stores.

Pelican finds the texts, makes its articles and pages of them, and calls its writer for
each; i18n_subsites runs the English site inside the Vietnamese run. What is written
comes from the table of outputs, so both have nothing to decide.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from jinja2 import FunctionLoader

from plugins.bulletin.absent import without_unused
from plugins.bulletin.link import addresses
from plugins.bulletin.locking import take_lock
from plugins.bulletin.model.article import Article, Page
from plugins.bulletin.orders import Order
from plugins.bulletin.problems.report import default_language, report
from plugins.bulletin.settings import BuildSettings, moment_of_build
from plugins.bulletin.state import Build

with without_unused():
    from pelican import Pelican, signals
    from pelican.generators import Generator
    from pelican.log import init as start_logging
    from pelican.readers import BaseReader, Readers
    from pelican.settings import read_settings
    from pelican.urlwrappers import Category
    from pelican.utils import SafeDatetime
    from pelican.writers import Writer

BUILD = "BULLETIN_BUILD"  # of a run that `pelican` began
ORDER = "BULLETIN_ORDER"
LOCK = "BULLETIN_LOCK"  # of a run that `pelican` began; its end lets go of it
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
        """Return what Pelican needs to place a text; its body goes into the page at the end."""
        name = Path(source_path).relative_to(self.settings["PATH"]).as_posix()
        text = self.settings[ORDER].texts[name]
        return "", _metadata(text, self.settings)


class TableWriter(Writer):  # type: ignore[misc]
    """Writes outputs of the table; Pelican's own templates and context are not used."""

    def write_file(self, name: str, *_: Any, **__: Any) -> None:
        """Write the output that the table has under Pelican's `save_as`."""
        if name:  # "" is Pelican's sign for lists that are turned off
            self.settings[ORDER].ask(name)

    def write_feed(self, *_: Any, **__: Any) -> None:
        """Write nothing: feeds are in the table."""


class ListGenerator(Generator):  # type: ignore[misc]
    """Makes what comes from no single Markdown file."""

    def generate_output(self, _: Writer) -> None:
        """Make the lists of this run's language; the main run makes the shared files too."""
        language = self.settings["DEFAULT_LANG"]
        self.settings[ORDER].ask_lists(language, with_shared=language == MAIN)


def connect() -> None:
    """Connect the handlers. Called by `register` once a Pelican run, which is harmless."""
    signals.initialized.connect(on_initialized)
    signals.readers_init.connect(on_readers)
    signals.get_generators.connect(on_generators)
    signals.generator_init.connect(on_generator)
    signals.get_writer.connect(on_writer)
    signals.finalized.connect(on_finalized)


def on_initialized(pelican: Pelican) -> None:
    """Read the content when `pelican` begins; give each run the texts of its language."""
    settings = pelican.settings
    if settings["DEFAULT_LANG"] == MAIN:
        if ORDER not in settings:
            _begin(settings)
        _send_to_staging(pelican)
    for setting, kind in (("ARTICLE_PATHS", "articles"), ("PAGE_PATHS", "pages")):
        settings[setting] = settings[ORDER].sources(kind, settings["DEFAULT_LANG"])


def _begin(settings: dict[str, Any]) -> None:
    """Begin a build for a run that `pelican` began."""
    from plugins.bulletin import pipeline

    settings[LOCK] = take_lock(build_settings(settings), default_language())
    build = pipeline.begin(build_settings(settings))
    if build.is_refused:
        raise Refused.by(build)
    pipeline.start(build)
    settings[BUILD], settings[ORDER] = build, build.order()


def on_readers(readers: Readers) -> None:
    """Put our reader in the place of Pelican's Markdown."""
    readers.reader_classes["md"] = TextReader


def on_generators(_: Pelican) -> type[Generator]:
    """Add the generator of lists."""
    return ListGenerator


def on_generator(generator: Generator) -> None:
    """Let Pelican find an empty template under any name: it loads some, and none is used."""
    generator.env.loader = FunctionLoader(lambda _: "")


def on_writer(_: Pelican) -> type[Writer]:
    """Replace the writer."""
    return TableWriter


def on_finalized(pelican: Pelican) -> None:
    """Audit and go live at the end of a main run that `pelican` began; subsites are done."""
    if pelican.settings["DEFAULT_LANG"] == MAIN and LOCK in pelican.settings:
        from plugins.bulletin import pipeline

        build, order = pelican.settings[BUILD], pelican.settings[ORDER]
        pipeline.finish(build, lambda: order.asked)
        if build.is_refused:
            raise Refused.by(build)


def build_settings(settings: dict[str, Any]) -> BuildSettings:
    """Take what the pipeline needs out of Pelican's settings."""
    return BuildSettings(
        content=Path(settings["PATH"]),
        theme=Path(settings["THEME"]),
        output=Path(settings["OUTPUT_PATH"]),
        base_url=settings["SITEURL"].rstrip("/"),
        now=moment_of_build(),
        is_public=settings["IS_PUBLIC"],
        jobs=os.cpu_count() or 1,
    )


def run(conf: Path, order: Order) -> set[str]:
    """Run Pelican once in this process, and return the outputs that it asked for.

    Args:
        conf: `pelicanconf.py` or `publishconf.py`.
        order: What it is to render.
    """
    start_logging(level=logging.ERROR, handler=logging.StreamHandler())
    overrides = {
        ORDER: order,
        "PATH": str(order.content),
        "THEME": str(order.staging),  # Pelican would list the templates of ours many times
        "OUTPUT_PATH": str(order.staging),
    }
    try:
        Pelican(read_settings(str(conf), override=overrides)).run()
    finally:
        _forget_subsites()
    return order.asked


def _forget_subsites() -> None:
    """Clear what i18n_subsites keeps in its module when a run ends early."""
    from pelican.plugins.i18n_subsites import i18n_subsites

    i18n_subsites._MAIN_SETTINGS = None  # noqa: SLF001
    i18n_subsites._GENERATOR_DB.clear()  # noqa: SLF001


def _send_to_staging(pelican: Pelican) -> None:
    """Point the main run and the English one at the staging folder, under fresh overrides."""
    staging = str(pelican.settings[ORDER].staging)
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
