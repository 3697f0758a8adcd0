"""Found media: the videos, infographics and photographs of articles, by kind.

What an article has is known of it without its text: its blocks and its photographs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.media import VideoFields
from plugins.bulletin.store.digests import digest_of


class Found(Struct, frozen=True):
    """Where something was found: an article, and the number of a block or of a picture's link.

    A block's number counts the article's blocks; a photograph's is as the article has it.
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
        if article.photographs:
            first, count = article.photographs[0], len(article.photographs)
            gallery["photograph"].append(Found("photograph", article, first, count))
    return gallery


def shown_media(article: Article) -> bytes:
    """Return the digest of what galleries show of an article beside what lists show."""
    numbers = [number for number in article.photographs if number >= 0]
    photographs = [(article.links[at], article.body.links[at].alt) for at in numbers]
    blocks = [(block.fields, article.links[block.picture]) for block in article.body.media]
    has_cover = len(numbers) < len(article.photographs)
    return digest_of(photographs, blocks, article.cover, has_cover)
