"""Media: a text's videos and infographics as views, in their places between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup
from msgspec.structs import replace

from plugins.bulletin.model.article import Article, Page, ResolvedLink
from plugins.bulletin.model.media import InfographicFields, VideoFields
from plugins.bulletin.render.media_views import InfographicView, Piece, VideoView
from plugins.bulletin.render.parts import source_views
from plugins.bulletin.render.photographs import shared_address, source_sets
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import ImageView
from plugins.bulletin.text.videos import PROVIDERS, read_video

_MARK = re.compile("<div>bulletin-media:([0-9]+):</div>")
_SIGN = "bulletin-media:"

Views = Sequence[VideoView | InfographicView]


def pieces_of(desk: Desk, text: Article | Page, body: Markup) -> tuple[Piece, ...]:
    """Return a closed body in pieces: markup, and between it what its blocks show."""
    if not text.body.media or _SIGN not in body:
        return (Piece(body),)
    views = media_views(desk, text)
    found = [*_MARK.finditer(body)]
    pieces: list[Piece] = []
    at = 0
    for mark in found:
        # A part of what is safe, split between elements, is safe.
        before = Markup(body[at : mark.start()])  # noqa: S704
        pieces += [Piece(before), _piece(views[int(mark[1])])]
        at = mark.end()
    pieces.append(Piece(Markup(body[at:])))  # noqa: S704 -- as above
    return tuple(piece for piece in pieces if piece.markup.strip() or not _is_markup(piece))


def _is_markup(piece: Piece) -> bool:
    return piece.video is None and piece.infographic is None


def _piece(view: VideoView | InfographicView) -> Piece:
    return Piece(video=view) if isinstance(view, VideoView) else Piece(infographic=view)


def media_views(desk: Desk, text: Article | Page) -> Views:
    """Return what the blocks of a text show, in their order."""
    return [_view(desk, text, number) for number in range(len(text.body.media))]


def block_anchor(number: int) -> str:
    """Return the id of a text's block; no heading has a low line in its own."""
    return f"media_{number + 1}"


def _view(desk: Desk, text: Article | Page, number: int) -> VideoView | InfographicView:
    block, anchor = text.body.media[number], block_anchor(number)
    picture = text.links[block.picture]
    if isinstance(block.fields, VideoFields):
        return replace(_video(desk, text, block.fields, picture=picture), anchor=anchor)
    return replace(_infographic(desk, block.fields, picture), anchor=anchor)


def _video(
    desk: Desk, text: Article | Page, fields: VideoFields, *, picture: ResolvedLink
) -> VideoView:
    video = read_video(fields.url)
    if video is None:
        raise ValueError(f"{fields.url} was let through and is no video")
    is_foreign = fields.language is not None and fields.language != text.language
    return VideoView(
        title=fields.title,
        kind=video.provider,
        provider=PROVIDERS.get(video.provider, video.host),
        watch_url=video.watch_url,
        player_url=video.player_url,
        poster=picture_view(desk, picture, ""),
        caption=fields.caption,
        transcript=fields.transcript,
        description=fields.description,
        credit=fields.credit,
        duration=fields.duration,
        spoken=fields.language or "" if is_foreign else "",
    )


def _infographic(desk: Desk, fields: InfographicFields, picture: ResolvedLink) -> InfographicView:
    head, *rows = fields.table or ((),)
    return InfographicView(
        title=fields.title,
        image=picture_view(desk, picture, fields.title),
        caption=fields.caption,
        description=fields.description,
        head=head,
        rows=tuple(rows),
        sources=source_views(fields.source),
        credit=fields.credit,
    )


def picture_view(desk: Desk, link: ResolvedLink, alt: str) -> ImageView:
    """Show a picture that a text links to."""
    if link.photograph is None:
        return ImageView(desk.path(link.url), alt, link.width, link.height)
    *better, plain = source_sets(link.photograph, desk.path)
    url = desk.path(shared_address(link.photograph))
    return ImageView(url, alt, link.width, link.height, srcset=plain.srcset, sources=tuple(better))


def in_feed(desk: Desk, text: Article | Page, body: Markup) -> Markup:
    """Return a closed body for a feed, in which a block is a title, a picture and its words."""
    if not text.body.media:
        return body
    views = media_views(desk, text)
    return Markup(_MARK.sub(_told(desk, views), body))  # noqa: S704 -- both are safe


def _told(desk: Desk, views: Views) -> Callable[[re.Match[str]], str]:
    def tell(mark: re.Match[str]) -> str:
        view = views[int(mark[1])]
        return _video_told(view) if isinstance(view, VideoView) else _infographic_told(desk, view)

    return tell


def _video_told(view: VideoView) -> str:
    link = Markup('<p><a href="{}" rel="external">{} ({})</a></p>')
    return link.format(view.watch_url, view.title, view.provider) + _paragraphs(view.description)


def _infographic_told(desk: Desk, view: InfographicView) -> str:
    address = desk.settings.base_url + view.image.url.removeprefix(desk.settings.prefix)
    image = Markup('<p><img src="{}" alt="{}"></p>').format(address, view.image.alt)
    return image + _paragraphs(view.description)


def _paragraphs(texts: Sequence[str]) -> Markup:
    return Markup("").join(Markup("<p>{}</p>").format(text) for text in texts)
