"""Cards: which words stand for a page where its address is shared, where cards are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import urlsplit

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.pictures.cards import HEIGHT, WIDTH, Card, draw_card
from plugins.bulletin.pictures.darkroom import Darkroom
from plugins.bulletin.pictures.faces import Family
from plugins.bulletin.render.outputs import Inputs, Output
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import ImageView


def card_of(desk: Desk, article: Article) -> Card | None:
    """Return an article's card; None where the fonts lack a letter of it."""
    section = desk.library.records.sections[article.section]
    return _card(desk, article.title, section.name.in_language(desk.language))


def site_card(desk: Desk) -> Card | None:
    """Return the card of all pages that are no article: the bulletin's own."""
    site = desk.library.records.site
    tagline = site.tagline.in_language(desk.language)
    return _card(desk, tagline, site.publisher.in_language(desk.language))


def _card(desk: Desk, title: str, below: str) -> Card | None:
    family = desk.family
    if family is None:
        return None
    site = desk.library.records.site
    host = urlsplit(desk.settings.base_url).hostname or ""
    name = site.name.in_language(desk.language)
    card = Card(title, below, name, host, site.accent, family.digest)
    return card if family.can_set(card.words) else None


def card_image(desk: Desk, card: Card | None) -> ImageView | None:
    """Return what a page's head says of a card."""
    if card is None:
        return None
    return ImageView(desk.settings.absolute(addresses.card(card.mark)), card.title, WIDTH, HEIGHT)


def card_outputs(desks: Iterable[Desk], darkroom: Darkroom) -> Iterator[Output]:
    """Yield the file of every card, each once."""
    for desk in desks:
        if desk.family is not None:
            for card in {card.mark: card for card in _cards(desk)}.values():
                path = addresses.file_of(addresses.card(card.mark))
                make = partial(_make, card, desk.family, darkroom)
                yield Output(path, None, partial(Inputs, own=card.key), make)


def _cards(desk: Desk) -> Iterator[Card]:
    wanted = [site_card(desk), *(card_of(desk, article) for article in _own(desk))]
    yield from filter(None, wanted)


def _own(desk: Desk) -> Iterator[Article]:
    """Yield the articles of the desk's language, those that no list shows as well."""
    pairs = desk.library.articles.values()
    return (pair[desk.language] for pair in pairs if desk.language in pair)


def _make(card: Card, family: Family, darkroom: Darkroom) -> bytes:
    return darkroom.kept(card.key, partial(draw_card, card, family))
