"""Found media: the videos, infographics and photographs of articles, by kind.

What an article has is known of it without its text: its blocks, its cover and its links.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.media import VideoFields


@dataclass(frozen=True, slots=True)
class Found:
    """Where something was found: an article, and the number of a block or of a picture's link.

    A block's number counts the article's blocks, a picture's its links; -1 is the cover.
    `count` is of the article's photographs.
    """

    kind: str
    article: Article
    number: int
    count: int = 1


Gallery = Mapping[str, Sequence[Found]]


def find_media(listed: Iterable[Article]) -> Gallery:
    """Gather by kind what articles show, in the order given."""
    gallery: dict[str, list[Found]] = {kind: [] for kind in addresses.MEDIA_KINDS}
    for article in listed:
        for number, block in enumerate(article.body.media):
            kind = "video" if isinstance(block.fields, VideoFields) else "infographic"
            gallery[kind].append(Found(kind, article, number))
        photographs = dict(_photographs(article))
        if photographs:
            first = next(iter(photographs.values()))
            gallery["photograph"].append(Found("photograph", article, first, len(photographs)))
    return gallery


def _photographs(article: Article) -> Iterator[tuple[str, int]]:
    """Yield each photograph of an article once, with the first place where it is shown."""
    places = []
    if article.cover is not None and article.cover.photograph is not None:
        places.append((article.cover.photograph.digest, -1))
    posters = {block.picture for block in article.body.media}
    for number, (link, written) in enumerate(zip(article.links, article.body.links, strict=True)):
        if link.photograph is not None and written.is_image and number not in posters:
            places.append((link.photograph.digest, number))
    seen: set[str] = set()
    for digest, number in places:
        if digest not in seen:
            seen.add(digest)
            yield digest, number
