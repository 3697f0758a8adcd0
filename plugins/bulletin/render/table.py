"""The table of outputs: every file of the site, what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from jinja2 import Environment, TemplateError
from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.link.anniversaries import Almanac, make_almanac
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.darkroom import Darkroom
from plugins.bulletin.pictures.faces import load_family
from plugins.bulletin.render.archive_plans import archive_plans
from plugins.bulletin.render.assets import load_assets
from plugins.bulletin.render.author_plans import author_plans
from plugins.bulletin.render.calendars import calendar_file, calendar_view
from plugins.bulletin.render.cards import card_outputs
from plugins.bulletin.render.catalogs import load_catalog
from plugins.bulletin.render.data_outputs import data_files
from plugins.bulletin.render.environment import (
    Templates,
    make_environment,
    read_templates,
    template_digests,
)
from plugins.bulletin.render.feeds import feed_files
from plugins.bulletin.render.foreign import with_languages
from plugins.bulletin.render.frame import site_view, with_current
from plugins.bulletin.render.index import make_index
from plugins.bulletin.render.issue_plans import issue_plans
from plugins.bulletin.render.media_plans import media_plans
from plugins.bulletin.render.offline import offline_files, offline_plans
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.partner_plans import partner_plans
from plugins.bulletin.render.plans import Plan, sides_plans, site_plans
from plugins.bulletin.render.record_plans import record_plans
from plugins.bulletin.render.redirects import redirect_plans
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.shared_outputs import once, pictures, redirects, sitemaps
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


def make_table(
    library: Library,
    settings: RenderSettings,
    *,
    shelf: Shelf | None = None,
    images: Mapping[str, bytes] | None = None,
    darkroom: Darkroom | None = None,
) -> dict[str, Output]:
    """List every output of a library by its path below the output folder.

    Args:
        library: The site.
        settings: Where things are.
        shelf: Keeps compiled templates.
        images: Digests of the content's pictures by name, which they must still have when
            they are made; None takes them as they are then.
        darkroom: Makes photographs, and keeps them where it has a shelf.
    """
    assets = load_assets(settings.theme, library.records.site.accent)
    templates = read_templates(settings.theme)
    digests = template_digests(templates.sources)
    table: list[Output] = []
    presses: dict[Language, Press] = {}
    almanac = make_almanac(library.records, settings.now)
    for language in LANGUAGES:
        desk = open_desk(library, settings, language, shelf=shelf, almanac=almanac)
        environment = make_environment(templates, desk.catalog, shelf)
        site = site_view(desk, assets)
        frame = digest_of(site, _words(desk), library.records.site, settings.has_cards)
        frames = {link.url: with_current(site, link.url) for link in site.navigation}
        presses[language] = Press(desk, site, frames, environment, frame, templates, digests)
        table += _outputs(presses[language])
    table += _sides(presses)
    table += _data(presses)
    spots = [spot for press in presses.values() for spot in press.spots]
    desks = [press.desk for press in presses.values()]
    table += sitemaps(spots, desks, settings)
    table += once(settings, assets)
    sites = {name: press.site for name, press in presses.items()}
    table += offline_files({name: press.desk for name, press in presses.items()}, sites, assets)
    table += redirects(settings, desks)
    darkroom = darkroom or Darkroom(settings.content)
    table += pictures(library, darkroom, images)
    table += card_outputs(desks, darkroom)
    return {output.path: output for output in table}


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


def _outputs(press: Press) -> Iterator[Output]:
    yield from map(press.output, site_plans(press.desk, press.site))
    yield from map(press.output, author_plans(press.desk))
    yield from map(press.output, issue_plans(press.desk))
    yield from map(press.output, media_plans(press.desk))
    yield from map(press.output, archive_plans(press.desk))
    yield from map(press.output, partner_plans(press.desk))
    yield from map(press.output, record_plans(press.desk))
    yield from map(press.output, redirect_plans(press.desk))
    yield from map(press.output, offline_plans(press.desk, press.site))
    yield from _feeds(press)
    yield _calendar(press)


def _sides(presses: Mapping[Language, Press]) -> Iterator[Output]:
    """Yield the pages in both languages: in the Vietnamese frame, with words of both."""
    frame = digest_of([press.frame for press in presses.values()])
    press = replace(presses["vi"], frame=frame)
    desks = {language: press.desk for language, press in presses.items()}
    yield from map(press.output, sides_plans(desks))


def _data(presses: Mapping[Language, Press]) -> Iterator[Output]:
    """Yield the files of open data, which are the same in both languages."""
    frame = digest_of([press.frame for press in presses.values()])
    for file in data_files({language: press.desk for language, press in presses.items()}):
        inputs = partial(_of_data, frame, file.own)
        yield Output(addresses.file_of(file.address), None, inputs, file.make)


def _of_data(frame: bytes, own: Callable[[], bytes]) -> Inputs:
    return Inputs(frame=frame, own=own())


def _feeds(press: Press) -> Iterator[Output]:
    desk = press.desk
    for file in feed_files(desk, press.site):
        inputs = partial(_of_data, press.frame, file.own)
        yield Output(addresses.file_of(file.address), desk.language, inputs, file.make)


def _calendar(press: Press) -> Output:
    desk = press.desk

    def inputs() -> Inputs:
        return Inputs(frame=press.frame, own=digest_of(calendar_view(desk)))

    path = addresses.file_of(addresses.calendar(desk.language))
    return Output(path, desk.language, inputs, partial(calendar_file, desk))
