"""Plans: every page of one language, with what it is made of. Nothing is made here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.render import articles, gallery, issues, lists, maps
from plugins.bulletin.render.article_plans import article_plans
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.frame import Standing, page_view
from plugins.bulletin.render.missing_views import NotFoundView
from plugins.bulletin.render.planning import Plan
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.views import (
    HomeView,
    PageView,
    SiteView,
)
from plugins.bulletin.store.digests import digest_of


def site_plans(desk: Desk, site: SiteView) -> Iterator[Plan]:
    """Plan the pages of one language that show articles and pages, and the one for no page."""
    yield _home(desk)
    yield from article_plans(desk)
    yield from _plain_pages(desk)
    yield from _groups(desk)
    yield _not_found(desk, site)


def _home(desk: Desk) -> Plan:
    def view() -> HomeView:
        return replace(
            lists.home_view(desk),
            issue=issues.latest_issue(desk),
            media=gallery.newest_media(desk),
            multimedia=gallery.multimedia_link(desk),
        )

    return Plan(
        "home.html",
        {name: addresses.home(name) for name in LANGUAGES},
        partial(lists.home_page, desk),
        lambda: replace(view(), map=maps.small_map(desk)),
        own=lambda: digest_of(view(), maps.map_inputs(desk)),
    )


def _rows(items: Sequence[Article], size: int, number: int, *more: object) -> bytes:
    """Return the digest of one page of a list and its place among the others."""
    rows = [item.row for item in items[(number - 1) * size : number * size]]
    return digest_of(rows, number, len(items), more)


def _plain_pages(desk: Desk) -> Iterator[Plan]:
    for pair in desk.library.pages.values():
        if (plain := pair.get(desk.language)) is not None:
            standing = articles.plain_addresses(desk, plain)
            yield Plan(
                "page.html",
                standing,
                partial(articles.plain_page, desk, plain),
                partial(articles.plain_view, desk, plain),
                own=partial(bytes, plain.digest),
                around=partial(digest_of, standing),
                is_indexed=plain.status == "published",
                source=plain.source,
            )


def _groups(desk: Desk) -> Iterator[Plan]:
    records, index = desk.library.records, desk.index
    size = records.site.page_size
    for kind, groups, members in (
        ("section", records.sections, index.sections),
        ("topic", records.topics, index.topics),
    ):
        names = partial(digest_of, list(groups.values()))
        for identity, group in groups.items():
            items = members.get(identity, ())
            total = lists.page_count(len(items), size)
            for number in range(1, total + 1):
                yield Plan(
                    "list.html",
                    lists.list_addresses(kind, group, number),
                    partial(lists.list_page, desk, kind, group, number=number),
                    partial(lists.list_view, desk, kind, group, articles=items, number=number),
                    own=partial(_rows, items, size, number, kind, identity),
                    around=names,
                )


def _not_found(desk: Desk, site: SiteView) -> Plan:
    standing = Standing({name: addresses.not_found(name) for name in LANGUAGES})

    def page() -> PageView:
        title = desk.say(mark("Page not found"))
        text = desk.say(mark("There is no page at this address."))
        view = page_view(desk, standing, title=title, description=text)
        return replace(view, is_indexed=False, alternates=())

    view = partial(NotFoundView, site.sections)
    return Plan("404.html", standing.addresses, page, view, own=bytes, is_indexed=False)
