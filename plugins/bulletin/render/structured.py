"""Structured data: what a page is about, in the words of schema.org, as JSON-LD.

A node is a plain mapping, and `encode` alone writes it. A page's head takes nodes as `about`:
a place, an organisation, and later an article.

Source: schema.org; JSON-LD 1.1, 7 (embedding in HTML documents).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from plugins.bulletin.model.common import LANGUAGES, other_language
from plugins.bulletin.model.records import Contact
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.views import Link

CONTEXT = "https://schema.org"

Node = Mapping[str, object]

# Signs that could end the block, begin a comment in it, or end a line of old JavaScript. In
# JSON they stand in texts alone, where an escape means the same.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_write = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def encode(node: Node) -> str:
    """Write a node as JSON in which nothing can end the block that it will stand in."""
    return _UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", _write(node))


def block(nodes: Sequence[str]) -> Markup | None:
    """Return the block of a page from its encoded nodes."""
    if not nodes:
        return None
    members = nodes[0][1:-1] if len(nodes) == 1 else f'"@graph":[{",".join(nodes)}]'
    text = f'{{"@context":"{CONTEXT}",{members}}}'
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 -- encoded


def filled(**fields: object) -> dict[str, object]:
    """Return the fields that have a value; `_` at the start of a name stands for `@`."""
    return {
        f"@{name[1:]}" if name[0] == "_" else name: value
        for name, value in fields.items()
        if value not in ("", None, [])
    }


def breadcrumbs(settings: RenderSettings, links: Sequence[Link]) -> tuple[str, ...]:
    """Return the encoded way to a page; the last step is the page, whose address the head has."""
    if len(links) < 2:
        return ()
    last = {"@type": "ListItem", "position": len(links), "name": links[-1].text}
    steps = f"{_steps(_origin(settings), tuple(links[:-1]))},{encode(last)}"
    return (f'{{"@type":"BreadcrumbList","itemListElement":[{steps}]}}',)


def _origin(settings: RenderSettings) -> str:
    """Return the host, to which the links of a page are added."""
    return settings.base_url.removesuffix(settings.prefix)


@lru_cache(maxsize=1 << 10)
def _steps(origin: str, links: tuple[Link, ...]) -> str:
    """Return the encoded steps before the last, which thousands of pages share."""
    return ",".join(
        encode(
            {"@type": "ListItem", "position": number, "name": link.text, "item": origin + link.url}
        )
        for number, link in enumerate(links, 1)
    )


def website(desk: Desk) -> Node:
    """Return the site, as its home page presents it."""
    site, language = desk.library.records.site, desk.language
    name, other = (site.name.in_language(code) for code in (language, other_language(language)))
    return filled(
        _type="WebSite",
        _id=f"{desk.settings.absolute('/')}#website",
        url=desk.settings.absolute("/"),
        name=name,
        alternateName=other if other != name else "",
        description=site.tagline.in_language(language),
        inLanguage=[*LANGUAGES],
        license=site.licence.url,
        publisher=publisher_reference(desk),
    )


def publisher_reference(desk: Desk) -> Node:
    """Return what names the publisher in another node."""
    return {"@id": f"{desk.settings.absolute('/')}#publisher"}


def publisher(desk: Desk) -> Node:
    """Return the organisation behind the bulletin, with what the site's identity knows."""
    site, language = desk.library.records.site, desk.language
    name = site.publisher.in_language(language)
    others = (site.publisher_short.in_language(language), *(_both_names(desk)))
    address = site.address.in_language(language) if site.address else ""
    return filled(
        _type="Organization",
        _id=publisher_reference(desk)["@id"],
        name=name,
        alternateName=[other for other in dict.fromkeys(others) if other != name],
        url=site.publisher_url,
        foundingDate=str(site.founded) if site.founded else "",
        address=address,
        areaServed={"@type": "City", "name": site.home_city.name.in_language(language)},
        contactPoint=_contact(site.contact),
    )


def _both_names(desk: Desk) -> tuple[str, ...]:
    publisher = desk.library.records.site.publisher
    return tuple(publisher.in_language(language) for language in LANGUAGES)


def _contact(contact: Contact) -> Node | None:
    """Return how to reach the publisher, where that is known."""
    known = filled(url=contact.url, email=contact.email, telephone=contact.telephone)
    return {"@type": "ContactPoint", "contactType": "editorial", **known} if known else None
