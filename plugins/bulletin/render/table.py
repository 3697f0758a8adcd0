"""The table of outputs: every file of the site, what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, TemplateError
from msgspec import Struct, field
from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.link.anniversaries import Almanac, make_almanac
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.darkroom import Darkroom
from plugins.bulletin.pictures.variants import variants_of
from plugins.bulletin.problems.machine import ChangedFile
from plugins.bulletin.render.archive_plans import archive_plans
from plugins.bulletin.render.assets import Assets, load_assets
from plugins.bulletin.render.author_plans import author_plans
from plugins.bulletin.render.calendars import calendar_file, calendar_view
from plugins.bulletin.render.catalogs import load_catalog
from plugins.bulletin.render.data_outputs import data_files
from plugins.bulletin.render.environment import (
    Templates,
    make_environment,
    read_templates,
    template_digests,
)
from plugins.bulletin.render.feeds import LENGTH, atom_feed
from plugins.bulletin.render.frame import site_view, with_current
from plugins.bulletin.render.index import make_index
from plugins.bulletin.render.issue_plans import issue_plans
from plugins.bulletin.render.media_plans import media_plans
from plugins.bulletin.render.partner_plans import partner_plans
from plugins.bulletin.render.plans import Plan, sides_plans, site_plans
from plugins.bulletin.render.record_plans import record_plans
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.sitemap import Spot, robots, sitemap
from plugins.bulletin.render.views import PageView, SiteView
from plugins.bulletin.store.digests import digest_bytes, digest_of
from plugins.bulletin.store.shelf import Shelf


class Inputs(NamedTuple):
    """Digests of all that an output is made of; when none differs, its bytes are the same."""

    template: bytes = b""  # the template and what it names
    frame: bytes = b""  # identity, menu, words of the interface, styles, addresses
    own: bytes = b""  # what the page is about
    around: bytes = b""  # what it shows of other things


class Output(Struct, frozen=True):
    """One file of the site.

    `language` is None for what both share; `source` is the Markdown file, below the content
    folder, that Pelican renders it from, "" for all else. `make` returns its bytes, and
    `inputs` what they come from: listing a site costs little, and only what is asked is found.
    Outputs of one `kin` are of one article, and best made one after the other.
    """

    path: str
    language: Language | None
    inputs: Callable[[], Inputs]
    make: Callable[[], bytes]
    source: str = ""
    kin: str = ""


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
            return template.render(site=site, page=page, view=view).encode("utf-8")
        except TemplateError as error:
            raise self.templates.blame(error) from error

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
        frame = digest_of(site, _words(desk), library.records.site)
        frames = {link.url: with_current(site, link.url) for link in site.navigation}
        presses[language] = Press(desk, site, frames, environment, frame, templates, digests)
        table += _outputs(presses[language])
    table += _sides(presses)
    table += _data(presses)
    table += _shared(settings, assets, [*presses["vi"].spots, *presses["en"].spots])
    table += _pictures(library, darkroom or Darkroom(settings.content), images)
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
    return Desk(library, language, settings, catalog, make_index(library, language), almanac)


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
    yield _feed(press)
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


def _feed(press: Press) -> Output:
    desk = press.desk
    address = addresses.feed(desk.language)
    title = desk.library.records.site.name.in_language(desk.language)
    newest = desk.index.own[:LENGTH]
    own = digest_of([article.digest for article in newest])
    inputs = partial(Inputs, frame=press.frame, own=own)
    make = partial(atom_feed, desk, newest, title=title, address=address)
    return Output(addresses.file_of(address), desk.language, inputs, make)


def _calendar(press: Press) -> Output:
    desk = press.desk

    def inputs() -> Inputs:
        return Inputs(frame=press.frame, own=digest_of(calendar_view(desk)))

    path = addresses.file_of(addresses.calendar(desk.language))
    return Output(path, desk.language, inputs, partial(calendar_file, desk))


def _shared(settings: RenderSettings, assets: Assets, spots: list[Spot]) -> Iterator[Output]:
    def of_sitemap() -> Inputs:
        places = [(spot.language, spot.addresses) for spot in spots]
        return Inputs(frame=digest_of(settings.base_url), own=digest_of(places))

    yield Output("sitemap.xml", None, of_sitemap, partial(sitemap, spots, settings))
    of_robots = partial(Inputs, frame=digest_of(settings.base_url))
    yield Output("robots.txt", None, of_robots, partial(robots, settings))
    for path, content in assets.files.items():
        own = partial(Inputs, own=digest_bytes(content))
        yield Output(path, None, own, partial(bytes, content))


def _pictures(
    library: Library, darkroom: Darkroom, images: Mapping[str, bytes] | None
) -> Iterator[Output]:
    """Yield drawings as they are, and of photographs what is made of them."""
    for name, photograph in sorted(library.images.items()):
        if photograph is None:
            location = darkroom.content / name
            digest = images[name] if images is not None else b""
            make = partial(_picture, location, digest)
            yield Output(name, None, partial(Inputs, own=digest), make)
            continue
        for variant in variants_of(photograph):
            own = partial(Inputs, own=variant.key)
            yield Output(variant.path, None, own, partial(darkroom.variant, variant), kin=name)


def _picture(location: Path, digest: bytes) -> bytes:
    """Read a picture, which must still be the one that the build began with, if it is known."""
    content = location.read_bytes()
    if digest and digest_bytes(content) != digest:
        raise ChangedFile(location)
    return content
