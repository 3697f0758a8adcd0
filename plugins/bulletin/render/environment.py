"""Environment: Jinja as the theme is allowed to use it, one for each language."""

from __future__ import annotations

from gettext import GNUTranslations
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


def make_environment(theme: Path, catalog: GNUTranslations) -> Environment:
    """Make the environment of one language. A template that the theme lacks is an error."""
    environment = Environment(
        loader=FileSystemLoader(theme / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(catalog, newstyle=True)  # type: ignore[attr-defined]
    return environment
