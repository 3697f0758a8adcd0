"""Frame: what surrounds every page — identity, menu, head, breadcrumb, switcher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Language, other_language
from plugins.bulletin.model.library import PagePair
from plugins.bulletin.model.records import NavigationItem
from plugins.bulletin.render.assets import Assets
from plugins.bulletin.render.cards import card_image, site_card
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.feed_heads import feed_links, site_head
from plugins.bulletin.render.kinds import LANGUAGE_NAMES
from plugins.bulletin.render.parts import by_name, group_link
from plugins.bulletin.render.setting import Desk, RenderSettings
from plugins.bulletin.render.structured import Node, block, breadcrumbs, encode
from plugins.bulletin.render.views import (
    Alternate,
    Link,
    PageView,
    SiteView,
    Switcher,
)

HOME = mark("Home")
ARCHIVE = mark("Archive")
AUTHORS = mark("Authors and translators")
DATA = mark("Open data")
ANNIVERSARIES = mark("Anniversary calendar")
ASSOCIATIONS = mark("Member associations")
DOCUMENTS = mark("Documents")
ISSUES = mark("Issues")
MULTIMEDIA = mark("Multimedia")


class Standing(Struct, frozen=True):
    """Where a page stands: its addresses by language, and the trail that leads to it.

    `addresses` holds a language only where the page exists in it. `fallback` is where the
    switcher leads without a counterpart: the matching section, or "" for the front page.
    """

    addresses: Mapping[Language, str]
    trail: tuple[Link, ...] = ()
    fallback: str = ""
    menu: str = ""  # the menu's entry that this page belongs to, an address


def site_view(desk: Desk, assets: Assets) -> SiteView:
    """Make the identity and the menu of one language, without a current entry."""
    site, language = desk.library.records.site, desk.language
    records = desk.library.records
    return SiteView(
        language=language,
        name=site.name.in_language(language),
        tagline=site.tagline.in_language(language),
        publisher=site.publisher.in_language(language),
        publisher_short=site.publisher_short.in_language(language),
        publisher_url=site.publisher_url,
        home_url=desk.path(addresses.home(language)),
        base_url=desk.settings.base_url,
        search_url=desk.path(addresses.place("search", language)),
        navigation=tuple(_menu_link(desk, item) for item in site.navigation),
        sections=tuple(group_link(desk, "section", item) for item in records.sections.values()),
        topics=by_name(desk, (group_link(desk, "topic", item) for item in records.topics.values())),
        footer=_footer(desk),
        data=place_link(desk, "data", DATA),
        feeds=feed_links(desk, site_head(desk)),
        licence=Link(site.licence.name, site.licence.url),
        contact_url=site.contact.url,
        accent=site.accent,
        stylesheet_url=desk.path(assets.stylesheet),
        font_urls=tuple(desk.path(font) for font in assets.preloaded),
        script_url=desk.path(assets.script) if assets.script else "",
        favicon_url=desk.path(assets.icons["favicon.svg"]),
        emblem_url=desk.path(assets.icons["emblem.svg"]),
        modules={name: desk.path(url) for name, url in assets.modules.items()},
        feed_style_url=desk.path(assets.feed_style),
        manifest_url=desk.path(addresses.web_manifest(language)) if desk.keeps_pages else "",
        worker_url=desk.path(addresses.WORKER) if desk.keeps_pages else "",
    )


def _footer(desk: Desk) -> tuple[Link, ...]:
    """Link to the pages about the bulletin, and to all lists that hold anything."""
    pages = (_page_link(desk, key) for key in ("about", "contact"))
    days = place_link(desk, "anniversaries", ANNIVERSARIES)
    archive = place_link(desk, "archive", ARCHIVE)
    data = place_link(desk, "data", DATA)
    links = (*pages, *_lists(desk), days, archive, *_authors(desk), data)
    return tuple(link for link in links if link is not None)


def _lists(desk: Desk) -> list[Link]:
    """Link to the lists of issues, multimedia, associations and documents where there are any."""
    records = desk.library.records
    lists = (
        ("issues", ISSUES, desk.index.issues),
        ("multimedia", MULTIMEDIA, any(desk.index.media.values())),
        ("associations", ASSOCIATIONS, records.associations),
        ("documents", DOCUMENTS, records.documents),
    )
    return [place_link(desk, kind, name) for kind, name, found in lists if found]


def _authors(desk: Desk) -> list[Link]:
    """Link to the list of authors where an article names one."""
    if not any(article.authors or article.translator for article in desk.index.own):
        return []
    return [Link(desk.say(AUTHORS), desk.path(addresses.place("authors", desk.language)))]


def with_current(site: SiteView, url: str) -> SiteView:
    """Return the frame with the menu's entry of an address marked as current."""
    if not any(link.url == url for link in site.navigation):
        return site
    menu = tuple(replace(link, is_current=link.url == url) for link in site.navigation)
    return replace(site, navigation=menu)


