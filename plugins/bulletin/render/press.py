"""The press: one language's means of making pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from jinja2 import Environment, TemplateError
from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.link.anniversaries import Almanac, make_almanac
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.faces import load_family
from plugins.bulletin.render.assets import Assets, load_assets
from plugins.bulletin.render.catalogs import load_catalog
from plugins.bulletin.render.environment import (
    Templates,
    make_environment,
    read_templates,
    template_digests,
)
from plugins.bulletin.render.foreign import with_languages
from plugins.bulletin.render.frame import site_view, with_current
from plugins.bulletin.render.index import make_index
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.planning import Plan
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.sitemap import Spot
from plugins.bulletin.render.views import PageView, SiteView
from plugins.bulletin.store.digests import digest_of
from plugins.bulletin.store.shelf import Shelf


class Press(Struct, frozen=True):
    """One language's means of making pages. `spots` gathers what the sitemap lists.

    `frames` has the frame with each entry of the menu as the current one, by address.
    """

    desk: Desk
    site: SiteView
    frames: Mapping[str, SiteView]
    environment: Environment
    frame: bytes
    templates: Templates
    digests: Mapping[str, bytes]  # of the templates, by name
    spots: list[Spot] = field(default_factory=list)

    def output(self, plan: Plan) -> Output:
        """Return the output of one page; nothing of it is made before it is rendered."""
        spot = Spot(self.desk.language, plan.addresses)
        if plan.is_indexed:
            self.spots.append(spot)
        inputs = partial(self._inputs, plan)
        path = addresses.file_of(spot.address)
        make = partial(self._render, plan)
        return Output(path, self.desk.language, inputs, make, plan.source, plan.kin)

    def _inputs(self, plan: Plan) -> Inputs:
        return Inputs(self.digests.get(plan.template, b""), self.frame, plan.own(), plan.around())

    def _render(self, plan: Plan) -> bytes:
        page = plan.page()
        site = self._frame(page)
        view = plan.view()
        try:
            template = self.environment.get_template(plan.template)
            html = template.render(site=site, page=page, view=view)
        except TemplateError as error:
            raise self.templates.blame(error) from error
        # The English side names Vietnamese people and papers everywhere.
        return (with_languages(html) if self.desk.language == "en" else html).encode("utf-8")

    def _frame(self, page: PageView) -> SiteView:
        urls = [page.url, *(crumb.url for crumb in page.breadcrumb[1:])]
        return next((self.frames[url] for url in urls if url in self.frames), self.site)


class Presses(Struct, frozen=True):
    """The presses of all languages, and the files of the theme, read once."""

    of: Mapping[Language, Press]
    assets: Assets

    @property
    def desks(self) -> dict[Language, Desk]:
        """Return what the views of each language are made with."""
        return {language: press.desk for language, press in self.of.items()}

    @property
    def sites(self) -> dict[Language, SiteView]:
        """Return the frame of each language."""
        return {language: press.site for language, press in self.of.items()}

    @property
    def frame(self) -> bytes:
        """Return the digest of the frames of all languages."""
        return digest_of([press.frame for press in self.of.values()])

    def of_sides(self) -> Press:
        """Return the press of pages in both languages: in the Vietnamese frame, with words of both.

        Its pages are not listed in the sitemap.
        """
        return replace(self.of["vi"], frame=self.frame)


def open_presses(
    library: Library, settings: RenderSettings, *, shelf: Shelf | None = None
) -> Presses:
    """Read the theme, and return what the outputs of a library are made with.

    Args:
        library: The site.
        settings: Where things are.
        shelf: Keeps compiled templates.
    """
    assets = load_assets(settings.theme, library.records.site.accent)
    templates = read_templates(settings.theme)
    digests = template_digests(templates.sources)
    almanac = make_almanac(library.records, settings.now)
    presses: dict[Language, Press] = {}
    for language in LANGUAGES:
        desk = open_desk(library, settings, language, shelf=shelf, almanac=almanac)
        environment = make_environment(templates, desk.catalog, shelf)
        site = site_view(desk, assets)
        frame = digest_of(site, _words(desk), library.records.site, settings.has_cards)
        frames = {link.url: with_current(site, link.url) for link in site.navigation}
        presses[language] = Press(desk, site, frames, environment, frame, templates, digests)
    return Presses(presses, assets)


def open_desk(
    library: Library,
    settings: RenderSettings,
    language: Language,
    *,
    shelf: Shelf | None = None,
    almanac: Almanac | None = None,
) -> Desk:
    """Return what the views of one language are made with.

    Args:
        library: The site.
        settings: Where things are.
        language: Of the desk.
        shelf: Keeps compiled catalogs.
        almanac: The anniversaries, where another desk has them already.
    """
    catalog = load_catalog(settings.theme, language, shelf)
    if almanac is None:
        almanac = make_almanac(library.records, settings.now)
    family = load_family(settings.theme) if settings.has_cards else None
    index = make_index(library, language)
    return Desk(library, language, settings, catalog, index, almanac, family)


def _words(desk: Desk) -> list[tuple[str, str]]:
    catalog: Mapping[object, str] = desk.catalog._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return sorted((str(key), text) for key, text in catalog.items())
