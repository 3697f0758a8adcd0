"""Views of multimedia: its front, and the list of each kind. Nothing here computes."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.render.views import DateView, ImageView, Link, Pagination


class MediaTile(Struct, frozen=True):
    """A video, an infographic, or the photographs of one article.

    `article` is the article's title where the tile's own is another. `language` is set when what
    it leads to is not in the page's language, `text_language` when the title is not either.
    """

    kind: str  # video | infographic | photograph
    title: str
    url: str
    image: ImageView
    date: DateView
    article: str = ""
    article_language: str = ""
    duration: str = ""
    count: int = 1  # of photographs
    language: str = ""
    text_language: str = ""


class MediaKind(Struct, frozen=True):
    """One kind with its newest tiles. `count` is of all of the kind."""

    kind: str
    link: Link  # to the list of the kind
    count: int
    tiles: tuple[MediaTile, ...] = ()


class MultimediaView(Struct, frozen=True):
    """The front of multimedia: template `multimedia.html`."""

    kinds: tuple[MediaKind, ...]
    count: int
    archive: Link


class MediaListView(Struct, frozen=True):
    """One page of one kind, newest first: template `media_list.html`."""

    kind: str
    tiles: tuple[MediaTile, ...]
    others: tuple[Link, ...]  # the other kinds
    pagination: Pagination


MediaViews = MultimediaView | MediaListView
