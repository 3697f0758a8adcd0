"""The table of outputs: every file of the site, what it is made of, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from plugins.bulletin.link import addresses
from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.darkroom import Darkroom
from plugins.bulletin.render.archive_plans import archive_plans
from plugins.bulletin.render.article_plans import sides_plans
from plugins.bulletin.render.author_plans import author_plans
from plugins.bulletin.render.calendars import calendar_file, calendar_view
from plugins.bulletin.render.cards import card_outputs
from plugins.bulletin.render.data_outputs import data_files
from plugins.bulletin.render.feeds import feed_outputs
from plugins.bulletin.render.issue_plans import issue_plans
from plugins.bulletin.render.media_plans import media_plans
from plugins.bulletin.render.offline import offline_files, offline_plans
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.partner_plans import partner_plans
from plugins.bulletin.render.plans import site_plans
from plugins.bulletin.render.press import Press, Presses, open_presses
from plugins.bulletin.render.record_plans import record_plans
from plugins.bulletin.render.redirects import redirect_plans
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.render.shared_outputs import once, pictures, redirects, sitemaps
from plugins.bulletin.store.digests import digest_of
from plugins.bulletin.store.shelf import Shelf


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
    presses = open_presses(library, settings, shelf=shelf)
    desks = list(presses.desks.values())
    table: list[Output] = []
    for press in presses.of.values():
        table += _outputs(press)
    table += map(presses.of_sides().output, sides_plans(presses.desks))
    table += _data(presses)
    spots = [spot for press in presses.of.values() for spot in press.spots]
    table += sitemaps(spots, desks, settings)
    table += once(settings, presses.assets)
    table += offline_files(presses.desks, presses.sites, presses.assets)
    table += redirects(settings, desks)
    darkroom = darkroom or Darkroom(settings.content)
    table += pictures(library, darkroom, images)
    table += card_outputs(desks, darkroom)
    return {output.path: output for output in table}


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
    yield from feed_outputs(press.desk, press.site, press.frame)
    yield _calendar(press)


def _data(presses: Presses) -> Iterator[Output]:
    """Yield the files of open data, which are the same in both languages."""
    frame = presses.frame
    for file in data_files(presses.desks):
        inputs = partial(_of_data, frame, file.own)
        yield Output(addresses.file_of(file.address), None, inputs, file.make)


def _of_data(frame: bytes, own: Callable[[], bytes]) -> Inputs:
    return Inputs(frame=frame, own=own())


def _calendar(press: Press) -> Output:
    desk = press.desk

    def inputs() -> Inputs:
        return Inputs(frame=press.frame, own=digest_of(calendar_view(desk)))

    path = addresses.file_of(addresses.calendar(desk.language))
    return Output(path, desk.language, inputs, partial(calendar_file, desk))
