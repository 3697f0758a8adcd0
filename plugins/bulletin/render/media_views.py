"""Views of what stands in a text: its markup, videos and infographics. Nothing here computes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct, field

if TYPE_CHECKING:
    from plugins.bulletin.render.views import ImageView, SourceView


class VideoView(Struct, frozen=True):
    """One video. Until a visitor asks for it, nothing is fetched from where it is.

    `provider` is the name of who shows it, or a host; `kind` is youtube, vimeo or file.
    `spoken` is the language of its words where that is not the text's.
    """

    title: str
    kind: str
    provider: str
    watch_url: str
    player_url: str
    poster: ImageView
    caption: str = ""
    transcript: tuple[str, ...] = ()
    description: tuple[str, ...] = ()
    credit: str = ""
    duration: str = ""
    spoken: str = ""
    anchor: str = ""  # its id, where the text stands alone


class InfographicView(Struct, frozen=True):
    """One infographic, with the same in words or as a table; `head` names its columns."""

    title: str
    image: ImageView
    caption: str = ""
    description: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    sources: tuple[SourceView, ...] = ()
    credit: str = ""
    anchor: str = ""  # as of a video


class Piece(Struct, frozen=True):
    """A piece of a text: markup, or a video, or an infographic."""

    markup: Markup = field(default_factory=Markup)
    video: VideoView | None = None
    infographic: InfographicView | None = None
