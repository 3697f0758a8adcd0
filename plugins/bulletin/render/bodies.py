"""Bodies: a converted body with its links closed. The only maker of Markup from content."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Mention, ResolvedLink
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.photographs import address_of, image_markup
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.wide_tables import with_regions
from plugins.bulletin.text.html import split_elements, text_of

# As read.markdown writes them: attributes in double quotes, no other `<` inside a tag.
_ANCHOR = re.compile(r'<a href="bulletin-link:(\d+):"([^>]*)>(.*?)</a>', re.DOTALL)
_PICTURE = re.compile(r'<img ([^<>]*)src="bulletin-link:(\d+):"([^<>]*)>')
_ANY = re.compile(r"bulletin-link:(\d+):")
_PLACED = re.compile(r'<[a-z][^<>]*?(?: id="| href="#)[^<>]*>')
_PLACE = re.compile(r' id="| href="#')

NOTES = {"vi": mark("(in Vietnamese)"), "en": mark("(in English)")}


class Part(Struct, frozen=True):
    """One top-level element of a body; `kind` is its tag."""

    kind: str
    markup: Markup


def body_markup(
    desk: Desk,
    html: str,
    links: Sequence[ResolvedLink],
    *,
    mentions: Sequence[Mention] = (),
    absolute: bool = False,
) -> Markup:
    """Close the links of a body.

    Args:
        desk: Of the body's language.
        html: `Body.html`, made by `read.markdown`, which lets no raw HTML through.
        links: The resolved links, in order.
        mentions: Where partners are named that get a link, in any order.
        absolute: Whether addresses carry the host, as feeds need.
    """
    address = desk.settings.absolute if absolute else desk.settings.path

    def picture(match: re.Match[str]) -> str:
        before, number, after = match.groups()
        return image_markup(links[int(number)], before, after, address=address)

    text = _with_mentions(desk, html, mentions) if mentions else html
    text = text if absolute else with_regions(desk, text)
    text = _ANCHOR.sub(_anchor(desk, links, address), text)
    text = _PICTURE.sub(picture, text)
    text = _ANY.sub(lambda match: str(escape(address(links[int(match[1])].url))), text)
    return Markup(text)  # noqa: S704 -- see the docstring


def _with_mentions(desk: Desk, html: str, mentions: Sequence[Mention]) -> str:
    """Link partners where they are first named, each to its page in the desk's language."""
    pieces, at = [], 0
    for mention in sorted(mentions, key=lambda item: item.start):
        href = escape(desk.path(addresses.partner(mention.partner, desk.language)))
        words = html[mention.start : mention.end]
        pieces += [html[at : mention.start], f'<a class="mention" href="{href}">{words}</a>']
        at = mention.end
    return "".join([*pieces, html[at:]])


def body_parts(body: Markup, *, prefix: str) -> tuple[Part, ...]:
    """Return the top-level elements of a closed body, for a page with two bodies.

    Every id, and every link to one, begins with the prefix, so that both bodies keep theirs.
    """
    markup = _PLACED.sub(lambda tag: _PLACE.sub(rf"\g<0>{prefix}-", tag.group()), body)
    # A part of what is safe, split between elements, is safe.
    return tuple(Part(item.tag, Markup(item.html)) for item in split_elements(markup))  # noqa: S704


def _anchor(
    desk: Desk, links: Sequence[ResolvedLink], address: Callable[[str], str]
) -> Callable[[re.Match[str]], str]:
    def close(match: re.Match[str]) -> str:
        number, attributes, inside = match.groups()
        link = links[int(number)]
        href = escape(address(address_of(link)))
        if link.is_external and link.url.startswith("http"):
            return f'<a href="{href}" rel="external"{attributes}>{inside}</a>'
        if link.language is None:
            return f'<a href="{href}"{attributes}>{inside}</a>'
        note = escape(desk.say(NOTES[link.language]))
        # Words that are the target's own title are in its language; any others are ours.
        own = f' lang="{link.language}"' if link.title and text_of(inside) == link.title else ""
        tag = f'<a href="{href}" hreflang="{link.language}"{own}{attributes}>'
        return f"{tag}{inside}</a> {note}"

    return close
