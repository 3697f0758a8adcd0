"""Asides: pages in the frame of the site that are no outputs, for the preview alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.render.assets import load_assets
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.environment import make_environment, read_templates
from plugins.bulletin.render.frame import Standing, page_view, site_view
from plugins.bulletin.render.press import open_desk
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.views import Link


class RunView(Struct, frozen=True):
    """Some words in a row. `fate`: same, gone or new."""

    fate: str
    words: str


class ChangeView(Struct, frozen=True):
    """One part of an original that changed."""

    part: str
    runs: tuple[RunView, ...]


class PairView(Struct, frozen=True):
    """One pair: its texts, the translation's file, and since when it stands as it does."""

    original: Link
    translation: Link | None
    path: str
    age: str
    changes: tuple[ChangeView, ...]


class PairGroup(Struct, frozen=True):
    """The pairs of one state: missing, stale, unconfirmed or in-step."""

    state: str
    title: str
    pairs: tuple[PairView, ...]


class PairsView(Struct, frozen=True):
    """How all pairs stand: template `pairs.html`."""

    totals: str
    groups: tuple[PairGroup, ...]


class Aside(Struct, frozen=True):
    """One page of the preview: its template, its marked words, and where it stands."""

    template: str
    title: str
    description: str
    addresses: Mapping[Language, str] = field(default_factory=dict)


PAIRS = Aside(
    "pairs.html",
    mark("Originals and translations"),
    mark("How every article and page stands in its other language."),
)
COMPONENTS = Aside(
    "components.html",
    mark("Components"),
    mark("Every component of the theme, with examples of all its states."),
)


def print_aside(
    library: Library,
    settings: RenderSettings,
    aside: Aside,
    *,
    language: Language,
    view: Callable[[Desk], object],
) -> bytes:
    """Return a page of the preview in a language.

    Args:
        library: The site.
        settings: Where things are.
        aside: Which page.
        language: Of the page.
        view: Makes what the page shows.
    """
    desk = open_desk(library, settings, language)
    title, text = desk.say(aside.title), desk.say(aside.description)
    page = page_view(desk, Standing(aside.addresses), title=title, description=text)
    environment = make_environment(read_templates(settings.theme), desk.catalog)
    site = site_view(desk, load_assets(settings.theme, library.records.site.accent))
    show = partial(environment.get_template(aside.template).render, site=site, view=view(desk))
    return show(page=replace(page, is_indexed=False, alternates=())).encode("utf-8")
