"""Articles and pages: as one file gives them, and as the whole site completes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from annotated_types import MaxLen, MinLen
from msgspec import Struct

from plugins.bulletin.model.common import Language, Moment, Source, Text
from plugins.bulletin.model.freshness import Freshness
from plugins.bulletin.model.media import MediaBlock
from plugins.bulletin.model.pictures import Photograph

Status = Literal["published", "draft", "hidden"]
Summary = Annotated[str, MinLen(40), MaxLen(300)]


@dataclass(frozen=True, slots=True)
class CoverFields:
    """The cover as one file gives it; a translation leaves the image to its original."""

    image: Text | None = None
    alt: str = ""
    caption: str = ""
    credit: str = ""
    decorative: bool = False


@dataclass(frozen=True, slots=True)
class TranslationFields:
    """Marks a translation: the digest of the original when it was last confirmed.

    `confirmed` is the day of that, `paragraphs` has a short digest of each paragraph.
    """

    revision: Text
    confirmed: Moment | None = None
    paragraphs: str = ""


@dataclass(frozen=True, slots=True)
class ParityWaiver:
    """One difference between the two languages that stands for a reason."""

    fact: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class ArticleFields:
    """Front matter of an article's file. What is None may come from the original.

    A stub is no text: it tells what lists of its language say of one in the other language.
    """

    title: Text
    summary: Summary
    date: Moment | None = None
    section: Text | None = None
    topics: tuple[Text, ...] | None = None
    partners: tuple[Text, ...] | None = None
    associations: tuple[Text, ...] | None = None
    documents: tuple[Text, ...] | None = None
    authors: tuple[Text, ...] = ()
    translator: Text | None = None
    source: tuple[Source, ...] = ()
    cover: CoverFields | None = None
    slug: Text | None = None
    aliases: tuple[Text, ...] = ()
    updated: Moment | None = None
    publish_on: Moment | None = None
    status: Status | None = None
    stub: bool = False
    translation: TranslationFields | None = None
    parity: tuple[ParityWaiver, ...] = ()
    link_mentions: bool | None = None


@dataclass(frozen=True, slots=True)
class PageFields:
    """Front matter of a page's file."""

    title: Text
    summary: Summary
    slug: Text | None = None
    aliases: tuple[Text, ...] = ()
    status: Status | None = None
    translation: TranslationFields | None = None
    parity: tuple[ParityWaiver, ...] = ()


class BodyLink(Struct, frozen=True):
    """One link or image of a body, as written. `is_image` tells them apart.

    Line and column are of the file, from 1. `alt` is an image's alternative text, or the mark
    that it needs none.
    """

    target: str
    line: int
    column: int
    is_image: bool = False
    alt: str = ""


class Heading(Struct, frozen=True):
    """One heading of a body: its level (2–6), id and plain text."""

    level: int
    id: str
    text: str


class Body(Struct, frozen=True):
    """A converted body. In `html`, the address of link N stands as `LINK_MARK % N`.

    Where bodies are kept apart, `html` is empty and `digest` tells which one it was.
    `words` has a line for each paragraph: the digest of its words, a space, how it begins.
    `notes` are the ids of footnotes and of their marks.
    `media` are the videos and infographics; in `html`, `MEDIA_MARK % N` stands for number N.
    `names` has a line for each run of words that may be a place's name (see `read.naming`).
    """

    html: str
    links: tuple[BodyLink, ...] = ()
    headings: tuple[Heading, ...] = ()
    notes: tuple[str, ...] = ()
    digest: bytes = b""
    words: str = ""
    names: str = ""
    media: tuple[MediaBlock, ...] = ()


DECORATIVE = "{decorative}"  # behind a picture without words: it shows nothing that matters
LINK_MARK = "bulletin-link:%d:"
NO_LINK = "-"  # as the target of a link: no link here, not even an automatic one


class ResolvedLink(Struct, frozen=True):
    """Where link N of a body leads: an address from the root, or another host.

    `language` is set when the target is not in the body's language, and `title` then is the
    target's own.
    Width and height are an image's, in pixels; 0 when unknown. `photograph` is what the file of
    the address holds, where it is not published as it is. `name` is the text it leads
    to, as a path from the content folder.
    """

    url: str
    is_external: bool = False
    language: Language | None = None
    width: int = 0
    height: int = 0
    name: str = ""
    title: str = ""
    photograph: Photograph | None = None


class Mention(Struct, frozen=True):
    """The first place in a body that names a partner: from `start` to `end` of its HTML."""

    partner: str
    start: int
    end: int


class Cover(Struct, frozen=True):
    """A cover, complete. `image` is a path from the content folder."""

    image: str
    alt: str
    caption: str
    credit: str
    width: int = 0
    height: int = 0
    photograph: Photograph | None = None


class Stub(Struct, frozen=True):
    """What lists of the other language say of an article that has no translation."""

    path: str
    title: str
    summary: str
    alt: str = ""  # the cover's


class Article(Struct, frozen=True):
    """One article in one language, complete: what it inherits is filled in.

    `digest` changes with anything that a visitor sees of it, `row` with what lists show of it.
    `freshness` is a translation's, and that of a text without one.
    `photographs` has for each photograph that is shown the number of the first link that shows
    it, -1 for the cover; posters of videos are none.
    """

    key: str
    language: Language
    path: str
    title: str
    summary: str
    moment: Moment
    section: str
    slug: str
    body: Body
    links: tuple[ResolvedLink, ...]
    topics: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    associations: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    translator: str = ""
    sources: tuple[Source, ...] = ()
    cover: Cover | None = None
    aliases: tuple[str, ...] = ()
    updated: Moment | None = None
    publish_on: Moment | None = None
    status: Status = "published"
    is_translation: bool = False
    freshness: Freshness | None = None
    stub: Stub | None = None
    mentions: tuple[Mention, ...] = ()
    photographs: tuple[int, ...] = ()
    digest: bytes = b""
    row: bytes = b""

    @property
    def source(self) -> str:
        """Return the file's path below the content folder."""
        return self.path.split("/", 1)[1]

    @property
    def is_stale(self) -> bool:
        """Tell whether the original has changed since this translation was confirmed."""
        return self.freshness is not None and self.freshness.state == "stale"


class Page(Struct, frozen=True):
    """One page in one language. `freshness` as of an article."""

    key: str
    language: Language
    path: str
    title: str
    summary: str
    slug: str
    body: Body
    links: tuple[ResolvedLink, ...]
    aliases: tuple[str, ...] = ()
    status: Status = "published"
    is_translation: bool = False
    freshness: Freshness | None = None
    digest: bytes = b""

    @property
    def source(self) -> str:
        """Return the file's path below the content folder."""
        return self.path.split("/", 1)[1]

    @property
    def is_stale(self) -> bool:
        """Tell whether the original has changed since this translation was confirmed."""
        return self.freshness is not None and self.freshness.state == "stale"
