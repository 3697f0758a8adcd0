"""Environment: Jinja as the theme is allowed to use it, one for each language."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterable, Mapping, MutableMapping
from functools import cached_property
from gettext import GNUTranslations
from pathlib import Path
from typing import Protocol, cast

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from markupsafe import Markup
from msgspec import Struct, field

from plugins.bulletin.problems.machine import BrokenTheme
from plugins.bulletin.store.digests import code_digest, digest_bytes, digest_of
from plugins.bulletin.store.shelf import Shelf

_NAMES = re.compile(r"{%-?\s*(?:extends|from|import|include)\s+['\"]([^'\"]+)['\"]")


class ShelvedTemplates(BytecodeCache):
    """Keeps compiled templates on the shelf, which vouches that they are whole."""

    def __init__(self, shelf: Shelf) -> None:
        """Keep templates on a shelf."""
        self.shelf = shelf

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what was compiled from the same source by the same code."""
        key = self._key(bucket)
        found = self.shelf.take([key])
        if key in found:
            bucket.bytecode_from_string(found[key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.shelf.put({self._key(bucket): bucket.bytecode_to_string()})

    @staticmethod
    def _key(bucket: Bucket) -> bytes:
        return digest_of(code_digest(), "template", bucket.key, bucket.checksum)


class Words(Struct, frozen=True):
    """The interface's words in one language; those without a gap are looked up once."""

    catalog: GNUTranslations
    known: dict[str, Markup] = field(default_factory=dict)

    def __call__(self, message: str, /, **gaps: object) -> Markup:
        """Return a message, safe as the theme's translators wrote it, with its gaps filled."""
        if gaps:
            return Markup(self.catalog.gettext(message)) % gaps  # noqa: S704
        if message not in self.known:
            self.known[message] = Markup(self.catalog.gettext(message)) % {}  # noqa: S704
        return self.known[message]


class _Called(Protocol):
    def __call__(self, *args: object, **named: object) -> object: ...


class QuickContext(Context):
    """Calls what a page calls by the hundred without asking what it wants to be handed.

    A macro handed nothing escapes as its environment does, and ours always does.
    """

    def call(self, called: _Called, /, *args: object, **named: object) -> object:
        """Call a macro, the interface's words, or anything else in Jinja's own way."""
        if not isinstance(called, (Macro, Words)):
            return super().call(called, *args, **named)
        for name in ("_block_vars", "_loop_vars"):  # for what is handed the whole context
            named.pop(name, None)
        return cast("_Called", called)(*args, **named)


class ThemeEnvironment(Environment):
    """Gives all templates the same globals: with some of their own, each import compares both.

    So a template that was loaded once is handed out again without further questions.
    """

    context_class = QuickContext

    @cached_property
    def ready(self) -> dict[str, Template]:
        """Hold the templates that were loaded."""
        return {}

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """Return the globals of a template."""
        return self.globals if not d else super().make_globals(d)

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, object] | None = None,  # noqa: A002 -- Jinja's name
    ) -> Template:
        """Return a template by name."""
        if isinstance(name, Template) or globals:
            return super().get_template(name, parent, globals)
        if name not in self.ready:
            self.ready[name] = super().get_template(name, parent, globals)
        return self.ready[name]


class Keeper(Struct, frozen=True):
    """Calls a macro once for each frame, for what is the same on thousands of pages."""

    made: dict[tuple[str, int], tuple[object, Markup]] = field(default_factory=dict)

    def __call__(self, macro: Macro, site: object) -> Markup:
        """Return what the macro makes of a frame and of nothing else."""
        key = (macro.name, id(site))
        if key not in self.made:
            # The frame is held, so that its id stays its own; a macro has escaped what it says.
            self.made[key] = (site, Markup(macro(site)))  # noqa: S704
        return self.made[key][1]


class Templates(Struct, frozen=True):
    """The sources of a theme's templates by name, read once for digests and pages."""

    folder: Path
    sources: Mapping[str, str]

    def find(self, name: str) -> tuple[str, str, None] | None:
        """Return a source and its path, as Jinja asks for them."""
        source = self.sources.get(name)
        return (source, str(self.folder / name), None) if source is not None else None

    def blame(self, error: TemplateError) -> BrokenTheme:
        """Return what is wrong with which template, and on which line."""
        if isinstance(error, TemplateSyntaxError):
            place = error.filename or str(self.folder / (error.name or ""))
            return BrokenTheme(place, str(error.message), error.lineno)
        if isinstance(error, TemplateNotFound):
            return BrokenTheme(self.folder / (error.name or ""), "no such template")
        below = f"{self.folder}{os.sep}"
        steps = traceback.extract_tb(error.__traceback__)
        places = [(step.filename, step.lineno or 0) for step in steps]
        place, line = next(
            (place for place in reversed(places) if place[0].startswith(below)), (below, 0)
        )
        return BrokenTheme(place, str(error.message), line)


def read_templates(theme: Path) -> Templates:
    """Read the theme's templates.

    Raises:
        BrokenTheme: One is not text in UTF-8.
    """
    folder = theme / "templates"
    found = {}
    for path in sorted(folder.rglob("*.html")):
        try:
            found[path.relative_to(folder).as_posix()] = path.read_text("utf-8")
        except UnicodeDecodeError as error:
            raise BrokenTheme(path, str(error)) from error
    return Templates(folder, found)


def make_environment(
    templates: Templates, catalog: GNUTranslations, shelf: Shelf | None = None
) -> Environment:
    """Make the environment of one language. A template that the theme lacks is an error."""
    environment = ThemeEnvironment(
        loader=FunctionLoader(templates.find),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=ShelvedTemplates(shelf) if shelf is not None else None,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.globals["kept"] = Keeper()
    environment.install_gettext_translations(catalog, newstyle=True)  # type: ignore[attr-defined]
    environment.globals["gettext"] = Words(catalog)
    return environment


def see_templates(theme: Path, catalog: GNUTranslations, shelf: Shelf | None = None) -> None:
    """See that every template of a theme can be read.

    Raises:
        BrokenTheme: One cannot.
    """
    templates = read_templates(theme)
    environment = make_environment(templates, catalog, shelf)
    try:
        for name in templates.sources:
            environment.get_template(name)
    except TemplateError as error:
        raise templates.blame(error) from error


def template_digests(templates: Mapping[str, str]) -> dict[str, bytes]:
    """Return a digest for every template, over it and all that it names, to any depth.

    Templates name each other by literal strings alone; a test holds the theme to it.
    """
    named = {name: set(_NAMES.findall(source)) for name, source in templates.items()}
    own = {name: digest_bytes(source.encode()) for name, source in templates.items()}
    return {
        name: digest_of([(part, own.get(part)) for part in sorted(_closure(name, named))])
        for name in templates
    }


def _closure(name: str, named: Mapping[str, Iterable[str]]) -> set[str]:
    found: set[str] = set()
    open_ends = [name]
    while open_ends:
        current = open_ends.pop()
        if current not in found:
            found.add(current)
            open_ends += named.get(current, ())
    return found
