"""Shared outputs: the files that both languages have once, but for open data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from plugins.bulletin.model.library import Library
from plugins.bulletin.pictures.darkroom import Darkroom
from plugins.bulletin.pictures.variants import variants_of
from plugins.bulletin.problems.machine import ChangedFile
from plugins.bulletin.render.assets import Assets
from plugins.bulletin.render.news import news_items
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.redirects import MAPS, redirect_files, redirect_rows
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.sitemap import (
    NEWS,
    WHOLE,
    Spot,
    news_sitemap,
    robots,
    shares,
    sitemap,
    sitemap_index,
)
from plugins.bulletin.store.digests import digest_bytes, digest_of


def sitemaps(
    spots: Iterable[Spot], desks: Iterable[Desk], settings: RenderSettings
) -> Iterator[Output]:
    """Yield the sitemap, in several files where one would be too long, and that of news."""
    frame = digest_of(settings.base_url)
    found = shares(spots)
    for path, share in found:
        inputs = partial(_of_spots, frame, share)
        yield Output(path, None, inputs, partial(sitemap, share, settings))
    if (paths := [path for path, _ in found]) != [WHOLE]:
        inputs = partial(Inputs, frame=frame, own=digest_of(paths))
        yield Output(WHOLE, None, inputs, partial(sitemap_index, paths, settings))
    items = news_items(desks)
    inputs = partial(Inputs, frame=frame, own=digest_of(items))
    yield Output(NEWS, None, inputs, partial(news_sitemap, items, settings))


def _of_spots(frame: bytes, spots: list[Spot]) -> Inputs:
    return Inputs(frame=frame, own=digest_of([(spot.language, spot.addresses) for spot in spots]))


def once(settings: RenderSettings, assets: Assets) -> Iterator[Output]:
    """Yield robots.txt and the theme's files."""
    of_robots = partial(Inputs, frame=digest_of(settings.base_url))
    yield Output("robots.txt", None, of_robots, partial(robots, settings))
    for path, content in assets.files.items():
        own = partial(Inputs, own=digest_bytes(content))
        yield Output(path, None, own, partial(bytes, content))


def redirects(settings: RenderSettings, desks: Iterable[Desk]) -> Iterator[Output]:
    """Yield the maps of old addresses for servers."""
    rows = redirect_rows(desks)
    inputs = partial(Inputs, frame=digest_of(settings.prefix), own=digest_of(rows))
    for name in MAPS:
        yield Output(name, None, inputs, partial(_redirect_file, name, rows, settings))


def _redirect_file(name: str, rows: list[tuple[str, str]], settings: RenderSettings) -> bytes:
    return redirect_files(rows, settings)[name]


def pictures(
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
