"""Feed heads: what each feed is of, where it stands, and what pages say of it."""

from __future__ import annotations

from msgspec import Struct

from plugins.bulletin.link import addresses
from plugins.bulletin.model.records import Partner, Section
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import FeedLink

ATOM, JSON = "application/atom+xml", "application/feed+json"


class FeedHead(Struct, frozen=True):
    """What a feed is of. `identity` makes its id; `page` is where its articles stand.

    `atom` and `json` are its own addresses.
    """

    identity: str
    title: str
    page: str
    atom: str
    json: str
    has_bodies: bool = False


def site_head(desk: Desk) -> FeedHead:
    """Return the head of the feed of all articles, which gives them whole."""
    name = desk.library.records.site.name.in_language(desk.language)
    home, atom = addresses.home(desk.language), addresses.feed(desk.language)
    return FeedHead(atom, name, home, atom, addresses.feed(desk.language, "json"), has_bodies=True)


def section_head(desk: Desk, section: Section) -> FeedHead:
    """Return the head of a section's feed."""
    page = addresses.group("section", section, desk.language)
    name = f"section/{section.id}/{desk.language}"
    title = section.name.in_language(desk.language)
    return _group_head(desk, name, title=title, page=page)


def partner_head(desk: Desk, partner: Partner) -> FeedHead:
    """Return the head of a partner's feed."""
    page = addresses.partner(partner.id, desk.language)
    name = f"partner/{partner.id}/{desk.language}"
    title = partner.name.in_language(desk.language)
    return _group_head(desk, name, title=title, page=page)


def _group_head(desk: Desk, identity: str, *, title: str, page: str) -> FeedHead:
    title = f"{title} — {desk.library.records.site.name.in_language(desk.language)}"
    return FeedHead(identity, title, page, *addresses.feeds_of(page))


def feed_links(desk: Desk, head: FeedHead) -> tuple[FeedLink, ...]:
    """Return what a page's head says of a feed."""
    return (
        FeedLink(f"{head.title} (Atom)", desk.path(head.atom), ATOM),
        FeedLink(f"{head.title} (JSON Feed)", desk.path(head.json), JSON),
    )
