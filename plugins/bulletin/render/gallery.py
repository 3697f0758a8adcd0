"""The gallery: the front of multimedia and the lists of videos, infographics and photographs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import DECORATIVE
from plugins.bulletin.model.common import LANGUAGES, Language, other_language
from plugins.bulletin.model.media import VideoFields
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.found_media import Found, Gallery, shown_media
from plugins.bulletin.render.frame import (
    ARCHIVE,
    MULTIMEDIA,
    Standing,
    home_link,
    page_view,
    place_link,
    standing_at,
)
from plugins.bulletin.render.gallery_views import (
    MediaKind,
    MediaListView,
    MediaTile,
    MultimediaView,
)
from plugins.bulletin.render.lists import numbered, pagination_view
from plugins.bulletin.render.media import block_anchor, picture_view
from plugins.bulletin.render.parts import card, cover_view
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import ArticleCard, ImageView, Link, PageView
from plugins.bulletin.store.digests import digest_of

SIZE = 24  # tiles on a page of one kind
NEWEST = 6  # of each kind on the front
ON_HOME = 3  # of all kinds on the front page of the site
TEXT = mark("Videos, infographics and photographs of the bulletin, each in its article.")
NAMES = {
    "video": mark("Videos"),
    "infographic": mark("Infographics"),
    "photograph": mark("Photographs"),
}
TEXTS = {
    "video": mark("Every video in the bulletin's articles, newest first."),
    "infographic": mark("Every infographic in the bulletin's articles, newest first."),
    "photograph": mark("Every article of the bulletin with photographs, newest first."),
}


def multimedia_view(desk: Desk, gallery: Gallery) -> MultimediaView:
    """Show the newest of each kind."""
    return MultimediaView(
        tuple(
            MediaKind(
                kind,
                _kind_link(desk, kind),
                len(found),
                tuple(_tile(desk, item) for item in found[:NEWEST]),
            )
            for kind, found in gallery.items()
        ),
        sum(map(len, gallery.values())),
        place_link(desk, "archive", ARCHIVE),
    )


def newest_media(desk: Desk) -> tuple[MediaTile, ...]:
    """Show the newest of all kinds, for the front page of the site."""
    first = [item for found in desk.index.media.values() for item in found[:ON_HOME]]
    newest = sorted(first, key=lambda item: item.article.moment.when, reverse=True)
    return tuple(_tile(desk, item) for item in newest[:ON_HOME])


def multimedia_link(desk: Desk) -> Link:
    """Link to the front of multimedia."""
    return place_link(desk, "multimedia", MULTIMEDIA)


def multimedia_page(desk: Desk) -> PageView:
    """Make the head of the front."""
    standing = standing_at(desk, "multimedia")
    return page_view(desk, standing, title=desk.say(MULTIMEDIA), description=desk.say(TEXT))


def multimedia_own(gallery: Gallery) -> bytes:
    """Return the digest of what the front shows."""
    return digest_of([(len(found), _digests(found[:NEWEST])) for found in gallery.values()])


def media_view(desk: Desk, gallery: Gallery, kind: str, *, number: int) -> MediaListView:
    """Show page `number` of one kind."""
    found = gallery[kind]
    shown = found[(number - 1) * SIZE : number * SIZE]
    first = addresses.media(kind, desk.language)
    return MediaListView(
        kind,
        tuple(_tile(desk, item) for item in shown),
        tuple(_kind_link(desk, name) for name in gallery if name != kind),
        pagination_view(desk, first, number=number, count=len(found), size=SIZE),
    )


def media_addresses(kind: str, number: int) -> Mapping[Language, str]:
    """Return where page `number` of a kind stands."""
    return {
        name: addresses.list_page(addresses.media(kind, name), number, name) for name in LANGUAGES
    }


def media_page(desk: Desk, kind: str, *, standing: Mapping[Language, str], number: int) -> PageView:
    """Make the head of page `number` of a kind."""
    where = Standing(
        standing,
        trail=(home_link(desk), multimedia_link(desk)),
        fallback=addresses.media(kind, other_language(desk.language)),
    )
    title, text = desk.say(NAMES[kind]), desk.say(TEXTS[kind])
    page = page_view(desk, where, title=title, description=text)
    return numbered(desk, page, number)


def media_own(gallery: Gallery, kind: str, number: int) -> bytes:
    """Return the digest of what one page of a kind shows."""
    shown = gallery[kind][(number - 1) * SIZE : number * SIZE]
    return digest_of(_digests(shown), kind, number, len(gallery[kind]))


def _digests(found: Iterable[Found]) -> list[tuple[bytes, bytes, int]]:
    """Return what tiles show; of a photograph, its link's number is no part of that."""
    return [
        (shown_media(item.article), item.article.row, item.number * (item.kind != "photograph"))
        for item in found
    ]


def _kind_link(desk: Desk, kind: str) -> Link:
    return Link(desk.say(NAMES[kind]), desk.path(addresses.media(kind, desk.language)))


def _tile(desk: Desk, found: Found) -> MediaTile:
    shown = card(desk, found.article)
    if found.kind == "photograph":
        return _photograph_tile(desk, found, shown)
    block = found.article.body.media[found.number]
    fields = block.fields
    return MediaTile(
        found.kind,
        fields.title,
        f"{shown.url}#{block_anchor(found.number)}",
        picture_view(desk, found.article.links[block.picture], ""),
        shown.date,
        article=shown.title,
        article_language=shown.text_language,
        duration=fields.duration if isinstance(fields, VideoFields) else "",
        language=shown.language,
        text_language=shown.language,
    )


def _photograph_tile(desk: Desk, found: Found, shown: ArticleCard) -> MediaTile:
    return MediaTile(
        found.kind,
        shown.title,
        shown.url,
        _photograph(desk, found),
        shown.date,
        count=found.count,
        language=shown.language,
        text_language=shown.text_language,
    )


def _photograph(desk: Desk, found: Found) -> ImageView:
    article = found.article
    if found.number < 0:
        cover = cover_view(desk, article)
        if cover is None:
            raise ValueError(f"{article.path} has lost its cover")
        return cover
    alt = article.body.links[found.number].alt
    return picture_view(desk, article.links[found.number], "" if alt == DECORATIVE else alt)
