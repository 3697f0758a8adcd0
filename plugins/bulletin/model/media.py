"""Media: the videos and infographics of a text, as their blocks give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MinLen
from msgspec import Struct

from plugins.bulletin.model.common import Language, Source, Text

MediaKind = Literal["video", "infographic"]
Paragraphs = tuple[Text, ...]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VideoFields:
    """Fields of a `video` block. `language` is the one that is spoken, where it is not the text's.

    One of `transcript` and `description` is needed, for those who cannot hear or see it.
    """

    url: Text
    title: Text
    poster: Text
    caption: str = ""
    transcript: Paragraphs = ()
    description: Paragraphs = ()
    credit: str = ""
    duration: str = ""
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class InfographicFields:
    """Fields of an `infographic` block.

    One of `description` and `table` is needed, for those who cannot see it; the first row of
    the table names its columns.
    """

    image: Text
    title: Text
    caption: str = ""
    description: Paragraphs = ()
    table: Annotated[tuple[Row, ...], MinLen(2)] | None = None
    source: tuple[Source, ...] = ()
    credit: str = ""


class MediaBlock(Struct, frozen=True):
    """One block of a body. `picture` is the number of its poster or image among the links."""

    fields: VideoFields | InfographicFields
    picture: int


MEDIA_MARK = "<div>bulletin-media:%d:</div>"  # stands for block N in a body's HTML
