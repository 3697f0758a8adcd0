"""Lists: home, sections and topics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.records import Section, Topic
from plugins.bulletin.render import structured
from plugins.bulletin.render.anniversaries import month_block
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.feed_heads import feed_links, section_head
from plugins.bulletin.render.frame import ARCHIVE, Standing, home_link, page_view
from plugins.bulletin.render.parts import by_name, card, group_link
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import (
    HomeSection,
    HomeView,
    Link,
    ListView,
    PageView,
    Pagination,
)

LATEST = 6  # articles beside the lead
PER_SECTION = 3
AROUND = 2  # pages linked on either side of the current one
PARTNERS = mark("Partner directory")


def home_view(desk: Desk) -> HomeView:
    """Show the front page: the newest article leads, then the latest, then each section."""
    records = desk.library.records
    articles = desk.index.listed
    ordered = _own_language_leads(articles, desk)
    return HomeView(
        lead=card(desk, ordered[0]) if ordered else None,
        latest=tuple(card(desk, item) for item in ordered[1 : LATEST + 1]),
        sections=tuple(_home_sections(desk, ordered[1:])),
        partner_count=len(records.partners),
        country_count=len({partner.country for partner in records.partners.values()}),
        relation_count=sum(len(partner.relations) for partner in records.partners.values()),
        partners=Link(desk.say(PARTNERS), desk.path(addresses.place("partners", desk.language))),
        archive=Link(desk.say(ARCHIVE), desk.path(addresses.place("archive", desk.language))),
        anniversaries=month_block(desk),
    )


def _own_language_leads(articles: Sequence[Article], desk: Desk) -> Sequence[Article]:
    """Put the newest article of the page's own language first; the rest keep their order."""
    lead = next((item for item in articles if item.language == desk.language), None)
    return articles if lead is None else [lead, *(item for item in articles if item is not lead)]


def _home_sections(desk: Desk, articles: Sequence[Article]) -> Iterator[HomeSection]:
    for identity, section in desk.library.records.sections.items():
        newest = [item for item in articles if item.section == identity][:PER_SECTION]
        if newest:
            yield HomeSection(
                group_link(desk, "section", section),
                section.description.in_language(desk.language),
                tuple(card(desk, item) for item in newest),
            )


def home_page(desk: Desk) -> PageView:
    """Make the head of the front page."""
    site, language = desk.library.records.site, desk.language
    standing = Standing({name: addresses.home(name) for name in LANGUAGES})
    tagline = site.tagline.in_language(language)
    publisher = site.publisher.in_language(language)
    title = site.name.in_language(language)
    about = (structured.website(desk), structured.publisher(desk))
    text = f"{tagline}. {publisher}."
    return page_view(desk, standing, title=title, description=text, about=about)


def page_count(count: int, size: int) -> int:
    """Return how many pages a list of `count` items takes; an empty list takes one."""
    return max(1, -(-count // size))


def list_view(
    desk: Desk, kind: str, group: Section | Topic, *, articles: Sequence[Article], number: int
) -> ListView:
    """Show page `number` of a section or topic."""
    size = desk.library.records.site.page_size
    shown = articles[(number - 1) * size : number * size]
    return ListView(
        kind=kind,
        title=group.name.in_language(desk.language),
        description=group.description.in_language(desk.language),
        articles=tuple(card(desk, item) for item in shown),
        pagination=pagination_view(
            desk,
            addresses.group(kind, group, desk.language),
            number=number,
            count=len(articles),
            size=size,
        ),
        siblings=_siblings(desk, kind, group),
    )


def _siblings(desk: Desk, kind: str, group: Section | Topic) -> tuple[Link, ...]:
    """Link to the other sections in the order of the menu, or to the other topics by name."""
    records = desk.library.records
    groups = records.sections if kind == "section" else records.topics
    links = tuple(group_link(desk, kind, other) for other in groups.values() if other is not group)
    return links if kind == "section" else by_name(desk, links)


def pagination_view(desk: Desk, first: str, *, number: int, count: int, size: int) -> Pagination:
    """Show where page `number` stands in the list of `count` items that begins at `first`."""
    total = page_count(count, size)

    def url(page: int) -> str:
        return desk.path(addresses.list_page(first, page, desk.language))

    return Pagination(
        number=number,
        total=total,
        item_count=count,
        previous=url(number - 1) if number > 1 else "",
        next=url(number + 1) if number < total else "",
        pages=tuple(
            Link(str(page), url(page), is_current=page == number) if page else Link("…", "")
            for page in _near(number, total)
        ),
    )


def _near(number: int, total: int) -> list[int]:
    """Return the pages worth a link: first, last and those around; 0 stands for a gap."""
    wanted = {1, total, *range(number - AROUND, number + AROUND + 1)} & set(range(1, total + 1))
    pages: list[int] = []
    for page in sorted(wanted):
        if pages and page > pages[-1] + 1:
            pages.append(0)
        pages.append(page)
    return pages


def list_addresses(kind: str, group: Section | Topic, number: int) -> Mapping[Language, str]:
    """Return where page `number` of a section or topic stands."""
    return {
        name: addresses.list_page(addresses.group(kind, group, name), number, name)
        for name in LANGUAGES
    }


def list_page(desk: Desk, kind: str, group: Section | Topic, *, number: int) -> PageView:
    """Make the head of page `number` of a section or topic."""
    title = group.name.in_language(desk.language)
    standing = Standing(list_addresses(kind, group, number), trail=(home_link(desk),))
    description = group.description.in_language(desk.language)
    page = page_view(desk, standing, title=title, description=description)
    if isinstance(group, Section):
        page = replace(page, feeds=feed_links(desk, section_head(desk, group)))
    return numbered(desk, page, number)


def _site_name(desk: Desk) -> str:
    return desk.library.records.site.name.in_language(desk.language)


def numbered(desk: Desk, page: PageView, number: int) -> PageView:
    """Tell a further page of a list apart from the first by its title."""
    if number == 1:
        return page
    numbered = desk.say(mark("page %(number)d")) % {"number": number}
    return replace(page, head_title=f"{page.title}, {numbered} — {_site_name(desk)}")
