"""Plans: every page of one language, with what it is made of. Nothing is made here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.article import Article
from plugins.bulletin.model.common import LANGUAGES, Language, other_language
from plugins.bulletin.model.library import has_sides
from plugins.bulletin.model.records import Section
from plugins.bulletin.render import articles, gallery, issues, lists, maps, sides
from plugins.bulletin.render.anniversary_views import AnniversariesView
from plugins.bulletin.render.archive_views import ArchiveViews
from plugins.bulletin.render.author_views import AuthorsView, AuthorView
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.data_views import DataView
from plugins.bulletin.render.directory_views import PartnersView
from plugins.bulletin.render.frame import Standing, page_view
from plugins.bulletin.render.gallery_views import MediaViews
from plugins.bulletin.render.issue_views import IssueViews
from plugins.bulletin.render.missing_views import NotFoundView, OfflineView, RedirectView
from plugins.bulletin.render.partner_views import PartnerView
from plugins.bulletin.render.record_views import RecordView
from plugins.bulletin.render.related import document_name
from plugins.bulletin.render.related_articles import Threads, make_threads
from plugins.bulletin.render.search_page import SearchView
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.side_views import SidesView
from plugins.bulletin.render.views import (
    ArticleView,
    HomeView,
    ListView,
    PageView,
    PlainPageView,
    SiteView,
)
from plugins.bulletin.store.digests import digest_of

View = (
    ArticleView
    | PlainPageView
    | HomeView
    | ListView
    | ArchiveViews
    | IssueViews
    | MediaViews
    | AuthorsView
    | AuthorView
    | SidesView
    | PartnersView
    | PartnerView
    | DataView
    | AnniversariesView
    | RecordView
    | RedirectView
    | SearchView
    | NotFoundView
    | OfflineView
)


class Plan(Struct, frozen=True):
    """How to make one page: where it stands, its head, its view, and what they depend on."""

    template: str
    addresses: Mapping[Language, str]
    page: Callable[[], PageView]
    view: Callable[[], View]
    own: Callable[[], bytes]
    around: Callable[[], bytes] = bytes
    is_indexed: bool = True
    source: str = ""
    kin: str = ""  # the key of an article, for all pages that show its body


def list_plan(
    desk: Desk,
    place: str,
    *,
    page: Callable[[Desk], PageView],
    view: Callable[[], View],
    own: Callable[[], bytes] | None = None,
) -> Plan:
    """Plan a page that is the only one of its kind, at a place of its own, by what it shows.

    `own` is its digest, where that can be told without making the view.
    """
    return Plan(
        f"{place}.html",
        {name: addresses.place(place, name) for name in LANGUAGES},
        partial(page, desk),
        view,
        own=own or (lambda: digest_of(view())),
    )


def site_plans(desk: Desk, site: SiteView) -> Iterator[Plan]:
    """Plan the pages of one language that show articles and pages, and the one for no page."""
    yield _home(desk)
    yield from _articles(desk)
    yield from _plain_pages(desk)
    yield from _groups(desk)
    yield _not_found(desk, site)


def sides_plans(desks: Mapping[Language, Desk]) -> Iterator[Plan]:
    """Plan the pages that show both languages of an article, once for the site."""
    for pair in desks["vi"].library.articles.values():
        if has_sides(pair):
            yield Plan(
                "sides.html",
                {"vi": addresses.sides(pair["vi"])},
                partial(sides.sides_page, desks["vi"], pair),
                partial(sides.sides_view, desks, pair),
                own=partial(digest_of, [article.digest for article in pair.values()]),
                is_indexed=False,
                kin=pair["vi"].key,
            )


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


def _articles(desk: Desk) -> Iterator[Plan]:
    neighbours = articles.find_neighbours(desk)
    threads = make_threads(desk.index.own, desk.settings.now)
    records = desk.library.records
    names = {key: digest_of(topic) for key, topic in records.topics.items()}
    names |= {f"section:{key}": _elsewhere(desk, item) for key, item in records.sections.items()}
    names |= {f"partner:{key}": digest_of(item.name) for key, item in records.partners.items()}
    names |= _names_of_records(desk)
    names |= _names_of_issues(desk)
    for pair in desk.library.articles.values():
        if (article := pair.get(desk.language)) is not None:
            standing = articles.article_addresses(desk, article)
            beside = neighbours.get(article.key, ())
            yield Plan(
                "article.html",
                standing,
                partial(articles.article_page, desk, article),
                partial(articles.article_view, desk, article, neighbours, threads=threads),
                own=partial(bytes, article.digest),
                around=partial(_around, article, names, (standing, beside), threads=threads),
                is_indexed=article.status == "published",
                source=article.source,
                kin=article.key,
            )


def _names_of_records(desk: Desk) -> dict[str, bytes]:
    """Return digests of what articles show of the associations and documents they name."""
    records, language = desk.library.records, desk.language
    names = {
        f"association:{key}": digest_of(item.name.in_language(language))
        for key, item in records.associations.items()
    }
    return names | {
        f"document:{key}": digest_of(document_name(item, language))
        for key, item in records.documents.items()
    }


def _names_of_issues(desk: Desk) -> dict[str, bytes]:
    """Return digests of what articles show of the issues that they are in, by article."""
    return {
        f"issue:{key}": digest_of(item.id, item.title.in_language(desk.language))
        for key, item in desk.index.issue_of.items()
    }


def _elsewhere(desk: Desk, section: Section) -> bytes:
    """Return the digest of where an article without a version leads in the other language."""
    return digest_of(addresses.group("section", section, other_language(desk.language)))


def _around(
    article: Article,
    names: Mapping[str, bytes],
    place: tuple[Mapping[Language, str], Sequence[Article | None]],
    *,
    threads: Threads,
) -> bytes:
    """Return the digest of what an article's page shows beside the article."""
    standing, beside = place
    mentioned = [names[f"section:{article.section}"], *(names[key] for key in article.topics)]
    for kind in ("partner", "association", "document"):
        mentioned += [names[f"{kind}:{key}"] for key in getattr(article, f"{kind}s")]
    mentioned.append(names.get(f"issue:{article.key}", b""))
    related = [item.row for item in threads.related(article)]
    return digest_of(standing, [_shown_as(item) for item in beside], mentioned, related)


def _shown_as(article: Article | None) -> object:
    """Return what a link to an article shows and says."""
    if article is None:
        return None
    when = article.moment.when
    return (article.title, article.slug, when.year, when.month)


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