def _page_link(desk: Desk, key: str) -> Link | None:
    page = desk.library.pages.get(key, {}).get(desk.language)
    return Link(page.title, desk.path(addresses.page(page))) if page else None


def _menu_link(desk: Desk, item: NavigationItem) -> Link:
    label = item.label.in_language(desk.language)
    kind, _, key = item.target.partition(":")
    if kind == "page":
        return _page_entry(desk, label, desk.library.pages[key])
    if kind == "section":
        address = addresses.group("section", desk.library.records.sections[key], desk.language)
    else:
        address = addresses.place(kind, desk.language)
    return Link(label, desk.path(address))


def _page_entry(desk: Desk, label: str, pair: PagePair) -> Link:
    """Lead to a page in the desk's language, or to the only one there is and say so."""
    page = pair.get(desk.language) or next(iter(pair.values()))
    foreign = page.language if page.language != desk.language else ""
    return Link(label, desk.path(addresses.page(page)), language=foreign)


def standing_at(desk: Desk, place: str) -> Standing:
    """Return where a page stands that is the only one of its place, below the front page."""
    standing = {name: addresses.place(place, name) for name in LANGUAGES}
    return Standing(standing, trail=(home_link(desk),))


def place_link(desk: Desk, place: str, name: str) -> Link:
    """Link to the page of a place by a word of the interface."""
    return Link(desk.say(name), desk.path(addresses.place(place, desk.language)))


def home_link(desk: Desk) -> Link:
    """Return the first step of every breadcrumb."""
    return Link(desk.say(HOME), desk.path(addresses.home(desk.language)))


def page_view(
    desk: Desk, standing: Standing, *, title: str, description: str, about: Sequence[Node] = ()
) -> PageView:
    """Make the head of a page.

    Args:
        desk: Of the page's language.
        standing: Where the page stands.
        title: Of the page alone; the home page's is the bulletin's name.
        description: For search engines, 40–300 characters where it can be.
        about: What the page is about, for search engines.
    """
    site, language = desk.library.records.site, desk.language
    name = site.name.in_language(language)
    address = standing.addresses[language]
    tagline = site.tagline.in_language(language)
    crumbs = (*standing.trail, Link(title, desk.path(address), is_current=True))
    return PageView(
        title=title,
        head_title=f"{title} — {tagline if title == name else name}",
        description=description,
        url=desk.path(address),
        canonical=desk.settings.absolute(address),
        alternates=alternates(desk.settings, standing.addresses),
        switcher=_switcher(desk, standing),
        breadcrumb=crumbs if standing.trail else (),
        image=card_image(desk, site_card(desk)),
        structured=block((*map(encode, about), *breadcrumbs(desk.settings, crumbs))),
    )


def alternates(settings: RenderSettings, standing: Mapping[Language, str]) -> tuple[Alternate, ...]:
    """Return the table of hreflang: only for real pairs, itself included."""
    if len(standing) < len(LANGUAGES):
        return ()
    rows = [Alternate(name, settings.absolute(standing[name])) for name in LANGUAGES]
    return (*rows, Alternate("x-default", settings.absolute(standing["en"])))


def _switcher(desk: Desk, standing: Standing) -> Switcher:
    """Lead to the same page in the other language, else to its section, else to its front page."""
    target = other_language(desk.language)
    ways = {
        "counterpart": standing.addresses.get(target, ""),
        "section": standing.fallback,
        "home": addresses.home(target),
    }
    leads_to = next(kind for kind, address in ways.items() if address)
    return Switcher(target, LANGUAGE_NAMES[target], desk.path(ways[leads_to]), leads_to)
