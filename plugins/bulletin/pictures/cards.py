"""Cards: the picture that stands for a page where its address is shared, drawn from words.

Nothing on a card is a photograph, so none can be mistaken for one. The same words and fonts give
the same bytes, and a card's address carries a digest of both.
"""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.pictures.faces import Family
from plugins.bulletin.store.digests import digest_of
from plugins.bulletin.store.versions import version_of

WIDTH, HEIGHT = 1200, 630  # pixels, the form that all who show cards take whole
RECIPE = 1  # add one whenever other bytes are drawn for the same words

_MARK_LENGTH = 16  # hex digits


class Card(Struct, frozen=True):
    """The words of one card. `accent` is a colour as CSS writes it; `fonts` a digest of them."""

    title: str
    below: str  # the section
    name: str  # of the bulletin
    place: str  # the site's host
    accent: str
    fonts: bytes

    @property
    def key(self) -> bytes:
        """Return what its bytes are kept by: all that they follow from."""
        return digest_of(RECIPE, version_of("pillow"), self)

    @property
    def mark(self) -> str:
        """Return what its address tells it from others by."""
        return self.key.hex()[:_MARK_LENGTH]

    @property
    def words(self) -> str:
        """Return all letters that stand on it."""
        return self.title + self.below + self.name + self.place


def draw_card(card: Card, family: Family) -> bytes:
    """Return a card as a PNG; to draw takes Pillow, which most builds do not."""
    from plugins.bulletin.pictures.card_drawing import draw

    return draw(card, family)
