"""Photographs: how a page names the variants of one. Nothing is made here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from plugins.bulletin.model.article import ResolvedLink
from plugins.bulletin.model.library import Library
from plugins.bulletin.model.pictures import Photograph
from plugins.bulletin.pictures.variants import (
    MEDIA_TYPES,
    Format,
    Variant,
    formats_of,
    in_format,
    shared_variant,
    variants_of,
)
from plugins.bulletin.render.views import SourceSet

IN_TEXT = "(min-width: 40rem) 37rem, 92vw"  # the measure of a text in theme/static/css/tokens.css

Address = Callable[[str], str]


def variants_in(library: Library | None) -> Iterator[Variant]:
    """Yield all variants that a site shows, those of one photograph together."""
    for photograph in library.images.values() if library else ():
        if photograph is not None:
            yield from variants_of(photograph)


def address_of(link: ResolvedLink) -> str:
    """Return where a link leads: to a photograph's variant, as the file itself is not published."""
    return link.url if link.photograph is None else shared_address(link.photograph)


def shared_address(photograph: Photograph) -> str:
    """Return the address of the one variant that stands for a photograph."""
    return f"/{shared_variant(photograph).path}"


def source_sets(photograph: Photograph, address: Address) -> tuple[SourceSet, ...]:
    """Return what a browser chooses from, the format that every browser knows last."""
    return tuple(_source_set(photograph, form, address) for form in formats_of(photograph))


def _source_set(photograph: Photograph, form: Format, address: Address) -> SourceSet:
    found = in_format(photograph, form)
    listed = ", ".join(f"{address(f'/{item.path}')} {item.width}w" for item in found)
    return SourceSet(MEDIA_TYPES[form], listed)


def image_markup(link: ResolvedLink, before: str, after: str, *, address: Address) -> str:
    """Return an image of a text: a photograph in all its variants.

    Args:
        link: The image's.
        before: Attributes before the address, as `read.markdown` writes them, and
        after: those after it.
        address: Makes what a page says of an address.
    """
    size = Markup(' width="{}" height="{}"').format(link.width, link.height) if link.width else ""
    place = Markup('src="{}"').format(address(address_of(link)))
    if link.photograph is None:
        return f"<img {before}{place}{size}{after}>"
    *better, plain = source_sets(link.photograph, address)
    sources = "".join(
        Markup('<source type="{}" srcset="{}" sizes="{}">').format(
            item.media_type, item.srcset, IN_TEXT
        )
        for item in better
    )
    choice = Markup(' srcset="{}" sizes="{}"').format(plain.srcset, IN_TEXT)
    return f"<picture>{sources}<img {before}{place}{choice}{size}{after}></picture>"
